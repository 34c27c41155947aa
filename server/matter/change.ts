import { sql } from 'kysely'
import { timerLimit } from '../calendar/duration.ts'
import { endClock, startClock, syncCase, syncTotal } from '../case/clocks.ts'
import { openTasks, runningClock, type Task } from '../case/model.ts'
import { isChangedMeanwhile, load, remember, save } from '../case/store.ts'
import type { Item } from '../content/item.ts'
import { type Effect, type Event, type Facts, NotOpen, nodeOfId, type Process, Stuck, step } from '../kernel/step.ts'
import { type Act, act, type Command } from '../platform/act.ts'
import type { Actor, Post } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { notFound, Refusal, refused } from '../platform/refusal.ts'
import type { Matter } from './model.ts'
import { awaitsReroute, unitOf, type Why } from './rules.ts'
import { ownRow, writeOwn } from './store.ts'
import { statusText } from './words.ts'

export type Changing = Act & {
  house: House
  m: Matter
  item: Item
  process: Process
  note: (as: Post | null, verb: string, data?: object) => void
}
/** What every act answers: enough to tell the person; the page is read anew. */
export type Answer = {
  number: string
  status: string
  statusText: string
  /** The parts open now: who holds it. */
  open: { task: string; node: string; unit: string }[]
  /** On submission: open matters of the same person on the same item. */
  duplicates?: string[]
}

/**
 * One act on one matter: read it whole, ask the rule, change it in memory, write what differs, record the event.
 * Nothing is locked while thinking: should another act have come between, all is done again on what it left.
 */
export async function change(
  house: House,
  command: Command | Actor,
  number: string,
  rule: (x: Changing) => Why,
  fn: (x: Changing) => Promise<void> | void,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(house, command, async (a) => {
        const seenBy = a.actor.account ? a.actor : null
        const m = await load(a.tx, seenBy, house.district, sql`c.number = ${number}`, ownRow(house.district))
        if (!m) throw notFound('没有找到这个办件，或者不在您的工作范围内')
        const { item, process } = await house.catalogue.definition(a.tx, m.case.item_digest)
        const changes = remember(m)
        const form = m.own.form
        const x: Changing = {
          ...a,
          house,
          m,
          item,
          process,
          note: (as, verb, data) => a.record({ as, verb, caseId: m.case.id, ...(data && { data }) }),
        }
        const why = rule(x)
        if (why) throw refused(why)
        await fn(x)
        syncTotal(house.calendar, m, a.at)
        syncCase(m)
        a.last(save(a.tx, house.district, changes(m), writeOwn(house.district, m.case.id, m.own, m.own.form !== form)))
        return answerOf(m)
      })
    } catch (error) {
      if (!isChangedMeanwhile(error) || attempt === 5) throw error
    }
  }
}
export const answerOf = (m: Matter): Answer => ({
  number: m.case.number,
  status: m.case.status,
  statusText: statusText(m.case.status),
  open: openTasks(m).map((t) => ({ task: t.id, node: t.node, unit: t.unit_id })),
})

/** Moves the formal road on by one event and carries out what the kernel says. */
export function advance(x: Changing, event: Event) {
  const [state, effects] = taken(x, event)
  x.m.case.state = state
  for (const effect of effects) carryOut(x, effect)
}

/** The kernel's refusals are of this case and its diagram: they are told, and nothing is written. */
function taken(x: Changing, event: Event) {
  try {
    const counts = Object.fromEntries(Object.entries(x.item.tasks).map(([node, t]) => [node, t.units?.length ?? 1]))
    return step(x.process, x.m.case.state, { ...event, facts: { ...event.facts, ...votesOf(x) }, counts })
  } catch (error) {
    if (error instanceof NotOpen) throw refused('这个环节已经不在办理中，请刷新页面')
    if (error instanceof Stuck) throw new Refusal(409, 'stuck', stuck)
    throw error
  }
}
/** 票决: `node-passed` holds once more than half of all who are asked on that node agree. */
function votesOf({ m, item }: Changing): Facts {
  const voting = Object.entries(item.tasks).flatMap(([node, { units }]) => (units ? [{ node, of: units.length }] : []))
  const agreed = (node: string) =>
    m.tasks.filter((t) => nodeOfId(t.node) === node && t.status === 'done' && t.outcome === 'agree').length
  return Object.fromEntries(voting.map(({ node, of }) => [`${node}-passed`, agreed(node) * 2 > of]))
}
const stuck = '流程图在这里走不下去，这一步没有做；请联系事项管理员改流程，或由牵头单位负责人作废后重新申请'

