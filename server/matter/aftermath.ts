import { sql } from 'kysely'
import type { Static } from 'typebox'
import { endClock, startClock } from '../case/clocks.ts'
import { runningClock } from '../case/model.ts'
import type { Command } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { refused } from '../platform/refusal.ts'
import { type Changing, change } from './change.ts'
import type * as input from './exception-given.ts'
import { exceptionRules as rules } from './exception-rules.ts'
import { begin } from './intake.ts'
import { inNameOf } from './rules.ts'

/** After the end: closed is not solved, and a bad rating is not done with a telephone call. */
type Run<T> = (house: House, command: Command, number: string, given: T) => ReturnType<typeof change>
const lead = (x: Changing) => inNameOf(x.actor, ['handler', 'head', 'clerk'], x.m.case.lead_unit)
const stamp = (x: Changing) => ({ at: x.at.toISOString(), by: x.actor.account })

export const solved: Run<Static<typeof input.Solved>> = (house, command, number) =>
  change(
    house,
    command,
    number,
    (x) => rules.solved(x.actor, x),
    (x) => {
      x.m.case.solution = 'solved'
      endClock(runningClock(x.m, 'dispute'), x.at)
      x.note(null, 'matter.solved')
    },
  )

/** Five working days to answer; the supervisor has it on the list from the first minute. */
const disputeLimit = { amount: 5, unit: 'workday' } as const
export const dispute: Run<Static<typeof input.Dispute>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.dispute(x.actor, x),
    (x) => {
      x.m.case.solution = 'disputed'
      x.m.own.exceptions.dispute = { ...stamp(x), words: given.words, answer: null }
      startClock(house.calendar, x.m, 'dispute', x.at, disputeLimit)
      x.note(null, 'matter.disputed', { words: given.words })
    },
  )

/** An answer with reasons, or the matter taken up again: the same number, its road from the start, a new total clock. */
export const answerDispute: Run<Static<typeof input.DisputeAnswer>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.answerDispute(x.actor, x),
    (x) => {
      const { m } = x
      const asked = m.own.exceptions.dispute
      if (!asked) throw refused('没有待答复的异议')
      m.own.exceptions.dispute = { ...asked, answer: { ...stamp(x), words: given.words, reopened: given.reopen } }
      endClock(runningClock(m, 'dispute'), x.at)
      x.note(lead(x), given.reopen ? 'matter.reopened' : 'matter.dispute-answered', { words: given.words })
      if (!given.reopen) return
      Object.assign(m.case, { closed_at: null, closing: null, decided_at: null, outcome: null, state: null })
      Object.assign(m.own, { decision: null, result: null, delivery: null, refusal: null, extension: null })
      begin(x, x.at)
    },
  )

const setRating = (x: Changing, set: ReturnType<typeof sql>) =>
  sql`update rating set ${set} where district = ${x.house.district} and case_id = ${x.m.case.id}`.execute(x.tx)

export const rectify: Run<Static<typeof input.Rectify>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.rectify(x.actor, x),
    async (x) => {
      await setRating(x, sql`rectification = ${given.note}, rectified_at = ${x.at}`)
      x.note(lead(x), 'matter.rectified', given)
    },
  )

/** Every one is called back on. Not satisfied: back to the unit, the clock runs on. */
export const callBack: Run<Static<typeof input.CallBack>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.callBack(x.actor, x),
    async (x) => {
      const again = given.satisfied ? sql`` : sql`, rectified_at = null`
      await setRating(
        x,
        sql`called_back_at = ${x.at}, call_back_satisfied = ${given.satisfied}, call_back_note = ${given.note}${again}`,
      )
      if (given.satisfied) endClock(runningClock(x.m, 'rectify'), x.at)
      x.note(inNameOf(x.actor, ['rating-manager']), 'matter.called-back', { satisfied: given.satisfied })
    },
  )

export const appeal: Run<Static<typeof input.Appeal>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.appeal(x.actor, x),
    async (x) => {
      await setRating(x, sql`appeal = ${given.reason}, appealed_at = ${x.at}`)
      x.note(lead(x), 'matter.rating-appealed', given)
    },
  )

export const decideAppeal: Run<Static<typeof input.AppealDecision>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.decideAppeal(x.actor, x),
    async (x) => {
      await setRating(x, sql`appeal_upheld = ${given.uphold}, appeal_note = ${given.note}`)
      if (given.uphold) for (const name of ['contact', 'rectify'] as const) endClock(runningClock(x.m, name), x.at)
      x.note(inNameOf(x.actor, ['rating-manager']), 'matter.appeal-decided', { upheld: given.uphold, note: given.note })
    },
  )
