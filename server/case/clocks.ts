import { deadline, type Limit } from '../calendar/clock.ts'
import type { Calendar } from '../calendar/workdays.ts'
import { newId } from '../platform/id.ts'
import { refused } from '../platform/refusal.ts'
import { type Case, type ClockName, type ClockRow, openTasks, runningClock } from './model.ts'

/** Running the clocks of a case. Dates are always derived from the segments, never moved by hand (R-B.10). */

export function startClock(
  calendar: Calendar,
  c: Case,
  name: ClockName,
  at: Date,
  limit: Limit,
  more: { taskId?: string; legal?: number | null; node?: string } = {},
): ClockRow {
  const clock: ClockRow = {
    id: newId(),
    task_id: more.taskId ?? null,
    name,
    node: more.node ?? null,
    started_at: at,
    ended_at: null,
    amount: limit.amount,
    unit: limit.unit,
    legal_amount: more.legal ?? null,
    segments: [],
    due_at: null,
    warn_at: null,
    legal_due_at: null,
    stopped_since: null,
  }
  c.clocks.push(clock)
  rewind(calendar, clock)
  return clock
}

/** The same clock from another beginning: what it counts from was known wrongly. */
export function restartClock(calendar: Calendar, clock: ClockRow, from: Date) {
  clock.started_at = from
  rewind(calendar, clock)
}

export function endClock(clock: ClockRow | undefined, at: Date) {
  if (!clock || clock.ended_at) return
  clock.ended_at = at
}

export function stopClock(calendar: Calendar, clock: ClockRow, at: Date, reason: string, expectedEnd?: string) {
  clock.segments.push({ kind: 'stop', from: at.toISOString(), reason, ...(expectedEnd && { expectedEnd }) })
  clock.stopped_since = at
  rewind(calendar, clock)
}

export function resumeClock(calendar: Calendar, clock: ClockRow, at: Date) {
  const open = clock.segments.findLast((s) => s.kind === 'stop' && !s.to)
  if (open?.kind === 'stop') open.to = at.toISOString()
  clock.stopped_since = null
  rewind(calendar, clock)
}

export function extendClock(calendar: Calendar, clock: ClockRow, at: Date, amount: number, reason: string, by: string) {
  clock.segments.push({ kind: 'extend', at: at.toISOString(), amount, reason, by })
  rewind(calendar, clock)
}

/**
 * A department's stop does not stop the others, and the total stands still only while every open part does.
 * Called after anything that opens, ends, stops or resumes a part.
 */
export function syncTotal(calendar: Calendar, c: Case, at: Date) {
  const total = runningClock(c, 'total')
  if (!total) return
  const parts = openTasks(c).map((t) => runningClock(c, 'task', t.id))
  const still = parts.length > 0 && parts.every((k) => k?.stopped_since)
  if (still && !total.stopped_since) {
    const ends = parts.flatMap((k) => k?.segments.findLast((s) => s.kind === 'stop')?.expectedEnd ?? [])
    stopClock(calendar, total, at, '各承办单位均在特别程序中', ends.sort()[0])
  } else if (!still && total.stopped_since) resumeClock(calendar, total, at)
}

/** The clock that runs for the office now: to take it, to decide it, to deliver it. While the applicant is to act, none. */
export const mainClock = (c: Case) =>
  runningClock(c, 'total') ?? runningClock(c, 'notice') ?? runningClock(c, 'delivery')

/** The copies that lists sort and filter by. */
export function syncCase(c: Case) {
  const clock = mainClock(c)
  c.case.due_at = clock?.due_at ?? null
  c.case.warn_at = clock?.warn_at ?? null
  c.case.stopped_since = clock?.stopped_since ?? null
}

/** Derives the dates again, of a clock whose calendar has changed; false where they stay. */
export function rederive(calendar: Calendar, clock: ClockRow): boolean {
  const before = clock.due_at?.getTime()
  rewind(calendar, clock)
  return clock.due_at?.getTime() !== before
}

/** Derives the due dates anew; a date the calendar cannot know yet is refused, never guessed. */
function rewind(calendar: Calendar, clock: ClockRow) {
  try {
    const { dueAt, warnAt } = deadline(calendar, clock.started_at, clock, clock.segments)
    clock.due_at = dueAt
    clock.warn_at = warnAt
    clock.legal_due_at =
      clock.legal_amount === null
        ? null
        : deadline(calendar, clock.started_at, { amount: clock.legal_amount, unit: clock.unit }, clock.segments).dueAt
  } catch (error) {
    throw error instanceof Error && error.name === 'BeyondCalendar' ? refused(error.message) : error
  }
}
