import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dateOf, dayKind, dayNumber, makeCalendar } from '../server/calendar/workdays.ts'
import { asFile, holidayTable, ours } from './holidays.ts'

const published = join(import.meta.dirname, '../../shared/data/holiday-cn')
describe.skipIf(!existsSync(published))('our table is the State Council’s notices', () => {
  test('word for word, as the tool makes it', () =>
    expect(asFile(holidayTable(published))).toBe(readFileSync(ours, 'utf8')))

  test('day by day: what no notice names is worked from Monday to Friday', () => {
    const notices = readdirSync(published).filter((f) => /^\d{4}\.json$/.test(f))
    const named = new Map<string, boolean>(
      notices.flatMap((f) =>
        (
          JSON.parse(readFileSync(join(published, f), 'utf8')).days as {
            date: string
            isOffDay: boolean
          }[]
        ).map((d) => [d.date, !d.isOffDay]),
      ),
    )
    const calendar = makeCalendar(JSON.parse(readFileSync(ours, 'utf8')))
    expect([dateOf(calendar.from), dateOf(calendar.to)]).toEqual(['2007-01-01', '2026-12-31'])
    for (let day = dayNumber('2007-01-01'); day <= dayNumber('2026-12-31'); day++) {
      const date = dateOf(day)
      const monday = (new Date(date).getUTCDay() + 6) % 7
      expect(dayKind(calendar, day).worked, date).toBe(named.get(date) ?? monday < 5)
    }
  })
})

describe('R-B.9 a table from yearly notices', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holidays-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const notice = (year: number, ...days: [date: string, isOffDay: boolean][]) =>
    writeFileSync(
      join(folder, `${year}.json`),
      JSON.stringify({ year, days: days.map(([date, isOffDay]) => ({ name: '元旦', date, isOffDay })) }),
    )

  test('a year not yet published is left out', () => {
    notice(2026, ['2026-01-01', true])
    notice(2027)
    expect(holidayTable(folder)).toMatchObject({ first: 2026, last: 2026, off: { '2026-01-01': '元旦' }, work: {} })
  })
  test('a hole between two years is refused', () => {
    notice(2024, ['2024-01-01', true])
    notice(2025)
    notice(2026, ['2026-01-01', true])
    expect(() => holidayTable(folder)).toThrow('2025')
  })
  test('a day of which two notices say different things is refused', () => {
    notice(2025, ['2025-12-31', false])
    notice(2026, ['2025-12-31', true])
    expect(() => holidayTable(folder)).toThrow('2025-12-31')
  })
  test('a folder without notices is refused', () => expect(() => holidayTable(folder)).toThrow('no year'))
})
