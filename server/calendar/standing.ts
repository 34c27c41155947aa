import type { Deadline } from './clock.ts'
import { hourMs, type Limit, ran, reckon, type Segment } from './reckon.ts'
import { type Calendar, civilDate, dayOf } from './workdays.ts'

/** Where a clock stands at a moment. Pure: `now` is handed in. */
export type Clock = { startedAt: Date; endedAt?: Date | null; limit: Limit; segments: Segment[] }
export type Light = 'green' | 'yellow' | 'red' | 'stopped' | 'done'

/** 1.6: yellow from `due.warnAt` on, red past the last moment. Cheap, and needs no calendar: a new year cannot take it down. */
export function light(clock: Clock, due: Deadline, now: Date): Light {
  if (clock.endedAt && clock.endedAt <= now) return 'done'
  if (stoppedAt(clock.segments, now)) return 'stopped'
  if (due.dueAt && due.dueAt <= now) return 'red'
  return due.warnAt && due.warnAt <= now ? 'yellow' : 'green'
}
const stoppedAt = (segments: Segment[], now: Date) =>
  segments.some((s) => s.kind === 'stop' && new Date(s.from) <= now && (!s.to || now < new Date(s.to)))

/** Ended, or still running, after its last moment. */
export const isLate = (clock: Clock, due: Deadline, now: Date) => due.dueAt !== null && endOf(clock, now) > due.dueAt
const endOf = (clock: Clock, now: Date) => (clock.endedAt && clock.endedAt < now ? clock.endedAt : now)

/**
 * What has run, what is left and by how much it is over, in the limit's own unit; a limit in months counts in days. Today
 * counts as run (on the last day nothing is left, and it is not over), the starting day and days taken out by stops do not.
 * `elapsed + remaining - overdue` is the limit with its extensions, and the rest days over which its last day moved.
 * @throws BeyondCalendar when today or the last day lies past the last published year
 */
export function spent(calendar: Calendar, clock: Clock, now: Date) {
  const at = endOf(clock, now)
  // A stop that outlasts what was expected has still not ended.
  const late = (s: Segment) =>
    s.kind === 'stop' && !s.to && s.expectedEnd !== undefined && s.expectedEnd < civilDate(at)
  const segments = clock.segments.map((s) => (late(s) ? { ...s, expectedEnd: civilDate(at) } : s))
  const r = reckon(calendar, clock.startedAt, clock.limit, segments)
  const whole = r.last === Number.POSITIVE_INFINITY ? r.whole : ran(calendar, r, r.last)
  const hours = r.unit === 'hour'
  const elapsed = ran(calendar, r, hours ? at.getTime() : dayOf(at))
  const scale = hours ? hourMs : 1
  return {
    unit: r.unit,
    elapsed: elapsed / scale,
    remaining: Math.max(0, whole - elapsed) / scale,
    overdue: Math.max(0, elapsed - whole) / scale,
  }
}
