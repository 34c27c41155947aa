import type { Static } from 'typebox'
import { civilDate } from '../calendar/workdays.ts'
import { resumeClock, startClock, stopClock } from '../case/clocks.ts'
import { runningClock, type Task } from '../case/model.ts'
import type { Command } from '../platform/act.ts'
import type { Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { advance, type Changing, change, close, endTask, openTask } from './change.ts'
import type * as input from './given.ts'
import { issuePaper } from './papers.ts'
import { inNameOf, rules, type TaskAct, taskRules } from './rules.ts'

/** The back office: every unit's own part, and what may befall it. */

const working: Duty[] = ['handler', 'head', 'clerk']

/** An act on one part: found in this matter, allowed by its rule. */
const onTask = (
  house: House,
  command: Command,
  number: string,
  taskId: string,
  act: TaskAct,
  fn: (x: Changing, t: Task) => Promise<void> | void,
) => {
  const find = (x: Changing) => {
    const t = x.m.tasks.find((t) => t.id === taskId)
    if (!t) throw notFound('这个办件里没有这个环节')
    return t
  }
  return change(
    house,
    command,
    number,
    (x) => taskRules[act](x.actor, x, find(x)),
    (x) => fn(x, find(x)),
  )
}

export const complete = (
  house: House,
  command: Command,
  number: string,
  taskId: string,
  given: Static<typeof input.Completion>,
) =>
  onTask(house, command, number, taskId, 'complete', async (x, t) => {
    const { m } = x
    const wanted = { opinion: ['agree', 'disagree'], decision: ['yes', 'no'], consultation: ['answered'] }[t.kind]
    if (!wanted.includes(given.outcome))
      throw badInput([{ field: 'outcome', message: `“意见”应为 ${wanted.join(' 或 ')}` }])
    if (given.outcome === 'no' && !given.remedy)
      throw badInput([{ field: 'remedy', message: '不予批准的，请填写“救济途径”（复议或诉讼的机关和期限）' }])
    const us = inNameOf(x.actor, working, t.unit_id)
    t.outcome = given.outcome
    t.opinion = given.opinion
    endTask(x, t, 'done')
    x.note(us, 'task.completed', { task: t.id, title: t.title, unit: t.unit_id, outcome: given.outcome })
    if (t.kind === 'consultation') return
    if (t.kind === 'decision')
      m.own.decision = {
        outcome: given.outcome as 'yes' | 'no',
        reason: given.opinion,
        remedy: given.remedy ?? null,
        at: x.at.toISOString(),
        by: x.actor.account,
      }
    advance(x, { type: 'complete', node: t.node, agreed: given.outcome === 'agree', facts: m.case.facts })
    if (t.kind === 'decision') await issuePaper(x, given.outcome === 'yes' ? 'decision-yes' : 'decision-no', us)
  })

/** Back to the window with a reason; the road waits on this node until the window sends it on. */
export const returnTask = (
  house: House,
  command: Command,
  number: string,
  taskId: string,
  given: Static<typeof input.TaskReturn>,
) =>
  onTask(house, command, number, taskId, 'return', (x, t) => {
    t.outcome = given.code
    t.opinion = given.reason
    endTask(x, t, 'returned')
    x.note(inNameOf(x.actor, working, t.unit_id), 'task.returned', {
      task: t.id,
      title: t.title,
      unit: t.unit_id,
      ...given,
    })
  })

export const reroute = (
  house: House,
  command: Command,
  number: string,
  taskId: string,
  given: Static<typeof input.Reroute>,
) =>
  onTask(house, command, number, taskId, 'reroute', async (x, t) => {
    await unitExists(x, given.unit)
    x.note(inNameOf(x.actor, ['clerk'], x.m.case.accept_unit), 'task.rerouted', {
      task: t.id,
      title: t.title,
      unit: given.unit,
      note: given.note,
    })
    openTask(x, t.node, { unit: given.unit, follows: t.id })
  })

/** 特别程序: this unit's clock stands still, nobody else's does; the applicant is told the length in writing (行政许可法 45). */
export const stop = (
  house: House,
  command: Command,
  number: string,
  taskId: string,
  given: Static<typeof input.Stop>,
) =>
  onTask(house, command, number, taskId, 'stop', async (x, t) => {
    const kinds = x.item.special.map((s) => s.kind)
    if (!kinds.includes(given.kind))
      throw badInput([{ field: 'kind', message: `“特别程序种类”应为：${kinds.join('、')}` }])
    if (given.expectedEnd < civilDate(x.at))
      throw badInput([{ field: 'expectedEnd', message: '“预计结束日期”不能早于今天' }])
    const clock = runningClock(x.m, 'task', t.id)
    if (!clock) throw refused('这个环节没有时限，不需要特别程序')
    stopClock(house.calendar, clock, x.at, `特别程序：${given.kind}`, given.expectedEnd)
    const us = inNameOf(x.actor, working, t.unit_id)
    x.note(us, 'task.stopped', { task: t.id, title: t.title, unit: t.unit_id, ...given })
    await issuePaper(x, 'special-procedure', us, {
      kind: given.kind,
      reason: given.reason,
      expectedEnd: given.expectedEnd,
    })
  })

export const resume = (
  house: House,
  command: Command,
  number: string,
  taskId: string,
  given: Static<typeof input.Resume>,
) =>
  onTask(house, command, number, taskId, 'resume', (x, t) => {
    const clock = runningClock(x.m, 'task', t.id)
    if (clock) resumeClock(house.calendar, clock, x.at)
    x.note(inNameOf(x.actor, working, t.unit_id), 'task.resumed', {
      task: t.id,
      title: t.title,
      unit: t.unit_id,
      ...given,
    })
  })

/** Asking another unit: a part of its own beside the road, with its own clock; the asker waits for it. */
export const consult = (
  house: House,
  command: Command,
  number: string,
  taskId: string,
  given: Static<typeof input.Consultation>,
) =>
  onTask(house, command, number, taskId, 'consult', async (x, t) => {
    await unitExists(x, given.unit)
    if (given.unit === t.unit_id) throw badInput([{ field: 'unit', message: '“征求意见单位”不能是本单位' }])
    const task: Task = {
      id: newId(),
      node: t.node,
      title: `征求意见：${t.title}`,
      kind: 'consultation',
      unit_id: given.unit,
      status: 'open',
      opened_at: x.at,
      ended_at: null,
      ended_by: null,
      outcome: null,
      opinion: null,
      data: { question: given.question, askedBy: t.id },
    }
    x.m.tasks.push(task)
    startClock(house.calendar, x.m, 'task', x.at, { amount: given.days, unit: 'workday' }, { taskId: task.id })
    x.note(inNameOf(x.actor, working, t.unit_id), 'task.consulted', {
      task: task.id,
      title: t.title,
      unit: given.unit,
      question: given.question,
    })
  })

async function unitExists(x: Changing, id: string) {
  const unit = await x.tx
    .selectFrom('unit')
    .select('id')
    .where('district', '=', x.house.district)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!unit) throw badInput([{ field: 'unit', message: `没有“${id}”这个单位` }])
}

/** 退件: what a unit returned cannot be sent on; it goes back to the applicant with the reason. */
export const sendBack = (house: House, command: Command, number: string, given: Static<typeof input.SendBack>) =>
  change(
    house,
    command,
    number,
    (x) => rules.sendBack(x.actor, x),
    (x) => {
      x.note(inNameOf(x.actor, ['clerk'], x.m.case.accept_unit), 'matter.sent-back', given)
      x.m.own.refusal = {
        kind: 'returned',
        reason: given.reason,
        rightBody: null,
        at: x.at.toISOString(),
        by: x.actor.account,
      }
      close(x, 'returned', 'returned')
    },
  )
