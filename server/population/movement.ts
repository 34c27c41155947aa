import { sql } from 'kysely'
import type { House } from '../platform/house.ts'
import { base, rounded } from './rules.ts'

/** Births, deaths, moves in and out, month by month, of the communities under a place: what the registry holds of them (2.3). */

export const kinds = ['born', 'died', 'arrived', 'left'] as const
export type Month = { month: string } & Record<(typeof kinds)[number], number>
type Part = { path: string; month: string; kind: (typeof kinds)[number]; n: number }
const months = 12

/**
 * The twelve months up to `day`. Counted by community: who moves within one has not moved, who moves from one to another has left the one
 * and come to the other. The smallest part is one community, month and kind; rounded like every other, at a secret point of its own.
 */
export async function movement(
  { db, crypto, district }: Pick<House, 'db' | 'crypto' | 'district'>,
  { day, path, exact }: { day: string; path: string; exact: boolean },
): Promise<Month[]> {
  const { rows } = await sql<Part>`
    with days as (select ${day}::date as z, (date_trunc('month', ${day}::date) - make_interval(months => ${months - 1}))::date as a),
    here as (select w.district, w.id, w.community_id, c.path from dwelling w join place c on c.district = w.district and c.id = w.community_id
      where w.district = ${district} and c.path ^@ ${path}),
    stays as (select h.path, h.community_id, r.person_id, r.kind, r.valid_from, r.valid_to, r.ended_why, p.born, p.died_on
      from days, here h join residence r on r.district = h.district and r.dwelling_id = h.id
      join person p on p.district = r.district and p.id = r.person_id and p.merged_into is null
     where r.valid_from between days.a and days.z or r.valid_to between days.a and days.z or p.born between days.a and days.z),
    beside as (select s.*, d.on_day, d.kind as what from stays s, days,
      lateral (values ('arrived', s.valid_from), ('left', s.valid_to)) d(kind, on_day)
      where s.kind = 'present' and d.on_day between days.a and days.z),
    births as (
      select distinct on (s.person_id) s.path, s.born as on_day, 'born' as what from stays s, days
       where s.born between days.a and days.z order by s.person_id, s.valid_from, s.kind),
    deaths as (
      select distinct on (s.person_id) s.path, s.died_on as on_day, 'died' as what from stays s, days
       where s.died_on between days.a and days.z and s.ended_why = '死亡' order by s.person_id, s.kind),
    moved as (
      select b.path, b.on_day, b.what from beside b
       where (case b.what when 'arrived' then b.valid_from is distinct from b.born else b.ended_why is distinct from '死亡' end)
         and not exists (select from residence o join dwelling w on w.district = o.district and w.id = o.dwelling_id
           where o.district = ${district} and o.person_id = b.person_id and o.kind = 'present' and w.community_id = b.community_id
             and case b.what when 'arrived' then o.valid_to = b.valid_from else o.valid_from = b.valid_to end))
    select path, to_char(on_day, 'YYYY-MM') as month, what as kind, count(*)::int as n
      from (select * from births union all select * from deaths union all select * from moved) x group by 1, 2, 3`.execute(
    db,
  )
  const told = (p: Part) =>
    exact ? p.n : rounded(p.n, crypto.blind(`movement ${p.path} ${p.month} ${p.kind}`).readUInt32BE() % base, base)
  const [year = 0, month = 0] = day.split('-').map(Number)
  return Array.from({ length: months }, (_, i) => {
    const name = new Date(Date.UTC(year, month - months + i, 1)).toISOString().slice(0, 7)
    const of = (kind: Part['kind']) =>
      rows.reduce((sum, p) => sum + (p.month === name && p.kind === kind ? told(p) : 0), 0)
    return { month: name, born: of('born'), died: of('died'), arrived: of('arrived'), left: of('left') }
  })
}
