import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Who looked at whom: read from the history alone. */

export type Look = {
  id: number
  at: string
  unit: string | null
  capacity: string | null
  what: string
  how: string | null
  purpose: string | null
  number: string | null
}
const columns = sql`e.id, e.at, e.unit_id, e.capacity, e.verb as what, e.data ->> 'how' as how, e.data ->> 'purpose' as purpose, e.data ->> 'number' as number`

/** What was looked at of one person, also under an entry that was merged into theirs, and every taking of a file in which they stand. */
export async function looksAt(
  db: Db,
  district: string,
  person: string,
  before: number | null,
  most: number,
): Promise<Look[]> {
  const { rows } = await sql<Look>`
    with me as (select id from person where district = ${district} and (id = ${person} or merged_into = ${person})),
    looks as (
      select ${columns} from event e where e.district = ${district} and e.data ? 'person' and e.data ->> 'person' in (select id from me)
         and e.verb in ('person.looked-up', 'person.revealed') and (${before}::bigint is null or e.id < ${before})
      union
      select ${columns} from export_person x join event e on e.district = x.district and e.data ? 'export' and e.data ->> 'export' = x.export_id::text
       where x.district = ${district} and x.person_id in (select id from me)
         and e.verb = 'person.exported' and (${before}::bigint is null or e.id < ${before}))
    select l.id, l.at, u.short_name as unit, l.capacity, l.what, l.how, l.purpose, l.number
      from looks l left join unit u on u.district = ${district} and u.id = l.unit_id order by l.id desc limit ${most}`.execute(
    db,
  )
  return rows
}
