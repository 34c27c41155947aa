import fc from 'fast-check'
import { expect, test } from 'vitest'
import { again, type Block, draw, facts, model } from './blocks.ts'
import { compile } from './compile.ts'
import { begin } from './oracle.ts'
import { type Effect, type Event, type Facts, openTasks, type Process, type State, setTimers, step } from './step.ts'
import { record, replay } from './trace.ts'
import { short } from './walk.ts'

const models = Number(process.env.LINLI_MODELS ?? 100)
const paths = 30
/** After so many events every loop is left at its next turn, so that each path ends. */
const patience = 30

/** What the kernel did at one step, and what the oracle says it must do. */
type Step = { before: State | null; event: Event; after: State; effects: Effect[]; open: string[]; did: string[] }

/** One number of a path says what happens next and which facts hold then. */
const anyPath = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 20 })
const anyPaths = fc.array(anyPath, { minLength: paths, maxLength: paths })

/** Random processes, each along random paths to the end; `check` is handed every path with all its steps. */
const everyPath = (check: (steps: Step[], process: Process) => void) =>
  fc.assert(
    fc.asyncProperty(model, anyPaths, async (block, numbers) => {
      const process = frozen(await compile(draw(block)))
      for (const path of numbers) check(follow(process, block, path), process)
    }),
    { numRuns: models },
  )

function follow(process: Process, block: Block, numbers: number[]): Step[] {
  const steps: Step[] = []
  const number = () => numbers[steps.length % numbers.length] ?? 0
  const bit = (i: number) => ((number() >> i) & 1) === 1
  const someFacts = (): Facts => ({
    ...Object.fromEntries(facts.map((name, i) => [name, bit(i)])),
    [again]: bit(facts.length) && steps.length < patience,
  })
  let before: State | null = null
  let event: Event = { type: 'start', facts: someFacts() }
  const oracle = begin(block, event.facts)
  for (;;) {
    const [after, effects]: [State, Effect[]] = step(process, frozen(before), frozen(event))
    steps.push({ before, event, after, effects, open: oracle.open(), did: oracle.did() })
    const possible: string[] = [...openTasks(process, after), ...setTimers(process, after)]
    const node = possible[(number() >> 5) % possible.length]
    if (!node) return steps
    before = after
    event = { type: setTimers(process, after).includes(node) ? 'timer' : 'complete', node, facts: someFacts() }
    oracle[event.type === 'timer' ? 'fire' : 'complete'](node, event.facts)
  }
}

/** Whoever writes into it gets an error. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** As PostgreSQL's jsonb gives a value back: the same, but the keys in another order. */
function stored<T>(value: T): T {
  const turn = (_: string, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).reverse()) : v
  return JSON.parse(JSON.stringify(value, turn))
}

test('every step opens, closes, cancels and times just what the blocks ask for', () =>
  everyPath((steps, process) => {
    for (const { after, effects, open, did } of steps) {
      expect(effects.map(short).sort()).toEqual(did.toSorted())
      expect(openTasks(process, after).sort()).toEqual(open.toSorted())
    }
  }))

test('no token is lost: a process is finished or somebody has work, and it finishes once, with nothing left', () =>
  everyPath((steps, process) => {
    for (const { after, effects } of steps) {
      const finished = effects.some((e) => e.type === 'finish')
      expect(finished).toBe(openTasks(process, after).length === 0)
    }
    expect(steps.flatMap((s) => s.effects).filter((e) => e.type === 'finish')).toHaveLength(1)
    expect(steps.at(-1)?.effects.at(-1)).toEqual({ type: 'finish' })
    expect(steps.at(-1)?.after).toEqual({ live: [], waiting: [] })
  }))

test('a join fires once: what follows the splits and loops of the model opens once', () =>
  everyPath((steps, process) => {
    const last = Object.keys(process.nodes).find((id) => process.flows[`${id}.end`])
    const opened = steps.flatMap((s) => s.effects).filter((e) => e.type === 'open' && e.node === last)
    expect(opened).toHaveLength(1)
  }))

test('a process and state that were stored in between do exactly the same', () =>
  everyPath((steps, process) => {
    const kept = stored(process)
    for (const { before, event, after, effects } of steps) {
      const again = step(kept, stored(before), stored(event))
      expect(again).toEqual([after, effects])
    }
  }))

test('a path replays to the same end, and as a trace without a difference', () =>
  everyPath((steps, process) => {
    const path = record(
      process,
      'again',
      steps.map((s) => s.event),
    )
    expect(path.steps.map((s) => s.effects)).toEqual(steps.map((s) => s.effects))
    expect(replay(process, stored({ paths: [path] }))).toBeNull()
  }))
