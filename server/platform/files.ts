import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes on disk under their hash, in the data folder. Written and synced before the row that names them commits. */
export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (dataDir: string, sha256: string) => join(dataDir, 'files', sha256.slice(0, 2), sha256)

/** Keeps the bytes, the same bytes once. When this returns they survive a power cut. */
export async function keepBytes(dataDir: string, bytes: Buffer): Promise<string> {
  const sha256 = hashOf(bytes)
  const path = pathOf(dataDir, sha256)
  if (existsSync(path)) return sha256
  const folder = join(path, '..')
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `.${randomUUID()}`)
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  const directory = await open(folder, 'r')
  await directory.sync()
  await directory.close()
  return sha256
}

/** @throws when the bytes are gone or no longer what they were. */
export async function readBytes(dataDir: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(dataDir, sha256))
  if (hashOf(bytes) !== sha256) throw new Error(`file ${sha256} is damaged`)
  return bytes
}
