import { daysAfter } from '../platform/clock.ts'

/** What may be said of an absence. Pure. */

type Span = { from: string; to: string }

export const badSpan = ({ from, to }: Span): string | null => (to < from ? '“止”不能早于“起”' : null)

/** A new last day: what is over stays as it was, so yesterday is the earliest; one that is over whole stays whole. */
export function badEnd(was: Span, to: string, today: string): string | null {
  const yesterday = daysAfter(today, -1)
  if (was.to < yesterday && to !== was.to) return '这次请假已经结束，不能再改'
  if (to < was.to && to < yesterday && was.from < today) return '已经过去的日子不能改，最早改到昨天'
  return badSpan({ from: was.from, to })
}

export const mayCancel = ({ from }: Span, today: string): string | null =>
  from <= today ? '请假已经开始，不能取消，只能提前结束' : null
