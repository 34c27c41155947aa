import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deadline, type Segment } from './clock.ts'
import { type Clock, isLate, light, spent } from './standing.ts'
import { BeyondCalendar, makeCalendar } from './workdays.ts'

const calendar = makeCalendar(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../content/tongguan/calendar/holidays.json'), 'utf8')),
)
const at = (s: string) => new Date(`${s}:00+08:00`)
/** Five working days from Monday, 1 June 2026: the last is Monday, the 8th. */
const clock = (more: Partial<Clock> = {}): Clock => ({
  startedAt: at('2026-06-01T09:00'),
  limit: { amount: 5, unit: 'workday' },
  segments: [],
  ...more,
})
const stopped = (more: { to?: string; expectedEnd?: string } = {}): Segment[] => [
  { kind: 'stop', from: at('2026-06-02T10:00').toISOString(), reason: '鉴定', ...more },
]
const seen = (c: Clock, now: string) => {
  const due = deadline(calendar, c.startedAt, c.limit, c.segments)
  return [light(c, due, at(now)), isLate(c, due, at(now))]
}
const left = (c: Clock, now: string) => spent(calendar, c, at(now))

describe('1.6 lights', () => {
  test.each([
    ['green', false, '2026-06-04T23:59'],
    ['yellow', false, '2026-06-05T00:00'],
    ['yellow', false, '2026-06-08T23:59'],
    ['red', true, '2026-06-09T00:01'],
  ])('%s, late %s, at %s', (shown, late, now) => expect(seen(clock(), now)).toEqual([shown, late]))

  test('stopped from the moment it stops to the moment it goes on', () => {
    const c = clock({ segments: stopped({ to: at('2026-06-04T10:00').toISOString() }) })
    expect(
      ['2026-06-02T09:59', '2026-06-02T10:00', '2026-06-04T09:59', '2026-06-04T10:00'].map((t) => seen(c, t)[0]),
    ).toEqual(['green', 'stopped', 'stopped', 'green'])
  })
  test('an ended clock is done, keeps its deadline and whether it was late; it may end while it stands still', () => {
    const ended = (day: string, segments: Segment[] = []) =>
      seen(clock({ segments, endedAt: at(day) }), '2026-07-01T09:00')
    expect(ended('2026-06-08T17:00')).toEqual(['done', false])
    expect(ended('2026-06-10T17:00')).toEqual(['done', true])
    expect(ended('2026-06-20T17:00', stopped())).toEqual(['done', false])
  })
  test('a new year whose notice is missing takes no light down, but nobody counts in it', () => {
    const c = clock({ startedAt: at('2026-12-21T09:00') })
    expect(seen(c, '2027-01-04T09:00')).toEqual(['red', true])
    expect(() => left(c, '2027-01-04T09:00')).toThrow(BeyondCalendar)
  })
})

describe('R-B.10 what has run and what is left', () => {
  test('on the last day nothing is left and nothing is over', () => {
    const all = { unit: 'workday', elapsed: 5, remaining: 0, overdue: 0 }
    expect(left(clock(), '2026-06-08T09:00')).toEqual(all)
    expect(left(clock(), '2026-06-10T09:00')).toEqual({ ...all, elapsed: 7, overdue: 2 })
  })
  test('an ended clock runs no further', () =>
    expect(left(clock({ endedAt: at('2026-06-03T09:00') }), '2026-07-01T09:00')).toMatchObject({
      elapsed: 2,
      remaining: 3,
    }))
  test('a stop of unknown end, or one that outlasts what was expected, still stops', () => {
    const four = { elapsed: 1, remaining: 4, overdue: 0 }
    expect(left(clock({ segments: stopped() }), '2026-06-24T09:00')).toMatchObject(four)
    expect(left(clock({ segments: stopped({ expectedEnd: '2026-06-04' }) }), '2026-06-24T09:00')).toMatchObject(four)
  })
  test('months count in days, hours in hours', () => {
    const month = clock({ limit: { amount: 1, unit: 'month' } })
    expect(left(month, '2026-06-11T09:00')).toEqual({ unit: 'day', elapsed: 10, remaining: 20, overdue: 0 })
    const hours = clock({ limit: { amount: 24, unit: 'hour' } })
    expect(left(hours, '2026-06-02T12:30')).toEqual({ unit: 'hour', elapsed: 27.5, remaining: 0, overdue: 3.5 })
  })
})
