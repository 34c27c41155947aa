import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as fontkit from 'fontkit'

/**
 * What papers are printed with: Noto Sans SC, and for characters of rare names that it lacks (𠮷) the outlines of Chiron
 * Sung, which carries some 3,600 more. Read once a process.
 */
export type Fonts = {
  regular: Buffer
  bold: Buffer
  has: (character: string) => boolean
  /** The outline of a rare character on a square of 1000, y upwards, or null when no font has it. */
  outline: (character: string) => string | null
}

const require = createRequire(import.meta.url)
const noto = (weight: string) =>
  readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`))

let loaded: Fonts | undefined
export function fonts(): Fonts {
  loaded ??= load()
  return loaded
}

function load(): Fonts {
  const regular = noto('400Regular')
  const font = fontkit.create(regular) as fontkit.Font
  const outlines = new Map<string, string | null>()
  return {
    regular,
    bold: noto('700Bold'),
    has: (c) => font.hasGlyphForCodePoint(c.codePointAt(0) ?? 0),
    outline(c) {
      if (!outlines.has(c)) outlines.set(c, rareOutline(c.codePointAt(0) ?? 0))
      return outlines.get(c) ?? null
    },
  }
}

/** The font comes in slices, each with the ranges it covers. */
let slices: { file: string; ranges: [number, number][] }[] | undefined
function rareOutline(codePoint: number): string | null {
  if (!isHan(codePoint)) return null
  slices ??= slicesOf(require.resolve('chiron-sung-hk-webfont/css/vf.css'))
  const slice = slices.find((s) => s.ranges.some(([from, to]) => from <= codePoint && codePoint <= to))
  if (!slice) return null
  try {
    const font = fontkit.create(readFileSync(slice.file)) as fontkit.Font
    return font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).path.toSVG() : null
  } catch {
    return null // a handful of its glyphs cannot be read; they are printed as their code
  }
}

const isHan = (c: number) => (c >= 0x3400 && c < 0xa000) || (c >= 0x20000 && c < 0x33480)

function slicesOf(css: string) {
  return [...readFileSync(css, 'utf8').matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => ({
    file: join(dirname(css), /url\('?(.*?)'?\)/.exec(face)?.[1] ?? ''),
    ranges: (/unicode-range:\s*([^;}]*)/.exec(face)?.[1] ?? '').split(',').map((r): [number, number] => {
      const [from = 0, to = from] = r
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return [from, to]
    }),
  }))
}

/**
 * Text as it can be printed: what is invisible is gone, what no font has stands as its code, 〔U+2A6D6〕. Never a box.
 */
export const printable = (text: string, { has, outline }: Fonts = fonts()): string =>
  [...text.replace(/\t/g, ' ').replace(/[^\P{C}\n]|\p{Variation_Selector}/gu, '')]
    .map((c) =>
      c === '\n' || has(c) || outline(c) ? c : `〔U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`,
    )
    .join('')
