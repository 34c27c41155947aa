import { chosen, isOver, totalOf } from './choose.ts'
import * as P from './process.ts'
import { mustWait } from './wait.ts'

export type { Effect, Event, Facts, Flow, Node, Process, State } from './process.ts'
export { NotOpen, NoWay, nodeOfId, openTasks, Stuck, setTimers } from './process.ts'

/** More moves than this in one step are a loop without work, or tokens that breed. */
const patience = 10_000

/**
 * The whole engine. No clock, no I/O, no randomness: the same event on the same state has the same effects, in the same
 * order. A state of null is a process that has not begun.
 *
 * Tokens move as far as they can. Then, one at a time and until none is left: what is thrown is caught, so that who waits
 * for it in the same step is there; conditions that came true fire; inclusive joins that need not wait any longer fire; scopes
 * that have nothing left in them end.
 */
export function step(process: P.Process, state: P.State | null, event: P.Event): [P.State, P.Effect[]] {
  let { live, waiting } = structuredClone(state ?? { live: [], waiting: [] })
  let thrown: { node: string; in: string }[] = []
  /** The token whose throw is being caught: who empties its scope takes it too. */
  let carried: { in: string } | undefined
  const effects: P.Effect[] = []
  let moves = 0

  receive()
  while (settle()) if (++moves > patience) throw new P.Stuck(`${process.id} moves for ever`)
  return [{ live, waiting }, effects]

  function receive() {
    switch (event.type) {
      case 'start': {
        if (state) throw new P.NotOpen(process.start)
        const whole: P.Live = { id: '', node: '', in: null, armed: [] }
        live.push(whole)
        arm(whole, process.within)
        return leave(process.start, '')
      }
      case 'complete': {
        const task = taskAt(event.node)
        drop(task, 'close')
        return through(task, event.agreed === true)
      }
      case 'timer': {
        const node = P.nodeOfId(event.node)
        const self = live.find((l) => l.armed.includes(node) && node + P.suffixOf(l) === event.node)
        if (!self || !fireOn(self, node, (t) => t.on === 'timer')) throw new P.NotOpen(event.node)
        return
      }
      case 'error':
        return raise(event, taskAt(event.node).id)
      default:
        if (!broadcast(event.type, event.name)) throw new P.NotOpen(event.name)
    }
  }
  /** The next thing that happens by itself; false when all is at rest. */
  function settle(): boolean {
    const next = thrown.shift()
    if (next) {
      carryThrow(next)
      return true
    }
    for (const self of live)
      for (const id of self.armed)
        if (fireOn(self, id, (t) => t.on === 'condition' && P.holds(t.when, event.facts))) return true
    const join = waiting.find((w) => {
      const to = P.flowOf(process, w.flow).to
      return P.nodeOf(process, to).kind === 'inclusive' && !mustWait(process, live, waiting, to, w.in)
    })
    if (join) {
      passJoin(P.flowOf(process, join.flow).to, join.in)
      return true
    }
    const done = live.find((l) => isScope(l) && !live.some((inner) => inner.in === l.id))
    if (!done) return false
    const stuck = waiting.filter((w) => w.in === done.id)
    if (stuck.length > 0) throw new P.Stuck(`${process.id} waits for ever on ${stuck.map((w) => w.flow).join(', ')}`)
    drop(done, 'close')
    if (done.in === null) effects.push({ type: 'finish' })
    else if (P.nodeOf(process, done.node).kind === 'sub') through(done, false)
    return true
  }

  function leave(id: string, scope: string) {
    for (const flow of chosen(process, id, event.facts)) follow(flow, scope)
  }
  function follow(flow: string, scope: string) {
    if (++moves > patience) throw new P.Stuck(`${process.id} moves for ever`)
    const id = P.flowOf(process, flow).to
    const node = P.nodeOf(process, id)
    switch (node.kind) {
      case 'task':
      case 'sub':
        return node.many ? beginMany(id, node.many, scope) : begin(id, scope, node.boundary)
      case 'catch':
        return begin(id, scope, [id, ...node.boundary])
      case 'choice':
        return begin(id, scope, node.catches)
      case 'end':
      case 'throw':
        if (node.throws.length > 0) return void thrown.push({ node: id, in: scope })
        return node.kind === 'throw' ? leave(id, scope) : undefined
      case 'inclusive':
      case 'parallel':
        if (node.in.length === 1) return leave(id, scope)
        waiting.push({ flow, in: scope })
        if (node.kind === 'parallel' && node.in.every((f) => waiting.some((w) => w.flow === f && w.in === scope)))
          passJoin(id, scope)
        return
      default:
        return leave(id, scope)
    }
  }
  /** A join takes one token from every flow that has one. For a parallel join that is every flow. */
  function passJoin(id: string, scope: string) {
    for (const flow of P.nodeOf(process, id).in) {
      const at = waiting.findIndex((w) => w.flow === flow && w.in === scope)
      if (at >= 0) waiting.splice(at, 1)
    }
    leave(id, scope)
  }

  function begin(id: string, scope: string, armed: string[]) {
    const node = P.nodeOf(process, id)
    const self: P.Live = { id: freeId(id, '#'), node: id, in: scope, armed: [] }
    live.push(self)
    if (node.kind === 'task') effects.push({ type: 'open', node: self.id })
    arm(self, armed)
    if (node.kind !== 'sub') return
    arm(self, node.within)
    leave(node.start, self.id)
  }
  function beginMany(id: string, many: P.Many, scope: string) {
    const node = P.nodeOf(process, id)
    const total = totalOf(many, event)
    if (total === 0 || (many.before && !P.holds(many.when, event.facts))) return leave(id, scope)
    const count = { total, begun: 0, done: 0, agreed: 0 }
    const frame: P.Live = { id: freeId(id, '*'), node: id, in: scope, armed: [], count }
    live.push(frame)
    arm(frame, 'boundary' in node ? node.boundary : [])
    do {
      count.begun++
      begin(id, frame.id, [])
    } while (!many.sequential && count.begun < (total ?? 1))
  }
  /** An activity is through: its token goes on, or the next of several begins. */
  function through(self: P.Live, agreed: boolean) {
    const node = P.nodeOf(process, self.node)
    const frame = live.find((l) => l.id === self.in)
    const many = 'many' in node ? node.many : undefined
    if (self.in === null || (node.kind === 'sub' && isEventSub(self.node))) return
    if (!frame?.count || !many || frame.node !== self.node) return leave(self.node, self.in)
    frame.count.done++
    if (agreed) frame.count.agreed++
    const { total, begun } = frame.count
    if (isOver(many, frame.count, event.facts)) {
      empty(frame.id)
      drop(frame, 'close')
      return leave(self.node, frame.in ?? '')
    }
    if (!many.sequential || (total !== null && begun === total)) return
    frame.count.begun++
    begin(self.node, frame.id, [])
  }

  function arm(self: P.Live, ids: string[]) {
    for (const id of ids) {
      self.armed.push(id)
      for (const t of P.triggersOf(process.nodes[id]))
        if (t.on === 'timer') effects.push({ type: 'timer-set', node: id + P.suffixOf(self), duration: t.duration })
    }
  }
  function disarm(self: P.Live, ids: string[]) {
    for (const id of ids)
      if (P.triggersOf(process.nodes[id]).some((t) => t.on === 'timer'))
        effects.push({ type: 'timer-clear', node: id + P.suffixOf(self) })
    self.armed = self.armed.filter((id) => !ids.includes(id))
  }
  function drop(self: P.Live, how: 'close' | 'cancel') {
    live = live.filter((l) => l !== self)
    if (process.nodes[self.node]?.kind === 'task' && !self.count) effects.push({ type: how, node: self.id })
    disarm(self, self.armed)
  }
  /** Everything in a scope ends; the scope itself stays. */
  function empty(scope: string) {
    waiting = waiting.filter((w) => w.in !== scope)
    thrown = thrown.filter((t) => t.in !== scope)
    if (carried?.in === scope) carried = undefined
    for (const inner of live.filter((l) => l.in === scope)) {
      empty(inner.id)
      drop(inner, 'cancel')
    }
  }

  /** Fires the event if one of its triggers is meant; a timer and a condition only once. */
  function fireOn(self: P.Live, id: string, meant: (t: P.Trigger) => boolean): boolean {
    const node = P.nodeOf(process, id)
    if (!('triggers' in node) || !self.armed.includes(id)) return false
    const at = node.triggers.findIndex((t, i) => meant(t) && !(node.all && self.got?.[id]?.includes(i)))
    if (at < 0) return false
    if (node.all && node.triggers.length > 1) {
      const got = [...(self.got?.[id] ?? []), at]
      self.got = { ...self.got, [id]: got }
      if (got.length < node.triggers.length) return true
    }
    const on = node.triggers[at]?.on
    if (on === 'timer' || on === 'condition') self.armed = self.armed.filter((a) => a !== id)
    if (node.kind === 'start') startWithin(self, id, node.of ?? '', node.interrupting)
    else {
      if (node.kind === 'catch' || node.interrupting) {
        empty(self.id)
        drop(self, 'cancel')
      }
      leave(id, self.in ?? '')
    }
    return true
  }
  /** An event sub-process begins in its scope; an interrupting one ends what else goes on there. */
  function startWithin(scope: P.Live, start: string, sub: string, interrupting: boolean) {
    if (interrupting) {
      empty(scope.id)
      disarm(
        scope,
        scope.armed.filter((id) => P.nodeOf(process, id).kind === 'start'),
      )
    }
    const self: P.Live = { id: freeId(sub, '#'), node: sub, in: scope.id, armed: [] }
    live.push(self)
    leave(start, self.id)
  }

  function carryThrow({ node: id, in: scope }: { node: string; in: string }) {
    const node = P.nodeOf(process, id)
    carried = { in: scope }
    for (const t of 'throws' in node ? node.throws : []) raise(t, scope)
    if (node.kind === 'throw' && carried) leave(id, scope)
    carried = undefined
  }
  function raise({ on, name }: { on?: P.Throw['on']; name: string }, from: string) {
    const kind = on ?? 'error'
    if (kind === 'terminate') return empty(from)
    if (kind === 'message' || kind === 'signal') effects.push({ type: 'throw', on: kind, name })
    if (kind === 'signal') return void broadcast('signal', name)
    if (kind === 'message') return
    // Upwards from where it was thrown; the nearest that names it, or names nothing, catches it.
    for (let at = live.find((l) => l.id === from); at; at = live.find((l) => l.id === at?.in)) {
      const self = at
      if (self.armed.some((id) => fireOn(self, id, (t) => t.on === kind && (t.name === name || t.name === '')))) return
    }
    if (kind === 'error') empty('') // nobody caught it: nothing can go on
  }
  /** A signal goes to all who wait for it, a message to the first. */
  function broadcast(on: 'message' | 'signal', name: string): boolean {
    const meant = (t: P.Trigger) => t.on === on && t.name === name
    let caught = false
    for (const self of [...live])
      for (const id of [...self.armed]) {
        if (!live.includes(self) || (on === 'message' && caught)) continue
        if (fireOn(self, id, meant)) caught = true
      }
    return caught
  }

  function taskAt(id: string): P.Live {
    const task = live.find((l) => l.id === id)
    if (!task || process.nodes[task.node]?.kind !== 'task' || task.count) throw new P.NotOpen(id)
    return task
  }
  function isScope(l: P.Live) {
    return l.in === null || process.nodes[l.node]?.kind === 'sub' || Boolean(l.count)
  }
  function isEventSub(id: string) {
    const node = P.nodeOf(process, id)
    return node.in.length === 0 && node.out.length === 0
  }
  function freeId(node: string, mark: '#' | '*'): string {
    for (let n = 1; ; n++) {
      const id = n > 1 ? `${node}${mark}${n}` : mark === '*' ? `${node}*` : node
      if (!live.some((l) => l.id === id)) return id
    }
  }
}
