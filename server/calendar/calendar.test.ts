import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadline, explain, type Limit, type Segment } from './clock.ts'
import {
  type Calendar,
  countWorkdays,
  dateOf,
  dayKind,
  dayNumber,
  makeCalendar,
  restDays,
  startOf,
} from './workdays.ts'

const here = import.meta.dirname
const calendar: Calendar = makeCalendar(
  JSON.parse(readFileSync(join(here, '../../content/tongguan/calendar/holidays.json'), 'utf8')),
)
const at = (s: string) => new Date(`${s}:00+08:00`)
const wd = (amount: number): Limit => ({ amount, unit: 'workday' })
const last = (start: string, limit: Limit, segments: Segment[] = []) => {
  const { dueAt } = deadline(calendar, at(start), limit, segments)
  return dueAt && dateOf(Math.floor((dueAt.getTime() - 1 + 8 * 3_600_000) / 86_400_000))
}
const stop = (from: string, to?: string, expectedEnd?: string): Segment => ({
  kind: 'stop',
  from: at(from).toISOString(),
  ...(to && { to: at(to).toISOString() }),
  ...(expectedEnd && { expectedEnd }),
  reason: '鉴定',
})
const extend = (amount: number): Segment => ({
  kind: 'extend',
  at: at('2026-09-22T10:00').toISOString(),
  amount,
  reason: '复杂',
  by: '负责人',
})

describe('R-B.8 the starting day is not counted; the last day ends at 24:00', () => {
  test('five working days from Monday end the next Monday', () =>
    expect(last('2026-06-01T09:00', wd(5))).toBe('2026-06-08'))
  test('received just before midnight or just after it are two different days', () => {
    expect(last('2026-06-01T23:59', wd(1))).toBe('2026-06-02')
    expect(last('2026-06-02T00:00', wd(1))).toBe('2026-06-03')
  })
  test('due is the midnight after the last day, in China, wherever the machine stands', () => {
    expect(deadline(calendar, at('2026-06-01T09:00'), wd(5), []).dueAt?.toISOString()).toBe('2026-06-08T16:00:00.000Z')
  })
  test('hours start at the moment and are not moved', () => {
    expect(deadline(calendar, at('2026-10-01T22:30'), { amount: 24, unit: 'hour' }, []).dueAt?.toISOString()).toBe(
      '2026-10-02T14:30:00.000Z',
    )
  })
})

describe('R-B.9 make-up days are worked, holidays are not', () => {
  test('over 国庆 2026 with its make-up Saturday', () => expect(last('2026-09-30T09:00', wd(4))).toBe('2026-10-12'))
  test('over 春节 2026 with its make-up weekend days', () => {
    expect(dayKind(calendar, dayNumber('2026-02-14'))).toEqual({ worked: true, name: '春节调休上班' })
    expect(last('2026-02-13T09:00', wd(2))).toBe('2026-02-24')
  })
  test('春节 2020 as it was prolonged', () => expect(dayKind(calendar, dayNumber('2020-01-31')).worked).toBe(false))
  test('past the last published year a deadline is refused, never guessed', () => {
    expect(() => last('2026-12-20T09:00', wd(20))).toThrow('2027年的放假安排尚未录入')
    expect(() => last('2006-12-01T09:00', wd(1))).toThrow('2006年的放假安排尚未录入')
    expect(last('2026-12-20T09:00', wd(9))).toBe('2026-12-31')
  })
})

describe('calendar days and months (民法典 202, 203)', () => {
  test('a last day that is a rest day moves to the next working day', () => {
    expect(last('2026-09-21T09:00', { amount: 10, unit: 'day' })).toBe('2026-10-08') // 1 October is 国庆
    expect(last('2026-06-01T09:00', { amount: 15, unit: 'day' })).toBe('2026-06-16')
  })
  test('months keep the day, or take the month’s last', () => {
    expect(last('2024-01-31T09:00', { amount: 1, unit: 'month' })).toBe('2024-02-29')
    expect(last('2026-03-10T09:00', { amount: 2, unit: 'month' })).toBe('2026-05-11') // 10 May 2026 is a Sunday
  })
})

describe('R-1.5 a stop takes days out, an extension adds to the limit', () => {
  test('the day a stop begins still counts, the day it ends does not', () =>
    expect(last('2026-06-01T09:00', wd(5), [stop('2026-06-02T10:00', '2026-06-04T10:00')])).toBe('2026-06-10'))
  test('a stop within one day takes out nothing', () =>
    expect(last('2026-06-01T09:00', wd(5), [stop('2026-06-02T09:00', '2026-06-02T17:00')])).toBe('2026-06-08'))
  test('overlapping stops take a day out once', () => {
    expect(
      last('2026-06-01T09:00', wd(5), [
        stop('2026-06-02T10:00', '2026-06-04T10:00'),
        stop('2026-06-03T10:00', '2026-06-05T10:00'),
      ]),
    ).toBe('2026-06-11')
  })
  test('a stop over a holiday takes out no more than its working days', () =>
    expect(last('2026-09-28T09:00', wd(3), [stop('2026-09-30T09:00', '2026-10-08T09:00')])).toBe('2026-10-09'))
  test('an open stop: provisional with an expected end, no date without', () => {
    expect(
      deadline(calendar, at('2026-06-01T09:00'), wd(5), [stop('2026-06-02T10:00', undefined, '2026-06-04')]),
    ).toMatchObject({ provisional: true })
    expect(deadline(calendar, at('2026-06-01T09:00'), wd(5), [stop('2026-06-02T10:00')])).toEqual({
      dueAt: null,
      warnAt: null,
      provisional: true,
    })
  })
  test('an extension counts in the limit’s own unit', () =>
    expect(last('2026-06-01T09:00', wd(5), [extend(10)])).toBe('2026-06-23'))
})

