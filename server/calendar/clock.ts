import {
  type Calendar,
  civilDate,
  dateOf,
  dayKind,
  dayMs,
  dayNumber,
  dayOf,
  dayWhenWorked,
  isWorkday,
  restDays,
  startOf,
  workedUpTo,
} from './workdays.ts'

/** Time limits as the law counts them. Pure: the present is always handed in. */
export type Limit = { amount: number; unit: 'workday' | 'day' | 'hour' | 'month' }

/** stop: the clock stands still (特别程序); extend: the deadline moves and the clock runs (延长). The two never mix. */
export type Segment =
  | { kind: 'stop'; from: string; to?: string; expectedEnd?: string; reason: string }
  | { kind: 'extend'; at: string; amount: number; reason: string; by: string }

export type Deadline = {
  /** The midnight after the last day, or the moment for hours; null while a stop of unknown length is open. */
  dueAt: Date | null
  /** When it turns yellow: one unit or a fifth of the limit before the end, whichever is more. */
  warnAt: Date | null
  /** Counts on an open stop ending as expected. */
  provisional: boolean
}

/**
 * When a limit ends. The starting day is not counted (R-B.8); day limits end at 24:00 of their last day; a limit in
 * calendar days or months whose last day is a rest day ends on the next working day (民法典 203). A stop takes out the days
 * after the one it begins on, up to and including the one it ends on: the same rule, applied to the stop.
 * @throws BeyondCalendar when the answer lies past the last published year
 */
export function deadline(calendar: Calendar, startedAt: Date, limit: Limit, segments: Segment[]): Deadline {
  const amount = totalAmount(limit, segments)
  const stops = segments.filter((s) => s.kind === 'stop')
  const open = stops.find((s) => !s.to)
  const provisional = open !== undefined
  if (open && !open.expectedEnd) return { dueAt: null, warnAt: null, provisional }
  const share = Math.max(1, Math.ceil(amount / 5))
  if (limit.unit === 'hour') {
    const dueAt = new Date(startedAt.getTime() + amount * 3_600_000 + stoppedMs(stops))
    return { dueAt, warnAt: new Date(dueAt.getTime() - share * 3_600_000), provisional }
  }
  const last = lastDay(calendar, dayOf(startedAt), { ...limit, amount }, excluded(stops))
  const warn =
    limit.unit === 'workday'
      ? dayWhenWorked(calendar, Math.max(1, workedUpTo(calendar, last) - share))
      : last - (limit.unit === 'month' ? 6 * amount : share)
  return { dueAt: startOf(last + 1), warnAt: startOf(warn), provisional }
}

const totalAmount = (limit: Limit, segments: Segment[]) =>
  limit.amount + segments.reduce((sum, s) => sum + (s.kind === 'extend' ? s.amount : 0), 0)

