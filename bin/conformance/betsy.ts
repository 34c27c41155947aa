import { CompileError, compile } from '../../server/kernel/compile.ts'
import {
  type Event,
  type Facts,
  NotOpen,
  nodeOfId,
  openTasks,
  type Process,
  type State,
  Stuck,
  setTimers,
  step,
} from '../../server/kernel/step.ts'

/** One process of the collection with its cases, as they stand in cases.json. */
export type Case = { input: string | null; integerVariable: number; delayMs: number; trace: string[] }
export type Verdict = { kind: 'right' | 'refused' | 'wrong'; why: string }

type Task = { script: string; called?: string | undefined }
/** What an expected trace says of a process that must not run at all, and of a gateway that has no way out. */
const neverRuns = 'GenericError'
const noWay = 'RuntimeException'

/**
 * These processes are written for engines that run scripts. Here a script task becomes a task that somebody completes at once
 * (or after as long as its script sleeps), its script an entry in the trace; a condition becomes the name of a fact.
 */
export function adapt(xml: string): { xml: string; scripts: Map<string, Task> } {
  const scripts = new Map<string, Task>()
  for (const [, tag, attributes, body] of xml.matchAll(
    /<(?:\w+:)?(globalScriptTask|scriptTask|callActivity)\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?\1>/g,
  )) {
    const id = /\bid="([^"]*)"/.exec(attributes ?? '')?.[1] ?? ''
    const script = /<(?:\w+:)?script>\s*([^<]*?)\s*</.exec(body ?? '')?.[1] ?? ''
    scripts.set(id, {
      script,
      called: tag === 'callActivity' ? /calledElement="([^"]*)"/.exec(attributes ?? '')?.[1] : undefined,
    })
  }
  const ours = xml
    .replace(/<(\/?)((?:\w+:)?)scriptTask\b/g, '<$1$2userTask')
    .replace(/<(\/?)((?:\w+:)?)globalScriptTask\b/g, '<$1$2globalUserTask')
    .replace(/<((?:\w+:)?)script>[\s\S]*?<\/\1script>/g, '')
    .replace(/\s(scriptFormat|scriptLanguage)="[^"]*"/g, '')
    .replace(
      /(<(?:\w+:)?(?:conditionExpression|condition|loopCondition)\b[^>]*>)([\s\S]*?)(<\/)/g,
      (_, a, text, z) => a + factFor(text) + z,
    )
  return { xml: ours, scripts }
}

const factFor = (text: string) =>
  text
    .replace(/<!\[CDATA\[|\]\]>|\s/g, '')
    .replace(/^(!?)test\.contains\("(\w+)"\)>?$/, '$1has-$2')
    .replace(/^integerVariable(?:&lt;|<)(\d+)$/, 'below-$1')
    .replace(/^true$/, 'always')
    .replace(/^false$/, 'never')

export async function judge(
  source: string,
  expected: Case,
  library: (id: string) => string | undefined,
): Promise<Verdict> {
  const { xml, scripts } = adapt(source)
  let process: Process
  try {
    process = await compile(xml, (id) => {
      const found = library(id)
      return found === undefined ? undefined : adapt(found).xml
    })
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    const why = error.message.replaceAll('\n', '；')
    return { kind: expected.trace.includes(neverRuns) ? 'right' : 'refused', why }
  }
  const { trace, ordered } = play(process, scripts, expected)
  const same = (a: string[], b: string[]) => JSON.stringify(a) === JSON.stringify(b)
  const right = ordered ? same(trace, expected.trace) : same(trace.toSorted(), expected.trace.toSorted())
  return { kind: right ? 'right' : 'wrong', why: `${trace.join(' ')}，应为 ${expected.trace.join(' ')}` }
}

