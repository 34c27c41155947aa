import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadline, explain, type Limit, type Segment } from './clock.ts'
import { type Clock, isLate, light, spent } from './standing.ts'
import { makeCalendar } from './workdays.ts'

/** The slow way: walk with a finger on the wall calendar, a day at a time; for hours a quarter at a time. */
const table = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../content/tongguan/calendar/holidays.json'), 'utf8'),
)
const calendar = makeCalendar(table)
const wallDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const dates = new Map<number, string>()
function dateAt(t: number) {
  const known = dates.get(t) ?? wallDate.format(t)
  dates.set(t, known)
  return known
}
const day = 86_400_000
const quarter = 900_000
const next = (date: string, by = 1) => new Date(Date.parse(date) + by * day).toISOString().slice(0, 10)
const rests = (date: string) =>
  !(date in table.work) && (date in table.off || [0, 6].includes(new Date(date).getUTCDay()))

type Stop = { kind: 'stop'; from: string; to: string; reason: string }
const isStop = (s: Segment): s is Stop => s.kind === 'stop'
const isOut = (segments: Segment[], date: string) =>
  segments.some((s) => isStop(s) && dateAt(Date.parse(s.from)) < date && date <= dateAt(Date.parse(s.to)))
const counts = (c: Clock, date: string) =>
  date > dateAt(+c.startedAt) && !isOut(c.segments, date) && !(c.limit.unit === 'workday' && rests(date))
const amountOf = (c: Clock) => c.limit.amount + c.segments.reduce((n, s) => n + (s.kind === 'extend' ? s.amount : 0), 0)

function unitsOf(c: Clock) {
  if (c.limit.unit !== 'month') return amountOf(c)
  const start = dateAt(+c.startedAt)
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + amountOf(c)
  const in2 = (n: number) => String(n).padStart(2, '0')
  for (let d = Number(start.slice(8)); ; d--) {
    const date = `${Math.floor(months / 12)}-${in2((months % 12) + 1)}-${in2(d)}`
    const t = new Date(`${date}T00:00:00Z`)
    if (!Number.isNaN(+t) && t.toISOString().startsWith(date)) return (+t - Date.parse(start)) / day
  }
}
function lastDay(c: Clock) {
  let [date, left] = [dateAt(+c.startedAt), unitsOf(c)]
  while (left > 0) {
    date = next(date)
    if (counts(c, date)) left--
  }
  if (c.limit.unit !== 'workday' && rests(date))
    do date = next(date)
    while (rests(date) || isOut(c.segments, date))
  return date
}
function standsIn(c: Clock) {
  const spans = c.segments.filter(isStop).map((s) => [Date.parse(s.from), Date.parse(s.to)] as const)
  return (t: number) => spans.some(([from, to]) => from <= t && t < to)
}
function lastMoment(c: Clock) {
  const stands = standsIn(c)
  let [t, left] = [+c.startedAt, amountOf(c) * 4]
  for (; left > 0; t += quarter) if (!stands(t)) left--
  return t
}
const dueOf = (c: Clock) => (c.limit.unit === 'hour' ? lastMoment(c) : Date.parse(`${next(lastDay(c))}T00:00:00+08:00`))
function elapsedAt(c: Clock, now: number) {
  const stands = standsIn(c)
  let n = 0
  if (c.limit.unit === 'hour') for (let t = +c.startedAt; t < now; t += quarter) n += stands(t) ? 0 : 0.25
  else for (let date = dateAt(+c.startedAt); date <= dateAt(now); date = next(date)) n += counts(c, date) ? 1 : 0
  return n
}

const quarters = (days: number) => fc.integer({ min: 0, max: days * 96 })
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant('workday' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 90 }), unit: fc.constant('day' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 200 }), unit: fc.constant('hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 6 }), unit: fc.constant('month' as const) }),
)
const starts = fc
  .integer({ min: Date.parse('2007-01-01T00:00:00+08:00') / quarter, max: Date.parse('2025-03-01') / quarter })
  .map((n) => n * quarter)
/** Stops begin before, within and after the limit, overlap, touch and last from nothing to a month. */
const stopsFrom = (start: number) =>
  fc.tuple(quarters(90), quarters(25), fc.boolean()).map(([from, length, brief]): Segment => {
    const at = start + (from - 5 * 96) * quarter
    const to = at + (brief ? Math.floor(length / 30) : length) * quarter
    return { kind: 'stop', from: new Date(at).toISOString(), to: new Date(to).toISOString(), reason: '鉴定' }
  })
const extensionOf = (start: number, { unit }: Limit) =>
  fc
    .integer({ min: 1, max: unit === 'month' ? 2 : 15 })
    .map(
      (amount): Segment => ({ kind: 'extend', at: new Date(start).toISOString(), amount, reason: '复杂', by: '局长' }),
    )
const clocks: fc.Arbitrary<Clock> = fc.tuple(starts, limits).chain(([start, limit]) => {
  const segment = fc.oneof({ weight: 5, arbitrary: stopsFrom(start) }, extensionOf(start, limit))
  return fc.array(segment, { maxLength: 5 }).map((segments): Clock => ({ startedAt: new Date(start), limit, segments }))
})
const deadlineOf = (c: Clock) => deadline(calendar, c.startedAt, c.limit, c.segments)

