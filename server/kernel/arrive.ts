import type { Process, State } from './step.ts'

/**
 * Whether an inclusive join must still wait: some token elsewhere has a path to one of its empty flows that does not
 * lead through the join itself. BPMN 2.0 (13.4.3) lets the join go on when that token could also arrive on a filled
 * flow; we wait then too, or the late token would fire the join a second time.
 */
export function canStillArrive(process: Process, state: State, join: string): boolean {
  const { nodes, flows } = process
  const empty = new Set(nodes[join]?.in.filter((flow) => !state.waiting.includes(flow)))
  const seen = new Set<string>()

  // An open task can still go by its own flow and by those of its timers that have not fired yet.
  const next = state.open.flatMap((task) => [
    ...(nodes[task]?.out ?? []),
    ...timersOf(task).flatMap((timer) => (state.timers.includes(timer) ? (nodes[timer]?.out ?? []) : [])),
  ])
  next.push(...state.waiting.filter((flow) => flows[flow]?.to !== join))

  for (let flow = next.pop(); flow !== undefined; flow = next.pop()) {
    if (seen.has(flow)) continue
    seen.add(flow)
    if (empty.has(flow)) return true
    const to = flows[flow]?.to
    if (!to || to === join) continue
    for (const id of [to, ...timersOf(to)]) next.push(...(nodes[id]?.out ?? []))
  }
  return false

  function timersOf(id: string) {
    const node = nodes[id]
    return node?.kind === 'task' ? node.timers : []
  }
}
