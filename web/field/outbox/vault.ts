/**
 * What lies on the phone is sealed with AES-GCM under a key derived from the account's lock, which only the server gives, to a session
 * of that account. The browser keeps the keys as objects whose bytes no script can read; without them (after sign-out) what is left is
 * closed until the same account signs in again. See README.md for what this can promise and what it cannot.
 */
export type Keys = { data: CryptoKey; tags: CryptoKey }
type Bytes = Uint8Array<ArrayBuffer>
export type Vault = {
  /** `name` is bound to it: what was sealed under one name does not open under another. */
  seal(name: string, what: Bytes | object): Promise<Bytes>
  open(name: string, sealed: Bytes): Promise<Bytes>
  openJson<T>(name: string, sealed: Bytes): Promise<T>
  /** The same text gives the same tag, and a tag tells nothing about the text. */
  tag(text: string): Promise<string>
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const nonceLength = 12

export async function keysFrom(lock: Bytes): Promise<Keys> {
  const root = await crypto.subtle.importKey('raw', lock, 'HKDF', false, ['deriveKey'])
  const derive = (info: string, type: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) },
      root,
      type,
      false,
      uses,
    )
  const [data, tags] = await Promise.all([
    derive('linli field data', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('linli field tags', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  ])
  return { data, tags }
}

export function vaultOf({ data, tags }: Keys): Vault {
  const open = async (name: string, sealed: Bytes) =>
    new Uint8Array(
      await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: sealed.subarray(0, nonceLength), additionalData: utf8(name) },
        data,
        sealed.subarray(nonceLength),
      ),
    )
  return {
    async seal(name, what) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceLength))
      const bytes = what instanceof Uint8Array ? what : utf8(JSON.stringify(what))
      const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(name) }, data, bytes)
      const sealed = new Uint8Array(nonceLength + body.byteLength)
      sealed.set(iv)
      sealed.set(new Uint8Array(body), nonceLength)
      return sealed
    },
    open,
    openJson: async (name, sealed) => JSON.parse(new TextDecoder().decode(await open(name, sealed))),
    async tag(text) {
      const signed = new Uint8Array(await crypto.subtle.sign('HMAC', tags, utf8(text)))
      return Array.from(signed.subarray(0, 16), (b) => b.toString(16).padStart(2, '0')).join('')
    },
  }
}

export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}
