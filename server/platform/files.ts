import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes on disk under their hash, in the data folder. Written and synced before the row that names them commits. */
export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (dataDir: string, sha256: string) => join(dataDir, 'files', sha256.slice(0, 2), sha256)

/** Keeps the bytes, the same bytes once. When this returns they survive a power cut. */
export async function keepBytes(dataDir: string, bytes: Buffer): Promise<string> {
  const sha256 = hashOf(bytes)
  const path = pathOf(dataDir, sha256)
  const folder = dirname(path)
  const there = await stat(path).catch(() => null)
  if (there?.size !== bytes.length) {
    const made = await mkdir(folder, { recursive: true })
    await write(path, bytes)
    if (made) for (const above of [dirname(folder), dataDir]) await sync(above)
  }
  // Also when it was there: whoever wrote it may not have come to this line yet.
  await sync(folder)
  return sha256
}

/** Under another name first: what stands under its hash is whole. */
async function write(path: string, bytes: Buffer) {
  const temporary = join(dirname(path), `.${randomUUID()}`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function sync(folder: string) {
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** @throws when the bytes are gone or no longer what they were. */
export async function readBytes(dataDir: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(dataDir, sha256))
  if (hashOf(bytes) !== sha256) throw new Error(`file ${sha256} is damaged`)
  return bytes
}

/** The header that names a file to save or to show (RFC 6266): old programs get a plain name, all others the real one. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = `file${/\.[a-z]+$/.exec(name)?.[0] ?? ''}`
  const full = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}
