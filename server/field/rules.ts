import { daysAfter } from '../platform/clock.ts'

/** What a phone may send from the grid, and how it is judged. Pure. */

export type FieldRules = {
  staleDays: number
  aheadDays: number
  listExpiresHours: number
  workHours: { from: string; to: string }
  positionKeptDays: number
  photosPerEntry: number
  collectPerDay: number
  collect: string[]
  appraisal: Record<'visits' | 'patrols' | 'accuracy' | 'freshness', number>
}
export const entryKinds = ['visit', 'collect', 'patrol', 'refused', 'diary', 'task', 'newcomer'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What is asked of somebody behind a door whom nobody knows yet. Kept sealed until a second person registers them (采集→审核→入库). */
export const newcomerFields = ['name', 'idNumber', 'phone', 'since']

/** Which subjects each kind is about. */
const about: Record<EntryKind, RegExp> = {
  visit: /^(person|dwelling):/,
  collect: /^person:/,
  patrol: /^patrol:/,
  refused: /^(person|dwelling):/,
  diary: /^diary:/,
  task: /^task:/,
  newcomer: /^dwelling:/,
}
export const badSubject = (kind: EntryKind, subject: string): string | null =>
  about[kind].test(subject) ? null : '“对象”与这种记录不符'

/** Local wall time on that day, HH:MM, of an instant. The district's clock, whatever the server's zone. */
export const clockTime = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** Where somebody stood is kept only while they were at work (2.5, PIPL 28). */
export const keepsPosition = (rules: FieldRules, occurredAt: Date): boolean => {
  const time = clockTime(occurredAt)
  return time >= rules.workHours.from && time < rules.workHours.to
}

/** Three columns where two people changed the same: what was seen, what stands, what is wanted. Empty: nothing collides. */
export function conflicts(
  base: Record<string, unknown>,
  now: Record<string, unknown>,
  mine: Record<string, unknown>,
): string[] {
  const same = (a: unknown, b: unknown) => (a ?? null) === (b ?? null)
  return Object.keys(mine).filter((name) => !same(now[name], base[name]) && !same(now[name], mine[name]))
}

/** By the district's clock. */
export const happenedAt = (occurredAt: Date, skewMs: number) => new Date(occurredAt.getTime() - skewMs)

/**
 * A phone's clock is what it is: how far it is off is kept beside what it says, and an act in the future is refused, for nothing has
 * happened yet. `skewMs` is the phone's clock less ours. @returns why not, or null.
 */
export function badTimes(occurredAt: Date, skewMs: number, now: Date): string | null {
  const happened = happenedAt(occurredAt, skewMs).getTime()
  if (happened > now.getTime() + 5 * 60_000) return '“发生时间”还没有到，请核对手机的时间'
  if (now.getTime() - happened > 31 * 86_400_000) return '“发生时间”超过一个月，请到社区补录'
  return null
}

/** The day a patrol is to be walked next: so many days after the last walk, and for the first time on the day its plan begins. */
export const patrolDue = (plan: { from: string; everyDays: number; last: string | null }): string => {
  const next = plan.last && daysAfter(plan.last, plan.everyDays)
  return next && next > plan.from ? next : plan.from
}

export type Month = {
  visitsDue: number
  visitsDone: number
  pointsPlanned: number
  pointsSeen: number
  verified: number
  agreed: number
  subjects: number
  fresh: number
}

/**
 * shares of what was due, never a number of reports. More reports of the same raise nothing; what a second pair of eyes finds wrong
 * lowers it. A part of which nothing was due is left out and the others weigh more. 0–100, or null where nothing at all was due.
 */
export function appraise(
  m: Month,
  weights: FieldRules['appraisal'],
): { score: number | null; parts: Record<keyof typeof weights, number | null> } {
  const share = (n: number, of: number) => (of > 0 ? Math.min(1, n / of) : null)
  const parts = {
    visits: share(m.visitsDone, m.visitsDue),
    patrols: share(m.pointsSeen, m.pointsPlanned),
    accuracy: share(m.agreed, m.verified),
    freshness: share(m.fresh, m.subjects),
  }
  const known = (Object.keys(parts) as (keyof typeof parts)[]).filter((k) => parts[k] !== null)
  const whole = known.reduce((sum, k) => sum + weights[k], 0)
  const score = whole ? known.reduce((sum, k) => sum + weights[k] * (parts[k] as number), 0) / whole : null
  return { score: score === null ? null : Math.round(score * 1000) / 10, parts }
}
