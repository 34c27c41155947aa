import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf, scaleOf } from './timeline.ts'

const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((n) => new Date(Date.UTC(1945, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const stay = fc.tuple(day, day, fc.boolean()).map(([a, b, open]) => {
  const [from, to] = [a, b].sort() as [string, string]
  return { from, to: open ? null : to }
})

test('every bar lies within the picture, later ones not before earlier ones, and few years are named', () => {
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 8 }), day, (stays, last) => {
      const today = stays.reduce((max, s) => (max > (s.to ?? s.from) ? max : (s.to ?? s.from)), last)
      const scale = scaleOf(stays, today)
      expect(scale.ticks.length).toBeLessThanOrEqual(7)
      const bars = barsOf(stays, scale)
      for (const b of bars) expect([b.left >= 0, b.left + b.width <= 100.0001, b.width > 0]).toEqual([true, true, true])
      const lefts = bars.map((b) => b.left)
      for (const [i, left] of lefts.entries()) if (i) expect(left).toBeGreaterThanOrEqual((lefts[i - 1] ?? 0) - 0.81)
    }),
  )
})

test('a stay of half the time is half as wide', () => {
  const scale = scaleOf([{ from: '2020-01-01', to: null }], '2024-01-01')
  const [bar] = barsOf([{ from: '2022-01-01', to: null }], scale)
  expect(Math.round(bar?.width ?? 0)).toBe(50)
})
