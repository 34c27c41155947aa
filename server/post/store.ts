import { sql } from 'kysely'
import { type Actor, under } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'

export type Unit = {
  id: string
  name: string
  shortName: string
  kind: string
  place: string
  dutyPhone: string | null
}

/** Units are public. Departments first, then those of the communities. */
export async function units(
  db: Db,
  district: string,
  { kind, place }: { kind?: string; place?: string },
): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select id, name, short_name as "shortName", kind, place_id as place, duty_phone as "dutyPhone" from unit
    where district = ${district}
      and ${kind === undefined ? sql`true` : sql`kind = ${kind}`} and ${place === undefined ? sql`true` : sql`place_id = ${place}`}
    order by kind in ('service-centre', 'committee'), id`.execute(db)
  return rows
}

/** Whoever holds a post in the communities that the caller heads, with the time their posts take together. */
export async function staffOf(db: Db, actor: Actor, today: string) {
  const { rows } = await sql<{ account: string; name: string; share: number }>`
    select a.id as account, a.name, coalesce(sum(p.share), 0)::int as share from post p
      join account a on a.district = p.district and a.id = p.account_id join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${actor.district} and ${under(actor, ['grid-head'])} and a.disabled_at is null
       and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date) group by a.id, a.name order by a.id`.execute(
    db,
  )
  return rows
}
