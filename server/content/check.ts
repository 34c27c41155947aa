import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import { limitOf } from '../calendar/duration.ts'
import { CompileError, compile } from '../kernel/compile.ts'
import { nodeOfId, type Process, triggersOf } from '../kernel/process.ts'
import { replay, type Trace } from '../kernel/trace.ts'
import { heldCredentials } from './held.ts'
import { type Item, ItemFile } from './item.ts'
import { filesIn, libraryOf } from './pack.ts'
import { formFaults } from './questions.ts'
import {
  badJoint,
  badMaterialName,
  badOnTheSpot,
  badPromise,
  badTolerance,
  limitText,
  longestPath,
  reachable,
} from './rules.ts'

/** What stands in the way of publishing a pack: where, and why, in Chinese. */
export type Problem = { file: string; path: string; reason: string }
export type Say = (path: string, reason: string) => void
export const problemLine = ({ file, path, reason }: Problem) => `${file}${path && ` · ${path}`}：${reason}`

const validItem = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(JSON.stringify(ItemFile)))

/** All problems of a pack at once. An item that does not even have the shape is not looked into further. */
export async function checkContent(dir: string): Promise<Problem[]> {
  const problems: Problem[] = []
  const about =
    (path: string): Say =>
    (at, reason) =>
      problems.push({ file: relative(dir, path), path: at, reason })
  const units = readUnits(dir, about(join(dir, 'units.json')))
  const processes = new Map<string, Process | null>()

  for (const { id, path } of filesIn(dir, 'processes', '.bpmn')) {
    const process = await compiled(path, about(path))
    processes.set(id, process)
    if (process && process.id !== id) about(path)('id', `流程的 id 是“${process.id}”，要和文件名“${id}”一样`)
    const tracePath = join(dir, 'processes', `${id}.trace.json`)
    if (!process) continue
    checkTimers(process, about(path))
    checkDefaults(process, about(path))
    checkTrace(process, tracePath, about(tracePath))
  }
  for (const { id, path } of filesIn(dir, 'processes', '.trace.json'))
    if (!processes.has(id)) about(path)('', `没有流程“${id}”，这份轨迹没有用处`)

  for (const { id, path } of filesIn(dir, 'items', '.json')) {
    const say = about(path)
    const item = readJson<Item>(path, say)
    if (item === null) continue
    if (!validItem(item)) {
      for (const e of validItem.errors ?? []) say(dotted(e), schemaReason(e))
      continue
    }
    if (item.id !== id) say('id', `id 是“${item.id}”，要和文件名“${id}”一样`)
    checkItem(item, processes, units, say)
  }
  return problems
}

function checkItem(item: Item, processes: Map<string, Process | null>, units: Set<string>, say: Say) {
  const tell = (path: string, reason: string | null) => reason && say(path, reason)
  const knownFact = (path: string, name: string) => {
    if (!Object.hasOwn(item.facts, name.replace(/^!/, '')))
      say(path, `没有“${name.replace(/^!/, '')}”这个事实（facts）`)
  }
  const knownUnit = (path: string, unit: string) => {
    if (unit !== '@community' && !units.has(unit)) say(path, `units.json 里没有单位“${unit}”`)
  }
  tell('limits.promised', badPromise(item.limits))
  tell('limits.promised', badOnTheSpot(item))
  tell('tolerance.limit', badTolerance(item.tolerance, item.limits.promised))
  if (item.visits === 1 && !item.whyVisit) say('whyVisit', '要跑一次的事项，请写明为什么必须到场')
  if (item.visits === 0 && item.whyVisit) say('whyVisit', '不用到场的事项，不写到场原因')
  for (const body of ['accept', 'decide', 'issue'] as const) knownUnit(`bodies.${body}`, item.bodies[body])

  const codes = new Set<string>()
  for (const [i, m] of item.materials.entries()) {
    const at = `materials[${i}]`
    if (codes.has(m.code)) say(`${at}.code`, `材料代号“${m.code}”用了两次`)
    codes.add(m.code)
    tell(`${at}.name`, badMaterialName(m.name))
    if (m.held && !heldCredentials.has(m.held)) say(`${at}.held`, `“${m.held}”不在证照名称表里`)
    if (m.when) knownFact(`${at}.when`, m.when)
    if (m.necessity === 'conditional' && !m.when) say(`${at}.when`, '按情况收取的材料，请写明什么情况下收')
    if (m.necessity === 'deferrable' && !item.tolerance) say(`${at}.necessity`, '材料可以容缺，事项却没有容缺补齐时限')
  }
  formFaults(item, say)

  const process = processes.get(item.process)
  if (process === undefined) say('process', `没有流程“${item.process}”`)
  for (const [id, task] of Object.entries(item.tasks))
    for (const unit of [task.unit, ...(task.units ?? [])]) knownUnit(`tasks.${id}.unit`, unit)
  if (!process) return
  const votes = Object.keys(item.tasks).flatMap((id) => (item.tasks[id]?.units ? `${id}-passed` : []))
  for (const fact of process.facts) if (!votes.includes(fact)) knownFact('facts', fact)
  const drawn = Object.entries(process.nodes).filter(([, node]) => node.kind === 'task')
  for (const [id, node] of drawn) {
    const several = node.kind === 'task' && node.many?.count === id
    if (several !== Boolean(item.tasks[id]?.units))
      say(
        `tasks.${id}.units`,
        several ? '流程图里这是几个单位各办一份，请写明是哪几个' : '流程图里这只是一个环节，不能写几个单位',
      )
  }
  for (const [id, node] of drawn)
    if (!Object.hasOwn(item.tasks, id)) say(`tasks.${id}`, `流程图里有任务“${node.name}”（${id}），这里没有写由谁办`)
  for (const id of Object.keys(item.tasks))
    if (process.nodes[id]?.kind !== 'task') say(`tasks.${id}`, `流程图里没有任务“${id}”`)
  checkFactsUsed(item, process, say)
  tell('joint', badJoint(item, process))
  checkDecision(item, process, say)
  checkPath(item, process, say)
}

