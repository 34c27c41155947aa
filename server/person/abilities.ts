import type { Actor, Duty } from '../platform/auth.ts'
import { keepers, revealers } from './scope.ts'

/** What may be done to a person's file, and why not. Pure: one answer for the refusal, the abilities and the button. */

export type Standing = { path: string; merged: boolean; died: boolean; hasId: boolean }

const holds = (actor: Actor, s: Standing, duties: Duty[]) =>
  actor.posts.some((p) => duties.includes(p.duty) && s.path.startsWith(p.path))

/** Base data and what befalls them: kept by the window and the grid head, on the file that stands. */
export function mayKeepFile(actor: Actor, s: Standing): string | null {
  if (!holds(actor, s, keepers)) return '只有本社区的受理员和网格长可以登记'
  return s.merged ? '这份档案已经并入另一份，请在那一份上登记' : null
}
export const mayMove = (actor: Actor, s: Standing): string | null =>
  mayKeepFile(actor, s) ?? (s.died ? '已经登记死亡' : null)
export const mayDie = mayMove
export const mayCorrect = mayKeepFile

export const mayReveal = (actor: Actor, s: Standing): string | null =>
  holds(actor, s, revealers) ? null : '只有受理员、网格员和网格长可以显示完整号码'
export const mayMerge = (actor: Actor, s: Standing): string | null =>
  !actor.posts.some((p) => p.duty === 'data-manager')
    ? '只有数据管理员可以合并重复的档案'
    : s.merged
      ? '这份档案已经并入另一份'
      : null

/** A second pair of eyes on a record: never the collector's own, and once (2.3). */
export const mayVerify = (
  actor: Actor,
  s: Standing,
  record: { collector: string | null; verified: boolean },
): string | null =>
  (holds(actor, s, keepers) ? null : '只有本社区的受理员和网格长可以核验') ??
  (record.collector === actor.account ? '采集人不能核验自己采集的信息' : record.verified ? '已经核验过' : null)

export const abilitiesOf = (actor: Actor, s: Standing) => ({
  correctPerson: mayCorrect(actor, s),
  movePerson: mayMove(actor, s),
  recordDeath: mayDie(actor, s),
  enterCare: mayMove(actor, s),
  reveal: mayReveal(actor, s),
  mergePersons: mayMerge(actor, s),
})
