import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Personal data at rest (design §8). `seal` is AES-256-GCM under the current key; the key's number travels with the
 * ciphertext so that keys can be rotated. `blind` is a keyed hash for looking up equal values without reading them.
 */
export type Crypto = { seal(text: string): Buffer; unseal(sealed: Buffer): string; blind(text: string): Buffer }

const version = 1

/** Layout: version byte, key number (1 byte), nonce (12), tag (16), ciphertext. Throws when tampered with or the key is unknown. */
export function makeCrypto(keys: Buffer[]): Crypto {
  if (!keys.length || keys.some((k) => k.length !== 32))
    throw new Error('every key for personal data must be 32 bytes in base64')
  const newest = keys.length - 1
  const dataKey = keys.map((k) => Buffer.from(hkdfSync('sha256', k, '', 'linli data', 32)))
  const blindKey = Buffer.from(hkdfSync('sha256', keys[0] as Buffer, '', 'linli blind index', 32))
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', dataKey[newest] as Buffer, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version, newest]), nonce, cipher.getAuthTag(), body])
    },
    unseal(sealed) {
      const key = dataKey[sealed[1] ?? -1]
      if (sealed[0] !== version || !key) throw new Error('sealed with a key this server does not have')
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(2, 14))
      decipher.setAuthTag(sealed.subarray(14, 30))
      return Buffer.concat([decipher.update(sealed.subarray(30)), decipher.final()]).toString('utf8')
    },
    blind: (text) => createHmac('sha256', blindKey).update(text, 'utf8').digest().subarray(0, 16),
  }
}

/**
 * LINLI_KEYS: comma-separated base64 keys of 32 bytes, oldest first. Without it, one is made on first start in the data
 * folder, readable by the owner alone: back it up apart from the database, for without it the personal data are gone.
 */
export function loadCrypto(dataDir: string, env = process.env): Crypto {
  const given = env.LINLI_KEYS?.split(',').map((k) => Buffer.from(k.trim(), 'base64'))
  if (given) return makeCrypto(given)
  const path = join(dataDir, 'keys')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return makeCrypto(
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((k) => Buffer.from(k, 'base64')),
  )
}

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