function carryOut(x: Changing, effect: Effect) {
  const { m, house, at } = x
  switch (effect.type) {
    case 'open':
      openTask(x, effect.node)
      return
    case 'close':
      return
    case 'throw':
      x.note(null, 'process.threw', { on: effect.on, name: effect.name })
      return
    case 'cancel':
      // What was returned and not yet sent on is overtaken too: nobody is to send it on any more.
      for (const t of m.tasks.filter((t) => t.node === effect.node && (t.status === 'open' || awaitsReroute(m, t))))
        endTask(x, t, 'cancelled')
      return
    case 'timer-set':
      startClock(house.calendar, m, 'timer', at, timerLimit(effect.duration), { node: effect.node })
      return
    case 'timer-clear':
      endClock(
        m.clocks.find((k) => k.name === 'timer' && k.node === effect.node && !k.ended_at),
        at,
      )
      return
    case 'finish':
      m.case.status = 'decided'
      m.case.decided_at = at
      m.case.outcome = m.own.decision?.outcome ?? null
      endClock(runningClock(m, 'total'), at)
      startClock(house.calendar, m, 'delivery', at, deliveryLimit)
  }
}
/** 行政许可法 44: delivered within ten working days of the decision. */
const deliveryLimit = { amount: 10, unit: 'workday' } as const

export function openTask(x: Changing, node: string, instead?: { unit: string; follows: string }): Task {
  const { m, item, house, at } = x
  const drawn = nodeOfId(node)
  const part = item.tasks[drawn]
  if (!part) throw new Error(`${item.id}: no unit for task ${node}`)
  const task: Task = {
    id: newId(),
    node,
    title: x.process.nodes[drawn]?.name ?? drawn,
    kind: part.kind,
    unit_id: instead?.unit ?? unitOf(m.case.accept_unit, turnOf(m, drawn, part.units) ?? part.unit),
    status: 'open',
    opened_at: at,
    ended_at: null,
    ended_by: null,
    outcome: null,
    opinion: null,
    data: instead ? { follows: instead.follows } : {},
  }
  m.tasks.push(task)
  startClock(house.calendar, m, 'task', at, part.limit, { taskId: task.id })
  x.note(null, 'task.opened', { task: task.id, title: task.title, unit: task.unit_id })
  return task
}

/** Where several units are asked, each in its turn. */
const turnOf = (m: Matter, node: string, units: string[] | undefined) =>
  units?.[
    m.tasks.filter((t) => nodeOfId(t.node) === node && t.kind !== 'consultation' && !t.data.follows).length %
      units.length
  ]

export function endTask(x: Changing, task: Task, status: 'done' | 'returned' | 'cancelled') {
  task.status = status
  task.ended_at = x.at
  task.ended_by = x.actor.account || null
  endClock(
    x.m.clocks.find((k) => k.task_id === task.id && k.name === 'task'),
    x.at,
  )
  if (status === 'cancelled') x.note(null, 'task.cancelled', { task: task.id, title: task.title, unit: task.unit_id })
}

/** Ends a matter before its road is through: every open part and clock ends with it, each by name. Gives their ids. */
export function close(x: Changing, status: Matter['case']['status'], closing: string): string[] {
  const { m, at } = x
  const tasks = openTasks(m)
  const clocks = m.clocks.filter((k) => !k.ended_at && k.name !== 'reply' && k.name !== 'contact')
  for (const t of tasks) endTask(x, t, 'cancelled')
  for (const k of clocks) endClock(k, at)
  m.case.status = status
  m.case.closing = closing
  m.case.closed_at = at
  return [...tasks, ...clocks].map((row) => row.id)
}
