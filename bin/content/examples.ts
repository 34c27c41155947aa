import { type Event, type Facts, openTasks, type Process, type State, step } from '../../server/kernel/step.ts'
import { type Path, record } from '../../server/kernel/trace.ts'

const longest = 200

/**
 * First example paths of a process: with no fact, each alone and all of them, the open tasks completed first to last and
 * last to first. Paths that do the same as an earlier one are left out; timers and ways back an author adds by hand.
 */
export function examples(process: Process): Path[] {
  const alone = process.facts.map((f) => ({ name: `只有 ${f}`, facts: { [f]: true } as Facts }))
  const all = { name: '全部成立', facts: Object.fromEntries(process.facts.map((f) => [f, true])) as Facts }
  const situations = [{ name: '一般情形', facts: {} as Facts }, ...alone, ...(alone.length > 1 ? [all] : [])]
  const seen = new Set<string>()
  const paths: Path[] = []
  for (const { name, facts } of situations)
    for (const [order, at] of [
      ['', 0],
      ['，倒着办', -1],
    ] as const) {
      const path = record(process, name + order, walk(process, facts, at))
      const did = JSON.stringify(path.steps.map((s) => s.effects))
      if (!seen.has(did)) paths.push(path)
      seen.add(did)
    }
  return paths
}

function walk(process: Process, facts: Facts, at: number): Event[] {
  const events: Event[] = [{ type: 'start', facts }]
  let [state]: [State, unknown] = step(process, null, { type: 'start', facts })
  for (let node = openTasks(process, state).at(at); node; node = openTasks(process, state).at(at)) {
    if (events.length > longest) throw new Error(`${process.id} does not end with ${JSON.stringify(facts)}`)
    const event: Event = { type: 'complete', node, facts }
    events.push(event)
    state = step(process, state, event)[0]
  }
  return events
}
