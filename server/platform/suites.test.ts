import { createCipheriv, createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mac, makeCrypto, suiteFrom } from './crypto.ts'

const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]

describe.each(['international', 'national'] as const)('the %s suite', (suite) => {
  const crypto = makeCrypto(keys, suite)
  test('gives back what was sealed, whatever it is, and never the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [a, b] = [crypto.seal(text), crypto.seal(text)]
        expect(crypto.unseal(a)).toBe(text)
        expect(a.equals(b)).toBe(false)
      }),
    )
  })
  test('notices any one bit changed', () => {
    const sealed = crypto.seal('340799195403120025')
    for (let i = 0; i < sealed.length * 8; i++) {
      const bent = Buffer.from(sealed)
      bent[i >> 3] = (bent[i >> 3] as number) ^ (1 << (i & 7))
      expect(() => crypto.unseal(bent)).toThrow()
    }
  })
  test('reads what older keys and the other suite sealed, and blinds the same way for ever', () => {
    const before = makeCrypto(keys.slice(0, 1), suite)
    expect(crypto.unseal(before.seal('旧'))).toBe('旧')
    const other = makeCrypto(keys, suite === 'national' ? 'international' : 'national')
    expect(crypto.unseal(other.seal('另'))).toBe('另')
    expect(crypto.blind('x')).toEqual(before.blind('x'))
    expect(crypto.blind('x')).not.toEqual(other.blind('x'))
  })
})

test.each(['sha256', 'sm3'])('the blind index is the HMAC of %s that everybody else reckons', (algorithm) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: 'binary' }), (key, text) => {
      const theirs = createHmac(algorithm, key).update(text, 'utf8').digest('hex')
      expect(mac(algorithm, Buffer.from(key))(text).toString('hex')).toBe(theirs)
    }),
    {
      examples: [1, 511, 512, 513, 5000].map(
        (n) => [new Uint8Array(64).fill(7), '邻'.repeat(n)] as [Uint8Array<ArrayBuffer>, string],
      ),
    },
  )
})

test('SM4 and SM3 are the standards’ own: their published examples come out', () => {
  // GB/T 32907 appendix A.1 and GB/T 32905 appendix A.1
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
})

test('the suite is chosen by name; another name stops the start', () => {
  expect(suiteFrom({})).toBe('international')
  expect(suiteFrom({ LINLI_CRYPTO: 'national' })).toBe('national')
  expect(() => suiteFrom({ LINLI_CRYPTO: 'rot13' })).toThrow('rot13')
})
