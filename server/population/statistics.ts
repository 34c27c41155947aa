import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { suppress } from './rules.ts'

/** How many live and are registered where, on a day: fixed tables, small cells left out. */

export const tables = ['place', 'age', 'standing'] as const
export type Table = (typeof tables)[number]
export type Line = {
  key: string
  label: string
  registered: number | null
  present: number | null
  usual: number | null
}
export const least = { staff: 5, public: 10 }

const groups: Record<Table, ReturnType<typeof sql>> = {
  place: sql`g.id as key, g.name as label`,
  age: sql`(case when age < 15 then '00' when age < 60 then '15' when age < 65 then '60' when age < 80 then '65' else '80' end) as key,
    (case when age < 15 then '0–14 岁' when age < 60 then '15–59 岁' when age < 65 then '60–64 岁' when age < 80 then '65–79 岁' else '80 岁以上' end) as label`,
  standing: sql`(case when reg and pre and same then '1' when reg and pre then '2' when reg then '3' else '4' end) as key,
    (case when reg and pre and same then '人户一致' when reg and pre then '区内人户分离' when reg then '户在人不在' else '流动人口' end) as label`,
}

/**
 * Counts 户籍, 实有 and 常住 apart (R-2.2), of those alive on `day`, under `path`. On boundaries of that day: a building counts where it
 * stood then (R-B.2). By place: by what lies directly under `path`'s place, so that a table adds up to the one above it.
 */
export async function statistics(
  db: Db,
  district: string,
  table: Table,
  day: string,
  path: string,
  k: number,
): Promise<{ lines: Line[]; total: Line }> {
  const { rows } = await sql<{ key: string; label: string; registered: number; present: number; usual: number }>`
    with stays as (
      select r.person_id, r.kind, r.dwelling_id, r.valid_from, coalesce(pl.path, cp.path) as path
        from residence r join dwelling w on w.district = r.district and w.id = r.dwelling_id
        join place cp on cp.district = w.district and cp.id = w.community_id
        left join building_grid bg on bg.district = w.district and bg.building_id = w.building_id
             and bg.valid_from <= ${day}::date and (bg.valid_to is null or bg.valid_to > ${day}::date)
        left join place pl on pl.district = bg.district and pl.id = bg.grid_id
       where r.district = ${district} and r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to > ${day}::date)
    ), people as (
      select p.id, extract(year from age(${day}::date, p.born))::int as age,
             bool_or(s.kind = 'registered') as reg, bool_or(s.kind = 'present') as pre,
             bool_or(s.kind = 'present' and s.valid_from <= ${day}::date - 183) as usu,
             count(distinct s.dwelling_id) = 1 as same,
             coalesce(min(s.path) filter (where s.kind = 'present'), min(s.path)) as path
        from stays s join person p on p.district = ${district} and p.id = s.person_id
       where p.merged_into is null and (p.died_on is null or p.died_on > ${day}::date) and s.path ^@ ${path}
       group by p.id, p.born)
    select ${groups[table]}, count(*) filter (where reg)::int as registered, count(*) filter (where pre)::int as present, count(*) filter (where usu)::int as usual
      from people ${
        table === 'place'
          ? sql`join place g on g.district = ${district} and g.path ^@ ${path} and people.path ^@ g.path
        and (length(g.path) - length(replace(g.path, '/', ''))) = ${path.split('/').length}`
          : sql``
      }
     group by 1, 2 order by 1`.execute(db)
  const columns = ['registered', 'present', 'usual'] as const
  const sum = (of: (typeof columns)[number]) => rows.reduce((n, r) => n + r[of], 0)
  const kept = Object.fromEntries(
    columns.map((c) => [
      c,
      suppress(
        rows.map((r) => r[c]),
        k,
      ),
    ]),
  ) as Record<(typeof columns)[number], (number | null)[]>
  return {
    lines: rows.map(({ key, label }, i) => ({
      key,
      label,
      registered: kept.registered[i] ?? null,
      present: kept.present[i] ?? null,
      usual: kept.usual[i] ?? null,
    })),
    total: { key: '', label: '合计', registered: sum('registered'), present: sum('present'), usual: sum('usual') },
  }
}
