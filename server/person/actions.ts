import { sql } from 'kysely'
import { doorOf } from '../home/actions.ts'
import { act, type Command } from '../platform/act.ts'
import { postAs } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { mayMove, mayVerify } from './abilities.ts'
import { headedBy, headGone } from './household.ts'
import { type Proof, say, sourceOf } from './register.ts'
import { keepers, maySee, revealers } from './scope.ts'
import { person } from './store.ts'
import { fileFor } from './view.ts'

export { searchOf } from './names.ts'
export { say } from './register.ts'

const seconds = 60

/** Numbers in full for a minute, against a purpose that the person may read later. */
export const reveal = (house: House, command: Command, id: string, purpose: string) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const found = await fileFor(tx, actor, id, revealers)
    if (!found) throw notFound()
    record({ as: found.as, verb: 'person.revealed', data: { person: id, purpose } })
    return { until: new Date(at.getTime() + seconds * 1000).toISOString() }
  })

/** What `reveal` opened, read apart from it: the kept answer of a command must hold no number. */
export async function revealed(
  house: House,
  account: string,
  id: string,
): Promise<{ idNumber: string | null; phone: string | null }> {
  const now = house.clock.now()
  const { rows } =
    await sql`select 1 from event where district = ${house.district} and data ? 'person' and data ->> 'person' = ${id}
      and verb = 'person.revealed' and account_id = ${account} and at > ${new Date(now.getTime() - seconds * 1000)} and at <= ${now} limit 1`.execute(
      house.db,
    )
  if (!rows.length) throw refused('显示时间已过，请重新填写用途')
  const held = await person(house.db, house.crypto, house.district, id)
  return { idNumber: held?.idNumber ?? null, phone: held?.phone ?? null }
}

/** Two entries that are one human being. Nothing moves but a pointer: undoing takes it away again. */
export const merge = (house: House, command: Command, given: { keep: string; gone: string; reason: string }) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    if (given.keep === given.gone) throw badInput([{ field: 'gone', message: '两条应是不同的人员' }])
    const { rows } = await sql<{
      id: string
      merged_into: string | null
      has: boolean
      account: boolean
      sex: string
      born: string
    }>`
      select p.id, p.merged_into, exists (select from person x where x.district = p.district and x.merged_into = p.id) as has, p.sex, p.born::text,
        exists (select from account a where a.district = p.district and a.person_id = p.id) as account
        from person p where p.district = ${house.district} and p.id in (${given.keep}, ${given.gone}) for update of p`.execute(
      tx,
    )
    const scoped = [given.keep, given.gone].map((id) => fileFor(tx, actor, id, ['data-manager']))
    if (rows.length < 2 || (await Promise.all(scoped)).some((s) => !s)) throw notFound('没有这个人员')
    if (rows.some((r) => r.merged_into)) throw refused('其中一条已经合并过')
    const gone = rows.find((r) => r.id === given.gone)
    if (gone?.has) throw refused('被合并的一条自己合并过别人，请先撤销')
    if (gone?.account) throw refused('被合并的一条有登录账号，请保留它')
    const id = newId()
    await sql`update person set merged_into = ${given.keep} where district = ${house.district} and id = ${given.gone}`.execute(
      tx,
    )
    await sql`insert into person_merge (district, id, kept_id, gone_id, reason, by, at)
      values (${house.district}, ${id}, ${given.keep}, ${given.gone}, ${given.reason}, ${actor.account}, ${at})`.execute(
      tx,
    )
    record({
      as: postAs(actor, (p) => p.duty === 'data-manager'),
      verb: 'person.merged',
      data: { person: given.keep, gone: given.gone, merge: id },
    })
    return { id }
  })

export const undoMerge = (house: House, command: Command, id: string, reason: string) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { rows } = await sql<{
      kept_id: string
      gone_id: string
    }>`update person_merge set undone_at = ${at}, undone_by = ${actor.account}
      where district = ${house.district} and id = ${id} and undone_at is null returning kept_id, gone_id`.execute(tx)
    if (!rows[0] || !(await fileFor(tx, actor, rows[0].kept_id, ['data-manager'])))
      throw notFound('没有这次合并，或者已经撤销')
    await sql`update person set merged_into = null where district = ${house.district} and id = ${rows[0].gone_id}`.execute(
      tx,
    )
    record({
      as: postAs(actor, (p) => p.duty === 'data-manager'),
      verb: 'person.merge-undone',
      data: { person: rows[0].kept_id, gone: rows[0].gone_id, reason },
    })
    return { id }
  })