type Stop = Extract<Segment, { kind: 'stop' }>
/** Excluded days as ranges (after, upTo], overlaps merged so that nothing is taken out twice. */
type Range = { after: number; upTo: number }
function excluded(stops: Stop[]): Range[] {
  const ranges = stops
    .map((s) => ({
      after: dayOf(new Date(s.from)),
      upTo: s.to ? dayOf(new Date(s.to)) : dayNumber(s.expectedEnd ?? ''),
    }))
    .filter((r) => r.upTo > r.after)
    .sort((a, b) => a.after - b.after)
  const merged: Range[] = []
  for (const r of ranges) {
    const before = merged.at(-1)
    if (before && r.after <= before.upTo) before.upTo = Math.max(before.upTo, r.upTo)
    else merged.push({ ...r })
  }
  return merged
}
function stoppedMs(stops: Stop[]) {
  const spans = stops
    .map(
      (s) =>
        [Date.parse(s.from), s.to ? Date.parse(s.to) : startOf(dayNumber(s.expectedEnd ?? '') + 1).getTime()] as const,
    )
    .sort((a, b) => a[0] - b[0])
  let [sum, until] = [0, 0]
  for (const [from, to] of spans) {
    sum += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return sum
}

function lastDay(calendar: Calendar, start: number, limit: Limit, ranges: Range[]): number {
  const count = limit.unit === 'workday' ? (day: number) => workedUpTo(calendar, day) : (day: number) => day
  const reach = limit.unit === 'workday' ? (n: number) => dayWhenWorked(calendar, n) : (n: number) => n
  const outside = (upTo: number) =>
    ranges.reduce(
      (n, r) => n + Math.max(0, count(Math.min(r.upTo, upTo)) - count(Math.min(Math.max(r.after, start), upTo))),
      0,
    )
  const whole = limit.unit === 'month' ? addMonths(start, limit.amount) - start : limit.amount
  // Taking days out moves the end, which may bring more excluded days in: until it moves no more.
  let last = reach(count(start) + whole)
  for (let next = last; ; last = next) {
    next = reach(count(start) + whole + outside(last))
    if (next === last) break
  }
  if (limit.unit !== 'workday') while (!isWorkday(calendar, last)) last++
  return last
}

/** The same day so many months later, or that month's last day where it has no such day. */
function addMonths(day: number, months: number): number {
  const [y = 0, m = 0, d = 0] = dateOf(day).split('-').map(Number)
  const end = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate()
  return Date.UTC(y, m - 1 + months, Math.min(d, end)) / dayMs
}

const units = { workday: '个工作日', day: '日', hour: '小时', month: '个月' }
export const sayLimit = (limit: Limit) => `${limit.amount}${units[limit.unit]}`
const say = (day: number) => `${dateOf(day).slice(5, 7).replace(/^0/, '')}月${dateOf(day).slice(8).replace(/^0/, '')}日`
const sayRange = (from: number, to: number) => (from === to ? say(from) : `${say(from)}—${say(to)}`)
export type Step = { date: string; text: string }

/** The same deadline told so that a person can check it with a wall calendar: every day left out, and why. */
export function explain(calendar: Calendar, startedAt: Date, limit: Limit, segments: Segment[]): Step[] {
  const { dueAt, provisional } = deadline(calendar, startedAt, limit, segments)
  const start = dayOf(startedAt)
  const steps: Step[] = []
  const add = (day: number, text: string) => steps.push({ date: dateOf(day), text })
  add(
    start,
    limit.unit === 'hour'
      ? `${say(start)}开始，期限${sayLimit(limit)}，即时起算`
      : `${say(start)}开始，期限${sayLimit(limit)}，当日不计，次日起算`,
  )
  const middle: Step[] = []
  const last = dueAt ? dayOf(new Date(dueAt.getTime() - 1)) : null
  for (const s of segments) {
    if (s.kind === 'extend')
      middle.push({
        date: civilDate(new Date(s.at)),
        text: `${say(dayOf(new Date(s.at)))}${s.by}批准延长${s.amount}${units[limit.unit]}：${s.reason}`,
      })
    else {
      const [after, upTo] = [
        dayOf(new Date(s.from)),
        s.to ? dayOf(new Date(s.to)) : s.expectedEnd ? dayNumber(s.expectedEnd) : null,
      ]
      const days = upTo === null ? `${say(after)}起` : upTo > after ? sayRange(after + 1, upTo) : `${say(after)}当日`
      middle.push({
        date: dateOf(after),
        text: `${days}${s.reason}，${upTo === after ? '当日起止，照计' : '不计'}${s.to ? '' : upTo === null ? '，结束日期未定' : '（预计）'}`,
      })
    }
  }
  if (last !== null && limit.unit === 'workday') middle.push(...restSteps(calendar, start, last))
  steps.push(...middle.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)))
  if (last === null) add(dayOf(startedAt), '特别程序没有预计结束日期，到期日待定')
  else if (limit.unit === 'hour') add(last, `${say(last)}${clockTime(dueAt as Date)}到期`)
  else add(last, `${say(last)}为最后一日，当日24时到期${provisional ? '（特别程序如期结束时）' : ''}`)
  return steps
}

function restSteps(calendar: Calendar, start: number, last: number): Step[] {
  const rest = restDays(calendar, dateOf(start + 1), dateOf(last)).map((r) => ({
    date: r.from,
    text: `${sayRange(dayNumber(r.from), dayNumber(r.to))}${r.name}，不计`,
  }))
  const madeUp: Step[] = []
  for (let day = start + 1; day <= last; day++) {
    const kind = dayKind(calendar, day)
    if (kind.worked && kind.name) madeUp.push({ date: dateOf(day), text: `${say(day)}${kind.name}，计` })
  }
  return [...rest, ...madeUp]
}
const clockTime = (d: Date) => new Date(d.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
