import type { Actor, Duty } from '../platform/auth.ts'
import { daysAfter } from '../platform/clock.ts'

/** Who is cared for under which category, who may know it, and until when. Pure. */

export type Level = 'high' | 'key' | 'general'
export type Category = {
  id: string
  name: string
  owner: string
  purpose: string
  basis: string
  /** Who may know that somebody is in it. */
  roles: Duty[]
  /** Who may put somebody in it, or take them out. */
  keeps: Duty[]
  level: Level
  /** How long the law lets us know; null: as long as it is so. */
  months: number | null
  untilAge?: number
  sensitive: boolean
}
export type CareRules = { everyDays: Record<Level, number>; withinHoursOfChange: number; categories: Category[] }

const forbidden = /艾滋|HIV|上访|信访|维稳|涉访|宗教|涉教|前科/i

/** What is wrong with the pack's categories. */
export function careFaults(rules: CareRules): string[] {
  return rules.categories.flatMap((c) => [
    ...(forbidden.test(`${c.id}${c.name}${c.purpose}`) ? [`${c.id}：不允许设立“${c.name}”这一类（R-2.5）`] : []),
    ...(!c.owner || !c.purpose || !c.basis ? [`${c.id}：要写明责任部门、用途和法律依据（R-2.4）`] : []),
    ...(!c.roles.length ? [`${c.id}：要写明谁可以知道（R-2.4）`] : []),
    ...(c.keeps.some((d) => !c.roles.includes(d)) ? [`${c.id}：登记的人要先可以知道`] : []),
    ...(c.sensitive && c.roles.includes('grid-worker') ? [`${c.id}：敏感类别不对网格员公开`] : []),
  ])
}

/** Of somebody who belongs to `path`: a post over another place says nothing here. Without it: of anybody at all. */
export const mayKnow = (actor: Actor, c: Category, path?: string): boolean => holds(actor, c.roles, path)
export const mayKeep = (actor: Actor, c: Category, path?: string): boolean => holds(actor, c.keeps, path)
const holds = (actor: Actor, duties: Duty[], path?: string) =>
  actor.posts.some((p) => duties.includes(p.duty) && (path === undefined || path.startsWith(p.path)))

/** The day on which the category ends by itself, or null. Days are YYYY-MM-DD; `born` decides for the young. */
export function endsOn(c: Category, since: string, born: string | null): string | null {
  const later = (day: string, months: number) => {
    const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
    const last = new Date(Date.UTC(y, m + months, 0)).getUTCDate()
    return new Date(Date.UTC(y, m - 1 + months, Math.min(d, last))).toISOString().slice(0, 10)
  }
  const ends = [
    ...(c.months === null ? [] : [later(since, c.months)]),
    ...(c.untilAge && born ? [later(born, c.untilAge * 12)] : []),
  ]
  return ends.sort()[0] ?? null
}

/** Why this person cannot be in it on that day, or null. */
export function unfit(c: Category, born: string | null, since: string): string | null {
  const end = endsOn(c, since, born)
  return end && end <= since ? `“${c.name}”对这个人已经到期` : null
}

/** The day by which somebody should be there again: the level's rhythm, or a day after a major change. */
export function visitDue(
  rules: CareRules,
  level: Level,
  since: string,
  lastVisit: string | null,
  changedOn: string | null,
): string {
  const rhythm = daysAfter(lastVisit && lastVisit > since ? lastVisit : since, rules.everyDays[level])
  if (level !== 'high' || !changedOn || (lastVisit && lastVisit >= changedOn)) return rhythm
  const soon = daysAfter(changedOn, Math.ceil(rules.withinHoursOfChange / 24))
  return soon < rhythm ? soon : rhythm
}
