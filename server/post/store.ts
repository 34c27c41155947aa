import { sql } from 'kysely'
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
