import type { Static } from 'typebox'
import { endClock, startClock } from '../case/clocks.ts'
import { runningClock } from '../case/model.ts'
import { factsOf, itemProblems } from '../content/form.ts'
import type { Command } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { maskNumbers, numberIn } from '../platform/numbers.ts'
import { badInput, refused } from '../platform/refusal.ts'
import { advance, type Changing, change, close, endTask } from './change.ts'
import { answerMerged } from './exceptions.ts'
import { openForm, sealForm, sealText } from './form.ts'
import type * as input from './given.ts'
import { issuePaper } from './papers.ts'
import { inNameOf, missing, rules } from './rules.ts'

/** The front of the road, at the window: from receipt to acceptance, and the ways it ends before. */

export const noticeLimit = { amount: 5, unit: 'workday' } as const
const correctionDays = 15

export const accept = (house: House, command: Command, number: string, given: Static<typeof input.Acceptance>) =>
  change(
    house,
    command,
    number,
    (x) => rules.accept(x.actor, x),
    async (x) => {
      const { m, item } = x
      const codes = given.tolerated ?? []
      const lacking = missing(m)
      const stray = codes.find((c) => !lacking.some((x) => x.code === c))
      if (stray) throw badInput([{ field: 'tolerated', message: `“容缺材料”中的 ${stray} 不在所缺材料之列` }])
      const untold = lacking.find((x) => !codes.includes(x.code))
      if (untold) throw refused(`缺少“${untold.name}”：请容缺受理或一次性告知补正`)
      if (codes.length) {
        if (!item.tolerance) throw refused('本事项不适用容缺受理')
        if (!given.promiseSigned) throw badInput([{ field: 'promiseSigned', message: '容缺受理须由申请人签署承诺书' }])
        for (const x of lacking) x.status = 'promised'
        m.own.tolerance = { codes, at: x.at.toISOString(), signedBy: m.applicant.name }
        startClock(house.calendar, m, 'tolerance', x.at, item.tolerance.limit)
      }
      const window = inNameOf(x.actor, ['clerk'], m.case.accept_unit)
      x.note(window, 'matter.accepted', codes.length ? { tolerated: lacking.map((x) => x.name) } : {})
      begin(x, x.at)
      await issuePaper(x, 'acceptance', window)
      if (codes.length) await issuePaper(x, 'tolerance', window)
    },
  )

/** Acceptance as such: the notice clock ends, the total starts, the formal road begins. */
export function begin(x: Changing, from: Date) {
  const { m, item, house } = x
  endClock(runningClock(m, 'notice'), x.at)
  m.case.status = 'processing'
  m.case.accepted_at = from
  startClock(house.calendar, m, 'total', from, item.limits.promised, { legal: item.limits.legal?.amount ?? null })
  advance(x, { type: 'start', facts: m.case.facts })
}

/** No word within five working days: accepted by law, from the day of receipt (行政许可法 32). Done by the clock. */
export function deem(x: Changing) {
  // What was asked for and came later was received on the day it came: the notice clock that ran out knows that day.
  const received = runningClock(x.m, 'notice')?.started_at ?? x.m.case.received_at
  x.m.own.deemed = true
  x.note(null, 'matter.deemed-accepted', { from: received.toISOString() })
  begin(x, received)
}

