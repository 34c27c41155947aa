import type { Register, RegisterField } from '../content/register.ts'
import type { Actor, Duty, Post } from '../platform/auth.ts'
import { daysAfter } from '../platform/clock.ts'
import { covers, type Data, type Live } from './timeline.ts'

/** Who may read and write which register, where, and which of its fields; what its dates ask for. Pure. */

const over = (actor: Actor, duties: readonly Duty[], path: string): Post | null =>
  actor.posts.find((p) => duties.includes(p.duty) && path.startsWith(p.path)) ?? null
const holding = (actor: Actor, duties: readonly Duty[]) => actor.posts.some((p) => duties.includes(p.duty))

/** Who keeps it may read it. */
export const readersOf = (def: Register): Duty[] => [...new Set([...def.see, ...def.change])]
export const mayOpen = (actor: Actor, def: Register): boolean => holding(actor, readersOf(def))
/** A register of no places is the whole district's: whoever may read it reads all of it. */
export const mayRead = (actor: Actor, def: Register, path: string): boolean =>
  def.place === undefined ? mayOpen(actor, def) : over(actor, readersOf(def), path) !== null
export const postToRead = (actor: Actor, def: Register, path: string): Post | null =>
  over(actor, readersOf(def), path) ?? actor.posts.find((p) => readersOf(def).includes(p.duty)) ?? null
/** The post by which they may write about this place, or null. */
export const postToChange = (actor: Actor, def: Register, path: string): Post | null => over(actor, def.change, path)

export const maySeeField = (actor: Actor, f: RegisterField | undefined, path: string | null): boolean =>
  !f?.['x-see'] || (path === null ? holding(actor, f['x-see']) : over(actor, f['x-see'], path) !== null)
export const mayChangeField = (actor: Actor, f: RegisterField | undefined, path: string): boolean =>
  maySeeField(actor, f, path) && (!f?.['x-change'] || over(actor, f['x-change'], path) !== null)

export const whyNotChanged = (actor: Actor, def: Register, path: string, standing: boolean): string | null => {
  if (!standing) return '这一条已经注销'
  return postToChange(actor, def, path) ? null : '由这本台账的管理岗位登记'
}

/** Whether the road allows this step, for this person. `was` undefined: it is new. */
export function badStep(actor: Actor, def: Register, path: string, was: Data | undefined, now: Data): string | null {
  const { flow } = def
  if (!flow) return null
  const f = def.form.properties[flow.field]
  const say = (v: unknown) => {
    const i = f?.enum?.indexOf(v as string) ?? -1
    const labels = f?.['x-labels']
    return `“${(Array.isArray(labels) ? labels[i] : labels?.[String(v)]) ?? v}”`
  }
  const [before, after] = [was?.[flow.field], now[flow.field]]
  if (before === after) return null
  if (was === undefined || before === undefined)
    return flow.first.includes(String(after)) ? null : `“${f?.title}”要从${flow.first.map(say).join('、')}开始`
  const step = flow.steps.find((s) => s.from === before && s.to === after)
  if (!step) return `“${f?.title}”不能从${say(before)}直接到${say(after)}`
  return over(actor, step.by, path) ? null : `“${f?.title}”从${say(before)}到${say(after)}由其他岗位决定`
}

/** What must be said on the way to the value it has now. */
export function lacking(
  { flow, form }: Register,
  was: Data | undefined,
  now: Data,
): { field: string; message: string }[] {
  const at = flow && now[flow.field]
  if (!flow?.needs || at === was?.[flow.field]) return []
  return (flow.needs[String(at)] ?? [])
    .filter((name) => now[name] === undefined)
    .map((name) => ({ field: `data.${name}`, message: `请填写“${form.properties[name]?.title ?? name}”` }))
}

/** How far ahead a change may be dated. */
export const farthest = (today: string) => daysAfter(today, 366)
const first = '1900-01-01'
export function badDay(title: string, day: string, today: string): string | null {
  if (day < first) return `“${title}”太早，请核对年份`
  return day > farthest(today) ? `“${title}”最多提前一年` : null
}

export type Due = { duty: string; dueOn: string; warnOn: string }
/**
 * What an entry's dates ask for. A yearly duty: on its day of every year after the one it begins in, from when we began to keep the entry
 * (`since`) up to the next one. A dated one: on the date that stands in the field now.
 */
export function duesOf(def: Register, live: Live[], since: string, today: string): Due[] {
  const now = live.find((v) => covers(v, today)) ?? live.find((v) => v.from > today)
  if (!now) return []
  return (def.duties ?? []).flatMap((d): Due[] => {
    const due = (dueOn: string): Due => ({ duty: d.id, dueOn, warnOn: daysAfter(dueOn, -d.warn) })
    if (d.on !== undefined) {
      const on = now.data[d.on]
      return typeof on === 'string' ? [due(on)] : []
    }
    const begins = d.from === undefined ? since : now.data[d.from]
    if (typeof begins !== 'string' || d.yearly === undefined) return []
    const from = d.from === undefined ? Number(begins.slice(0, 4)) : Number(begins.slice(0, 4)) + 1
    const all: Due[] = []
    for (let year = Math.max(from, Number(since.slice(0, 4))); ; year++) {
      const on = `${year}-${d.yearly}`
      if (on < since || on < begins) continue
      all.push(due(on))
      if (on >= today) return all
    }
  })
}

/** Red, yellow, or not yet. */
export const lightOf = (dueOn: string, warnOn: string, today: string): 'late' | 'soon' | 'later' =>
  dueOn < today ? 'late' : warnOn <= today ? 'soon' : 'later'

export function whyNotDone(due: { doneOn: string | null } | undefined, on: string, today: string): string | null {
  if (!due) return '没有这项到期事项'
  if (due.doneOn) return '已经登记办结'
  return on > today ? '“办结日期”还没有到' : null
}
