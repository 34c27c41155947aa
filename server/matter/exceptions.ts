import { sql } from 'kysely'
import type { Static } from 'typebox'
import { civilDate } from '../calendar/workdays.ts'
import { endClock, restartClock, startClock } from '../case/clocks.ts'
import { runningClock } from '../case/model.ts'
import { visible } from '../case/store.ts'
import { badIdNumber, badPhone, normaliseIdNumber, normalisePhone } from '../person/rules.ts'
import type { Command } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { readNumber } from '../platform/id.ts'
import { badInput, refused } from '../platform/refusal.ts'
import { type Changing, change, close } from './change.ts'
import type * as input from './exception-given.ts'
import { exceptionRules as rules } from './exception-rules.ts'
import { issuePaper } from './papers.ts'
import { inNameOf } from './rules.ts'

/** What befalls a matter before and while it is handled, beside its formal road. */
type Run<T> = (house: House, command: Command, number: string, given: T) => ReturnType<typeof change>
const stamp = (x: Changing) => ({ at: x.at.toISOString(), by: x.actor.account })
const window = (x: Changing) => inNameOf(x.actor, ['clerk'], x.m.case.accept_unit)
const unitOf = (x: Changing) => window(x) ?? inNameOf(x.actor, ['handler', 'head'])

/** The other matter, if the actor may see it. */
async function otherOf(x: Changing, field: string, written: string) {
  const number = readNumber(written)
  const { rows } = await sql<{ id: string; item_id: string; closed_at: Date | null; number: string }>`
    select c.id, c.item_id, c.closed_at, c.number from cases c where ${visible(x.actor)} and c.number = ${number}`.execute(
    x.tx,
  )
  const [other] = rows
  if (!other) throw badInput([{ field, message: '“另一办件编号”找不到，或者不在您的工作范围内' }])
  if (other.id === x.m.case.id) throw badInput([{ field, message: '“另一办件编号”就是这一件' }])
  return other
}
const keepLink = (x: Changing, other: string, kind: string, note: string) =>
  sql`insert into case_link (district, case_id, other_id, kind, note, at, by_account)
      values (${x.house.district}, ${x.m.case.id}, ${other}, ${kind}, ${note}, ${x.at}, ${x.actor.account})
      on conflict (district, case_id, other_id) do update set kind = excluded.kind, note = excluded.note`.execute(x.tx)

export const link: Run<Static<typeof input.Link>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.link(x.actor, x),
    async (x) => {
      const other = await otherOf(x, 'other', given.other)
      await keepLink(x, other.id, given.kind, given.note)
      x.note(unitOf(x), 'matter.linked', { other: other.number, kind: given.kind, note: given.note })
    },
  )

/** A duplicate ends in favour of another. Its applicant is answered when that one is (see `answerMerged`). */
export const merge: Run<Static<typeof input.Merge>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.merge(x.actor, x),
    async (x) => {
      const other = await otherOf(x, 'into', given.into)
      if (other.item_id !== x.m.case.item_id) throw badInput([{ field: 'into', message: '“并入的办件”不是同一个事项' }])
      if (other.closed_at) throw badInput([{ field: 'into', message: '“并入的办件”已经办结' }])
      await keepLink(x, other.id, 'merged', given.note)
      x.note(window(x), 'matter.merged', { into: other.number, note: given.note })
      close(x, 'merged', 'merged')
    },
  )

/** Whatever a matter ends with is the answer to all that were merged into it. */
export async function answerMerged(x: Changing, words: string) {
  const { rows } = await sql<{ case_id: string }>`
    update cases o set outcome = ${x.m.case.outcome}, version = o.version + 1 from case_link l
     where l.district = ${x.house.district} and l.other_id = ${x.m.case.id} and l.kind = 'merged'
       and o.district = l.district and o.id = l.case_id returning l.case_id`.execute(x.tx)
  for (const { case_id } of rows)
    x.record({ as: null, verb: 'matter.answered-with', caseId: case_id, data: { number: x.m.case.number, words } })
}

/** Wrong community: the right one gets it whole, the five days run on. */
export const transfer: Run<Static<typeof input.Transfer>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.transfer(x.actor, x),
    async (x) => {
      const { m } = x
      const { rows } = await sql<{ unit: string; name: string }>`
        select u.id as unit, p.name from place p
          join unit u on u.district = p.district and u.kind = 'service-centre'
          join place up on up.district = u.district and up.id = u.place_id and p.path ^@ up.path
         where p.district = ${house.district} and p.id = ${given.place} order by length(up.path) desc limit 1`.execute(
        x.tx,
      )
      const [to] = rows
      if (!to) throw badInput([{ field: 'place', message: '“转到哪个社区”不在本区，或者还没有服务窗口' }])
      if (to.unit === m.case.accept_unit) throw badInput([{ field: 'place', message: '这一件已经在这个窗口' }])
      x.note(window(x), 'matter.transferred', { to: to.name, note: given.note })
      if (m.case.lead_unit === m.case.accept_unit) m.case.lead_unit = to.unit
      Object.assign(m.case, { accept_unit: to.unit, place_id: given.place })
    },
  )

