import { dateOf, dayNumber } from '../calendar/workdays.ts'
import type { Binding, Template } from '../content/report.ts'
import { brokenMarks, marksOf } from './template.ts'

export { qualifiers, scales } from './wording.ts'

/** 监督法: the days of a report on special work, counted back from the meeting in calendar days. */
export type NodeRule = { id: string; title: string; before: number; law?: string }
export type Node = { node: string; dueOn: string }

export const nodesOf = (rules: NodeRule[], meetingOn: string): Node[] =>
  rules.map(({ id, before }) => ({ node: id, dueOn: dateOf(dayNumber(meetingOn) - before) }))

export type Alarm = 'done' | 'late-done' | 'overdue' | 'today' | 'soon' | 'ahead'
/** A node's colour word. Three days before its day it begins to call. */
export function alarmOf(dueOn: string, doneOn: string | null, today: string): Alarm {
  if (doneOn) return doneOn <= dueOn ? 'done' : 'late-done'
  const left = dayNumber(dueOn) - dayNumber(today)
  return left < 0 ? 'overdue' : left === 0 ? 'today' : left <= 3 ? 'soon' : 'ahead'
}

/** Everything that stands between a text and its printing: each mark bound, each binding used, nothing half written. */
export function textFaults(body: string, bindings: Record<string, unknown>, strict = true): string[] {
  const used = marksOf(body)
  return [
    ...brokenMarks(body).map((m) => `“${m}”不是完整的数字标记`),
    ...used.filter((m) => !Object.hasOwn(bindings, m)).map((m) => `数字标记“${m}”没有绑定来源`),
    ...(strict
      ? Object.keys(bindings)
          .filter((m) => !used.includes(m))
          .map((m) => `绑定“${m}”在正文里没有用到`)
      : []),
  ]
}

export type Status = 'draft' | 'locked' | 'delivered' | 'closed'
export const mayWrite = (r: { status: Status }) => (r.status === 'draft' ? null : '报告已经锁定，不能再改正文和数字')
export const mayDeliver = (r: { status: Status; meetingOn: string }, today: string) =>
  r.status !== 'locked'
    ? r.status === 'draft'
      ? '报告还没有锁定'
      : '报告已经作过了'
    : today < r.meetingOn
      ? '还没有到会议的日子'
      : null
/** What deputies say at the meeting comes after the report was given. */
export const maySayOpinion = (r: { status: Status }, stage: 'before' | 'meeting') =>
  stage === 'before'
    ? r.status === 'draft'
      ? null
      : '报告已经锁定，会前意见不能再登记'
    : r.status === 'delivered'
      ? null
      : r.status === 'closed'
        ? '报告已经办结'
        : '报告作过以后才有审议意见'

export type LockFigure = { mark: string; kind: string; status: string | null; name: string }
export type LockOpinion = { saidBy: string; stage: string; response: string | null; inVersion: number | null }
/** Why it cannot be locked yet, all of it at once (R-16.2; the report must respond to what was said of it). */
export function lockFaults(given: {
  status: Status
  body: string
  bindings: Record<string, unknown>
  figures: LockFigure[]
  opinions: LockOpinion[]
}): string[] {
  const no = mayWrite(given)
  if (no) return [no]
  const raw = given.figures.filter((f) => f.kind === 'indicator' && f.status !== 'reviewed' && f.status !== 'locked')
  const open = given.opinions.filter((o) => o.stage === 'before' && !o.response)
  return [
    ...textFaults(given.body, given.bindings, false),
    ...raw.map((f) => `数字“${f.name}”（${f.mark}）还没有审核`),
    ...open.map((o) => `${o.saidBy}的意见还没有答复`),
  ]
}

/** It is over when every opinion of the meeting has its answer, and every answer its vote. */
export function mayClose(
  r: { status: Status },
  opinions: { stage: string; response: string | null; satisfaction: string | null }[],
) {
  if (r.status !== 'delivered') return r.status === 'closed' ? '报告已经办结' : '报告还没有作'
  const meeting = opinions.filter((o) => o.stage === 'meeting')
  const open = meeting.filter((o) => !o.response).length
  if (open) return `还有 ${open} 条审议意见没有答复`
  const unvoted = meeting.filter((o) => !o.satisfaction).length
  return unvoted ? `还有 ${unvoted} 条答复没有测评` : null
}

/** The 41 of the yardstick: a row is as good as the weakest of its marks. */
export type Class = 'live' | 'target' | 'missing'
export const classOf = (b: Binding, known: boolean): Class =>
  'missing' in b ? 'missing' : 'target' in b ? 'target' : known ? 'live' : 'missing'
const order: Class[] = ['missing', 'target', 'live']
export const weakest = (list: Class[]): Class => order.find((c) => list.includes(c)) ?? 'missing'

export function templateFaults(t: Template): string[] {
  const faults = textFaults(t.body, t.bindings)
  const seen = new Set<number>()
  for (const row of t.yardstick ?? []) {
    if (seen.has(row.n)) faults.push(`第 ${row.n} 项写了两次`)
    seen.add(row.n)
    for (const mark of row.marks)
      if (!Object.hasOwn(t.bindings, mark)) faults.push(`第 ${row.n} 项的标记“${mark}”没有绑定来源`)
  }
  const days = t.nodes.map((n) => n.before)
  if (new Set(t.nodes.map((n) => n.id)).size !== days.length) faults.push('两个节点用了同一个代号')
  for (const [i, p] of t.promises.entries()) {
    if (!p.text.trim()) faults.push(`第 ${i + 1} 项承诺是空的`)
    if (p.target !== undefined && !p.indicator) faults.push(`第 ${i + 1} 项承诺有目标值，却没有指标`)
  }
  return faults
}
