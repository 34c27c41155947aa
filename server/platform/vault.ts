import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Crypto } from './crypto.ts'

/** Files full of personal data wait on disk sealed, frame by frame. `name` is a path in the data folder that we made, never a person's. */
const pathOf = (dataDir: string, name: string) => join(dataDir, name)

/** Seals what comes and syncs it to disk. Throws what the stream throws; then nothing is left. */
export async function keepSealed(dataDir: string, crypto: Crypto, name: string, chunks: AsyncIterable<Buffer>) {
  await mkdir(dirname(pathOf(dataDir, name)), { recursive: true })
  const file = await open(pathOf(dataDir, name), 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      const sealed = crypto.seal(chunk)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(sealed.length)
      await file.writev([length, sealed])
    }
    await file.sync()
  } catch (error) {
    await dropSealed(dataDir, name)
    throw error
  } finally {
    await file.close()
  }
}

export async function* readSealed(dataDir: string, crypto: Crypto, name: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const part of createReadStream(pathOf(dataDir, name), { highWaterMark: 256 * 1024 })) {
    rest = rest.length ? Buffer.concat([rest, part as Buffer]) : (part as Buffer)
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0)
      if (rest.length < 4 + length) break
      yield crypto.unsealBytes(rest.subarray(4, 4 + length))
      rest = rest.subarray(4 + length)
    }
  }
  if (rest.length) throw new Error(`sealed file ${name} is cut off`)
}

/** The first frame as it lies there, to see under which key; undefined where the file is empty. */
export async function firstFrame(dataDir: string, name: string): Promise<Buffer | undefined> {
  const file = await open(pathOf(dataDir, name), 'r')
  try {
    const head = Buffer.alloc(6)
    const { bytesRead } = await file.read(head, 0, 6, 0)
    return bytesRead === 6 ? head.subarray(4) : undefined
  } finally {
    await file.close()
  }
}

export const isSealed = (dataDir: string, name: string): Promise<boolean> =>
  stat(pathOf(dataDir, name)).then(
    () => true,
    () => false,
  )
export const dropSealed = (dataDir: string, name: string) => rm(pathOf(dataDir, name), { force: true })