export type Move = {
  kind: 'registered' | 'present'
  on: string
  dwelling: string | null
  household?: string
  relation?: string
  proof?: Proof
}

/** 迁入、迁出、搬家: the residence that stood ends, and another begins; without a home they have left the district. */
export const moved = (house: House, command: Command, id: string, given: Move) =>
  act(house, command, async (a) => {
    const { tx, actor, record } = a
    const d = house.district
    const found = await fileFor(tx, actor, id, keepers)
    if (!found) throw notFound()
    const why = mayMove(actor, found)
    if (why) throw refused(why)
    if (given.on > civilToday(house.clock)) throw badInput([{ field: 'on', message: '“日期”还没有到' }])
    const door = given.dwelling ? await doorOf(tx, d, given.dwelling) : undefined
    if (given.dwelling && !door) throw badInput([{ field: 'dwelling', message: '没有这处住房' }])
    const { rows: stood } = await sql<{
      valid_from: string
    }>`select valid_from::text from residence where district = ${d}
      and person_id = ${id} and kind = ${given.kind} order by valid_from desc limit 1 for update`.execute(tx)
    if (stood[0] && stood[0].valid_from >= given.on)
      throw badInput([{ field: 'on', message: `“日期”应晚于 ${stood[0].valid_from}，上一次登记的日期` }])
    const headed = given.kind === 'registered' ? await headedBy(tx, d, id) : []
    await sql`update residence set valid_to = ${given.on}, ended_why = ${given.dwelling ? '迁移' : '迁出'} where district = ${d}
      and person_id = ${id} and kind = ${given.kind} and valid_to is null`.execute(tx)
    if (given.household && door)
      await sql`insert into household (district, number, dwelling_id) values (${d}, ${given.household}, ${door.id})
        on conflict (district, number) do nothing`.execute(tx)
    await sql`insert into residence (district, person_id, kind, valid_from, dwelling_id, household, relation)
      values (${d}, ${id}, ${given.kind}, ${given.on}, ${given.dwelling}, ${given.household ?? null}, ${given.relation ?? null})`.execute(
      tx,
    )
    if (door && given.kind === 'present')
      await sql`update person set place_id = ${door.place} where district = ${d} and id = ${id}`.execute(tx)
    if (door)
      await say(house, a, id, sourceOf(given.proof ?? 'said', found.as), {
        [given.kind === 'present' ? 'address' : 'household-address']: door.address,
        ...(given.household && { 'household-number': given.household }),
        ...(given.relation && { 'household-relation': given.relation }),
      })
    record({ as: found.as, verb: 'person.moved', data: { person: id, ...given } })
    const households = await headGone(tx, d, headed, found.as, record)
    return { id, households }
  })

/** A second pair of eyes on a record: never the collector's own (2.3). */
export const verify = (house: House, command: Command, id: string, given: { agrees: boolean; note?: string }) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { rows } = await sql<{
      subject_id: string
      collector: string | null
      verified_at: Date | null
      names: string[]
    }>`select subject_id, collector, verified_at, names from record
      where district = ${house.district} and id = ${id} and subject_kind = 'person' for update`.execute(tx)
    const found = rows[0] && (await fileFor(tx, actor, rows[0].subject_id, keepers))
    if (!rows[0] || !found || !rows[0].names.some((n) => maySee(actor, found.path, n))) throw notFound()
    const why = mayVerify(actor, found, { collector: rows[0].collector, verified: Boolean(rows[0].verified_at) })
    if (why) throw refused(why)
    await sql`update record set verified_at = ${at}, verified_by = ${actor.account}, agrees = ${given.agrees} where district = ${house.district} and id = ${id}`.execute(
      tx,
    )
    record({ as: found.as, verb: 'record.verified', data: { record: id, person: rows[0].subject_id, ...given } })
    return { id }
  })
