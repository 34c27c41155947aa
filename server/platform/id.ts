import { randomBytes, randomInt } from 'node:crypto'
import { wallNow } from './clock.ts'

let [lastMs, count] = [0, 0]

/**
 * A UUID version 7 (RFC 9562): time first, then a counter, so that new rows land at the end of every index and those of one
 * act keep their order. Not business time.
 */
export function newId(): string {
  const ms = Math.max(wallNow().getTime(), lastMs)
  count = ms === lastMs ? count + 1 : 0
  lastMs = count > 0xfff ? ms + 1 : ms
  if (count > 0xfff) count = 0
  const b = randomBytes(16)
  b.writeUIntBE(lastMs, 0, 6)
  b.writeUInt16BE(0x7000 | count, 6)
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const h = b.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

// No I, O, Q, Z, 0, 1: nothing that can be misread on paper or misheard on the phone.
const letters = 'ABCDEFGHJKLMNPRSTUVWXY'
const digits = '23456789'

/** A reference number such as `KM3TR7PB`: eight characters, every third a digit so that it spells no word. 22^6·8^2 ≈ 7·10^9. */
export const newNumber = (): string =>
  Array.from({ length: 8 }, (_, i) => {
    const set = i % 3 === 2 ? digits : letters
    return set[randomInt(set.length)]
  }).join('')

/** What a person typed, read as a reference number: case, spaces and hyphens do not matter. */
export const readNumber = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
