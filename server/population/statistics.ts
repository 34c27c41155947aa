import { sql } from 'kysely'
import type { Crypto } from '../platform/crypto.ts'
import type { Db } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { base, rounded } from './rules.ts'

/** How many live and are registered where, on a day: fixed tables over fixed parts, so that no figure tells of single people. */

export const tables = ['age', 'standing', 'place'] as const
export type Table = (typeof tables)[number]
type Count = { registered: number; present: number; usual: number }
export type Line = Count & { key: string; label: string }

/** From which age on, in order: digits as an object's keys would come in an order of their own. */
const ages: [key: string, label: string][] = [
  ['00', '0–14 岁'],
  ['15', '15–59 岁'],
  ['60', '60–64 岁'],
  ['65', '65–79 岁'],
  ['80', '80 岁以上'],
  ['99', '出生日期不详'],
]
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
 * stood then (R-B.2). By place: by what lies directly under `path`'s place, so that a table adds up to the one above it. `exact` is for
 * those who may open the files of all these people anyway; for everybody else each part is rounded. `grids`: those alone, much sooner.
 */
export async function statistics(
  { db, crypto, district }: Pick<House, 'db' | 'crypto' | 'district'>,
  { day, path, exact, grids }: { day: string; path: string; exact: boolean; grids?: string[] },
): Promise<{ tables: Record<Table, Line[]>; total: Line }> {
  const found = await partsOf(db, district, day, path, grids)
  const parts = exact ? found : found.map((p) => ({ ...p, n: toldOf(crypto, p) }))
  const lines = (keys: { key: string; label: string; of: (p: Part) => boolean }[]) =>
    keys.map(({ key, label, of }) => ({ key, label, ...count(parts.filter(of)) }))
  return {
    tables: {
      age: lines(ages.map(([key, label]) => ({ key, label, of: (p) => p.age === key }))),
      standing: lines(Object.entries(standings).map(([key, label]) => ({ key, label, of: (p) => p.standing === key }))),
      place: lines(await childrenOf(db, district, day, path, parts)),
    },
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

/** Each residence of the day, beside the same person's other one: whether they are registered where they live. */
async function partsOf(db: Db, district: string, day: string, path: string, grids?: string[]): Promise<Part[]> {
  const stands = (r: string) =>
    sql`${sql.ref(`${r}.valid_from`)} <= ${day}::date and (${sql.ref(`${r}.valid_to`)} is null or ${sql.ref(`${r}.valid_to`)} > ${day}::date)`
  const { rows } = await sql<Part>`
    with here as (
      select w.district, w.id, coalesce(pl.path, cp.path) as path
        from dwelling w join place cp on cp.district = w.district and cp.id = w.community_id
        left join building_grid bg on bg.district = w.district and bg.building_id = w.building_id and ${stands('bg')}
        left join place pl on pl.district = bg.district and pl.id = bg.grid_id
       where w.district = ${district} and coalesce(pl.path, cp.path) ^@ ${path} ${grids ? sql`and bg.grid_id = any(${grids}::text[])` : sql``})
    select h.path, r.kind as side, r.kind = 'present' and r.valid_from <= ${day}::date - 183 as usual,
           case when o.person_id is null then case r.kind when 'present' then '4' else '3' end
                when o.dwelling_id = r.dwelling_id then '1' else '2' end as standing,
           case when p.born is null then '99' when p.born <= ${day}::date - interval '80 years' then '80'
                when p.born <= ${day}::date - interval '65 years' then '65' when p.born <= ${day}::date - interval '60 years' then '60'
                when p.born <= ${day}::date - interval '15 years' then '15' else '00' end as age,
           count(*)::int as n
      from here h join residence r on r.district = h.district and r.dwelling_id = h.id and ${stands('r')}
      join person p on p.district = r.district and p.id = r.person_id
       and p.merged_into is null and (p.died_on is null or p.died_on > ${day}::date)
      left join residence o on o.district = r.district and o.person_id = r.person_id and o.kind <> r.kind
       and o.dwelling_id is not null and ${stands('o')}
     where r.kind = 'present' or o.dwelling_id is distinct from r.dwelling_id
     group by 1, 2, 3, 4, 5`.execute(db)
  return rows
}

/**
 * What lay directly under the place on that day, empty or not; those whose grid nobody knows stand on a line of their own. That a line is there
 * must not say that somebody is: it is decided by the rounded counts.
 */
async function childrenOf(db: Db, district: string, day: string, path: string, parts: Part[]) {
  const told = parts.filter((p) => p.n > 0)
  const below = [...new Set(told.map((p) => p.path.slice(path.length).split('/')[0] ?? ''))].filter(Boolean)
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from place p where p.district = ${district} and (p.id = any(${below}::text[]) or exists (
      select from place_period t where t.district = p.district and t.place_id = p.id and t.parent_id = ${path.split('/').at(-2) ?? ''}
         and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to > ${day}::date))) order by p.id`.execute(
    db,
  )
  const lines = rows.map(({ id, name }) => ({
    key: id,
    label: name,
    of: (p: Part) => p.path.startsWith(`${path}${id}/`),
  }))
  const here = told.some((p) => p.path === path)
  return [...lines, ...(here ? [{ key: '-', label: '未定', of: (p: Part) => p.path === path }] : [])]
}
