import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Crypto } from '../platform/crypto.ts'
import * as vault from '../platform/vault.ts'

/** Uploaded sheets wait on disk sealed: half a million identity numbers in the clear are nobody's temporary file. */
const named = (id: string) => `imports/${id}`

export const keepUpload = (dataDir: string, crypto: Crypto, id: string, chunks: AsyncIterable<Buffer>) =>
  vault.keepSealed(dataDir, crypto, named(id), chunks)
export const readUpload = (dataDir: string, crypto: Crypto, id: string) => vault.readSealed(dataDir, crypto, named(id))
export const dropUpload = (dataDir: string, id: string) => vault.dropSealed(dataDir, named(id))

/** The names of what has lain here since before then. */
export async function uploadsBefore(dataDir: string, then: Date): Promise<string[]> {
  const names = await readdir(join(dataDir, 'imports')).catch(() => [])
  const old = await Promise.all(
    names.map(async (n) => ((await stat(join(dataDir, named(n))).catch(() => null))?.mtime ?? then) < then),
  )
  return names.filter((_, i) => old[i])
}
