import { sql } from 'kysely'
import { pathsOf, readers } from '../person/view.ts'
import { type Actor, type Duty, under } from '../platform/auth.ts'
import { daysAfter } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { base, statistics } from '../population/view.ts'
import type { Geometry } from './shape.ts'
import { overseers, standsIn } from './store.ts'

/** The grids as those at the desks see them: a community's list, and one grid's file. */

export const viewers: Duty[] = [...overseers, 'data-manager', 'clerk', 'grid-worker']

export type Worker = {
  account: string
  name: string
  shift: string | null
  share: number | null
  phone: string | null
  away: boolean
  substitute: string | null
}
/** Who walks the grid `pl` today, with who stands in. */
const workers = (today: string) => sql`
  (select coalesce(json_agg(json_build_object('account', a.id, 'name', a.name, 'shift', p.shift, 'share', p.share, 'phone', p.duty_phone,
            'away', b.id is not null, 'substitute', s.name) order by a.id), '[]')
     from post p join account a on a.district = p.district and a.id = p.account_id
     ${standsIn(today)}
    where p.district = pl.district and p.place_id = pl.id and p.duty = 'grid-worker'
      and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date))`

type Counts = { registered: number; present: number; usual: number; day: string; least: number }
/** The registry's own count, to the last one for whoever may open these people's files, else rounded as all statistics are. */
async function countsOf(house: House, actor: Actor, grids: { id: string; path: string }[], day: string) {
  const reads = (path: string) => pathsOf(actor).some((p) => path.startsWith(p))
  const counts = new Map<string, Counts>()
  for (const exact of [true, false]) {
    const ids = grids.filter((g) => reads(g.path) === exact)
    if (!ids[0]) continue
    const above = ids[0].path.slice(0, ids[0].path.slice(0, -1).lastIndexOf('/') + 1)
    const { tables } = await statistics(house, { day, path: above, exact, grids: ids.map((g) => g.id) })
    for (const { key, registered, present, usual } of tables.place)
      counts.set(key, { registered, present, usual, day, least: exact ? 1 : base })
  }
  return counts
}

export async function gridsOf(house: House, actor: Actor, community: string, today: string) {
  const { rows } = await sql<{
    id: string
    name: string
    code: string | null
    path: string
    buildings: number
    workers: Worker[]
  }>`
    select pl.id, t.name, t.code, pl.path, ${workers(today)} as workers,
           (select count(*)::int from building_grid b where b.district = pl.district and b.grid_id = pl.id and b.valid_to is null) as buildings
      from place pl join place_period t on t.district = pl.district and t.place_id = pl.id and t.valid_to is null
     where pl.district = ${house.district} and pl.kind = 'grid' and pl.valid_to is null and pl.parent_id = ${community} and ${under(actor, viewers)}
     order by t.code, pl.id`.execute(house.db)
  const counts = await countsOf(house, actor, rows, today)
  return rows.map(({ path: _, ...row }) => ({ ...row, people: counts.get(row.id)?.present ?? 0, counted: today }))
}

export async function gridFile(house: House, actor: Actor, id: string, today: string) {
  const linked = (own: string, other: string) => sql`
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'at', s.at) order by o.id), '[]')
       from place_succession s join place o on o.district = s.district and o.id = s.${sql.ref(other)}
      where s.district = pl.district and s.${sql.ref(own)} = pl.id)`
  const d = house.district
  const { rows } = await sql<{
    id: string
    name: string
    code: string | null
    community: string
    communityName: string
    from: string
    to: string | null
    path: string
    boundary: Geometry | null
    workers: Worker[]
    past: { name: string; shift: string | null; share: number | null; from: string; to: string }[]
    buildings: { id: string; name: string; doors: number | null; people: number | null }[]
    history: { from: string; to: string | null; name: string; code: string | null }[]
    successors: { id: string; name: string; at: string }[]
    predecessors: { id: string; name: string; at: string }[]
  }>`
    select pl.id, t.name, t.code, c.id as community, c.name as "communityName", pl.valid_from::text as "from", pl.valid_to::text as "to",
      pl.path, t.boundary, ${workers(today)} as workers,
      (select coalesce(json_agg(json_build_object('name', a.name, 'shift', p.shift, 'share', p.share, 'from', p.valid_from, 'to', p.valid_to) order by p.valid_from), '[]')
         from post p join account a on a.district = p.district and a.id = p.account_id
        where p.district = ${d} and p.place_id = pl.id and p.duty = 'grid-worker' and p.valid_to <= ${today}::date) as past,
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'doors', b.doors, 'people', case when ${under(actor, readers)} then
                (select count(distinct r.person_id) from dwelling w join residence r on r.district = w.district and r.dwelling_id = w.id and r.valid_to is null and r.kind = 'present'
                  where w.district = b.district and w.building_id = b.id) end) order by length(b.name), b.name), '[]')
         from building_grid bg join building b on b.district = bg.district and b.id = bg.building_id
        where bg.district = ${d} and bg.grid_id = pl.id and bg.valid_to is not distinct from pl.valid_to) as buildings,
      (select json_agg(json_build_object('from', h.valid_from, 'to', h.valid_to, 'name', h.name, 'code', h.code) order by h.valid_from)
         from place_period h where h.district = ${d} and h.place_id = pl.id) as history,
      ${linked('from_id', 'to_id')} as successors, ${linked('to_id', 'from_id')} as predecessors
      from place pl join lateral (select * from place_period t where t.district = pl.district and t.place_id = pl.id order by t.valid_from desc limit 1) t on true
      join place c on c.district = pl.district and c.id = t.parent_id
     where pl.district = ${d} and pl.kind = 'grid' and pl.id = ${id} and ${under(actor, viewers)}`.execute(house.db)
  if (!rows[0]) return undefined
  const { path, ...file } = rows[0]
  // Of one that has ended: on its last day.
  const day = file.to && file.to <= today ? daysAfter(file.to, -1) : today
  const counts = (await countsOf(house, actor, [{ id, path }], day)).get(id)
  return { ...file, counts: counts ?? null }
}
