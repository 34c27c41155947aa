import type { Process, State } from './step.ts'

/**
 * Whether an inclusive join with a token must still wait, by the rule of BPMN 2.0 (13.4.3): some token elsewhere has a
 * way to an empty flow of the join, and none to a filled one, without passing the join itself.
 *
 * Why the filled one sets the join free: the token would lie there as the second. In a sound diagram it therefore comes
 * in the next round of some loop, and that round may wait for this very join.
 */
export function mustWait(process: Process, state: State, join: string): boolean {
  const { nodes, flows } = process
  const incoming = nodes[join]?.in ?? []
  const isFilled = (flow: string) => state.waiting.includes(flow)

  // An open task can be left by its own flow and by those of its timers that have not fired yet.
  const leaving = [...state.open, ...state.timers].flatMap((id) => nodes[id]?.out ?? [])
  // A token that lies before the join already reaches nothing but its own, filled flow.
  return [...leaving, ...state.waiting].some((from) => {
    const reached = reach(from)
    return incoming.some((f) => reached.has(f) && !isFilled(f)) && !incoming.some((f) => reached.has(f) && isFilled(f))
  })

  /** All flows a token on this one may come to before it passes the join. */
  function reach(from: string): Set<string> {
    const found = new Set([from])
    for (const flow of found) {
      const to = flows[flow]?.to ?? join
      const node = nodes[to]
      if (!node || to === join) continue
      const ways = node.kind === 'task' ? [to, ...node.timers] : [to]
      for (const next of ways.flatMap((id) => nodes[id]?.out ?? [])) found.add(next)
    }
    return found
  }
}
