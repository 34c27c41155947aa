import type { NoticeRules } from '../content/notice.ts'

export type Told = {
  verb: string
  data: Record<string, unknown>
  title: string
  number: string
  accept_unit: string
  lead_unit: string
}
export type Recipients = { applicant: boolean; units: string[]; supervisors: boolean; legal: boolean }

/** Whom an event concerns; null where nobody is told. */
export function recipientsOf(rules: NoticeRules, e: Told): Recipients | null {
  const rule = rules[e.verb]
  if (!rule) return null
  const meant = Object.entries(rule.when ?? {}).every(([key, values]) => values.includes(String(e.data[key])))
  if (!meant) return null
  const unit = (key: string) => (typeof e.data[key] === 'string' ? [e.data[key] as string] : [])
  return {
    applicant: rule.to.includes('applicant'),
    units: [
      ...(rule.to.includes('part') ? unit('unit') : []),
      ...(rule.to.includes('target') ? unit('target') : []),
      ...(rule.to.includes('lead') ? [e.lead_unit] : []),
    ],
    supervisors: rule.to.includes('supervisors'),
    legal: rule.legal,
  }
}

export const whyApplicant = '您是这件事的申请人'
export const whyUnit = '这件事有您单位的环节'
export const whySupervisor = '您负责督办'

/** Minutes before the next attempt: 1, 2, 4 … at most a day. */
export const waitMinutes = (attempts: number) => Math.min(2 ** attempts, 24 * 60)
export const mostAttempts = 10