test('1.6 yellow a fifth of the limit before the end, and one working day at least', () => {
  const warn = (n: number) => deadline(calendar, at('2026-06-01T09:00'), wd(n), []).warnAt?.toISOString()
  expect(warn(5)).toBe('2026-06-04T16:00:00.000Z') // the 5th, one working day before the 8th
  expect(warn(10)).toBe('2026-06-10T16:00:00.000Z') // two before the 15th
})

test('every step of a date is told, and a person can count them', () => {
  const steps = explain(calendar, at('2026-09-30T09:00'), wd(4), []).map((s) => s.text)
  expect(steps).toEqual([
    '9月30日开始，期限4个工作日，当日不计，次日起算',
    '10月1日—10月7日国庆节放假，不计',
    '10月10日国庆节调休上班，计',
    '10月11日周末，不计',
    '10月12日为最后一日，当日24时到期',
  ])
})

test('rest days are told in whole runs named after their holiday', () => {
  expect(restDays(calendar, '2026-09-24', '2026-10-12')).toEqual([
    { from: '2026-09-25', to: '2026-09-27', name: '中秋节放假' },
    { from: '2026-10-01', to: '2026-10-07', name: '国庆节放假' },
    { from: '2026-10-11', to: '2026-10-11', name: '周末' },
  ])
})

/** The slow way: walk day by day with a finger on the wall calendar. */
function byHand(start: string, amount: number, unit: 'workday' | 'day', stops: [number, number][]) {
  const first = dayNumber(start)
  const out = (d: number) => stops.some(([from, to]) => d > first + from && d <= first + to)
  let [day, left] = [first, amount]
  while (left > 0) {
    day++
    if (!out(day) && (unit === 'day' || dayKind(calendar, day).worked)) left--
  }
  while (unit === 'day' && !dayKind(calendar, day).worked) day++
  return dateOf(day)
}
const someStart = fc.integer({ min: dayNumber('2007-01-01'), max: dayNumber('2026-04-01') }).map(dateOf)
const someStops = fc.array(
  fc.tuple(fc.nat(40), fc.nat(25)).map(([from, length]) => [from, from + length] as [number, number]),
  { maxLength: 4 },
)
const asSegments = (start: string, stops: [number, number][]): Segment[] =>
  stops.map(([from, to]) => ({
    kind: 'stop',
    from: new Date(startOf(dayNumber(start) + from).getTime() + 36e5).toISOString(),
    to: new Date(startOf(dayNumber(start) + to).getTime() + 72e5).toISOString(),
    reason: '',
  }))

test('as counted by hand, for any start, limit and stops', () => {
  fc.assert(
    fc.property(
      someStart,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('workday' as const, 'day' as const),
      someStops,
      (start, amount, unit, stops) => {
        expect(last(`${start}T11:00`, { amount, unit }, asSegments(start, stops))).toBe(
          byHand(start, amount, unit, stops),
        )
      },
    ),
    { numRuns: 1500 },
  )
})
test('a further stop or extension never makes a deadline earlier', () => {
  fc.assert(
    fc.property(
      someStart,
      fc.integer({ min: 1, max: 60 }),
      someStops,
      fc.integer({ min: 1, max: 15 }),
      (start, amount, stops, more) => {
        const segments = asSegments(start, stops)
        const due = (s: Segment[]) => deadline(calendar, at(`${start}T11:00`), wd(amount), s).dueAt?.getTime() ?? 0
        for (let i = 0; i < segments.length; i++)
          expect(due(segments)).toBeGreaterThanOrEqual(due(segments.toSpliced(i, 1)))
        expect(due([...segments, extend(more)])).toBeGreaterThan(due(segments))
      },
    ),
    { numRuns: 500 },
  )
})
test('yellow comes before red, and never before the start', () => {
  fc.assert(
    fc.property(someStart, fc.integer({ min: 1, max: 60 }), (start, amount) => {
      const { dueAt, warnAt } = deadline(calendar, at(`${start}T11:00`), wd(amount), [])
      expect(warnAt?.getTime()).toBeLessThan(dueAt?.getTime() ?? 0)
      expect(countWorkdays(calendar, start, dateOf(Math.floor(((dueAt?.getTime() ?? 0) - 1 + 288e5) / 864e5)))).toBe(
        amount,
      )
    }),
    { numRuns: 500 },
  )
})

const published = join(here, '../../../shared/data/holiday-cn')
test.skipIf(!existsSync(published))('our table is the State Council’s notices, day by day', () => {
  const years = readdirSync(published).filter((f) => /^\d{4}\.json$/.test(f))
  let days = 0
  for (const f of years)
    for (const d of JSON.parse(readFileSync(join(published, f), 'utf8')).days as {
      date: string
      isOffDay: boolean
    }[]) {
      if (d.date < '2007-01-01' || d.date > '2026-12-31') continue
      expect(dayKind(calendar, dayNumber(d.date)).worked, d.date).toBe(!d.isOffDay)
      days++
    }
  expect(days).toBeGreaterThan(500)
})
