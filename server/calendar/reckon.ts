import {
  type Calendar,
  dateOf,
  dayMs,
  dayNumber,
  dayOf,
  dayWhenWorked,
  isWorkday,
  startOf,
  workedUpTo,
} from './workdays.ts'

/** What deadlines, explanations and standings count with. Days are numbers of days since 1970, hours milliseconds. */
export type Limit = { amount: number; unit: 'workday' | 'day' | 'hour' | 'month' }

/** stop: the clock stands still (特别程序); extend: the deadline moves and the clock runs (延长). The two never mix. */
export type Segment =
  | {
      kind: 'stop'
      from: string
      to?: string
      expectedEnd?: string
      reason: string /** Told to be over its time on this day. */
      overranOn?: string
    }
  | { kind: 'extend'; at: string; amount: number; reason: string; by: string }
export type Stop = Extract<Segment, { kind: 'stop' }>

/** What a stop takes out: all after `after`, up to and including `upTo`; Infinity while nobody knows its end. */
export type Out = { after: number; upTo: number }

/** A limit laid on the calendar, every number in days, for hours in milliseconds. */
export type Reckoning = {
  unit: 'workday' | 'day' | 'hour'
  start: number
  /** What the limit and its extensions come to. */
  whole: number
  out: Out[]
  /** Where `whole` is used up, and where the limit ends: later where that is a rest day (民法典 203). Infinity: not known. */
  spentAt: number
  last: number
}

export const hourMs = 3_600_000
export const stopsOf = (segments: Segment[]) => segments.filter((s) => s.kind === 'stop')

/** One stop in the unit of the limit. The day it begins still counts, the day it ends does not: R-B.8 applied to the stop. */
export function outOf(stop: Stop, hours: boolean): Out {
  const [from, to] = [new Date(stop.from), stop.to ? new Date(stop.to) : null]
  const expected = stop.expectedEnd === undefined ? Number.POSITIVE_INFINITY : dayNumber(stop.expectedEnd)
  if (!hours) return { after: dayOf(from), upTo: to ? dayOf(to) : expected }
  return {
    after: from.getTime(),
    upTo: to?.getTime() ?? (Number.isFinite(expected) ? +startOf(expected + 1) : expected),
  }
}

/** @throws BeyondCalendar when the answer lies past the last published year */
export function reckon(calendar: Calendar, startedAt: Date, limit: Limit, segments: Segment[]): Reckoning {
  const hours = limit.unit === 'hour'
  const start = hours ? startedAt.getTime() : dayOf(startedAt)
  const amount = limit.amount + segments.reduce((sum, s) => sum + (s.kind === 'extend' ? s.amount : 0), 0)
  const whole = hours ? amount * hourMs : limit.unit === 'month' ? addMonths(start, amount) - start : amount
  const unit = limit.unit === 'month' ? 'day' : limit.unit
  const r = {
    unit,
    start,
    whole,
    out: merged(stopsOf(segments), hours, start),
    spentAt: 0,
    last: 0,
  } satisfies Reckoning
  r.spentAt = reached(calendar, r, whole)
  r.last = unit === 'day' ? pastRest(calendar, r.spentAt, r.out) : r.spentAt
  return r
}

/** Overlaps become one, so that nothing is taken out twice; what lies before the start takes out nothing. */
function merged(stops: Stop[], hours: boolean, start: number): Out[] {
  const sorted = stops
    .map((s) => outOf(s, hours))
    .map((o) => ({ after: Math.max(o.after, start), upTo: o.upTo }))
    .filter((o) => o.upTo > o.after)
    .sort((a, b) => a.after - b.after)
  const out: Out[] = []
  for (const o of sorted) {
    const before = out.at(-1)
    if (before && o.after <= before.upTo) before.upTo = Math.max(before.upTo, o.upTo)
    else out.push(o)
  }
  return out
}

type Counted = Pick<Reckoning, 'unit' | 'start' | 'out'>
const upTo = (calendar: Calendar, unit: Reckoning['unit'], n: number) =>
  unit === 'workday' ? workedUpTo(calendar, n) : n

/** Where so much of the limit has run. A stop that begins later changes nothing: what is over cannot be stopped. */
export function reached(calendar: Calendar, r: Counted, amount: number): number {
  if (amount <= 0) return r.start
  let sum = upTo(calendar, r.unit, r.start) + amount
  const end = () => (r.unit === 'workday' ? dayWhenWorked(calendar, sum) : sum)
  let last = end()
  for (const o of r.out) {
    if (last <= o.after) break
    if (o.upTo === Number.POSITIVE_INFINITY) return o.upTo
    sum += upTo(calendar, r.unit, o.upTo) - upTo(calendar, r.unit, o.after)
    last = end()
  }
  return last
}

/** How much has run from the start up to and including `to`: the sum of the running segments (R-B.10). */
export function ran(calendar: Calendar, r: Counted, to: number): number {
  if (to <= r.start) return 0
  const between = (a: number, b: number) => upTo(calendar, r.unit, b) - upTo(calendar, r.unit, a)
  return r.out.reduce((n, o) => n - (o.after < to ? between(o.after, Math.min(o.upTo, to)) : 0), between(r.start, to))
}

/** The next day that is neither a rest day nor taken out by a stop. */
function pastRest(calendar: Calendar, day: number, out: Out[]): number {
  let last = day
  while (last !== Number.POSITIVE_INFINITY && !isWorkday(calendar, last)) {
    last++
    for (const o of out) if (last > o.after && last <= o.upTo) last = o.upTo + 1
  }
  return last
}

/** The same day so many months later, or that month's last day where it has no such day. */
function addMonths(day: number, months: number): number {
  const [y = 0, m = 0, d = 0] = dateOf(day).split('-').map(Number)
  const end = new Date(Date.UTC(y, m + months, 0)).getUTCDate()
  return Date.UTC(y, m - 1 + months, Math.min(d, end)) / dayMs
}
