import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flags, lengthOf, placed, restEdges, scale, ticks, widthOf, wordsAt } from './layout.ts'

const [from, to] = ['2026-09-21T01:00:00.000Z', '2026-10-29T16:00:00.000Z']

test('time runs from left to right inside the box, and what lies outside is held at its edge', () => {
  const x = scale(from, to, 700)
  expect(x(from)).toBe(12)
  expect(x(to)).toBe(688)
  expect(x('2026-10-01T00:00:00Z')).toBeGreaterThan(x('2026-09-30T00:00:00Z'))
  expect(x('2030-01-01T00:00:00Z')).toBe(688)
})

test('ticks are midnights in China and far enough apart to be read', () => {
  for (const width of [280, 700, 3000]) {
    const list = ticks(from, to, width)
    const x = scale(from, to, width)
    expect(list.length).toBeGreaterThan(1)
    for (const t of list) expect(new Date(t).toISOString()).toMatch(/T16:00:00.000Z$/)
    for (let i = 1; i < list.length; i++)
      expect(x(list[i] as number) - x(list[i - 1] as number)).toBeGreaterThanOrEqual(64)
  }
})

test('a long life gets a wider drawing, a short one fills its box; fitted, every life fits', () => {
  expect(widthOf(from, '2026-09-22T01:00:00.000Z', 600, 1)).toBe(600)
  expect(widthOf(from, '2026-12-29T16:00:00.000Z', 600, 1)).toBeGreaterThan(1300)
  expect(widthOf(from, '2026-12-29T16:00:00.000Z', 600, 0)).toBe(600)
})

test('each step of zoom is twice as wide, up to the last', () => {
  expect(widthOf(from, to, 600, 2)).toBe(2 * widthOf(from, to, 600, 1))
  expect(widthOf(from, to, 600, 9)).toBe(widthOf(from, to, 600, 4))
})

test('flags touch neither each other nor the edges, wherever their poles stand', () => {
  const pole = fc.record({ x: fc.integer({ min: 0, max: 300 }), text: fc.constantFrom('现在', '承诺 10月28日') })
  fc.assert(
    fc.property(fc.array(pole, { maxLength: 6 }), (poles) => {
      const put = flags(poles, 300, 13)
      for (const [i, a] of put.entries()) {
        const end = a.from + lengthOf(a.text, 13)
        expect(a.from).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(300)
        for (const b of put.slice(i + 1))
          expect(a.row !== b.row || end < b.from || b.from + lengthOf(b.text, 13) < a.from).toBe(true)
      }
    }),
  )
})

test('flags that have room stand on the same row', () => {
  expect(
    flags(
      [
        { x: 40, text: '现在' },
        { x: 250, text: '法定' },
      ],
      300,
      13,
    ).map((f) => f.row),
  ).toEqual([0, 0])
})

test('a moment is a mark; a short stretch can still be seen; an open one ends now', () => {
  const x = scale(from, to, 700)
  const span = { from, to: from, kind: 'done' as const, label: '' }
  expect(placed(span, to, x)).toEqual({ mark: true, x: 12 })
  expect(placed({ ...span, to: '2026-09-21T01:01:00.000Z' }, to, x)).toMatchObject({ mark: false, width: 4 })
  expect(placed({ ...span, to: null }, to, x)).toMatchObject({ width: 676 })
})

test('rest days cover whole civil days', () => {
  const [a, b] = restEdges({ from: '2026-10-01', to: '2026-10-07' })
  expect((b - a) / 86_400_000).toBe(7)
})

test('a bar says its word where there is room for it, a long one again and again', () => {
  expect(wordsAt(100, 30, 39, 13)).toEqual([])
  expect(wordsAt(100, 60, 39, 13)).toEqual([106.5])
  const many = wordsAt(0, 1000, 39, 13)
  expect(many.length).toBeGreaterThan(3)
  expect((many.at(-1) as number) + 39).toBeLessThan(1000)
})
