import { sql } from 'kysely'
import { fileFor } from '../person/view.ts'
import { type Act, act, type Command, clockwork } from '../platform/act.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, Refusal, refused } from '../platform/refusal.ts'
import { type CareRules, type Category, endsOn, type Level, mayKeep, mayKnow, unfit } from './rules.ts'
import { lastVisit } from './view.ts'

export type Given = { category: string; since: string; basis: string; level?: Level }

function known(rules: CareRules, actor: Actor, path: string, id: string): Category {
  const found = rules.categories.find((c) => c.id === id)
  // A category one may not know of does not exist.
  if (!found || !mayKnow(actor, found, path)) throw badInput([{ field: 'category', message: '没有这个关爱类别' }])
  if (!mayKeep(actor, found, path)) throw new Refusal(403, 'no-duty', `“${found.name}”由其他岗位登记`)
  return found
}

export const enter = (house: House, command: Command, person: string, given: Given) =>
  act(house, command, async ({ tx, actor, record }) => {
    const at = await fileFor(tx, actor, person, ['clerk', 'grid-head'])
    if (!at) throw notFound()
    const category = known(house.care, actor, at.path, given.category)
    if (given.since > civilToday(house.clock)) throw badInput([{ field: 'since', message: '“起始日期”还没有到' }])
    const { rows } = await sql<{
      born: string | null
      died: boolean
    }>`select born::text, died_on is not null as died from person
      where district = ${house.district} and id = ${person}`.execute(tx)
    if (rows[0]?.died) throw refused('已经登记死亡')
    const why = unfit(category, rows[0]?.born ?? null, given.since)
    if (why) throw refused(why)
    const id = newId()
    const { numAffectedRows } =
      await sql`insert into care (district, id, person_id, category, level, basis, since, until, created_by)
      values (${house.district}, ${id}, ${person}, ${category.id}, ${given.level ?? category.level}, ${given.basis}, ${given.since},
              ${endsOn(category, given.since, rows[0]?.born ?? null)}, ${actor.account}) on conflict do nothing`.execute(
        tx,
      )
    if (!numAffectedRows) throw refused(`已经登记为“${category.name}”`)
    record({ as: at.as, verb: 'care.entered', data: { person, care: id, category: category.id } })
    return { id }
  })

/** A care that stands, locked, with the caller's post over the person. @throws 404, also where the category is not for them to know. */
async function standing(house: House, { tx, actor }: Act, id: string, duties: Duty[]) {
  const { rows } = await sql<{ person_id: string; category: string; since: string }>`
    select person_id, category, since::text from care where district = ${house.district} and id = ${id} and ended_on is null for update`.execute(
    tx,
  )
  const at = rows[0] && (await fileFor(tx, actor, rows[0].person_id, duties))
  const category = house.care.categories.find((c) => c.id === rows[0]?.category)
  if (!rows[0] || !at || !category || !mayKnow(actor, category, at.path)) throw notFound('没有这条关爱登记')
  return { ...rows[0], at, category }
}

export const end = (house: House, command: Command, id: string, given: { on: string; why: string }) =>
  act(house, command, async (a) => {
    const { tx, actor, record } = a
    const { at, category, since, person_id } = await standing(house, a, id, ['clerk', 'grid-head'])
    if (!mayKeep(actor, category, at.path)) throw new Refusal(403, 'no-duty', `“${category.name}”由其他岗位登记`)
    if (given.on > civilToday(house.clock)) throw badInput([{ field: 'on', message: '“结束日期”还没有到' }])
    if (given.on < since) throw badInput([{ field: 'on', message: '“结束日期”不能早于起始日期' }])
    await sql`update care set ended_on = ${given.on}, ended_why = ${given.why} where district = ${house.district} and id = ${id}`.execute(
      tx,
    )
    record({ as: at.as, verb: 'care.ended', data: { person: person_id, care: id, why: given.why } })
    return { id }
  })

/** Something grave happened: where the level is high, somebody goes there within a day, whatever the rhythm says. */
export const changed = (house: House, command: Command, id: string, given: { on: string; what: string }) =>
  act(house, command, async (a) => {
    const { tx, record } = a
    const { at, since, person_id } = await standing(house, a, id, ['clerk', 'grid-worker', 'grid-head'])
    if (given.on > civilToday(house.clock)) throw badInput([{ field: 'on', message: '“变动日期”还没有到' }])
    if (given.on < since) throw badInput([{ field: 'on', message: '“变动日期”不能早于起始日期' }])
    await sql`update care set changed_on = ${given.on} where district = ${house.district} and id = ${id}`.execute(tx)
    record({
      as: at.as,
      verb: 'care.changed',
      data: { person: person_id, care: id, on: given.on, what: given.what },
    })
    return { id }
  })

/** what the law no longer lets us know is removed on the day, by nobody's hand. @returns how many. */
export async function sweepCare(house: House): Promise<number> {
  const today = civilToday(house.clock)
  const { rows } = await sql<{
    due: boolean
  }>`select exists (select from care where district = ${house.district} and ended_on is null and until <= ${today}::date) as due`.execute(
    house.db,
  )
  if (!rows[0]?.due) return 0
  return act(house, clockwork(house.district), async ({ tx, record }) => {
    const { rows } = await sql<{
      id: string
      person_id: string
      category: string
    }>`update care set ended_on = until, ended_why = '到期自动移除'
      where district = ${house.district} and ended_on is null and until <= ${today}::date returning id, person_id, category`.execute(
      tx,
    )
    for (const r of rows)
      record({ as: null, verb: 'care.expired', data: { person: r.person_id, care: r.id, category: r.category } })
    return rows.length
  })
}

export type Care = {
  id: string
  category: string
  name: string
  level: Level
  since: string
  until: string | null
  basis: string
  lastVisit: string | null
}

/** What the caller may know of a person's care. */
export async function careOf(
  db: Db | Tx,
  rules: CareRules,
  actor: Actor,
  person: string,
  path: string,
): Promise<Care[]> {
  const categories = rules.categories.filter((c) => mayKnow(actor, c, path))
  const { rows } = await sql<Omit<Care, 'name'>>`
    select id, category, level, since::text, until::text, basis,
      ${lastVisit} as "lastVisit"
      from care c where district = ${actor.district} and person_id = ${person} and ended_on is null
       and category = any(${categories.map((c) => c.id)}::text[]) order by since`.execute(db)
  return rows.map((r) => ({ ...r, name: categories.find((c) => c.id === r.category)?.name ?? r.category }))
}
