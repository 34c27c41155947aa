import { type Effect, type Event, NotOpen, type Process, type State, Stuck, step } from './step.ts'

/** A process's example paths, kept beside its diagram: what an author expects, and what a change must not alter. */
export type Trace = { paths: Path[] }
export type Path = { name: string; steps: { event: Event; effects: Effect[] }[] }

/** `step` counts from 0. `actual` is null where the process does not take the step. */
export type Difference = { path: string; step: number; event: Event; expected: Effect[]; actual: Effect[] | null }

/** Walks the process through the events and writes down what it does. Throws NotOpen and Stuck as `step` does. */
export function record(process: Process, name: string, events: Event[]): Path {
  let state: State | null = null
  const steps = events.map((event) => {
    const [after, effects]: [State, Effect[]] = step(process, state, event)
    state = after
    return { event, effects }
  })
  return { name, steps }
}

/** The first place where the process no longer does what the trace says, or null. */
export function replay(process: Process, trace: Trace): Difference | null {
  for (const { name, steps } of trace.paths) {
    let state: State | null = null
    for (const [index, { event, effects: expected }] of steps.entries()) {
      const result = attempt(process, state, event)
      if (result && same(result[1], expected)) state = result[0]
      else return { path: name, step: index, event, expected, actual: result?.[1] ?? null }
    }
  }
  return null
}

function attempt(process: Process, state: State | null, event: Event) {
  try {
    return step(process, state, event)
  } catch (error) {
    if (error instanceof NotOpen || error instanceof Stuck) return null
    throw error
  }
}

/** A trace is written by hand too: the order of effects counts, that of the keys in one does not. */
const same = (a: Effect[], b: Effect[]) => text(a) === text(b)
const text = (effects: Effect[]) =>
  JSON.stringify(effects.map((e) => Object.entries(e).sort(([a], [b]) => (a < b ? -1 : 1))))