/** 即办: settled on the spot, with a case, a result and a right to rate, but without an acceptance paper. */
export const settle = (house: House, command: Command, number: string, given: Static<typeof input.Settlement>) =>
  change(
    house,
    command,
    number,
    (x) => rules.settle(x.actor, x),
    (x) => {
      const { m, item } = x
      const at = x.at.toISOString()
      const window = inNameOf(x.actor, ['clerk'], m.case.accept_unit)
      x.note(window, 'matter.accepted', { onTheSpot: true })
      begin(x, x.at)
      m.own.decision = { outcome: 'yes', reason: given.opinion, remedy: null, at, by: x.actor.account }
      for (const t of m.tasks.filter((t) => t.status === 'open')) {
        Object.assign(t, { outcome: 'yes', opinion: given.opinion })
        endTask(x, t, 'done')
        advance(x, { type: 'complete', node: t.node, facts: m.case.facts })
      }
      if (m.case.status !== 'decided') throw refused('这个事项不能在窗口当场办结')
      if (item.result.kind !== 'service' && !given.resultNumber)
        throw badInput([{ field: 'resultNumber', message: '请填写“证照或文书编号”' }])
      m.own.result = {
        name: item.result.name,
        number: sealText(house.crypto, given.resultNumber ?? ''),
        note: null,
        at,
        by: x.actor.account,
      }
      m.own.delivery = { method: 'window', receivedBy: given.receivedBy, at, by: x.actor.account }
      endClock(runningClock(m, 'delivery'), x.at)
      Object.assign(m.case, { status: 'delivered', closing: 'delivered', closed_at: x.at })
      x.note(window, 'matter.settled', { receivedBy: given.receivedBy })
    },
  )

export const refuse = (house: House, command: Command, number: string, given: Static<typeof input.Refusing>) =>
  change(
    house,
    command,
    number,
    (x) => rules.refuse(x.actor, x),
    async (x) => {
      if (given.kind === 'not-ours' && !given.rightBody)
        throw badInput([{ field: 'rightBody', message: '不属于本机关职权的，请填写“应当向哪个机关申请”' }])
      x.m.own.refusal = {
        kind: given.kind,
        reason: given.reason,
        rightBody: given.rightBody ?? null,
        at: x.at.toISOString(),
        by: x.actor.account,
      }
      const window = inNameOf(x.actor, ['clerk'], x.m.case.accept_unit)
      x.note(window, 'matter.refused', given)
      close(x, 'refused', 'refused')
      await answerMerged(x, '不予受理')
      await issuePaper(x, 'refusal', window)
    },
  )

/** One-time notice: everything lacking, at once. No clock of ours runs until it is supplied. */
export const correct = (house: House, command: Command, number: string, given: Static<typeof input.Correction>) =>
  change(
    house,
    command,
    number,
    (x) => rules.correct(x.actor, x),
    async (x) => {
      const { m } = x
      m.own.notice = { items: given.items, at: x.at.toISOString(), by: x.actor.account }
      endClock(runningClock(m, 'notice'), x.at)
      m.case.status = 'correction'
      startClock(house.calendar, m, 'correction', x.at, { amount: given.days ?? correctionDays, unit: 'workday' })
      const window = inNameOf(x.actor, ['clerk'], m.case.accept_unit)
      x.note(window, 'matter.correction-asked', { items: given.items })
      await issuePaper(x, 'correction', window)
    },
  )

/** A slip that can be mended at the counter is mended there (行政许可法 32(3)). */
export const fix = (house: House, command: Command, number: string, given: Static<typeof input.Fix>) =>
  change(
    house,
    command,
    number,
    (x) => rules.fix(x.actor, x),
    (x) => {
      amend(x, given.form)
      x.note(inNameOf(x.actor, ['clerk'], x.m.case.accept_unit), 'matter.fixed', {
        fields: Object.keys(given.form),
        note: given.note,
      })
    },
  )

/** What was asked for arrives: before acceptance the five days begin anew; after it, a promised material is made good. */
export const supplement = (house: House, command: Command, number: string, given: Static<typeof input.Supplement>) =>
  change(
    house,
    command,
    number,
    (x) => rules.supplement(x.actor, x),
    async (x) => {
      const { m } = x
      await bring(x, given.materials)
      if (given.form && m.case.status !== 'correction') throw refused('受理以后不能再改申请内容')
      if (given.form) amend(x, given.form)
      x.note(inNameOf(x.actor, ['clerk'], m.case.accept_unit), 'matter.supplemented', {
        materials: given.materials.map((s) => s.code),
        fields: Object.keys(given.form ?? {}),
        ...(given.note && { note: maskNumbers(given.note) }),
      })
      // The history is for ever and in the clear: what it must not hold is kept beside it.
      if (given.note && numberIn(given.note))
        m.own.exceptions.notes = [
          ...(m.own.exceptions.notes ?? []),
          { words: sealText(house.crypto, given.note), at: x.at.toISOString(), by: x.actor.account },
        ]
      if (m.case.status === 'correction') {
        endClock(runningClock(m, 'correction'), x.at)
        m.case.status = 'received'
        startClock(house.calendar, m, 'notice', x.at, noticeLimit)
      } else if (!m.materials.some((r) => r.status === 'promised')) endClock(runningClock(m, 'tolerance'), x.at)
    },
  )

