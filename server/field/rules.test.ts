import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '../platform/clock.ts'
import { patrolDue } from './rules.ts'

test.each([
  ['never walked: on the day the plan begins, however long ago', '2026-09-01', 7, null, '2026-09-01'],
  ['walked: so many days later', '2026-09-01', 7, '2026-09-10', '2026-09-17'],
  ['over the end of a month', '2026-01-01', 30, '2026-01-31', '2026-03-02'],
  ['a plan that begins later is not due before', '2026-10-01', 7, '2026-09-01', '2026-10-01'],
])('a patrol is due: %s', (_, from, everyDays, last, due) => {
  expect(patrolDue({ from, everyDays, last })).toBe(due)
})

test('a later walk never brings a patrol forward', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => daysAfter('2024-01-01', n))
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 1, max: 366 }), (from, a, b, everyDays) => {
      const [first, second] = a < b ? [a, b] : [b, a]
      expect(patrolDue({ from, everyDays, last: first }) <= patrolDue({ from, everyDays, last: second })).toBe(true)
    }),
  )
})
