import type { Static } from 'typebox'
import { extendClock } from '../case/clocks.ts'
import { runningClock } from '../case/model.ts'
import type { Command } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { badInput, refused } from '../platform/refusal.ts'
import { change } from './change.ts'
import type * as input from './given.ts'
import { issuePaper } from './papers.ts'
import { inNameOf, longestExtension, rules } from './rules.ts'

/** 延长: the deadline moves, the clock runs; once, and approved by whoever the law names (行政许可法 42). */

/** Once, before the time is up, with a reason the applicant will be told (行政许可法 42). */
export const request = (house: House, command: Command, number: string, given: Static<typeof input.Extension>) =>
  change(
    house,
    command,
    number,
    (x) => rules.requestExtension(x.actor, x),
    (x) => {
      const longest = longestExtension(x.item)
      if (given.amount > longest)
        throw badInput([{ field: 'amount', message: `“延长天数”不能超过 ${longest} 个工作日` }])
      x.m.own.extension = {
        ...given,
        by: x.actor.name,
        at: x.at.toISOString(),
        decided: null,
        decidedBy: null,
        note: null,
      }
      x.note(inNameOf(x.actor, ['handler', 'head'], x.m.case.lead_unit), 'matter.extension-asked', given)
    },
  )

/** Approved by the head of the body, or of the government where the handling is joint. The deadline moves; the clock runs. */
export const decide = (house: House, command: Command, number: string, given: Static<typeof input.ExtensionDecision>) =>
  change(
    house,
    command,
    number,
    (x) => rules.decideExtension(x.actor, x),
    async (x) => {
      const { m } = x
      const asked = m.own.extension
      const total = runningClock(m, 'total')
      if (!asked || !total) throw refused('没有待审批的延长申请')
      m.own.extension = { ...asked, decided: given.approve, decidedBy: x.actor.name, note: given.note }
      const head = inNameOf(x.actor, x.item.joint ? ['leader'] : ['head'])
      x.note(head, given.approve ? 'matter.extended' : 'matter.extension-refused', {
        amount: asked.amount,
        reason: asked.reason,
        note: given.note,
      })
      if (!given.approve) return
      extendClock(house.calendar, total, x.at, asked.amount, asked.reason, x.actor.name)
      const decision = m.tasks.find((t) => t.kind === 'decision' && t.status === 'open')
      const own = decision && runningClock(m, 'task', decision.id)
      if (own) extendClock(house.calendar, own, x.at, asked.amount, asked.reason, x.actor.name)
      await issuePaper(x, 'extension', head, { amount: asked.amount, reason: asked.reason })
    },
  )
