import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/**
 * What makes the grid worker's door an app that opens without a signal: its icons, its manifest, and a service worker that knows by
 * name every file the door is made of. Made at the end of a build, when the names are known.
 */
export function fieldShell(): Plugin {
  return {
    name: 'linli-field-shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((c): c is Rolldown.OutputChunk => c.type === 'chunk')
      const entry = chunks.find((c) => c.isEntry && c.name === 'field')
      if (!entry) return
      const files = [...reach(bundle, entry.fileName)].sort().map((f) => `/${f}`)
      const worker = readFileSync(join(import.meta.dirname, 'field/service-worker.js'), 'utf8')
      const version = createHash('sha256').update(files.join()).update(worker).digest('hex').slice(0, 12)
      const icons = [192, 512].map((size) => {
        const source = icon(size)
        const hash = createHash('sha256').update(source).digest('hex').slice(0, 8)
        const fileName = `assets/field-${size}-${hash}.png`
        this.emitFile({ type: 'asset', fileName, source })
        return { src: `/${fileName}`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' }
      })
      this.emitFile({
        type: 'asset',
        fileName: 'field.webmanifest',
        source: JSON.stringify({
          name: '邻里·网格',
          short_name: '网格',
          lang: 'zh-CN',
          start_url: '/field',
          scope: '/field',
          display: 'standalone',
          background_color: '#fbfaf7',
          theme_color: '#fbfaf7',
          icons,
        }),
      })
      const shell = JSON.stringify({ version, files: ['/field', ...files, ...icons.map((i) => i.src)] })
      this.emitFile({ type: 'asset', fileName: 'field-sw.js', source: `const shell = ${shell}\n${worker}` })
    },
  }
}

/** All that a chunk needs, now or later, without the fonts: those are kept as they are fetched. */
function reach(bundle: Rolldown.OutputBundle, name: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[name]
  if (chunk?.type !== 'chunk' || seen.has(name)) return seen
  seen.add(name)
  const css = (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []
  if (!/(han|rare)/.test(chunk.name)) for (const file of css) seen.add(file)
  for (const next of [...chunk.imports, ...chunk.dynamicImports])
    if (!/(han|rare)/.test(next)) reach(bundle, next, seen)
  return seen
}

/** The house of the other doors on its blue ground, drawn point by point; it keeps clear of the edge, which phones cut round. */
function icon(size: number): Buffer {
  const [ground, paper] = [Buffer.from('1d4f6b', 'hex'), Buffer.from('fbfaf7', 'hex')]
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(1 + size * 3)
    for (let x = 0; x < size; x++) (inHouse((x / size) * 32, (y / size) * 32) ? paper : ground).copy(row, 1 + x * 3)
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const inHouse = (x: number, y: number) => {
  const roof = y >= 8 && y <= 14 && Math.abs(x - 16) <= ((y - 8) * 8) / 6
  const walls = y > 14 && y <= 24 && x >= 8 && x <= 24
  const door = y > 18 && x > 13 && x < 19
  return (roof || walls) && !door
}
function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
