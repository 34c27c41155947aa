import { mustWait } from './wait.ts'

/** A compiled process. Plain JSON, stored with the definition; nothing depends on the order of its keys. */
export type Process = {
  id: string
  name?: string
  start: string
  /** The names its conditions use, sorted. */
  facts: string[]
  nodes: Record<string, Node>
  flows: Record<string, Flow>
}
/** `in` and `out` are ids of flows, in the order of the file. */
export type Node = { name?: string; in: string[]; out: string[] } & (
  | { kind: 'start' | 'end' | 'parallel' }
  | { kind: 'task'; name: string; timers: string[] }
  | { kind: 'exclusive' | 'inclusive'; default?: string }
  | { kind: 'timer'; task: string; duration: string; interrupting: boolean }
)
/** `when` is the name of a fact, or `!` and the name. */
export type Flow = { from: string; to: string; when?: string }

/**
 * Where the tokens are: on open tasks, and on flows that wait before a join (both in order of arrival; an id stands
 * there once for each token). `timers` are the boundary timers still set. No token left means finished.
 */
export type State = { open: string[]; waiting: string[]; timers: string[] }

/** What is known of the case; a name that is not given counts as not true. */
export type Facts = Record<string, boolean>
export type Event =
  | { type: 'start'; facts: Facts }
  | { type: 'complete'; node: string; facts: Facts }
  | { type: 'timer'; node: string; facts: Facts }

/** A timer's node is the boundary event, never its task. A timer that fires is used up and not cleared as well. */
export type Effect =
  | { type: 'open' | 'close' | 'cancel'; node: string }
  | { type: 'timer-set'; node: string; duration: string }
  | { type: 'timer-clear'; node: string }
  | { type: 'finish' }

/** The event came for a task that is not open, a timer that is not set, or a process that has already begun. */
export class NotOpen extends Error {
  override name = 'NotOpen'
}

/** Tokens wait at joins and nobody has work that could bring the rest: the diagram is wrong, and the step is not taken. */
export class Stuck extends Error {
  override name = 'Stuck'
}

/** The open tasks, in the order they opened. */
export const openTasks = (state: State | null): string[] => [...(state?.open ?? [])]

/**
 * The whole engine. No clock, no I/O, no randomness: the same event on the same state has the same effects, in the same
 * order. A state of null is a process that has not begun.
 */
export function step(process: Process, state: State | null, event: Event): [State, Effect[]] {
  const { open, waiting, timers } = structuredClone(state ?? { open: [], waiting: [], timers: [] })
  const effects: Effect[] = []

  if (event.type === 'start') {
    if (state) throw new NotOpen(process.start)
    leave(process.start)
  } else if (event.type === 'complete') {
    closeTask(event.node, 'close')
    leave(event.node)
  } else {
    const timer = process.nodes[event.node]
    if (timer?.kind !== 'timer' || !take(timers, event.node)) throw new NotOpen(event.node)
    if (timer.interrupting) closeTask(timer.task, 'cancel')
    leave(event.node)
  }
  fireInclusiveJoins()
  if (open.length === 0) {
    if (waiting.length > 0) throw new Stuck(`${process.id} waits for ever on ${waiting.join(', ')}`)
    effects.push({ type: 'finish' })
  }
  return [{ open, waiting, timers }, effects]

  function leave(id: string) {
    for (const flow of chosen(process, id, event.facts)) follow(flow)
  }

  function follow(flow: string) {
    const id = flowOf(process, flow).to
    const node = nodeOf(process, id)
    if (node.kind === 'end') return
    if (node.kind === 'task') return openTask(id, node.timers)
    if (node.kind === 'exclusive' || node.in.length === 1) return leave(id)
    waiting.push(flow)
    if (node.kind === 'parallel' && node.in.every((f) => waiting.includes(f))) fire(id)
  }

  /** A join takes one token from every flow that has one. For a parallel join that is every flow. */
  function fire(id: string) {
    for (const flow of nodeOf(process, id).in) take(waiting, flow)
    leave(id)
  }

  /**
   * An inclusive join must see every token at rest: it is asked only when nothing moves, and again after each firing,
   * because a token that goes elsewhere or ends can be what another join waited for.
   */
  function fireInclusiveJoins() {
    for (;;) {
      const ready = waiting
        .map((flow) => flowOf(process, flow).to)
        .find((id) => nodeOf(process, id).kind === 'inclusive' && !mustWait(process, { open, waiting, timers }, id))
      if (!ready) return
      fire(ready)
    }
  }

  function openTask(id: string, itsTimers: string[]) {
    open.push(id)
    effects.push({ type: 'open', node: id })
    for (const timer of itsTimers) {
      const node = nodeOf(process, timer)
      if (node.kind !== 'timer') continue
      timers.push(timer)
      effects.push({ type: 'timer-set', node: timer, duration: node.duration })
    }
  }

  function closeTask(id: string, how: 'close' | 'cancel') {
    const task = process.nodes[id]
    if (task?.kind !== 'task' || !take(open, id)) throw new NotOpen(id)
    effects.push({ type: how, node: id })
    for (const timer of task.timers) if (take(timers, timer)) effects.push({ type: 'timer-clear', node: timer })
  }
}

/** The flows a token leaves by: one at an exclusive gateway, one or more at an inclusive one, elsewhere all. */
function chosen(process: Process, id: string, facts: Facts): string[] {
  const node = nodeOf(process, id)
  if ((node.kind !== 'exclusive' && node.kind !== 'inclusive') || node.out.length === 1) return node.out
  const holding = node.out.filter((flow) => flow !== node.default && holds(flowOf(process, flow).when, facts))
  if (holding.length === 0) return node.default ? [node.default] : []
  return node.kind === 'exclusive' ? holding.slice(0, 1) : holding
}

const holds = (when: string | undefined, facts: Facts) =>
  when?.startsWith('!') ? facts[when.slice(1)] !== true : when !== undefined && facts[when] === true

function take(list: string[], id: string) {
  const at = list.indexOf(id)
  if (at >= 0) list.splice(at, 1)
  return at >= 0
}

/** A compiled process names only what it has: a miss is a damaged definition, not a case to handle. */
function nodeOf(process: Process, id: string): Node {
  const node = process.nodes[id]
  if (!node) throw new Error(`${process.id} has no node ${id}`)
  return node
}
function flowOf(process: Process, id: string): Flow {
  const flow = process.flows[id]
  if (!flow) throw new Error(`${process.id} has no flow ${id}`)
  return flow
}