test('a deadline is the one counted by hand, for any start, limit and segments', () => {
  fc.assert(
    fc.property(clocks, (c) => {
      expect(deadlineOf(c).dueAt?.toISOString()).toBe(new Date(dueOf(c)).toISOString())
    }),
    { numRuns: 3000 },
  )
})

test('a further stop never makes a deadline earlier, an extension always makes it later', () => {
  const both = clocks.chain((c) =>
    fc.tuple(fc.constant(c), stopsFrom(+c.startedAt), extensionOf(+c.startedAt, c.limit)),
  )
  fc.assert(
    fc.property(both, ([c, stop, extend]) => {
      const due = (more: Segment[]) => Number(deadlineOf({ ...c, segments: [...c.segments, ...more] }).dueAt)
      expect(due([stop])).toBeGreaterThanOrEqual(due([]))
      if (c.limit.unit === 'day')
        expect(due([extend])).toBeGreaterThanOrEqual(due([])) // both may move to one working day
      else expect(due([extend])).toBeGreaterThan(due([]))
    }),
    { numRuns: 1500 },
  )
})

test('R-B.10 elapsed is the sum of what ran; elapsed, remaining and overdue agree with the deadline and its light', () => {
  const seen = new Set<string>()
  const moments = clocks.chain((c) => fc.tuple(fc.constant(c), quarters(150)))
  fc.assert(
    fc.property(moments, ([c, later]) => {
      const now = new Date(+c.startedAt + later * quarter)
      const due = deadlineOf(c)
      const s = spent(calendar, c, now)
      expect(s.elapsed).toBe(elapsedAt(c, +now))
      const whole = elapsedAt(c, Number(due.dueAt) - 1)
      expect(s.elapsed + s.remaining - s.overdue).toBe(whole)
      expect(Math.min(s.remaining, s.overdue)).toBe(0)

      const shown = light(c, due, now)
      seen.add(shown)
      expect(shown === 'stopped').toBe(standsIn(c)(+now))
      if (shown === 'stopped') return
      expect(shown === 'red').toBe(now >= (due.dueAt as Date))
      if (s.overdue > 0) expect(shown).toBe('red')
      const share = unitsOf(c) / 5
      const few = Math.max(1, c.limit.unit === 'hour' ? share : Math.floor(share))
      if (shown !== 'red') expect(shown).toBe(s.remaining <= few ? 'yellow' : 'green')
      const ended = { ...c, endedAt: now }
      expect([light(ended, due, now), isLate(ended, due, new Date(+now + 90 * day))]).toEqual([
        'done',
        now > (due.dueAt as Date),
      ])
    }),
    { numRuns: 1500 },
  )
  expect([...seen].sort()).toEqual(['green', 'red', 'stopped', 'yellow'])
})

/** Reads '2026年1月1日—1月3日…不计' back into the days it leaves out. */
function leftOut(text: string, year: string) {
  const days = [...(text.split(/[^\d年月日—]/)[0]?.matchAll(/(?:(\d+)年)?(\d+)月(\d+)日/g) ?? [])].map(
    ([, y = year, m = '', d = '']) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
  )
  const out: string[] = []
  for (let date = days[0] ?? ''; date && date <= (days.at(-1) ?? ''); date = next(date)) out.push(date)
  return out
}
test('an open stop counts as if it ended on the day that is expected', () => {
  fc.assert(
    fc.property(clocks, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 25 }), (c, from, length) => {
      const at = +c.startedAt + from * day
      const end = dateAt(at + length * day)
      const to = c.limit.unit === 'hour' ? `${next(end)}T00:00:00+08:00` : `${end}T12:00:00+08:00`
      const stop = { kind: 'stop' as const, from: new Date(at).toISOString(), reason: '' }
      const withStop = (s: Segment) => deadlineOf({ ...c, segments: [...c.segments, s] })
      const open = withStop({ ...stop, expectedEnd: end })
      expect(open.dueAt).toEqual(withStop({ ...stop, to }).dueAt)
      const unknown = withStop(stop)
      expect(unknown.provisional).toBe(open.provisional)
      expect(unknown.dueAt).toEqual(unknown.provisional ? null : deadlineOf(c).dueAt)
    }),
    { numRuns: 1000 },
  )
})

test('who crosses out what the explanation leaves out, counts to the same last day', () => {
  const byDays = clocks.filter((c) => c.limit.unit !== 'hour')
  fc.assert(
    fc.property(byDays, (c) => {
      const steps = explain(calendar, c.startedAt, c.limit, c.segments)
      expect(steps.map((s) => s.date)).toEqual(steps.map((s) => s.date).sort())
      const start = dateAt(+c.startedAt)
      const told = steps.filter((s) => s.text.includes('，不计'))
      const crossed = new Set(told.flatMap((s) => leftOut(s.text, start.slice(0, 4))))
      const end =
        steps.find((s) => s.text.includes('期满，当日为休息日')) ?? steps.find((s) => s.text.includes('为最后一日'))
      let n = 0
      for (let date = next(start); date <= (end?.date ?? ''); date = next(date)) n += crossed.has(date) ? 0 : 1
      expect(n).toBe(unitsOf(c))
      expect(steps.find((s) => s.text.includes('为最后一日'))?.date).toBe(lastDay(c))
    }),
    { numRuns: 1000 },
  )
})
