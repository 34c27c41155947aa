import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { firstLoads, report } from './sizes.ts'

/** Builds the doors into web/dist, each text beside its compressed copies, and says what a first visit to each weighs. */
const root = join(import.meta.dirname, '..')
const dist = join(root, 'web/dist')
await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(js|css|html)$/.test(name)) continue
  const file = join(dist, name)
  const text = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(text))
}
console.log(report(firstLoads(dist)))
