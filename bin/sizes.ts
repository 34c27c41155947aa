import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a browser fetches before it can show anything: the entry, all it imports statically, and their styles. */
export type FirstLoad = { door: string; script: number; style: number; total: number }
type Chunk = { file: string; src?: string; isEntry?: boolean; imports?: string[]; css?: string[] }

/** Residents are on phones, often slow ones. Bytes, gzip, scripts and styles together. */
export const residentLimit = 150_000

export function firstLoads(dist: string, read: (path: string) => Buffer = readFileSync): FirstLoad[] {
  const manifest: Record<string, Chunk> = JSON.parse(read(join(dist, '.vite/manifest.json')).toString())
  const weigh = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(read(join(dist, file)), { level: 9 }).length, 0)
  return Object.entries(manifest)
    .filter(([name, chunk]) => chunk.isEntry && name.endsWith('.html'))
    .map(([name]) => {
      const chunks = reach(manifest, name)
      const script = weigh(new Set(chunks.map((c) => c.file).filter((f) => f.endsWith('.js'))))
      const style = weigh(new Set(chunks.flatMap((c) => c.css ?? [])))
      return {
        door: name.replace(/^index\.html$/, 'resident').replace(/\.html$/, ''),
        script,
        style,
        total: script + style,
      }
    })
}

function reach(manifest: Record<string, Chunk>, name: string, seen = new Set<string>()): Chunk[] {
  const chunk = manifest[name]
  if (!chunk || seen.has(name)) return []
  seen.add(name)
  return [chunk, ...(chunk.imports ?? []).flatMap((i) => reach(manifest, i, seen))]
}

const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`
export const report = (loads: FirstLoad[]) =>
  loads
    .map((l) => `${l.door}: first load ${kib(l.total)} gzip (scripts ${kib(l.script)}, styles ${kib(l.style)})`)
    .join('\n')

if (import.meta.main) console.log(report(firstLoads(join(import.meta.dirname, '../web/dist'))))
