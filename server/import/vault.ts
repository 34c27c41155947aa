import { createReadStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Crypto } from '../platform/crypto.ts'

/** Uploaded sheets wait on disk sealed, frame by frame: half a million identity numbers in the clear are nobody's temporary file. */
const pathOf = (dataDir: string, id: string) => join(dataDir, 'imports', id)

/** Seals what comes and syncs it to disk. Throws what the stream throws; then nothing is left. */
export async function keepSealed(dataDir: string, crypto: Crypto, id: string, chunks: AsyncIterable<Buffer>) {
  await mkdir(join(dataDir, 'imports'), { recursive: true })
  const file = await open(pathOf(dataDir, id), 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      const sealed = crypto.seal(chunk)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(sealed.length)
      await file.writev([length, sealed])
    }
    await file.sync()
  } catch (error) {
    await dropSealed(dataDir, id)
    throw error
  } finally {
    await file.close()
  }
}

export async function* readSealed(dataDir: string, crypto: Crypto, id: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const part of createReadStream(pathOf(dataDir, id), { highWaterMark: 256 * 1024 })) {
    rest = rest.length ? Buffer.concat([rest, part as Buffer]) : (part as Buffer)
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0)
      if (rest.length < 4 + length) break
      yield crypto.unsealBytes(rest.subarray(4, 4 + length))
      rest = rest.subarray(4 + length)
    }
  }
  if (rest.length) throw new Error(`import file ${id} is cut off`)
}

export const dropSealed = (dataDir: string, id: string) => rm(pathOf(dataDir, id), { force: true })
