/** Chance that is the same every time (sfc32), from words that say what it is for. */
export type Chance = {
  next(): number
  int(from: number, to: number): number
  of<T>(list: readonly T[]): T
  is(share: number): boolean
}

export function chance(...words: (string | number)[]): Chance {
  let h = 1779033703
  for (const c of words.join('|')) h = Math.imul(h ^ c.charCodeAt(0), 3432918353) | 0
  let [a, b, c, d] = [h, h ^ 0x9e3779b9, h ^ 0x243f6a88, 1]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t || 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, int, of: (list) => list[int(0, list.length - 1)] as never, is: (share) => next() < share }
}
