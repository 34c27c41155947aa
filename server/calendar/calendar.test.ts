import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deadline, explain, type Limit, type Segment } from './clock.ts'
import {
  addWorkdays,
  BeyondCalendar,
  type Calendar,
  countWorkdays,
  dateOf,
  dayKind,
  dayNumber,
  makeCalendar,
  restDays,
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
  test('春节 2020 as it was prolonged', () => {
    expect(dayKind(calendar, dayNumber('2020-01-31'))).toEqual({ worked: false, name: '春节放假' })
    expect(last('2020-01-23T09:00', wd(1))).toBe('2020-02-03')
  })
  test('over the turn of the year and over 29 February', () => {
    expect(last('2025-12-31T09:00', wd(1))).toBe('2026-01-04') // a Sunday made up for 2 January
    expect(last('2024-02-28T09:00', wd(2))).toBe('2024-03-01')
    expect(last('2023-02-27T09:00', wd(2))).toBe('2023-03-01')
  })
  test('adding and counting working days undo each other', () => {
    expect(addWorkdays(calendar, '2026-09-30', 4)).toBe('2026-10-12')
    expect(countWorkdays(calendar, '2026-09-30', '2026-10-12')).toBe(4)
  })
  test('past the last published year a deadline is refused, never guessed', () => {
    expect(() => last('2026-12-20T09:00', wd(20))).toThrow('2027年的放假安排尚未录入')
    expect(() => last('2006-12-01T09:00', wd(1))).toThrow('2006年的放假安排尚未录入')
    expect(last('2026-12-20T09:00', wd(9))).toBe('2026-12-31')
    expect(() => last('2026-12-30T09:00', { amount: 3, unit: 'day' })).toThrow(BeyondCalendar)
    expect(() => addWorkdays(calendar, '2026-12-31', 1)).toThrow('2027年')
    expect(() => countWorkdays(calendar, '2026-12-31', '2028-01-04')).toThrow('2028年')
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
  test('one of two open stops of unknown length is enough for no date', () =>
    expect(
      last('2026-06-01T09:00', wd(5), [stop('2026-06-02T10:00', undefined, '2026-06-04'), stop('2026-06-03T10:00')]),
    ).toBe(null))
  test('what is over cannot be stopped: a stop begun after the last day moves nothing, and is not waited for', () => {
    expect(deadline(calendar, at('2026-06-01T09:00'), wd(5), [stop('2026-06-09T10:00')])).toMatchObject({
      dueAt: at('2026-06-09T00:00'),
      provisional: false,
    })
    const hours: Limit = { amount: 24, unit: 'hour' }
    const late = [stop('2026-06-02T10:00', '2026-06-05T10:00')]
    expect(deadline(calendar, at('2026-06-01T09:00'), hours, late).dueAt).toEqual(at('2026-06-02T09:00'))
  })
  test('from hours a stop takes out exactly what it lasted, overlaps once', () => {
    const stops = [stop('2026-06-01T10:30', '2026-06-01T12:00'), stop('2026-06-01T11:00', '2026-06-01T13:15')]
    const { dueAt, warnAt } = deadline(calendar, at('2026-06-01T09:00'), { amount: 10, unit: 'hour' }, stops)
    expect(dueAt).toEqual(at('2026-06-01T21:45'))
    expect(warnAt).toEqual(at('2026-06-01T19:45'))
  })
  test('a last day does not move to a day on which the clock stands still', () =>
    expect(last('2026-06-01T09:00', { amount: 12, unit: 'day' }, [stop('2026-06-13T09:00', '2026-06-16T09:00')])).toBe(
      '2026-06-17',
    )) // 12 days end on Saturday the 13th
  test('an extension counts in the limit’s own unit', () =>
    expect(last('2026-06-01T09:00', wd(5), [extend(10)])).toBe('2026-06-23'))
})

test('1.6 yellow a fifth of the limit before the end, and one working day at least', () => {
  const warn = (n: number) => deadline(calendar, at('2026-06-01T09:00'), wd(n), []).warnAt?.toISOString()
  expect(warn(5)).toBe('2026-06-04T16:00:00.000Z') // the 5th, one working day before the 8th
  expect(warn(9)).toBe('2026-06-10T16:00:00.000Z') // the 11th, one before the 12th: a fifth of 9 is less than two
  expect(warn(10)).toBe('2026-06-10T16:00:00.000Z') // two before the 15th
  expect(warn(1)).toBe('2026-06-01T01:00:00.000Z') // at once
  const early = { least: 3, share: 0.5 }
  expect(deadline(calendar, at('2026-06-01T09:00'), wd(5), [], early).warnAt).toEqual(at('2026-06-03T00:00'))
  expect(deadline(calendar, at('2026-06-01T09:00'), wd(8), [], early).warnAt).toEqual(at('2026-06-05T00:00'))
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

describe('what else is told', () => {
  const told = (start: string, limit: Limit, segments: Segment[] = []) =>
    explain(calendar, at(start), limit, segments).map((s) => s.text)
  test('a make-up day that a stop takes out is not said to count', () =>
    expect(told('2026-09-28T09:00', wd(3), [stop('2026-09-30T09:00', '2026-10-10T09:00')])).toEqual([
      '9月28日开始，期限3个工作日，当日不计，次日起算',
      '10月1日—10月10日鉴定，不计',
      '10月1日—10月7日国庆节放假，不计',
      '10月11日周末，不计',
      '10月12日为最后一日，当日24时到期',
    ]))
  test('that the last day moved, and why', () =>
    expect(told('2026-09-21T09:00', { amount: 10, unit: 'day' })).toEqual([
      '9月21日开始，期限10日，当日不计，次日起算',
      '10月1日期满，当日为休息日（国庆节放假），顺延',
      '10月8日为最后一日，当日24时到期',
    ]))
  test('the year, where it is another one', () =>
    expect(told('2025-12-30T09:00', wd(2)).slice(1)).toEqual([
      '2026年1月1日—2026年1月3日元旦放假，不计',
      '2026年1月4日元旦调休上班，计',
      '2026年1月4日为最后一日，当日24时到期',
    ]))
  test('hours by the minute', () =>
    expect(
      told('2026-06-01T09:00', { amount: 24, unit: 'hour' }, [stop('2026-06-01T10:00', '2026-06-02T11:30')]),
    ).toEqual(['6月1日09:00开始，期限24小时，即时起算', '6月1日10:00—6月2日11:30鉴定，不计', '6月3日10:30到期']))
  test('stops: expected, of unknown end, within a day, too late', () => {
    const of = (...s: Segment[]) => told('2026-06-01T09:00', wd(4), s).slice(1)
    expect(of(stop('2026-06-02T09:00', undefined, '2026-06-04'))).toEqual([
      '6月3日—6月4日鉴定，不计（预计）',
      '6月6日—6月7日周末，不计',
      '6月9日为最后一日，当日24时到期（特别程序如期结束时）',
    ])
    expect(of(stop('2026-06-02T09:00'))).toEqual([
      '6月2日起鉴定，不计，结束日期未定',
      '特别程序没有预计结束日期，到期日待定',
    ])
    expect(of(stop('2026-06-02T09:00', '2026-06-02T17:00'), stop('2026-06-08T09:00', '2026-06-10T09:00'))).toEqual([
      '6月2日鉴定，当日起止，照计',
      '6月5日为最后一日，当日24时到期',
      '6月8日鉴定，期限已满，不影响到期日',
    ])
  })
  test('an extension, with who allowed it', () =>
    expect(told('2026-09-21T09:00', wd(2), [extend(2)]).slice(1)).toEqual([
      '9月22日负责人批准延长2个工作日：复杂',
      '9月25日—9月27日中秋节放假，不计',
      '9月28日为最后一日，当日24时到期',
    ]))
})

test('rest days are told in whole runs named after their holiday', () => {
  expect(restDays(calendar, '2026-09-24', '2026-10-12')).toEqual([
    { from: '2026-09-25', to: '2026-09-27', name: '中秋节放假' },
    { from: '2026-10-01', to: '2026-10-07', name: '国庆节放假' },
    { from: '2026-10-11', to: '2026-10-11', name: '周末' },
  ])
})