/** Plays the process through on a clock of its own. Where things went on side by side, their order means nothing. */
function play(
  process: Process,
  scripts: Map<string, Task>,
  { input, integerVariable, delayMs, trace: expected }: Case,
) {
  let number = integerVariable ?? 0
  let now = 0
  let ordered = true
  let state: State | null = null
  const trace: string[] = []
  const due = new Map<string, number>() // when each open task is done and each set timer fires
  const begun = new Map<string, number>()
  const stamps: { from: number; to: number }[] = []
  const facts = (): Facts => ({
    always: true,
    ...Object.fromEntries([...(input ?? '').toLowerCase()].map((c) => [`has-${c}`, true])),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => [`below-${n}`, number < n])),
  })
  const scriptOf = (id: string): string => {
    const task = scripts.get(nodeOfId(id).split('/').at(-1) ?? '')
    return task?.called ? scriptOf(task.called) : (task?.script ?? '')
  }
  try {
    move({ type: 'start', facts: facts() })
    for (let round = 0; round < 1000; round++) {
      const open = openTasks(process, state)
      if (sideBySide(process, state) > 1) ordered = false
      const [id, at] = [...due].reduce((a, b) => (b[1] < a[1] ? b : a), ['', Number.POSITIVE_INFINITY] as [
        string,
        number,
      ])
      if (at > Math.max(delayMs || 0, horizonMs)) break
      now = at
      due.delete(id)
      if (open.includes(id)) move(run(id))
      else move({ type: 'timer', node: id, facts: facts() })
    }
  } catch (error) {
    if (error instanceof Stuck && error.name === 'NoWay') trace.push(noWay)
    else if (!(error instanceof Stuck) && !(error instanceof NotOpen)) throw error
  }
  return { trace, ordered }

  /** Somebody does what the script says, and is done. */
  function run(id: string): Event {
    const script = scriptOf(id)
    const [, task] = /^SCRIPT_(task\d+)$/.exec(script) ?? []
    if (task) trace.push(task.replace('task', 'Task'))
    else if (script === 'CREATE_MARKER_FILE' && expected.includes('MarkerExists')) trace.push('MarkerExists')
    else if (script === 'INCREMENT_INTEGER_VARIABLE_AND_LOG') {
      number++
      trace.push('Increment')
    } else if (script === 'THROW_ERROR') return { type: 'error', node: id, name: 'ERR_CODE', facts: facts() }
    else if (script.startsWith('CREATE_TIMESTAMP_LOG')) {
      stamps.push({ from: begun.get(id) ?? now, to: now })
      const [a, b] = stamps
      if (a && b) trace.push(a.from < b.to && b.from < a.to ? 'ExecutionParallel' : 'ExecutionNotParallel')
    }
    return { type: 'complete', node: id, facts: facts() }
  }
  function move(event: Event) {
    const [after, effects] = step(process, state, event)
    state = after
    for (const e of effects) {
      if (e.type === 'timer-set') due.set(e.node, now + msOf(e.duration))
      if (e.type === 'open') {
        begun.set(e.node, now)
        due.set(e.node, now + sleepOf(scriptOf(e.node)))
      }
    }
    const standing = [...openTasks(process, after), ...setTimers(process, after)]
    for (const id of due.keys()) if (!standing.includes(id)) due.delete(id)
  }
}

/** How many things may go on at the same time now: open tasks, events waited for, and events that interrupt nothing. */
const sideBySide = (process: Process, state: State | null) =>
  (state?.live ?? []).reduce((sum, l) => {
    const kind = process.nodes[l.node]?.kind
    const beside = l.armed.filter((id) => {
      const event = process.nodes[id]
      return (event?.kind === 'boundary' || event?.kind === 'start') && !event.interrupting
    })
    return sum + beside.length + (kind === 'task' || kind === 'catch' || kind === 'choice' ? 1 : 0)
  }, 0)

/** Long enough for every timer of the collection; what has not come by then never does. */
const horizonMs = 3_600_000
const sleepOf = (script: string) =>
  script === 'WAIT_TEN_SECONDS' ? 10_000 : script.startsWith('CREATE_TIMESTAMP') ? 5_000 : 0
function msOf(duration: string) {
  const [, minutes = 0, seconds = 0] = (/^PT(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? []).map((n) => Number(n ?? 0))
  return minutes * 60_000 + seconds * 1000
}
