import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { limitOf } from '../calendar/duration.ts'
import { CompileError, compile } from '../kernel/compile.ts'
import { nodeOfId, type Process, triggersOf } from '../kernel/process.ts'
import { replay, type Trace } from '../kernel/trace.ts'
import { readJson, type Say } from './fault.ts'
import { libraryOf } from './pack.ts'

/** What is wrong with a process by itself, whichever item uses it. */
export async function checkProcess(path: string, tracePath: string, say: Say, sayTrace: Say): Promise<Process | null> {
  const process = await compiled(path, say)
  if (!process) return null
  processFaults(process, say)
  checkTrace(process, tracePath, sayTrace)
  return process
}

export function processFaults(process: Process, say: Say) {
  checkTimers(process, say)
  checkDefaults(process, say)
}

async function compiled(path: string, say: Say): Promise<Process | null> {
  try {
    return await compile(readFileSync(path, 'utf8'), libraryOf(dirname(path)))
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    for (const p of error.problems) say(p.id, p.reason)
    return null
  }
}

function checkTrace(process: Process, path: string, say: Say) {
  if (!existsSync(path)) return say('', `流程“${process.id}”没有轨迹，请运行 npm run content -- trace ${process.id}`)
  const trace = readJson<Trace>(path, say)
  if (!trace) return
  if (!Array.isArray(trace.paths) || trace.paths.some((p) => !Array.isArray(p?.steps)))
    return say('paths', '轨迹要有 paths，每条有 steps')
  const difference = replay(process, trace)
  if (difference) {
    const { path, step, event, expected, actual } = difference
    const did = actual ? `现在是 ${JSON.stringify(actual)}` : '现在走不了这一步'
    return say(`paths“${path}”.steps[${step}]`, `${JSON.stringify(event)} 之后应是 ${JSON.stringify(expected)}，${did}`)
  }
  const walked = new Set(
    trace.paths.flatMap((p) => p.steps).flatMap((s) => ('node' in s.event ? [nodeOfId(s.event.node)] : [])),
  )
  for (const [id, node] of Object.entries(process.nodes))
    if (node.kind === 'task' && !walked.has(id)) say('paths', `没有一条轨迹办过任务“${node.name}”（${id}）`)
}

/** The kernel runs any duration; the calendar counts in one unit at a time. */
function checkTimers(process: Process, say: Say) {
  for (const [id, node] of Object.entries(process.nodes))
    for (const t of triggersOf(node))
      if (t.on === 'timer' && !limitOf(t.duration))
        say(id, `定时器的时长“${t.duration}”要只用一种单位：年月（P1Y6M）、周日（P2W3D）或整小时（PT36H），并且大于零`)
}

/** The kernel stops where no condition holds; an author must have said what happens then. */
function checkDefaults(process: Process, say: Say) {
  for (const [id, node] of Object.entries(process.nodes))
    if (/^(exclusive|inclusive)$/.test(node.kind) && node.out.length > 1 && !node.default)
      say(id, '分流网关没有默认流向，条件都不成立时办件会停住')
}
