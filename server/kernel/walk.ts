import { compile } from './compile.ts'
import { sketch } from './sketch.ts'
import { type Effect, type Event, type Facts, openTasks, type State, step } from './step.ts'

/**
 * For tests: where a sketched process stands after some moves, and what the last one did. `start` starts, `A` completes
 * task A, `t!` lets timer t fire, each with the facts that are true named after it: `A rich known`.
 */
export async function walk(text: string, ...moves: string[]) {
  const process = await compile(sketch(text))
  let state: State | null = null
  let effects: Effect[] = []
  for (const move of moves) {
    const [what = '', ...names] = move.split(' ')
    const facts: Facts = Object.fromEntries(names.map((name) => [name, true]))
    const event: Event =
      what === 'start'
        ? { type: 'start', facts }
        : what.endsWith('!')
          ? { type: 'timer', node: what.slice(0, -1), facts }
          : { type: 'complete', node: what, facts }
    ;[state, effects] = step(process, state, event)
  }
  return { open: openTasks(process, state), waiting: state?.waiting.map((w) => w.flow) ?? [], did: effects.map(short) }
}
export const short = (e: Effect) =>
  'node' in e ? `${e.type} ${e.node}` : e.type === 'throw' ? `throw ${e.on}` : e.type
