import { sql } from 'kysely'
import { normalisePhone } from '../person/rules.ts'
import { within } from '../person/view.ts'
import type { Actor } from '../platform/auth.ts'
import { type Crypto, maskPhone } from '../platform/crypto.ts'
import type { Db } from '../platform/db.ts'
import { like, patternsOf, tidyAddress } from './rules.ts'

/** Finding buildings, homes and organisations by what people write of an address, or by name. */

const most = 20
/** The grid today, as `bg`, of the row under this alias. */
const grid = (alias: string, building = 'building_id') => sql`
  left join building_grid bg on bg.district = ${sql.ref(`${alias}.district`)} and bg.building_id = ${sql.ref(`${alias}.${building}`)} and bg.valid_to is null`

export type Homes = {
  buildings: { id: string; name: string; community: string; grid: string | null }[]
  dwellings: { id: string; address: string; building: string | null; people: number }[]
  organisations: { id: string; name: string; kind: string; community: string | null }[]
}

export async function findHomes(db: Db, actor: Actor, typed: string): Promise<Homes> {
  const d = actor.district
  const text = tidyAddress(typed)
  const { house, door } = patternsOf(text)
  const named = sql`(c.name || b.name) like ${house}`
  const [buildings, dwellings, organisations] = await Promise.all([
    sql<Homes['buildings'][number]>`
      select b.id, b.name, c.name as community, g.name as grid from building b
        join place c on c.district = b.district and c.id = b.community_id
        ${grid('b', 'id')} left join place g on g.district = b.district and g.id = bg.grid_id
        join place pl on pl.district = b.district and pl.id = coalesce(bg.grid_id, b.community_id)
       where b.district = ${d} and ${named} and ${within(actor)} order by c.name, length(b.name), b.name limit ${most}`.execute(
      db,
    ),
    sql<Homes['dwellings'][number]>`
      select w.id, w.address, w.building_id as building,
             (select count(distinct r.person_id)::int from residence r where r.district = w.district and r.dwelling_id = w.id and r.valid_to is null) as people
        from dwelling w join place c on c.district = w.district and c.id = w.community_id
        left join building b on b.district = w.district and b.id = w.building_id ${grid('w')}
        join place pl on pl.district = w.district and pl.id = coalesce(bg.grid_id, w.community_id)
       where w.district = ${d} and ${within(actor)}
         and ((b.id is not null and ${named} and w.key like ${door}) or (b.id is null and c.name || w.key like ${`%${like(text)}%`}))
       order by length(w.address), w.address limit ${most}`.execute(db),
    sql<Homes['organisations'][number]>`
      select o.id, o.name, o.kind, c.name as community from organisation o
        left join place c on c.district = o.district and c.id = o.community_id ${grid('o')}
        join place pl on pl.district = o.district and pl.id = coalesce(bg.grid_id, o.community_id)
       where o.district = ${d} and o.closed_on is null and (o.name like ${`%${like(typed.trim())}%`} or o.uscc = ${typed.trim().toUpperCase()})
         and ${within(actor)} order by o.name limit ${most}`.execute(db),
  ])
  return { buildings: buildings.rows, dwellings: dwellings.rows, organisations: organisations.rows }
}

/** The buildings of one community, to match an address with. */
export async function buildingsOf(db: Db, actor: Actor, community: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select b.id, b.name from building b ${grid('b', 'id')}
      join place pl on pl.district = b.district and pl.id = coalesce(bg.grid_id, b.community_id)
     where b.district = ${actor.district} and b.community_id = ${community} and ${within(actor)} order by length(b.name), b.name limit 2000`.execute(
    db,
  )
  return rows
}

/** 单位一档: what is known of one body, each with who said so and when. Its telephone is a person's as often as not. */
export async function organisation(db: Db, crypto: Crypto, actor: Actor, id: string) {
  const d = actor.district
  const { rows } = await sql<{
    id: string
    uscc: string
    name: string
    kind: string
    community: string | null
    building: string | null
    dwelling: string | null
    address: string | null
    staff: number | null
    closedOn: string | null
  }>`
    select o.id, o.uscc, o.name, o.kind, c.name as community, o.building_id as building, o.dwelling_id as dwelling,
           coalesce(w.address, c.name || b.name) as address, o.staff, o.closed_on::text as "closedOn"
      from organisation o left join place c on c.district = o.district and c.id = o.community_id
      left join dwelling w on w.district = o.district and w.id = o.dwelling_id
      left join building b on b.district = o.district and b.id = o.building_id ${grid('o')}
      join place pl on pl.district = o.district and pl.id = coalesce(bg.grid_id, o.community_id)
     where o.district = ${d} and o.id = ${id} and ${within(actor)}`.execute(db)
  if (!rows[0]) return undefined
  const said = await sql<{ source: string; collectedAt: string; body: Buffer }>`
    select source, collected_on::text as "collectedAt", body from record
     where district = ${d} and subject_id = ${id} and subject_kind = 'organisation' order by rank desc, collected_on desc, recorded_at desc limit 20`.execute(
    db,
  )
  const records = said.rows.map(({ body, source, collectedAt }) => ({
    source,
    collectedAt,
    says: JSON.parse(crypto.unseal(body)) as Record<string, unknown>,
  }))
  const heldAs = (name: string) => {
    const r = records.find((r) => r.says[name])
    return r ? { value: String(r.says[name]), source: r.source, collectedAt: r.collectedAt } : null
  }
  const phone = heldAs('phone')
  const head = heldAs('head')
  const named = head && phone && (await namedBy(db, crypto, d, head.value, phone.value))
  return {
    ...rows[0],
    named: named ?? [],
    phone: phone && { ...phone, value: maskPhone(phone.value) },
    head,
    records: records.map(({ source, collectedAt }) => ({ source, collectedAt })),
  }
}

/** The resident an organisation's file speaks of: it keeps a name and a telephone, and one alone would point at namesakes. */
async function namedBy(db: Db, crypto: Crypto, district: string, name: string, phone: string) {
  const { rows } = await sql<{ id: string }>`select id from person where district = ${district} and name = ${name}
    and phone_hash = ${crypto.blind(normalisePhone(phone))} and merged_into is null`.execute(db)
  return rows
}
