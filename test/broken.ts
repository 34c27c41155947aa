import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { checkContent } from '../server/content/check.ts'

// biome-ignore lint/suspicious/noExplicitAny: a broken pack has whatever shape it has
export type Loose = any

export const pack = fileURLToPath(new URL('../content/tongguan', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'linli-pack-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let made = 0

/** A folder with a copy of these parts of the real pack. */
export function copyOf(parts: string[]) {
  const dir = join(scratch, String(made++))
  for (const part of parts) cpSync(join(pack, part), join(dir, part), { recursive: true })
  return dir
}

/** A copy of the real pack with one file changed, and what the check says of it. */
export async function broken(file: string, change: (body: Loose) => void) {
  const dir = copyOf(['items', 'processes', 'units.json', 'proofs.json'])
  const path = join(dir, file)
  const body = JSON.parse(readFileSync(path, 'utf8'))
  change(body)
  writeFileSync(path, JSON.stringify(body))
  return (await checkContent(dir)).map((p) => `${p.file} ${p.path} ${p.reason}`)
}