/** A fact nobody asks about is most often a misspelt one. */
function checkFactsUsed(item: Item, process: Process, say: Say) {
  const asked = [
    ...item.materials.map((m) => m.when),
    ...Object.values(item.form.properties).map((q) => q['x-show-if']),
  ]
  const used = new Set([...process.facts, ...asked.map((name) => name?.replace(/^!/, ''))])
  for (const name of Object.keys(item.facts))
    if (!used.has(name)) say(`facts.${name}`, '没有材料、问题或者流程用到这个事实')
}

/** The kernel runs any duration; the calendar counts in one unit at a time. */
function checkTimers(process: Process, say: Say) {
  for (const [id, node] of Object.entries(process.nodes))
    for (const t of triggersOf(node))
      if (t.on === 'timer' && !limitOf(t.duration))
        say(id, `定时器的时长“${t.duration}”要只用一种单位：年月（P1Y6M）、周日（P2W3D）或整小时（PT36H），并且大于零`)
}

/** A whole process ends there, not a part of it. */
const isLastEnd = (process: Process, id: string) => process.nodes[id]?.kind === 'end' && !process.nodes[id]?.scope

/** The kernel stops where no condition holds; an author must have said what happens then. */
function checkDefaults(process: Process, say: Say) {
  for (const [id, node] of Object.entries(process.nodes))
    if (/^(exclusive|inclusive)$/.test(node.kind) && node.out.length > 1 && !node.default)
      say(id, '分流网关没有默认流向，条件都不成立时办件会停住')
}

function checkDecision(item: Item, process: Process, say: Say) {
  const decisions = Object.keys(item.tasks).filter((id) => item.tasks[id]?.kind === 'decision')
  const [decision] = decisions
  if (!decision || decisions.length > 1)
    return say('tasks', `要有而且只有一个作出决定的任务，现在有${decisions.length}个`)
  const isTask = (id: string) => process.nodes[id]?.kind === 'task'
  const later = [...reachable(process, decision)].filter((id) => isTask(id) && id !== decision)
  if (later.length > 0) say(`tasks.${decision}`, `决定要在最后，它后面还有任务：${later.join('、')}`)
  if ([...reachable(process, process.start, [decision])].some((id) => isLastEnd(process, id)))
    say(`tasks.${decision}`, '流程可以绕过决定直接结束')
}

function checkPath(item: Item, process: Process, say: Say) {
  const { promised } = item.limits
  const other = Object.entries(item.tasks).filter(([, t]) => t.limit.unit !== promised.unit)
  for (const [id, t] of other)
    say(`tasks.${id}.limit`, `任务时限（${limitText(t.limit)}）和承诺时限（${limitText(promised)}）要用同一种单位`)
  if (other.length > 0) return
  const path = longestPath(process, (id) => item.tasks[id]?.limit.amount ?? 0)
  if (path.amount > promised.amount)
    say(
      'tasks',
      `最长的一条路（${path.tasks.join('、')}）要${limitText({ ...promised, amount: path.amount })}，超过承诺时限${limitText(promised)}`,
    )
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

function readUnits(dir: string, say: Say): Set<string> {
  if (!existsSync(join(dir, 'units.json'))) return new Set()
  const file = readJson<{ units: { id: string }[] }>(join(dir, 'units.json'), say)
  return new Set(file?.units?.map((u) => u.id))
}

function readJson<T>(path: string, say: Say): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (error) {
    say('', `不是有效的 JSON：${(error as Error).message}`)
    return null
  }
}

const dotted = (e: ErrorObject) =>
  e.instancePath
    .slice(1)
    .replaceAll('~1', '/')
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')

function schemaReason(e: ErrorObject): string {
  switch (e.keyword) {
    case 'required':
      return `缺少“${e.params.missingProperty}”`
    case 'additionalProperties':
      return `不认识的字段“${e.params.additionalProperty}”`
    case 'type':
      return `类型应为 ${e.params.type}`
    case 'enum':
      return `只能是 ${(e.params.allowedValues as unknown[]).join('、')}`
    case 'const':
      return `只能是 ${e.params.allowedValue}`
    case 'minLength':
    case 'minItems':
      return '不能是空的'
    case 'maxLength':
      return `最多${e.params.limit}个字`
    case 'maxItems':
      return `最多${e.params.limit}项`
    case 'minimum':
    case 'maximum':
      return `要${e.params.comparison === '>=' ? '不小于' : '不大于'}${e.params.limit}`
    case 'pattern':
      return `要符合 ${e.params.pattern}`
    default:
      return `不符合要求（${e.keyword}）`
  }
}
