/** A compiled process. Plain JSON, stored with the definition; nothing depends on the order of its keys. */
export type Process = {
  id: string
  name?: string
  start: string
  /** Starts of the event sub-processes that belong to the whole process. */
  within: string[]
  /** The names its conditions use, sorted. */
  facts: string[]
  nodes: Record<string, Node>
  flows: Record<string, Flow>
}
/** `in` and `out` are ids of flows, in the order of the file. `boundary` are the events on an activity's edge. */
export type Node = {
  name?: string
  in: string[]
  out: string[]
  default?: string /** The sub-process it lies in. */
  scope?: string
} & (
  | { kind: 'parallel' | 'exclusive' | 'inclusive' }
  | { kind: 'task'; name: string; boundary: string[]; many?: Many }
  /** An embedded sub-process, or what a call activity calls, drawn in. `within`: starts of its event sub-processes. */
  | { kind: 'sub'; start: string; boundary: string[]; within: string[]; many?: Many }
  | ({ kind: 'start'; of?: string } & Catching)
  | ({ kind: 'boundary'; host: string } & Catching)
  | ({ kind: 'catch'; boundary: string[] } & Catching)
  /** An event-based gateway: the first of the events behind it decides. */
  | { kind: 'choice'; catches: string[] }
  | { kind: 'throw' | 'end'; throws: Throw[] }
)
type Catching = {
  triggers: Trigger[]
  interrupting: boolean /** Needs every trigger, not one of them. */
  all: boolean
}

export type Trigger =
  | { on: 'timer'; duration: string }
  | { on: 'condition'; when: string }
  /** An empty name catches any error or escalation. */
  | { on: 'message' | 'signal' | 'error' | 'escalation' | 'cancel'; name: string }
export type Throw = { on: 'message' | 'signal' | 'error' | 'escalation' | 'cancel' | 'terminate'; name: string }

/**
 * An activity done several times: `count` times (a number, or the name under which an event says how many), or for as long
 * as `when` holds. `until` ends it early.
 */
export type Many = {
  sequential: boolean
  count?: number | string
  when?: string
  /** `when` is asked before the first time too. */
  before?: boolean
  until?: Until
}
/** A fact, or a measure of what is done: 会签 all, 或签 one, 票决 a share of the votes. */
export type Until =
  | { when: string }
  | { measure: 'done' | 'agreed' | 'against'; share: boolean; op: '>=' | '>' | '=='; value: number }

/** `when` is the name of a fact, or `!` and the name. */
export type Flow = { from: string; to: string; when?: string }

/**
 * What has begun and not ended, in the order it began, and the tokens that wait before joins. Empty means finished. A thing's
 * id is its node's, with `#2`, `#3` for further ones open at the same time; the frame around several has a `*`.
 */
export type State = { live: Live[]; waiting: Waiting[] }
export type Waiting = { flow: string; in: string }
export type Live = {
  id: string
  node: string
  /** The scope it lies in: the id of a sub-process, '' of the process; null only for the process itself. */
  in: string | null
  /** Event nodes that may still fire here. */
  armed: string[]
  /** Which triggers of a parallel-multiple event have come. */
  got?: Record<string, number[]>
  count?: { total: number | null; begun: number; done: number; agreed: number }
}

/** What is known of the case; a name that is not given counts as not true. */
export type Facts = Record<string, boolean>
export type Event = { facts: Facts /** How many, by the names that counts use. */; counts?: Record<string, number> } & (
  | { type: 'start' }
  /** `agreed`: the vote, where the task is one of several. */
  | { type: 'complete'; node: string; agreed?: boolean }
  | { type: 'timer'; node: string }
  | { type: 'error'; node: string; name: string }
  | { type: 'message' | 'signal'; name: string }
)

/** A timer's node is its event, never its task. A timer that fires is used up and not cleared as well. */
export type Effect =
  | { type: 'open' | 'close' | 'cancel'; node: string }
  | { type: 'timer-set'; node: string; duration: string }
  | { type: 'timer-clear'; node: string }
  | { type: 'throw'; on: 'message' | 'signal'; name: string }
  | { type: 'finish' }

/** The node an id of a state or an effect belongs to. */
export const nodeOfId = (id: string) => id.replace(/[#*]\d*$/, '')

/** The event came for a task that is not open, a timer that is not set, or a process that has already begun. */
export class NotOpen extends Error {
  override name = 'NotOpen'
}

/** Nobody has work that could move the tokens on, or they move for ever: the diagram is wrong, and the step is not taken. */
export class Stuck extends Error {
  override name = 'Stuck'
}

/** No condition of a gateway holds and it has no default: the step is not taken. */
export class NoWay extends Stuck {
  override name = 'NoWay'
}

/** The open tasks, in the order they opened. */
export const openTasks = (process: Process, state: State | null): string[] =>
  (state?.live ?? []).filter((l) => process.nodes[l.node]?.kind === 'task' && !l.count).map((l) => l.id)

/** The timers that are set, as the ids their effects named. */
export const setTimers = (process: Process, state: State | null): string[] =>
  (state?.live ?? []).flatMap((l) =>
    l.armed.filter((id) => triggersOf(process.nodes[id]).some((t) => t.on === 'timer')).map((id) => id + suffixOf(l)),
  )
export const triggersOf = (node: Node | undefined): Trigger[] => (node && 'triggers' in node ? node.triggers : [])
export const suffixOf = (l: Live) => l.id.slice(l.node.length)

/** A compiled process names only what it has: a miss is a damaged definition, not a case to handle. */
export function nodeOf(process: Process, id: string): Node {
  const node = process.nodes[id]
  if (!node) throw new Error(`${process.id} has no node ${id}`)
  return node
}
export function flowOf(process: Process, id: string): Flow {
  const flow = process.flows[id]
  if (!flow) throw new Error(`${process.id} has no flow ${id}`)
  return flow
}
export const holds = (when: string | undefined, facts: Facts) =>
  when?.startsWith('!') ? facts[when.slice(1)] !== true : when !== undefined && facts[when] === true
