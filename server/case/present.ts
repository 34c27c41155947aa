import { deadline, explain } from '../calendar/clock.ts'
import { type Calendar, civilDate, countWorkdays, dayNumber } from '../calendar/workdays.ts'
import type { ClockRow } from './model.ts'
import type { ClockView } from './view.ts'

/** From rows to what a person reads. Pure. */
const dayMs = 86_400_000
export const iso = (d: Date | null) => d?.toISOString() ?? null

type Dated = { due_at: Date | null; warn_at: Date | null; stopped_since: Date | null }
/** The same answer as `lit` in lists.ts gives in SQL; a test holds them together. */
export function lightOf(r: Dated, closed: boolean, now: Date): ClockView['light'] {
  if (closed) return 'done'
  if (r.stopped_since) return 'stopped'
  if (!r.due_at || r.due_at > now) return r.warn_at && r.warn_at <= now ? 'yellow' : 'green'
  return 'red'
}

/** 剩 3 个工作日 / 今天到期 / 超期 2 个工作日: counted in the limit's own unit, never mixed. */
export function remaining(calendar: Calendar, due: Date | null, unit: string | null, now: Date): string | null {
  if (!due) return null
  if (unit === 'hour') {
    const hours = Math.floor(Math.abs(due.getTime() - now.getTime()) / 3_600_000)
    return due > now ? `剩 ${hours} 小时` : `超期 ${hours} 小时`
  }
  const [today, last] = [civilDate(now), civilDate(new Date(due.getTime() - 1))]
  if (today === last) return '今天到期'
  const [from, to] = today < last ? [today, last] : [last, today]
  // Past the published years nobody can count, but the list must still be read: a new year must not take it down.
  if (unit === 'workday' && dayNumber(to) > calendar.to) return today < last ? null : '已超期'
  const days =
    unit === 'workday' ? countWorkdays(calendar, from, to) : Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
  return `${today < last ? '剩' : '超期'} ${days} ${unit === 'workday' ? '个工作日' : '天'}`
}

/** 9月24日; with the year where it is not this one. */
export function sayDate(d: Date, now: Date): string {
  const [y, m, day] = civilDate(d).split('-').map(Number)
  return `${y === Number(civilDate(now).slice(0, 4)) ? '' : `${y}年`}${m}月${day}日`
}
/** The last day of a limit: due dates are the midnight after it. */
export const lastDay = (due: Date) => new Date(due.getTime() - 1)

export function presentClock(calendar: Calendar, k: ClockRow, now: Date): ClockView {
  const limit = { amount: k.amount, unit: k.unit }
  return {
    id: k.id,
    name: k.name,
    taskId: k.task_id,
    limit,
    legal: k.legal_amount,
    startedAt: k.started_at.toISOString(),
    endedAt: iso(k.ended_at),
    dueAt: iso(k.due_at),
    legalDueAt: iso(k.legal_due_at),
    provisional: !k.ended_at && deadline(calendar, k.started_at, limit, k.segments).provisional,
    light: lightOf(k, k.ended_at !== null, now),
    late: Boolean(k.due_at && (k.ended_at ?? now) > k.due_at && !(k.stopped_since && !k.ended_at)),
    stops: k.segments.flatMap((s) =>
      s.kind === 'stop'
        ? [{ from: s.from, to: s.to ?? null, reason: s.reason, expectedEnd: s.expectedEnd ?? null }]
        : [],
    ),
    extensions: k.segments.flatMap((s) =>
      s.kind === 'extend' ? [{ at: s.at, amount: s.amount, reason: s.reason, by: s.by }] : [],
    ),
    explanation: explain(calendar, k.started_at, limit, k.segments),
  }
}
