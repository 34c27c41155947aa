import type { Card } from '../content/indicator.ts'
import type { Actor } from '../platform/auth.ts'

/** Who may sign a kept figure, and when (16.2, R-16.3). Pure: null or the reason why not. */

export const statuses = ['draft', 'department', 'reviewed', 'locked'] as const
export const steps = ['department', 'reviewed', 'locked'] as const
export type Step = (typeof steps)[number]
export type KeptRow = {
  id: string
  status: (typeof statuses)[number]
  computedBy: string | null
  departmentBy: string | null
  reviewedBy: string | null
  lockedBy: string | null
  overrideBy: string | null
}

const before = { department: 'draft', reviewed: 'department', locked: 'reviewed' } as const
/** What it waits for. */
export const nextStep = (f: Pick<KeptRow, 'status'>): Step | undefined => steps.find((s) => before[s] === f.status)

/** The department that answers for it; the reviewer its card names, or who stands over both; the statistician or the leader locks. */
export function badStep(actor: Actor, f: KeptRow, card: Pick<Card, 'owner' | 'reviewer'>, step: Step): string | null {
  if (f.status === 'locked') return '已经锁定，不能再改；有出入请重新计算，作更正'
  if (f.status !== before[step]) return step === 'department' ? '部门已经审核过' : '前一步还没有签'
  if ([f.computedBy, f.departmentBy, f.reviewedBy, f.overrideBy].includes(actor.account))
    return '计算、改数、审核、锁定要由不同的人'
  const has = (...duties: string[]) => actor.posts.some((p) => duties.includes(p.duty))
  if (step === 'department')
    return actor.posts.some((p) => p.unit === card.owner) ? null : '只有责任单位的人能作部门审核'
  if (step === 'reviewed')
    return has(card.reviewer, 'supervisor', 'leader') ? null : '只有指标卡上写明的审核人或者上级能审核'
  return has('statistician', 'leader') ? null : '只有统计员或者区领导能锁定'
}

export const badOverride = (f: KeptRow): string | null =>
  f.status === 'locked' ? '已经锁定，不能再改；有出入请重新计算，作更正' : null
