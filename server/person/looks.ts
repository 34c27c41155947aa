import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Who looked at whom: read from the history alone. */

export type Look = {
  id: number
  at: string
  unit: string | null
  capacity: string | null
  /** By which duty, where the post is still on record: people know a 受理员, not a 公共服务中心 that opens files. */
  duty: string | null
  what: string
  how: string | null
  purpose: string | null
  number: string | null
}
const columns = sql`e.district, e.id, e.at, e.account_id, e.unit_id, e.capacity, e.verb as what, e.data ->> 'how' as how, e.data ->> 'purpose' as purpose, e.data ->> 'number' as number`

/** Of a look `l` with account, unit, capacity and time. */
const dutyOf = (
  l: string,
) => sql`(select min(t.duty) from post t where t.district = ${sql.ref(`${l}.district`)} and t.account_id = ${sql.ref(`${l}.account_id`)}
  and t.unit_id = ${sql.ref(`${l}.unit_id`)} and t.capacity = ${sql.ref(`${l}.capacity`)} and t.valid_from <= ${sql.ref(`${l}.at`)})`

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
    select l.id, l.at, u.short_name as unit, l.capacity, ${dutyOf('l')} as duty, l.what, l.how, l.purpose, l.number
      from looks l left join unit u on u.district = ${district} and u.id = l.unit_id order by l.id desc limit ${most}`.execute(
    db,
  )
  return rows
}

export type LookFilter = { from: string; to: string; account: string | null }
/** Instants of the civil days from–to, both included. */
const inDays = ({ from, to }: LookFilter) =>
  sql`e.at >= (${from}::date::timestamp at time zone 'Asia/Shanghai') and e.at < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
const looked = sql`e.verb in ('person.looked-up', 'person.revealed', 'person.exported')`

export type Looker = {
  account: string
  name: string
  unit: string | null
  persons: number
  opened: number
  revealed: number
  taken: number
  lines: number
}
/**
 * Who looked at how many people in these days; whoever looked at most comes first. What the day's list brings to a phone nobody chose to
 * open: it stands among the looks, and does not make anybody stand out.
 */
export async function lookers(db: Db, district: string, f: LookFilter): Promise<Looker[]> {
  const { rows } = await sql<Looker>`
    select l.*, a.name, u.short_name as unit from (
      select e.account_id as account, max(e.unit_id) as unit_id, count(distinct e.data ->> 'person')::int as persons,
             count(*) filter (where e.verb = 'person.looked-up')::int as opened, count(*) filter (where e.verb = 'person.revealed')::int as revealed,
             count(*) filter (where e.verb = 'person.exported')::int as taken,
             coalesce(sum((e.data ->> 'lines')::int) filter (where e.verb = 'person.exported'), 0)::int as lines
        from event e where e.district = ${district} and ${looked} and ${inDays(f)} and e.account_id is not null
         and e.data ->> 'how' is distinct from 'day' group by 1) l
      join account a on a.district = ${district} and a.id = l.account
      left join unit u on u.district = ${district} and u.id = l.unit_id
     order by l.persons desc, l.opened + l.revealed + l.taken desc, a.id limit 200`.execute(db)
  return rows
}

export type Seen = Omit<Look, 'how'> & {
  account: string
  name: string
  how: string | null
  person: string | null
  lines: number | null
}
/** Each look in these days, newest first. The name of whom they looked at comes in full: whoever shows it masks it. */
export async function looksBy(
  db: Db,
  district: string,
  f: LookFilter,
  before: number | null,
  most: number,
): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select e.id, e.at, e.account_id as account, a.name, u.short_name as unit, e.capacity, ${dutyOf('e')} as duty, e.verb as what, e.data ->> 'how' as how,
           e.data ->> 'purpose' as purpose, e.data ->> 'number' as number, p.name as person, (e.data ->> 'lines')::int as lines
      from event e join account a on a.district = e.district and a.id = e.account_id
      left join unit u on u.district = e.district and u.id = e.unit_id
      left join person p on p.district = e.district and p.id = e.data ->> 'person'
     where e.district = ${district} and ${looked} and ${inDays(f)} and (${f.account}::text is null or e.account_id = ${f.account})
       and (${before}::bigint is null or e.id < ${before})
     order by e.id desc limit ${most}`.execute(db)
  return rows
}
