import type { Live, Process, Waiting } from './process.ts'

/**
 * Whether an inclusive join with a token must still wait, by the rule of BPMN 2.0 (13.4.3): some token elsewhere in its scope
 * has a way to an empty flow of the join, and none to a filled one, without passing the join itself.
 *
 * Why the filled one sets the join free: the token would lie there as the second. In a sound diagram it therefore comes
 * in the next round of some loop, and that round may wait for this very join.
 */
export function mustWait(process: Process, live: Live[], all: Waiting[], join: string, scope: string): boolean {
  const { nodes, flows } = process
  const incoming = nodes[join]?.in ?? []
  const waiting = all.filter((w) => w.in === scope).map((w) => w.flow)
  const isFilled = (flow: string) => waiting.includes(flow)

  // What goes on can be left by its own flows and by those of its events that may still fire.
  const leaving = live.filter((l) => l.in === scope).flatMap((l) => [l.node, ...l.armed].flatMap(out))
  // A token that lies before the join already reaches nothing but its own, filled flow.
  return [...leaving, ...waiting].some((from) => {
    const reached = reach(from)
    return incoming.some((f) => reached.has(f) && !isFilled(f)) && !incoming.some((f) => reached.has(f) && isFilled(f))
  })

  function out(id: string): string[] {
    const node = nodes[id]
    // A start here is that of an event sub-process: its token stays in there.
    return !node || node.kind === 'start' ? [] : node.out
  }
  /** All flows a token on this one may come to before it passes the join. */
  function reach(from: string): Set<string> {
    const found = new Set([from])
    for (const flow of found) {
      const to = flows[flow]?.to ?? join
      const node = nodes[to]
      if (!node || to === join) continue
      const ways = 'boundary' in node ? [to, ...node.boundary] : [to]
      for (const next of ways.flatMap(out)) found.add(next)
    }
    return found
  }
}
