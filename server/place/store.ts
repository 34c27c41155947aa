import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Geometry } from './shape.ts'

/** Places are public: whoever may ask, sees them all. Dates are YYYY-MM-DD. */

export type PlaceLine = {
  id: string
  kind: string
  name: string
  parent: string | null
  code: string | null
  population: number | null
  households: number | null
  real: boolean
  hasChildren: boolean
}

/**
 * The tree on a day: what stands directly under `parent`, or everything but grids. The order is that of the codes, so
 * that it looks as people know it; the code is nothing more than that.
 */
export async function tree(db: Db, district: string, at: string, parent: string | null): Promise<PlaceLine[]> {
  const { rows } = await sql<PlaceLine>`
    select p.id, p.kind, t.name, t.parent_id as parent, t.code, t.population, t.households, t.real,
      exists (select from place_period c where c.district = t.district and c.parent_id = t.place_id
               and c.valid_from <= ${at}::date and (c.valid_to is null or c.valid_to > ${at}::date)) as "hasChildren"
    from place_period t join place p on p.district = t.district and p.id = t.place_id
    where t.district = ${district} and t.valid_from <= ${at}::date and (t.valid_to is null or t.valid_to > ${at}::date)
      and ${parent === null ? sql`p.kind <> 'grid'` : sql`t.parent_id = ${parent}`}
    order by t.code, p.id`.execute(db)
  return rows
}

export type PlaceHistory = {
  id: string
  kind: string
  name: string
  path: string
  from: string
  to: string | null
  history: {
    from: string
    to: string | null
    name: string
    code: string | null
    parent: string | null
    population: number | null
    households: number | null
    real: boolean
  }[]
  successors: { id: string; name: string; at: string }[]
  predecessors: { id: string; name: string; at: string }[]
  groundWentTo: { id: string; name: string; at: string; grids: number }[]
}

/** One place with all its names, codes and parents, what it passed into, and which grids it handed over. */
export async function history(db: Db, district: string, id: string): Promise<PlaceHistory | undefined> {
  const linked = (own: string, other: string) => sql`
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'at', s.at) order by s.at, o.id), '[]')
       from place_succession s join place o on o.district = s.district and o.id = s.${sql.ref(other)}
      where s.district = p.district and s.${sql.ref(own)} = p.id)`
  const { rows } = await sql<PlaceHistory>`
    select p.id, p.kind, p.name, p.path, p.valid_from::text as "from", p.valid_to::text as "to",
      (select json_agg(json_build_object('from', t.valid_from, 'to', t.valid_to, 'name', t.name, 'code', t.code, 'parent', t.parent_id,
                'population', t.population, 'households', t.households, 'real', t.real) order by t.valid_from)
         from place_period t where t.district = p.district and t.place_id = p.id) as history,
      ${linked('from_id', 'to_id')} as successors,
      ${linked('to_id', 'from_id')} as predecessors,
      (select coalesce(json_agg(g order by g.at, g.id), '[]') from (
         select o.id, o.name, n.valid_from as at, count(*)::int as grids
           from place_period t
           join place_period n on n.district = t.district and n.place_id = t.place_id and n.valid_from = t.valid_to and n.parent_id <> t.parent_id
           join place o on o.district = n.district and o.id = n.parent_id
           join place g on g.district = t.district and g.id = t.place_id and g.kind = 'grid'
          where t.district = p.district and t.parent_id = p.id
          group by o.id, o.name, n.valid_from) g) as "groundWentTo"
    from place p where p.district = ${district} and p.id = ${id}`.execute(db)
  return rows[0]
}

/** Every kind of place but one stands alone on a map; asking for one kind gives shapes that do not lie on each other. */
export async function boundaries(db: Db, district: string, kinds: string[], at: string, under: string | null) {
  const { rows } = await sql<{
    id: string
    kind: string
    name: string
    parent: string | null
    population: number | null
    boundary: Geometry
  }>`
    select p.id, p.kind, t.name, t.parent_id as parent, t.population, t.boundary
    from place_period t join place p on p.district = t.district and p.id = t.place_id
    where t.district = ${district} and p.kind = any(${kinds}::text[]) and t.boundary is not null
      and t.valid_from <= ${at}::date and (t.valid_to is null or t.valid_to > ${at}::date)
      and ${under === null ? sql`true` : sql`t.parent_id = ${under}`}
    order by p.id`.execute(db)
  return rows
}