/** The applicant's own data stays as it was at submission; the representative stands beside it (R-B.6). */
export const represent: Run<Static<typeof input.Representative>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.represent(x.actor, x),
    async (x) => {
      const [id, phone] = [normaliseIdNumber(given.idNumber), normalisePhone(given.phone)]
      const wrong = [
        { field: 'idNumber', message: badIdNumber(id, civilDate(x.at)) },
        { field: 'phone', message: badPhone(phone) },
      ].flatMap(({ field, message }) => (message ? [{ field, message }] : []))
      if (wrong.length) throw badInput(wrong)
      const { crypto, district } = house
      await sql`insert into party (district, case_id, role, name, id_number, id_hash, phone, phone_hash, address, person_id)
        values (${district}, ${x.m.case.id}, 'agent', ${given.name.trim()}, ${crypto.seal(id)}, ${crypto.blind(id)},
          ${crypto.seal(phone)}, ${crypto.blind(phone)}, '', null)`.execute(x.tx)
      const { kind, why, authorisation } = given
      x.m.own.exceptions.representative = { ...stamp(x), kind, why, authorisation }
      x.note(window(x), 'matter.represented', { kind, why })
      if (kind === 'agent') await issuePaper(x, 'authorisation', window(x), { agent: given.name.trim(), why })
    },
  )

/** 帮办代办: free, with an authorisation, and never by the one who accepts. */
export const help: Run<Static<typeof input.Helper>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.help(x.actor, x),
    async (x) => {
      x.m.own.exceptions.helper = { account: x.actor.account, name: x.actor.name, how: given.how }
      x.note(window(x), 'matter.helped', { how: given.how, authorisation: given.authorisation })
      if (given.how === 'act') await issuePaper(x, 'helper', window(x), { helper: x.actor.name })
    },
  )

export const visit: Run<Static<typeof input.Visit>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.visit(x.actor, x),
    (x) => {
      if (given.day < civilDate(x.at)) throw badInput([{ field: 'day', message: '“上门日期”不能早于今天' }])
      x.m.own.exceptions.visit = { ...stamp(x), ...given, done: null }
      x.note(unitOf(x), 'matter.visit-ordered', { day: given.day, slot: given.slot })
    },
  )

/** 行政许可法 34: a substantive check on site takes at least two. */
export const visited: Run<Static<typeof input.Visited>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.visited(x.actor, x),
    (x) => {
      if (new Set(given.staff).size < 2) throw badInput([{ field: 'staff', message: '上门核查须有两名以上工作人员' }])
      const planned = x.m.own.exceptions.visit
      if (planned) x.m.own.exceptions.visit = { ...planned, done: { ...stamp(x), ...given } }
      x.note(unitOf(x), 'matter.visited', given)
    },
  )

/** Taken on paper when the power was out: it counts from that day once somebody else has looked at it. */
export const decideLate: Run<Static<typeof input.LateDecision>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.decideLate(x.actor, x),
    (x) => {
      const { m } = x
      const late = m.own.exceptions.late
      if (!late) throw refused('没有待审核的补录')
      m.own.exceptions.late = { ...late, approved: given.approve, approver: x.actor.name }
      if (given.approve) {
        m.case.received_at = new Date(late.receivedAt)
        const notice = runningClock(m, 'notice')
        if (notice) restartClock(house.calendar, notice, m.case.received_at)
      }
      const as = inNameOf(x.actor, ['supervisor', 'head'])
      x.note(as, given.approve ? 'matter.late-approved' : 'matter.late-refused', {
        receivedAt: late.receivedAt,
        note: given.note,
      })
    },
  )

export const vertical: Run<Static<typeof input.Vertical>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.vertical(x.actor, x),
    (x) => {
      x.m.own.exceptions.vertical = { ...stamp(x), ...given }
      x.note(unitOf(x), 'matter.numbered', given)
    },
  )

/** Ninety days, in hours: keeping runs through rest days, and past the last published year. */
const holdLimit = { amount: 90 * 24, unit: 'hour' } as const
/** Nobody could be given the result: it is kept, and after ninety days goes back to who made it. */
export const undelivered: Run<Static<typeof input.Undelivered>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.undelivered(x.actor, x),
    (x) => {
      endClock(runningClock(x.m, 'delivery'), x.at)
      const hold = startClock(house.calendar, x.m, 'hold', x.at, holdLimit)
      x.m.own.exceptions.undelivered = { ...stamp(x), ...given, until: hold.due_at?.toISOString() ?? '' }
      x.note(window(x), 'matter.undelivered', given)
    },
  )

export const order: Run<Static<typeof input.PaperOrder>> = (house, command, number, given) =>
  change(
    house,
    command,
    number,
    (x) => rules.paper(x.actor, x),
    (x) => {
      if (given.kind === 'payment' && given.amount === undefined)
        throw badInput([{ field: 'amount', message: '缴费通知书请填写“应缴金额”' }])
      return issuePaper(x, given.kind, window(x), {
        amount: given.amount?.toFixed(2) ?? '',
        note: given.note ?? '',
        helper: x.actor.name,
      })
    },
  )