/** Marks materials as come in, with the sender's own uploads. */
async function bring(x: Changing, given: { code: string; files?: string[] }[]) {
  const ids = given.flatMap((g) => g.files ?? [])
  if (ids.length) {
    const mine = await x.tx
      .selectFrom('file')
      .select('id')
      .where('district', '=', x.house.district)
      .where('created_by', '=', x.actor.account)
      .where('id', 'in', ids)
      .execute()
    if (mine.length !== new Set(ids).size)
      throw badInput([{ field: 'materials.files', message: '“材料文件”中有找不到的文件，请重新上传' }])
  }
  for (const [i, g] of given.entries()) {
    const row = x.m.materials.find((r) => r.code === g.code)
    if (!row) throw badInput([{ field: `materials.${i}.code`, message: `“材料代码” ${g.code} 不在本事项的材料清单里` }])
    Object.assign(row, { status: 'received', file_ids: [...row.file_ids, ...(g.files ?? [])], at: x.at })
  }
}

/** New answers over the old ones, checked as a whole; the facts follow the form. */
function amend(x: Changing, answers: Record<string, unknown>) {
  const { m, item, house } = x
  const form = { ...openForm(house.crypto, item.form, m.own.form), ...answers }
  const problems = itemProblems(item, form)
  if (problems.length) throw badInput(problems.map((p) => ({ field: `form.${p.field}`, message: p.message })))
  m.own.form = sealForm(house.crypto, item.form, form)
  m.case.facts = factsOf(item, form)
}

export const withdraw = (house: House, command: Command, number: string, given: Static<typeof input.Withdrawal>) =>
  change(
    house,
    command,
    number,
    (x) => rules.withdraw(x.actor, x),
    (x) => {
      const { m } = x
      const was = m.case.status as 'received'
      x.note(inNameOf(x.actor, ['clerk'], m.case.accept_unit), 'matter.withdrawn', given)
      const ended = close(x, 'withdrawn', 'withdrawn')
      m.own.withdrawal = { reason: given.reason, at: x.at.toISOString(), by: x.actor.account, was, ended }
    },
  )

/** Within ten minutes a withdrawal is as if it had not been: what it ended goes on, with its old start. */
export const undoWithdrawal = (house: House, command: Command, number: string) =>
  change(
    house,
    command,
    number,
    (x) => rules.undoWithdrawal(x.actor, x),
    (x) => {
      const { m } = x
      const ended = m.own.withdrawal?.ended ?? []
      for (const t of m.tasks)
        if (ended.includes(t.id)) Object.assign(t, { status: 'open', ended_at: null, ended_by: null })
      for (const k of m.clocks) if (ended.includes(k.id)) k.ended_at = null
      m.case.status = m.own.withdrawal?.was ?? 'received'
      m.case.closing = m.case.closed_at = null
      m.own.withdrawal = null
      x.note(inNameOf(x.actor, ['clerk'], m.case.accept_unit), 'matter.withdrawal-undone')
    },
  )

/** The applicant's time is up: the correction never came, or the promised paper did not. Done by the clock. */
export function lapse(x: Changing, why: 'correction' | 'tolerance') {
  x.note(null, why === 'correction' ? 'matter.lapsed' : 'matter.tolerance-lapsed')
  if (why === 'correction') close(x, 'lapsed', 'lapsed')
  else close(x, 'withdrawn', 'tolerance-lapsed')
}
