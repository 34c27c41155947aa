import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Personal data at rest. `seal` encrypts and authenticates under the newest key; the suite and the key's number travel with the
 * ciphertext, so that keys can be rotated and what either suite sealed stays readable. `blind` is a keyed hash for looking up
 * equal values without reading them.
 */
export type Crypto = {
  seal(text: string | Buffer): Buffer
  unseal(sealed: Buffer): string
  unsealBytes(sealed: Buffer): Buffer
  blind(text: string): Buffer
  /** Was this sealed under the key and suite that `seal` uses today? If not, `npm run rekey` has work. */
  fresh(sealed: Buffer): boolean
}
export type Suite = 'international' | 'national'

type Keys = { data: KeyObject; tag: KeyObject }
type Cipher = {
  /** The first byte of what it seals. */
  version: number
  nonce: number
  /** The 32 bytes as the cipher wants them; made once, for a key made anew from bytes each time costs five times the cipher. */
  keys(bytes: Buffer): Keys
  encrypt(keys: Keys, nonce: Buffer, text: Buffer): { body: Buffer; tag: Buffer }
  /** Throws where the tag does not fit. */
  decrypt(keys: Keys, nonce: Buffer, body: Buffer, tag: Buffer): Buffer
  hash: 'sha256' | 'sm3'
}

const aesGcm: Cipher = {
  version: 1,
  nonce: 12,
  hash: 'sha256',
  keys: (bytes) => ({ data: createSecretKey(bytes), tag: createSecretKey(bytes) }),
  encrypt({ data }, nonce, text) {
    const cipher = createCipheriv('aes-256-gcm', data, nonce)
    const body = cipher.update(text)
    cipher.final() // makes the tag; nothing of the text is left for it
    return { body, tag: cipher.getAuthTag() }
  },
  decrypt({ data }, nonce, body, tag) {
    const decipher = createDecipheriv('aes-256-gcm', data, nonce)
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(body), decipher.final()])
  },
}

/** SM4 in counter mode, then HMAC-SM3 over nonce and ciphertext (GB/T 32907, GB/T 32905): OpenSSL offers no SM4-GCM by name. */
const sm4Hmac: Cipher = {
  version: 2,
  nonce: 16,
  hash: 'sm3',
  keys: (bytes) => ({ data: createSecretKey(bytes.subarray(0, 16)), tag: createSecretKey(bytes.subarray(16)) }),
  encrypt(keys, nonce, text) {
    const cipher = createCipheriv('sm4-ctr', keys.data, nonce)
    const body = Buffer.concat([cipher.update(text), cipher.final()])
    return { body, tag: sm3Tag(keys, nonce, body) }
  },
  decrypt(keys, nonce, body, tag) {
    if (!timingSafeEqual(sm3Tag(keys, nonce, body), tag)) throw new Error('the sealed value was changed')
    const decipher = createDecipheriv('sm4-ctr', keys.data, nonce)
    return Buffer.concat([decipher.update(body), decipher.final()])
  },
}
const sm3Tag = (keys: Keys, nonce: Buffer, body: Buffer) =>
  createHmac('sm3', keys.tag).update(nonce).update(body).digest().subarray(0, 16)
const suites: Record<Suite, Cipher> = { international: aesGcm, national: sm4Hmac }

/** Random bytes, drawn a page at a time: half a million draws of twelve cost more than the encryption. Each byte is used once. */
let [pool, used] = [Buffer.alloc(0), 0]
function freshBytes(n: number): Buffer {
  if (used + n > pool.length) [pool, used] = [randomBytes(4096), 0]
  used += n
  return pool.subarray(used - n, used)
}

/**
 * HMAC as RFC 2104 spells it, of two hashes at one stroke: a createHmac object costs four times as much, and an import makes a million
 * and a half of them. For keys of up to 64 bytes, the block of both hashes.
 */
export function mac(algorithm: string, key: Buffer): (text: string) => Buffer {
  const padded = (pad: number) => Buffer.alloc(64, pad).map((b, i) => b ^ (key[i] ?? 0))
  const room = 3 * 512
  const [inner, outer] = [Buffer.concat([padded(0x36)], 64 + room), Buffer.concat([padded(0x5c)], 96)]
  // Out of the hash as text: a buffer of its own for 32 bytes costs more than hashing them.
  const short = (bytes: Buffer) => hash(algorithm, bytes, 'binary')
  return (text) => {
    const long = text.length * 3 > room
    const all = long
      ? Buffer.concat([inner.subarray(0, 64), Buffer.from(text)])
      : inner.subarray(0, 64 + inner.write(text, 64))
    outer.write(short(all), 64, 'latin1')
    return Buffer.from(short(outer), 'latin1')
  }
}

