import { sql } from 'kysely'
import type { Static } from 'typebox'
import { endClock, startClock } from '../case/clocks.ts'
import { runningClock } from '../case/model.ts'
import type { Command } from '../platform/act.ts'
import { duties, postAs } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { maskNumbers } from '../platform/numbers.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { change, close } from './change.ts'
import { answerMerged } from './exceptions.ts'
import { sealText } from './form.ts'
import type * as input from './given.ts'
import type { Matter } from './model.ts'
import { issuePaper, nextSerial } from './papers.ts'
import { inNameOf, rules, supervisionRules } from './rules.ts'

/** The end of the road, and what any matter may meet on the way: urge, supervision, voiding. */

export const issueResult = (house: House, command: Command, number: string, given: Static<typeof input.Result>) =>
  change(
    house,
    command,
    number,
    (x) => rules.issueResult(x.actor, x),
    (x) => {
      x.m.own.result = {
        name: x.item.result.name,
        number: sealText(house.crypto, given.number),
        note: given.note ?? null,
        at: x.at.toISOString(),
        by: x.actor.account,
      }
      x.m.case.status = 'issued'
      x.note(inNameOf(x.actor, ['handler', 'head', 'clerk']), 'matter.result-issued', {
        name: x.item.result.name,
        number: maskNumbers(given.number),
      })
    },
  )

export const deliver = (house: House, command: Command, number: string, given: Static<typeof input.Delivery>) =>
  change(
    house,
    command,
    number,
    (x) => rules.deliver(x.actor, x),
    async (x) => {
      const { m } = x
      if (given.method === 'left' && new Set(given.witnesses).size < 2)
        throw badInput([{ field: 'witnesses', message: '拒签而留置送达的，请填写两名见证人' }])
      m.own.delivery = { ...given, at: x.at.toISOString(), by: x.actor.account }
      for (const name of ['delivery', 'hold'] as const) endClock(runningClock(m, name), x.at)
      Object.assign(m.case, { status: 'delivered', closing: 'delivered', closed_at: x.at })
      const window = inNameOf(x.actor, ['clerk'], m.case.accept_unit)
      x.note(window, 'matter.delivered', given)
      await issuePaper(x, 'delivery', window)
      await answerMerged(x, m.case.outcome === 'no' ? '不予批准' : '已经办结')
    },
  )

/** Five levels, voluntary, no default; 4 and 5 open the duty to contact within one working day. */
export const rate = (house: House, command: Command, number: string, given: Static<typeof input.Rating>) =>
  change(
    house,
    command,
    number,
    (x) => rules.rate(x.actor, x),
    async (x) => {
      await x.tx
        .insertInto('rating')
        .values({
          district: house.district,
          case_id: x.m.case.id,
          level: given.level,
          words: given.words ?? null,
          channel: x.m.case.channel,
          at: x.at,
        })
        .onConflict((c) => c.doNothing()) // a second rating at the same moment: the version check sends it back to the rule
        .execute()
      if (given.level >= 4) startClock(house.calendar, x.m, 'contact', x.at, { amount: 1, unit: 'workday' })
      x.note(null, 'matter.rated', { level: given.level })
    },
  )

/** put right within fifteen working days of the call, and then called back on. */
const rectifyLimit = { amount: 15, unit: 'workday' } as const

export const contact = (house: House, command: Command, number: string, given: Static<typeof input.Contact>) =>
  change(
    house,
    command,
    number,
    (x) => rules.contact(x.actor, x),
    async (x) => {
      await x.tx
        .updateTable('rating')
        .set({ contacted_at: x.at, contacted_by: x.actor.account, contact_note: given.note })
        .where('district', '=', house.district)
        .where('case_id', '=', x.m.case.id)
        .execute()
      endClock(runningClock(x.m, 'contact'), x.at)
      startClock(house.calendar, x.m, 'rectify', x.at, rectifyLimit)
      x.note(inNameOf(x.actor, ['rating-manager']), 'matter.rating-contacted')
    },
  )

const unitsIn = (m: Matter) => new Set([m.case.accept_unit, m.case.lead_unit, ...m.tasks.map((t) => t.unit_id)])

/** 催办: a word to whoever holds it; changes no clock. */
export const urge = (house: House, command: Command, number: string, given: Static<typeof input.Urge>) =>
  change(
    house,
    command,
    number,
    (x) => rules.urge(x.actor, x),
    (x) => {
      const parts = unitsIn(x.m)
      // Who has a part urges in its name; who only watches, in the name they watch in.
      x.note(postAs(x.actor, (p) => parts.has(p.unit)) ?? inNameOf(x.actor, [...duties]), 'matter.urged', given)
    },
  )

/** 督办: a numbered order with a reply deadline of its own, to one unit that has a part in the matter. */
export const supervise = (house: House, command: Command, number: string, given: Static<typeof input.Supervise>) =>
  change(
    house,
    command,
    number,
    (x) => rules.supervise(x.actor, x),
    async (x) => {
      const { m } = x
      if (!unitsIn(m).has(given.target)) throw badInput([{ field: 'target', message: '“被督办单位”没有参与这个办件' }])
      const id = newId()
      const order = await nextSerial(x, 'supervision')
      // The reply's clock hangs on the order: its node carries the order's id.
      startClock(house.calendar, m, 'reply', x.at, { amount: given.days, unit: 'workday' }, { node: id })
      await x.tx
        .insertInto('supervision')
        .values({
          district: house.district,
          id,
          case_id: m.case.id,
          number: order,
          basis: given.basis,
          demand: given.demand,
          target_unit: given.target,
          by_account: x.actor.account,
          at: x.at,
        })
        .execute()
      const us = inNameOf(x.actor, ['supervisor', 'dispatcher', 'leader'])
      x.note(us, 'matter.supervised', { number: order, target: given.target, demand: given.demand })
      await issuePaper(x, 'supervision', us, { order, ...given })
    },
  )

export const replySupervision = (
  house: House,
  command: Command,
  number: string,
  id: string,
  given: Static<typeof input.SupervisionReply>,
) =>
  change(
    house,
    command,
    number,
    (x) => {
      const s = x.m.supervisions.find((s) => s.id === id)
      if (!s) throw notFound('没有这个督办单')
      return supervisionRules.reply(x.actor, s.target_unit, s.replied_at !== null)
    },
    async (x) => {
      await sql`update supervision set reply = ${given.reply}, replied_at = ${x.at}, replied_by = ${x.actor.account}
      where district = ${house.district} and id = ${id} and replied_at is null`.execute(x.tx)
      endClock(
        x.m.clocks.find((k) => k.name === 'reply' && k.node === id),
        x.at,
      )
      const s = x.m.supervisions.find((s) => s.id === id)
      x.note(inNameOf(x.actor, ['handler', 'head', 'clerk'], s?.target_unit), 'matter.supervision-replied', {
        number: s?.number,
      })
    },
  )

/** 作废 or 删除办结: never a delete; the reason stays, and so does everything else (R-B.15). */
export const voidMatter = (house: House, command: Command, number: string, given: Static<typeof input.Voiding>) =>
  change(
    house,
    command,
    number,
    (x) => rules.void(x.actor, x),
    (x) => {
      x.note(inNameOf(x.actor, ['head', 'clerk']), 'matter.voided', given)
      close(x, 'voided', given.kind)
    },
  )
