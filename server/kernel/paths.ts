import { type Drawing, type Drawn, type Problem, problem } from './drawing.ts'
import { kindOf } from './parts.ts'

/** What only shows when one follows the lines: nodes nobody reaches, nodes without a way out, loops nobody works in. */
export function checkPaths({ nodes, flows, scope }: Drawing): Problem[] {
  const next = new Map<Drawn, Drawn[]>(nodes.map((n) => [n, []]))
  const link = (from: Drawn, to: Drawn) => next.get(from)?.push(to)
  for (const flow of flows) link(flow.sourceRef, flow.targetRef)
  for (const node of nodes) if (node.attachedToRef) link(node.attachedToRef as Drawn, node)
  // A sub-process is entered at its start and left when its ends are reached.
  for (const node of nodes) {
    const inside = scope.get(node)
    if (inside && kindOf(node) === 'start') link(inside, node)
    if (inside && kindOf(node) === 'end') link(node, inside)
    if (node.triggeredByEvent && inside) {
      link(inside, node)
      link(node, inside)
    }
  }
  const previous = new Map<Drawn, Drawn[]>(nodes.map((n) => [n, []]))
  for (const [from, all] of next) for (const to of all) previous.get(to)?.push(from)

  const starts = nodes.filter((n) => !scope.get(n) && (kindOf(n) === 'start' || n.triggeredByEvent))
  const reached = closure(starts, next)
  // A node without any way out is named for that already; naming all that lead to it would bury it.
  const stops = nodes.filter(
    (n) => next.get(n)?.length === 0 || (!scope.get(n) && (kindOf(n) === 'end' || n.triggeredByEvent)),
  )
  const leadsOut = closure(stops, previous)
  return [
    ...nodes.filter((n) => starts.length > 0 && !reached.has(n)).map((n) => problem(n, '从开始事件走不到这里')),
    ...nodes.filter((n) => !leadsOut.has(n)).map((n) => problem(n, '从这里走不到任何结束')),
    ...idleLoops(nodes, next).map((n) => problem(n, '循环里没有环节，办件会一直空转')),
  ]
}

/** The nodes of loops that pass no task: those that come back to themselves by gateways alone. */
function idleLoops(nodes: Drawn[], next: Map<Drawn, Drawn[]>): Drawn[] {
  const idle = new Map([...next].filter(([node]) => !rests(node)))
  return nodes.filter((node) => closure(idle.get(node) ?? [], idle).has(node))
}

/** Where a token stays until something comes from outside; what is inside a sub-process is looked at on its own. */
const rests = (node: Drawn) => /^(task|sub|catch|choice)$/.test(kindOf(node) ?? '')

function closure(from: Drawn[], next: Map<Drawn, Drawn[]>): Set<Drawn> {
  const found = new Set<Drawn>()
  const open = [...from]
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node)) continue
    found.add(node)
    open.push(...(next.get(node) ?? []))
  }
  return found
}
