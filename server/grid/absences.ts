import { sql } from 'kysely'
import { type Act, act, type Command } from '../platform/act.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, Refusal, refused } from '../platform/refusal.ts'
import { overWorker, worker } from './heads.ts'
import { badEnd, badSpan, mayCancel } from './rules.ts'

/** Who is away from when to when, and who stands in. All by the head of the grids. */

export type Absence = {
  account: string
  from: string
  to: string
  reason: string
  substitute?: string
  handOver: string[]
}
export const keepAbsence = (house: House, command: Command, given: Absence) =>
  act(house, command, async (a) => {
    const as = await worker(house, a, given.account, 'account')
    const wrong = badSpan(given)
    if (wrong) throw badInput([{ field: 'to', message: wrong }])
    await away(house, a, given)
    await standsInThen(house, a, given)
    const id = newId()
    await sql`insert into absence (district, id, account_id, starts_on, ends_on, reason, substitute, hand_over, by, at)
      values (${house.district}, ${id}, ${given.account}, ${given.from}, ${given.to}, ${given.reason}, ${given.substitute ?? null},
              ${JSON.stringify(given.handOver)}, ${a.actor.account}, ${a.at})`.execute(a.tx)
    const { account, from, to, substitute = null } = given
    a.record({ as, verb: 'absence.kept', data: { absence: id, account, from, to, substitute } })
    return { id, alert: !given.substitute }
  })

/** Back earlier, away longer, or somebody found who stands in. Days that are over stay as they were. */
export const changeAbsence = (house: House, command: Command, id: string, given: { to: string; substitute?: string }) =>
  act(house, command, async (a) => {
    const { as, ...was } = await kept(house, a, id)
    const wrong = badEnd(was, given.to, civilToday(house.clock))
    if (wrong) throw badInput([{ field: 'to', message: wrong }])
    const now = { id, account: was.account, from: was.from, ...given }
    await away(house, a, now)
    await standsInThen(house, a, now)
    const substitute = given.substitute ?? null
    await sql`update absence set ends_on = ${given.to}, substitute = ${substitute} where district = ${house.district} and id = ${id}`.execute(
      a.tx,
    )
    a.record({
      as,
      verb: 'absence.changed',
      data: {
        absence: id,
        account: was.account,
        from: was.from,
        to: [was.to, given.to],
        substitute: [was.substitute, substitute],
      },
    })
    return { id, alert: !substitute }
  })

/** One that never began leaves the list; the history keeps it. */
export const cancelAbsence = (house: House, command: Command, id: string, why: string) =>
  act(house, command, async (a) => {
    const { as, ...was } = await kept(house, a, id)
    const not = mayCancel(was, civilToday(house.clock))
    if (not) throw refused(not)
    await sql`delete from absence where district = ${house.district} and id = ${id}`.execute(a.tx)
    a.record({ as, verb: 'absence.cancelled', data: { absence: id, ...was, why } })
    return { id }
  })

async function kept(house: House, a: Act, id: string) {
  const { rows } = await sql<{ account: string; from: string; to: string; substitute: string | null }>`
    select account_id as account, starts_on::text as "from", ends_on::text as "to", substitute from absence
     where district = ${house.district} and id = ${id} for update`.execute(a.tx)
  const as = rows[0] && (await overWorker(house, a, rows[0].account))
  if (!rows[0] || !as) throw notFound('没有这次请假，或者不在您的社区')
  return { ...rows[0], as }
}

type Span = { id?: string; account: string; from: string; to: string; substitute?: string }
/** Nobody is away twice on one day. Two that are entered at once wait for each other. */
async function away(house: House, { tx }: Act, { id, account, from, to }: Span) {
  await sql`select 1 from account where district = ${house.district} and id = ${account} for no key update`.execute(tx)
  const { rows } = await sql<{ from: string; to: string }>`
    select starts_on::text as "from", ends_on::text as "to" from absence where district = ${house.district} and account_id = ${account}
       and id is distinct from ${id ?? null}::uuid and daterange(starts_on, ends_on, '[]') && daterange(${from}, ${to}, '[]') order by 1 limit 1`.execute(
    tx,
  )
  if (!rows[0]) return
  const message = `这位网格员 ${rows[0].from} 至 ${rows[0].to} 已经登记请假，请改那一次`
  throw new Refusal(409, 'overlaps', message, [{ field: id ? 'to' : 'from', message }])
}
/** Whoever stands in is of the community, another, and there on those days. */
async function standsInThen(house: House, a: Act, { account, from, to, substitute }: Span) {
  if (!substitute) return
  const wrong = (message: string) => badInput([{ field: 'substitute', message }])
  if (substitute === account) throw wrong('不能自己替自己')
  await worker(house, a, substitute, 'substitute')
  const { rows } = await sql`select 1 from absence where district = ${house.district} and account_id = ${substitute}
     and daterange(starts_on, ends_on, '[]') && daterange(${from}, ${to}, '[]')`.execute(a.tx)
  if (rows.length) throw wrong('顶岗的人那几天自己也不在')
}
