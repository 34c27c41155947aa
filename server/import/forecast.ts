import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'
import type { Part } from './apply-residents.ts'
import type { Kind } from './kinds.ts'

/** What importing the checked lines would do. The import counts by the same rules, so that it can be held to this. */

export const subjectOf = {
  residents: sql`person s on s.district = l.district and s.id_hash = l.id_hash`,
  buildings: sql`building s on s.district = l.district and s.community_id = l.data ->> 'community' and s.name = l.data ->> 'name'`,
  dwellings: sql`dwelling s on s.district = l.district and s.community_id = l.data ->> 'community' and s.key = l.data ->> 'key'`,
  organisations: sql`organisation s on s.district = l.district and s.uscc = l.data ->> 'uscc'`,
}
export const linesOf = (p: Part) =>
  sql`l.district = ${p.district} and l.job_id = ${p.job} and l.n between ${p.from} and ${p.to}`

/**
 * How many lines say something about a subject that this source did not say last. A date alone is nothing new, nor is what it has said
 * before on the very same day.
 */
export async function newlySaid(db: Db | Tx, kind: Kind, p: Part): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from import_line l join ${subjectOf[kind]}
     where ${linesOf(p)} and l.digest is distinct from (
       select o.digest from record o
        where o.district = ${p.district} and o.subject_id = s.id and o.source = ${p.source} and o.collected_on <= ${p.day}::date
        order by o.collected_on desc, o.recorded_at desc limit 1)
       and not exists (select from record o where o.district = ${p.district} and o.subject_id = s.id and o.source = ${p.source}
        and o.collected_on = ${p.day}::date and o.digest = l.digest)`.execute(db)
  return rows[0]?.n ?? 0
}

export type Forecast = { created: number; updated: number; unchanged: number; unmatched: number }
export async function forecast(db: Db, kind: Kind, p: Part): Promise<Forecast> {
  const { rows } = await sql<{ created: number; all: number }>`
    select count(*) filter (where s.id is null)::int as created, count(*)::int as "all"
      from import_line l left join ${subjectOf[kind]} where ${linesOf(p)}`.execute(db)
  const { created = 0, all = 0 } = rows[0] ?? {}
  const updated = created === all ? 0 : await newlySaid(db, kind, p)
  return { created, updated, unchanged: all - created - updated, unmatched: await unmatched(db, kind, p) }
}

/** Homes that would be new and whose building nobody knows. */
async function unmatched(db: Db, kind: Kind, p: Part): Promise<number> {
  if (kind === 'buildings' || kind === 'organisations') return 0
  const named =
    kind === 'dwellings'
      ? sql`select l.data ->> 'community' as community, l.data ->> 'building' as building, l.data ->> 'key' as key from import_line l where ${linesOf(p)}`
      : sql`select reg_community as community, reg_building as building, reg_key as key from import_line l where ${linesOf(p)}
            union all select now_community, now_building, now_key from import_line l where ${linesOf(p)}`
  // The buildings first: they are few, and most addresses fall away.
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select distinct community, key from (${named}) h
       where key is not null
         and not exists (select from building b where b.district = ${p.district} and b.community_id = h.community and b.name = h.building)) h
     where not exists (select from dwelling d where d.district = ${p.district} and d.community_id = h.community and d.key = h.key)`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
