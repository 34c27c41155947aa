import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Ajv } from 'ajv'
import type { Process } from '../kernel/process.ts'
import { dotted, parsed, readJson, type Say, schemaReason } from './fault.ts'
import { heldCredentials } from './held.ts'
import { type Card, indicatorFaults, parseIndicator, togetherFaults } from './indicator.ts'
import { type Item, ItemFile } from './item.ts'
import { filesIn } from './pack.ts'
import { checkProcess } from './process-check.ts'
import { formFaults } from './questions.ts'
import { checkRegisters } from './register-check.ts'
import { checkTemplate, isTemplate } from './report.ts'
import {
  badJoint,
  badMaterialName,
  badOnTheSpot,
  badPromise,
  badProof,
  badTolerance,
  limitText,
  longestPath,
  type Proofs,
  reachable,
} from './rules.ts'

/** What stands in the way of publishing a pack: where, and why, in Chinese. */
export type Problem = { file: string; path: string; reason: string }
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
  const proofs = readProofs(dir, about(join(dir, 'proofs.json')))
  const processes = new Map<string, Process | null>()

  for (const { id, path } of filesIn(dir, 'processes', '.bpmn')) {
    const tracePath = join(dir, 'processes', `${id}.trace.json`)
    const process = await checkProcess(path, tracePath, about(path), about(tracePath))
    processes.set(id, process)
    if (process && process.id !== id) about(path)('id', `流程的 id 是“${process.id}”，要和文件名“${id}”一样`)
  }
  for (const { id, path } of filesIn(dir, 'processes', '.trace.json'))
    if (!processes.has(id)) about(path)('', `没有流程“${id}”，这份轨迹没有用处`)

  for (const { id, path } of filesIn(dir, 'items', '.json')) {
    const say = about(path)
    const item = readJson<Item>(path, say)
    if (item === null) continue
    if (!wellShaped(item, say)) continue
    if (item.id !== id) say('id', `id 是“${item.id}”，要和文件名“${id}”一样`)
    checkItem(item, { processes, units, proofs }, say)
  }
  checkIndicators(dir, units, about)
  const indicators = new Set(filesIn(dir, 'indicators', '.sql').map((f) => f.id))
  for (const { id, path } of filesIn(dir, 'reports', '.json'))
    if (isTemplate(id)) checkTemplate(path, { units, indicators }, about(path))
  checkRegisters(dir, about)
  return problems
}

function checkIndicators(dir: string, units: Set<string>, about: (path: string) => Say) {
  const registers = new Set(filesIn(dir, 'registers', '.json').map((f) => f.id))
  const cards = new Map<string, Card>()
  const says = new Map<string, Say>()
  for (const { id, path } of filesIn(dir, 'indicators', '.sql')) {
    const say = about(path)
    const { card: text, sql } = parseIndicator(readFileSync(path, 'utf8'))
    const card = parsed(() => text, say)
    if (card === null || !indicatorFaults(card, sql, { units, registers }, say)) continue
    cards.set(id, card)
    says.set(id, say)
  }
  togetherFaults(cards, (id) => says.get(id) ?? (() => {}))
}

export type ItemGround = { processes: Map<string, Process | null>; units: Set<string>; proofs: Proofs }

/** An item by itself, as the workshop has it before it is a file. */
export function checkItemBody(item: Item, ground: ItemGround, say: Say) {
  if (wellShaped(item, say)) checkItem(item, ground, say)
}
function wellShaped(item: Item, say: Say): boolean {
  if (validItem(item)) return true
  for (const e of validItem.errors ?? []) say(dotted(e), schemaReason(e))
  return false
}

function checkItem(item: Item, { processes, units, proofs }: ItemGround, say: Say) {
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
    tell(`${at}.name`, badMaterialName(m.name) ?? badProof(m.name, proofs))
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

/** A whole process ends there, not a part of it. */
const isLastEnd = (process: Process, id: string) => process.nodes[id]?.kind === 'end' && !process.nodes[id]?.scope

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

function readUnits(dir: string, say: Say): Set<string> {
  if (!existsSync(join(dir, 'units.json'))) return new Set()
  const file = readJson<{ units: { id: string }[] }>(join(dir, 'units.json'), say)
  return new Set(file?.units?.map((u) => u.id))
}

/** A pack without a list keeps no proof at all. */
function readProofs(dir: string, say: Say): Proofs {
  const path = join(dir, 'proofs.json')
  const found = existsSync(path) ? readJson<Proofs>(path, say) : null
  return { kept: found?.kept ?? [], forbidden: found?.forbidden ?? [] }
}
