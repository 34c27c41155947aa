import { sql } from 'kysely'
import type { Crypto } from '../platform/crypto.ts'
import type { Db } from '../platform/db.ts'
import { rounded } from './rules.ts'

/** How many live and are registered where, on a day: fixed tables over fixed parts, so that no figure tells of single people. */

export const tables = ['place', 'age', 'standing'] as const
export type Table = (typeof tables)[number]
type Count = { registered: number; present: number; usual: number }
export type Line = Count & { key: string; label: string }
export const base = 5

const ages: Record<string, string> = {
  '00': '0–14 岁',
  '15': '15–59 岁',
  '60': '60–64 岁',
  '65': '65–79 岁',
  '80': '80 岁以上',
}
const standings: Record<string, string> = { 1: '人户一致', 2: '区内人户分离', 3: '户在人不在', 4: '流动人口' }

/**
 * The smallest part: those of one grid, one age and one standing. Who is registered behind another door than they live behind stands in
 * two: where they live (side present) and where they are registered. `usual`: has lived there for half a year.
 */
type Part = { path: string; age: string; standing: string; side: 'present' | 'registered'; usual: boolean; n: number }

/** Rounded, each at its own point: as secret as the keys, and the same on every day. */
const toldOf = (crypto: Crypto, p: Part): number => {
  const point = crypto.blind(`population ${p.path} ${p.age} ${p.standing} ${p.side} ${p.usual}`).readUInt32BE() % base
  return rounded(p.n, point, base)
}

/**
 * Counts 户籍, 实有 and 常住 apart (R-2.2), of those alive on `day`, under `path`. On boundaries of that day: a building counts where it
 * stood then (R-B.2). By place: by what lies directly under `path`'s place, so that a table adds up to the one above it.
 */
export async function statistics(
  db: Db,
  crypto: Crypto,
  district: string,
  table: Table,
  day: string,
  path: string,
): Promise<{ lines: Line[]; total: Line }> {
  const parts = (await partsOf(db, district, day, path)).map((p) => ({ ...p, n: toldOf(crypto, p) }))
  const keys: { key: string; label: string; of: (p: Part) => boolean }[] =
    table === 'place'
      ? await childrenOf(db, district, path, parts)
      : table === 'age'
        ? Object.entries(ages)
            .sort() // by age: digits as keys would come in an order of their own
            .map(([key, label]) => ({ key, label, of: (p) => p.age === key }))
        : Object.entries(standings).map(([key, label]) => ({ key, label, of: (p) => p.standing === key }))
  return {
    lines: keys.map(({ key, label, of }) => ({ key, label, ...count(parts.filter(of)) })),
    total: { key: '', label: '合计', ...count(parts) },
  }
}

const count = (parts: Part[]): Count => {
  const sum = (of: (p: Part) => boolean) => parts.reduce((n, p) => n + (of(p) ? p.n : 0), 0)
  return {
    registered: sum((p) => p.side === 'registered' || p.standing === '1'),
    present: sum((p) => p.side === 'present'),
    usual: sum((p) => p.usual),
  }
}

async function partsOf(db: Db, district: string, day: string, path: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
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
             min(s.path) filter (where s.kind = 'registered') as reg, min(s.path) filter (where s.kind = 'present') as pre,
             coalesce(bool_or(s.kind = 'present' and s.valid_from <= ${day}::date - 183), false) as usual,
             count(distinct s.kind) = 2 and count(distinct s.dwelling_id) = 1 as same
        from stays s join person p on p.district = ${district} and p.id = s.person_id
       where p.merged_into is null and (p.died_on is null or p.died_on > ${day}::date)
       group by p.id, p.born
    ), parts as (
      select pre as path, age, case when same then '1' when reg is not null then '2' else '4' end as standing, 'present' as side, usual
        from people where pre is not null
      union all
      select reg, age, case when pre is not null then '2' else '3' end, 'registered', false from people where reg is not null and not same)
    select path, standing, side, usual, count(*)::int as n,
           case when age < 15 then '00' when age < 60 then '15' when age < 65 then '60' when age < 80 then '65' else '80' end as age
      from parts where path ^@ ${path} group by 1, 2, 3, 4, 6`.execute(db)
  return rows
}

/** What lies directly under the place; those whose grid nobody knows stand on a line of their own. */
async function childrenOf(db: Db, district: string, path: string, parts: Part[]) {
  const below = [...new Set(parts.map((p) => p.path.slice(path.length).split('/')[0] ?? ''))].filter(Boolean)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from place where district = ${district} and id = any(${below}::text[]) order by id`.execute(db)
  const lines = rows.map(({ id, name }) => ({
    key: id,
    label: name,
    of: (p: Part) => p.path.startsWith(`${path}${id}/`),
  }))
  const here = parts.some((p) => p.path === path)
  return [...lines, ...(here ? [{ key: '-', label: '未定', of: (p: Part) => p.path === path }] : [])]
}
