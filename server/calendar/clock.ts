import {
  hourMs,
  type Limit,
  outOf,
  type Reckoning,
  ran,
  reached,
  reckon,
  type Segment,
  type Stop,
  stopsOf,
} from './reckon.ts'
import {
  type Calendar,
  civilDate,
  dateOf,
  dayKind,
  dayNumber,
  dayOf,
  madeUpDays,
  restDays,
  startOf,
} from './workdays.ts'

/** Time limits as the law counts them. Pure: the present is always handed in. */
export type { Limit, Segment }

export type Deadline = {
  /** The midnight after the last day, or the moment for hours; null while a stop of unknown length is open. */
  dueAt: Date | null
  /** When it turns yellow. */
  warnAt: Date | null
  /** An open stop moves it: it counts on that stop ending as expected. */
  provisional: boolean
}

/** A limit warns when no more is left than a share of it (extensions included), and than `least` of its units (1.6). */
export type Warning = { least: number; share: number }
export const usualWarning: Warning = { least: 1, share: 0.2 }

/**
 * When a limit ends. The starting day is not counted (R-B.8); day limits end at 24:00 of their last day; a limit in
 * calendar days or months whose last day is a rest day ends on the next working day (民法典 203). A stop takes out the days
 * after the one it begins on, up to and including the one it ends on: the same rule, applied to the stop. From a limit in
 * hours it takes out what it lasted. A limit in months warns by days.
 * @throws BeyondCalendar when the answer lies past the last published year
 */
export function deadline(
  calendar: Calendar,
  startedAt: Date,
  limit: Limit,
  segments: Segment[],
  warning = usualWarning,
): Deadline {
  const r = reckon(calendar, startedAt, limit, segments)
  const hours = r.unit === 'hour'
  const provisional = stopsOf(segments).some((s) => !s.to && outOf(s, hours).after < r.last)
  if (r.last === Number.POSITIVE_INFINITY) return { dueAt: null, warnAt: null, provisional }
  const share = r.whole * warning.share + 1e-9
  const left = hours ? Math.max(warning.least * hourMs, share) : Math.max(warning.least, Math.floor(share))
  const warn = reached(calendar, r, ran(calendar, r, r.last) - left)
  if (hours) return { dueAt: new Date(r.last), warnAt: new Date(warn), provisional }
  const warnAt = new Date(Math.max(startOf(warn).getTime(), startedAt.getTime()))
  return { dueAt: startOf(r.last + 1), warnAt, provisional }
}

const units = { workday: '个工作日', day: '日', hour: '小时', month: '个月' }
export const sayLimit = (limit: Limit) => `${limit.amount}${units[limit.unit]}`
export type Step = { date: string; text: string }

/** The same deadline told so that a person can check it with a wall calendar: every day left out, and why. */
export function explain(calendar: Calendar, startedAt: Date, limit: Limit, segments: Segment[]): Step[] {
  const r = reckon(calendar, startedAt, limit, segments)
  const { dueAt, provisional } = deadline(calendar, startedAt, limit, segments)
  const start = dayOf(startedAt)
  const hours = limit.unit === 'hour'
  const say = sayIn(dateOf(start).slice(0, 4))
  const begun = hours
    ? `${say.moment(startedAt)}开始，期限${sayLimit(limit)}，即时起算`
    : `${say.day(start)}开始，期限${sayLimit(limit)}，当日不计，次日起算`
  const steps: Step[] = [{ date: dateOf(start), text: begun }]
  for (const s of segments)
    if (s.kind === 'stop') steps.push(hours ? stopInHours(s, r, say) : stopInDays(s, r, say))
    else {
      const day = dayOf(new Date(s.at))
      const text = `${say.day(day)}${s.by}批准延长${s.amount}${units[limit.unit]}：${s.reason}`
      steps.push({ date: dateOf(day), text })
    }
  if (limit.unit === 'workday' && dueAt) steps.push(...restSteps(calendar, r, say))
  if (dueAt && r.last > r.spentAt) {
    const { name } = dayKind(calendar, r.spentAt)
    steps.push({ date: dateOf(r.spentAt), text: `${say.day(r.spentAt)}期满，当日为休息日（${name}），顺延` })
  }
  const end = `到期${provisional ? '（特别程序如期结束时）' : ''}`
  if (dueAt && hours) steps.push({ date: civilDate(dueAt), text: `${say.moment(dueAt)}${end}` })
  else if (dueAt) steps.push({ date: dateOf(r.last), text: `${say.day(r.last)}为最后一日，当日24时${end}` })
  steps.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  if (!dueAt) steps.push({ date: steps.at(-1)?.date ?? '', text: '特别程序没有预计结束日期，到期日待定' })
  return steps
}

type Say = ReturnType<typeof sayIn>
/** Days and moments in words; the year is told where it is not the one the clock started in. */
function sayIn(year: string) {
  const day = (n: number) => {
    const [y, m, d] = dateOf(n).split('-')
    return `${y === year ? '' : `${y}年`}${Number(m)}月${Number(d)}日`
  }
  const range = (from: number, to: number) => (from === to ? day(from) : `${day(from)}—${day(to)}`)
  const moment = (t: Date) => `${day(dayOf(t))}${new Date(t.getTime() + 8 * hourMs).toISOString().slice(11, 16)}`
  return { day, range, moment }
}

const tooLate = '期限已满，不影响到期日'
function stopInDays(s: Stop, r: Reckoning, say: Say): Step {
  const { after: from, upTo } = outOf(s, false)
  const after = Math.max(from, r.start)
  const expected = s.to ? '' : '（预计）'
  const effect = () => {
    if (after >= r.last) return `${say.day(after)}${s.reason}，${tooLate}`
    if (upTo === Number.POSITIVE_INFINITY) return `${say.day(after)}起${s.reason}，不计，结束日期未定`
    if (upTo > after) return `${say.range(after + 1, upTo)}${s.reason}，不计${expected}`
    return `${say.day(after)}${s.reason}，当日起止，照计${expected}`
  }
  return { date: dateOf(after), text: effect() }
}
function stopInHours(s: Stop, r: Reckoning, say: Say): Step {
  const { after, upTo } = outOf(s, true)
  const from = new Date(Math.max(after, r.start))
  const effect = () => {
    if (+from >= r.last) return `${say.moment(from)}${s.reason}，${tooLate}`
    if (upTo === Number.POSITIVE_INFINITY) return `${say.moment(from)}起${s.reason}，不计，结束时间未定`
    return `${say.moment(from)}—${say.moment(new Date(upTo))}${s.reason}，不计${s.to ? '' : '（预计）'}`
  }
  return { date: civilDate(from), text: effect() }
}

/** Rest days in whole runs, and the make-up days that are worked; what a stop takes out anyway is told with the stop. */
function restSteps(calendar: Calendar, r: Reckoning, say: Say): Step[] {
  const out = (day: number) => r.out.some((o) => day > o.after && day <= o.upTo)
  const steps = restDays(calendar, dateOf(r.start + 1), dateOf(r.last)).map((rest) => ({
    date: rest.from,
    text: `${say.range(dayNumber(rest.from), dayNumber(rest.to))}${rest.name}，不计`,
  }))
  for (const date of madeUpDays(calendar, dateOf(r.start), dateOf(r.last))) {
    const day = dayNumber(date)
    if (!out(day)) steps.push({ date, text: `${say.day(day)}${dayKind(calendar, day).name}，计` })
  }
  return steps
}