/**
 * Layout: suite (1 byte), key number (1), nonce, tag (16), ciphertext. Throws when tampered with or the key is unknown. A key's number is its
 * place in the list: where one was dropped, null keeps the place. What blinds is made of the oldest key that is there.
 */
export function makeCrypto(keys: (Buffer | null)[], suite: Suite = 'international'): Crypto {
  if (!keys.at(-1) || keys.some((k) => k && k.length !== 32))
    throw new Error('every key for personal data must be 32 bytes in base64, the newest last')
  const oldest = keys.find((k) => k !== null) as Buffer
  const newest = keys.length - 1
  const own = suites[suite]
  const derive = (algorithm: string, key: Buffer, what: string) => Buffer.from(hkdfSync(algorithm, key, '', what, 32))
  const dataKeys = new Map(
    Object.values(suites).map((c) => [c.version, keys.map((k) => k && c.keys(derive(c.hash, k, 'linli data')))]),
  )
  const blind = mac(own.hash, derive(own.hash, oldest, 'linli blind index'))
  const unsealBytes = (sealed: Buffer) => {
    const cipher = Object.values(suites).find((c) => c.version === sealed[0])
    const key = cipher && dataKeys.get(cipher.version)?.[sealed[1] ?? -1]
    if (!cipher || !key) throw new Error('sealed with a key this server does not have')
    const [nonceEnd, tagEnd] = [2 + cipher.nonce, 2 + cipher.nonce + 16]
    const tag = sealed.subarray(nonceEnd, tagEnd)
    return cipher.decrypt(key, sealed.subarray(2, nonceEnd), sealed.subarray(tagEnd), tag)
  }
  return {
    seal(text) {
      const nonce = freshBytes(own.nonce)
      const key = dataKeys.get(own.version)?.[newest] as Keys
      const { body, tag } = own.encrypt(key, nonce, typeof text === 'string' ? Buffer.from(text, 'utf8') : text)
      return Buffer.concat([Buffer.from([own.version, newest]), nonce, tag, body])
    },
    unsealBytes,
    unseal: (sealed) => unsealBytes(sealed).toString('utf8'),
    fresh: (sealed) => sealed[0] === own.version && sealed[1] === newest,
    blind: (text) => blind(text).subarray(0, 16),
  }
}

/** LINLI_CRYPTO: which suite a deployment seals with. Changing it later needs `npm run rekey`: every blind index is made anew. */
export function suiteFrom(env: Record<string, string | undefined>): Suite {
  const named = env.LINLI_CRYPTO ?? 'international'
  if (named !== 'international' && named !== 'national')
    throw new Error(`LINLI_CRYPTO is international or national, not ${named}`)
  return named
}

/**
 * LINLI_KEYS: comma-separated base64 keys of 32 bytes, oldest first, `-` in the place of one that was dropped. Without it, one is made on first start in the data
 * folder, readable by the owner alone: back it up apart from the database, for without it the personal data are gone.
 */
export function loadCrypto(dataDir: string, env = process.env): Crypto {
  const given = env.LINLI_KEYS?.split(',').map(keyFrom)
  const suite = suiteFrom(env)
  if (given) return makeCrypto(given, suite)
  const path = join(dataDir, 'keys')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return makeCrypto(readFileSync(path, 'utf8').trim().split('\n').map(keyFrom), suite)
}

const keyFrom = (text: string): Buffer | null => (text.trim() === '-' ? null : Buffer.from(text.trim(), 'base64'))

/** 3407***********123X: the first four and the last four of an identity number. */
export const maskIdNumber = (s: string) =>
  s.length < 8 ? '*'.repeat(s.length) : s.slice(0, 4) + '*'.repeat(s.length - 8) + s.slice(-4)
/** 138****5678 */
export const maskPhone = (s: string) => (s.length < 7 ? '*'.repeat(s.length) : `${s.slice(0, 3)}****${s.slice(-4)}`)
/** 王*英: the family name and the last character. */
export function maskName(s: string): string {
  const c = [...s]
  return c.length <= 1 ? s : c.length === 2 ? `${c[0]}*` : `${c[0]}${'*'.repeat(c.length - 2)}${c.at(-1)}`
}
