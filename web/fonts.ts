import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Chinese for devices that have none, as two style sheets that pages ask for only when they need them (ui/glyphs.ts):
 * `virtual:han.css` for common characters, `virtual:rare.css` for those of rare names, which the first lacks.
 * A font of the device comes first (local); each range is a file of its own, fetched when a page has a character of it.
 */
const at = createRequire(import.meta.url)
const onDevice = [
  'Noto Sans CJK SC',
  'NotoSansCJKsc-Regular',
  'Noto Sans SC',
  'Source Han Sans SC',
  'PingFang SC',
  'Microsoft YaHei',
]

export function chineseFonts(): Plugin {
  const sheets: Record<string, () => string> = {
    '/@linli/han.css': () => {
      const { css, folder } = sheet('@fontsource-variable/noto-sans-sc/index.css')
      const local = onDevice.map((name) => `local("${name}")`).join(',')
      return css
        .replaceAll('Noto Sans SC Variable', 'Linli Han')
        .replace(/url\(\.\/(.*?)\)/g, (_, file) => `${local},url("${join(folder, file)}")`)
    },
    '/@linli/rare.css': () => {
      const { css, folder } = sheet('chiron-sung-hk-webfont/css/vf.css')
      return [...css.matchAll(/@font-face\s*\{[^}]*\}/g)]
        .map(([face]) => ({
          file: /url\('?(.*?)'?\)/.exec(face)?.[1] ?? '',
          ranges: rareOnly(/unicode-range:\s*([^;}]*)/.exec(face)?.[1] ?? ''),
        }))
        .filter(({ ranges }) => ranges.length > 0)
        .map(
          ({ file, ranges }) =>
            `@font-face{font-family:"Linli Rare";font-weight:200 900;font-display:swap;src:url("${join(folder, file)}") format("woff2");unicode-range:${ranges}}`,
        )
        .join('\n')
    },
  }
  return {
    name: 'linli-chinese-fonts',
    resolveId: (id) =>
      id.startsWith('virtual:') ? Object.keys(sheets).find((path) => path.endsWith(`/${id.slice(8)}`)) : undefined,
    load: (id) => sheets[id]?.(),
  }
}

function sheet(name: string) {
  const path = at.resolve(name)
  return { css: readFileSync(path, 'utf8'), folder: dirname(path) }
}

/** CJK extension A and everything beyond the basic plane: what ordinary Chinese fonts may lack. */
const rareOnly = (ranges: string) =>
  ranges
    .split(',')
    .map((r) => r.trim())
    .filter((r) => {
      const [from = 0] = r
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return (from >= 0x3400 && from < 0x4dc0) || from >= 0x20000
    })
    .join(',')
