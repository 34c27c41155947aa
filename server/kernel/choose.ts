import { type Event, type Facts, flowOf, holds, type Many, NoWay, nodeOf, type Process } from './process.ts'

/**
 * The flows a token leaves by: one at an exclusive gateway; at an inclusive one and behind a task those whose condition
 * holds; the default where none does; elsewhere all.
 * @throws NoWay
 */
export function chosen(process: Process, id: string, facts: Facts): string[] {
  const node = nodeOf(process, id)
  const gateway = node.kind === 'exclusive' || node.kind === 'inclusive'
  const conditional = node.out.some((flow) => flowOf(process, flow).when !== undefined)
  if (!conditional && !(node.default && gateway && node.out.length > 1)) return node.out
  const open = node.out.filter((flow) => {
    const { when } = flowOf(process, flow)
    return flow !== node.default && (when === undefined ? !gateway : holds(when, facts))
  })
  const met = open.some((flow) => flowOf(process, flow).when !== undefined)
  const all = met || !node.default ? open : [...open, node.default]
  if (all.length === 0) throw new NoWay(`${process.id}: no condition of ${id} holds`)
  return node.kind === 'exclusive' ? all.slice(0, 1) : all
}

/** How many times; null where a condition decides each time anew. */
export function totalOf(many: Many, event: Event): number | null {
  if (typeof many.count === 'string') return event.counts?.[many.count] ?? 0
  return many.count ?? null
}

export type Count = { total: number | null; begun: number; done: number; agreed: number }

/** Whether enough of several are done. */
export function isOver({ when, until }: Many, count: Count, facts: Facts): boolean {
  if (count.done === count.total) return true
  if (when !== undefined && !holds(when, facts)) return true
  if (!until) return false
  if ('when' in until) return holds(until.when, facts)
  const amount = { done: count.done, agreed: count.agreed, against: count.done - count.agreed }[until.measure]
  const measured = until.share ? amount / (count.total ?? 1) : amount
  return until.op === '>='
    ? measured >= until.value
    : until.op === '>'
      ? measured > until.value
      : measured === until.value
}
