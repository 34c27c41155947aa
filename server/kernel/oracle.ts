import type { Block, Split } from './blocks.ts'
import type { Facts } from './step.ts'

export type Oracle = ReturnType<typeof begin>

/**
 * What a block-structured process must do, told without tokens, flows or joins: a split counts the branches it opened
 * and goes on when the last of them is through. Starts at once; `did` is what the last event brought about.
 */
export function begin(block: Block, given: Facts) {
  type Waiting = { id: string; act: () => void }
  /** A sub-process is through when its own road is, and every task that a timer opened beside it. */
  type Scope = { beside: number; check: () => void }
  let facts = given
  let did: string[] = []
  const open: Waiting[] = []
  const timers: Waiting[] = []
  const whole: Scope = { beside: 0, check: () => {} }
  run(block, () => {}, whole)
  note()

  return {
    open: () => open.map((t) => t.id),
    did: () => did,
    complete: (id: string, now: Facts) => happen(open, id, now),
    fire: (id: string, now: Facts) => happen(timers, id, now),
  }

  function happen(list: Waiting[], id: string, now: Facts) {
    facts = now
    did = []
    if (list === open) did.push(`close ${id}`)
    remove(list, id)?.act()
    note()
  }
  function note() {
    if (open.length === 0) did.push('finish')
  }

  /** Enters a block; `after` is all that follows once it is through. */
  function run(b: Block, after: () => void, scope: Scope): void {
    if (b.kind === 'nothing') after()
    else if (b.kind === 'task') task(b, after, scope)
    else if (b.kind === 'sub') inside(b.body, after)
    else if (b.kind === 'many') {
      let missing = b.times
      for (let n = 0; n < b.times; n++) openTask(b.id, () => --missing === 0 && after())
    } else if (b.kind === 'loop') run(b.body, () => (facts[b.again] ? run(b, after, scope) : after()), scope)
    else if (b.kind === 'sequence') b.parts.reduceRight((rest, part) => () => run(part, rest, scope), after)()
    else {
      const bodies = chosen(b)
      let missing = bodies.length
      for (const body of bodies) run(body, () => --missing === 0 && after(), scope)
    }
  }

  function chosen({ kind, branches }: Split) {
    if (kind === 'parallel') return branches.map((b) => b.body)
    const holding = branches.slice(0, -1).filter(({ when }) => (when[0] === '!' ? !facts[when.slice(1)] : facts[when]))
    if (holding.length === 0) holding.push(...branches.slice(-1))
    return (kind === 'exclusive' ? holding.slice(0, 1) : holding).map((b) => b.body)
  }

  function inside(body: Block, after: () => void) {
    let through = false
    const inner: Scope = { beside: 0, check: () => through && inner.beside === 0 && after() }
    run(
      body,
      () => {
        through = true
        inner.check()
      },
      inner,
    )
  }

  function task({ id, timer }: Block & { kind: 'task' }, after: () => void, scope: Scope) {
    const opened = openTask(id, () => {
      if (timer && remove(timers, timer.id)) did.push(`timer-clear ${timer.id}`)
      after()
    })
    if (!timer) return
    did.push(`timer-set ${timer.id}`)
    timers.push({
      id: timer.id,
      act: () => {
        if (timer.cancels && remove(open, opened)) did.push(`cancel ${opened}`)
        if (timer.cancels) openTask(timer.leadsTo, after)
        else {
          scope.beside++
          openTask(timer.leadsTo, () => {
            scope.beside--
            scope.check()
          })
        }
      },
    })
  }
  function openTask(id: string, act: () => void) {
    // A task beside the road may be open still when a loop brings it about again.
    let name = id
    for (let n = 2; open.some((t) => t.id === name); n++) name = `${id}#${n}`
    open.push({ id: name, act })
    did.push(`open ${name}`)
    return name
  }
  function remove(list: Waiting[], id: string) {
    const at = list.findIndex((w) => w.id === id)
    return at < 0 ? undefined : list.splice(at, 1)[0]
  }
}
