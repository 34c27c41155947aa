import { expect, test } from 'vitest'
import { placed, restEdges, scale, ticks, widthOf } from './layout.ts'

const [from, to] = ['2026-09-21T01:00:00.000Z', '2026-10-29T16:00:00.000Z']

test('time runs from left to right inside the box, and what lies outside is held at its edge', () => {
  const x = scale(from, to, 700)
  expect(x(from)).toBe(12)
  expect(x(to)).toBe(688)
  expect(x('2026-10-01T00:00:00Z')).toBeGreaterThan(x('2026-09-30T00:00:00Z'))
  expect(x('2030-01-01T00:00:00Z')).toBe(688)
})

test('ticks are midnights in China and far enough apart to be read', () => {
  const list = ticks(from, to, 700)
  const x = scale(from, to, 700)
  for (const t of list) expect(new Date(t).toISOString()).toMatch(/T16:00:00.000Z$/)
  for (let i = 1; i < list.length; i++)
    expect(x(list[i] as number) - x(list[i - 1] as number)).toBeGreaterThanOrEqual(60)
})

test('a long life gets a wider drawing, a short one fills its box', () => {
  expect(widthOf(from, '2026-09-22T01:00:00.000Z', 600)).toBe(600)
  expect(widthOf(from, '2026-12-29T16:00:00.000Z', 600)).toBeGreaterThan(1300)
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
