import type { Crypto } from '../platform/crypto.ts'
import * as vault from '../platform/vault.ts'

/** Uploaded sheets wait on disk sealed: half a million identity numbers in the clear are nobody's temporary file. */
const named = (id: string) => `imports/${id}`

export const keepSealed = (dataDir: string, crypto: Crypto, id: string, chunks: AsyncIterable<Buffer>) =>
  vault.keepSealed(dataDir, crypto, named(id), chunks)
export const readSealed = (dataDir: string, crypto: Crypto, id: string) => vault.readSealed(dataDir, crypto, named(id))
export const dropSealed = (dataDir: string, id: string) => vault.dropSealed(dataDir, named(id))
