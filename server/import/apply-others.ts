import module from 'gcoord'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Counts, Part } from './apply-residents.ts'
import { linesOf, newlySaid, subjectOf } from './forecast.ts'
import type { Kind } from './kinds.ts'

/** Checked buildings, dwellings and organisations become rows and records. */

const gcoord = module as unknown as typeof module.default // its types speak of one default more than Node sees
const datums = { WGS84: gcoord.WGS84, 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const
/** Degrees in WGS84, to a metre. What was given stays beside them. */
export function toWgs84(lon: number, lat: number, datum: keyof typeof datums): [number, number] {
  const [x, y] = gcoord.transform([lon, lat], datums[datum], gcoord.WGS84) as [number, number]
  return [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]
}

const chunk = (p: Part, shape: string) => sql`
  select l.n, l.body, l.digest, x.* from import_line l, jsonb_to_record(l.data) as ${sql.raw(`x(${shape})`)}
   where l.district = ${p.district} and l.job_id = ${p.job} and l.n between ${p.from} and ${p.to}`

export async function applyOthers(tx: Tx, kind: Exclude<Kind, 'residents'>, p: Part): Promise<Counts> {
  if (kind === 'buildings') await turnToWgs84(tx, p)
  const { rows } = await { buildings, dwellings, organisations }[kind](tx, p)
  const { created = 0, all = 0, unmatched = 0 } = rows[0] ?? {}
  if (kind === 'buildings') await stand(tx, p)
  const said = await newlySaid(tx, kind, p)
  const records = await sayRecords(tx, kind, p)
  return { created, updated: said - created, unchanged: all - said, unmatched, records }
}
type Done = { created: number; all: number; unmatched: number }
/** R-B.7: what somebody who counts more has said, or anybody later, is not overwritten. */
const counts = (
  p: Part,
) => sql`not exists (select from record r where r.district = ${p.district} and r.subject_id = o.id
  and (r.rank > ${p.rank} or r.collected_on > ${p.day}::date))`
const counted = (table: string) => sql`
  select count(*) filter (where made)::int as created,
         (select count(*)::int from given) as "all", ${sql.raw(table === 'dwelling' ? `count(*) filter (where made and unknown)::int` : '0')} as unmatched from kept`

/** The few that were measured in another datum are turned here: PostgreSQL knows no GCJ-02. */
async function turnToWgs84(tx: Tx, p: Part) {
  const { rows } = await sql<{ n: number; lon: number; lat: number; datum: keyof typeof datums }>`
    select c.n, c.lon, c.lat, c.datum from (${chunk(p, 'lon float8, lat float8, datum text')}) c where c.datum is not null`.execute(
    tx,
  )
  const turned = rows.map(({ n, lon, lat, datum }) => {
    const [wlon, wlat] = toWgs84(lon, lat, datum)
    return { n, wlon, wlat }
  })
  await sql`update import_line l set data = l.data || jsonb_build_object('wlon', t.wlon, 'wlat', t.wlat)
    from jsonb_to_recordset(${JSON.stringify(turned)}::jsonb) as t(n int, wlon float8, wlat float8)
   where l.district = ${p.district} and l.job_id = ${p.job} and l.n = t.n`.execute(tx)
}

const buildings = (tx: Tx, p: Part) =>
  sql<Done>`
  with given as (${chunk(p, 'community text, name text, floors int, units int, doors int, lon float8, lat float8, datum text, wlon float8, wlat float8')}),
  kept as (
    insert into building as o (district, id, community_id, name, floors, units, doors, lon, lat, origin_lon, origin_lat, datum)
    select ${p.district}, community || ':' || name, community, name, floors, units, doors, wlon, wlat, lon, lat, datum from given
    on conflict (district, community_id, name) do update set floors = coalesce(excluded.floors, o.floors), units = coalesce(excluded.units, o.units),
      doors = coalesce(excluded.doors, o.doors), lon = coalesce(excluded.lon, o.lon), lat = coalesce(excluded.lat, o.lat),
      origin_lon = coalesce(excluded.origin_lon, o.origin_lon), origin_lat = coalesce(excluded.origin_lat, o.origin_lat), datum = coalesce(excluded.datum, o.datum)
    where (excluded.floors, excluded.units, excluded.doors, excluded.origin_lon, excluded.origin_lat, excluded.datum)
      is distinct from (o.floors, o.units, o.doors, o.origin_lon, o.origin_lat, o.datum) and ${counts(p)}
    returning xmax::text = '0' as made)
  ${counted('building')}`.execute(tx)

/** In which grid it stands, from the day the grid does; a building that has one keeps it: re-division is an act of its own. */
async function stand(tx: Tx, p: Part) {
  await sql`
    insert into building_grid (district, building_id, grid_id, valid_from)
    select ${p.district}, c.community || ':' || c.name, c.grid, g.valid_from
      from (${chunk(p, 'community text, name text, grid text')}) c join place g on g.district = ${p.district} and g.id = c.grid
     where not exists (select from building_grid o where o.district = ${p.district} and o.building_id = c.community || ':' || c.name)
    on conflict do nothing`.execute(tx)
  // Homes that were waiting for this building are matched now.
  await sql`
    update dwelling d set building_id = b.id from building b
     where d.district = ${p.district} and d.building_id is null and b.district = d.district and b.community_id = d.community_id
       and d.key ^@ b.name`.execute(tx)
}

const dwellings = (tx: Tx, p: Part) =>
  sql<Done>`
  with given as (${chunk(p, 'community text, building text, key text, address text, use text, area numeric, rented boolean')}),
  kept as (
    insert into dwelling as o (district, id, community_id, building_id, key, address, use, area, rented)
    select ${p.district}, ordered_id()::text, g.community, b.id, g.key, g.address, g.use, g.area, g.rented
      from given g left join building b on b.district = ${p.district} and b.community_id = g.community and b.name = g.building
    on conflict (district, community_id, key) do update set use = coalesce(excluded.use, o.use), area = coalesce(excluded.area, o.area), rented = coalesce(excluded.rented, o.rented)
    where (excluded.use, excluded.area, excluded.rented) is distinct from (o.use, o.area, o.rented) and ${counts(p)}
    returning xmax::text = '0' as made, building_id is null as unknown)
  ${counted('dwelling')}`.execute(tx)

const organisations = (tx: Tx, p: Part) =>
  sql<Done>`
  with given as (${chunk(p, 'uscc text, name text, kind text, community text, building text, key text, staff int')}),
  kept as (
    insert into organisation as o (district, id, uscc, name, kind, community_id, dwelling_id, building_id, staff)
    select ${p.district}, ordered_id()::text, g.uscc, g.name, g.kind, g.community, d.id, b.id, g.staff
      from given g left join building b on b.district = ${p.district} and b.community_id = g.community and b.name = g.building
      left join dwelling d on d.district = ${p.district} and d.community_id = g.community and d.key = g.key
    on conflict (district, uscc) do update set name = excluded.name, kind = excluded.kind, community_id = excluded.community_id,
      dwelling_id = excluded.dwelling_id, building_id = excluded.building_id, staff = coalesce(excluded.staff, o.staff)
    where (excluded.name, excluded.kind, excluded.community_id, excluded.building_id, coalesce(excluded.staff, o.staff))
      is distinct from (o.name, o.kind, o.community_id, o.building_id, o.staff) and ${counts(p)}
    returning xmax::text = '0' as made)
  ${counted('organisation')}`.execute(tx)

async function sayRecords(tx: Tx, kind: Exclude<Kind, 'residents'>, p: Part): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into record (district, id, subject_kind, subject_id, source, rank, collected_on, import_id, names, body, digest, recorded_at)
    select l.district, ordered_id(), ${kind.slice(0, -1)}, s.id, ${p.source}, ${p.rank}, ${p.day}, l.job_id, '{}', l.body, l.digest, ${p.at}
      from import_line l join ${subjectOf[kind]} where ${linesOf(p)}
    on conflict (district, subject_id, source, collected_on, digest) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
