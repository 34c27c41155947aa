import { sql } from 'kysely'
import { searchOf } from '../server/person/names.ts'
import type { World } from './world.ts'

/**
 * Houses in a grid, each somewhere inside its boundary and with so many people living there; every second one is registered there too.
 * Gives the houses' ids. The people are numbered, their names say where they live.
 */
export async function settle(world: World, grid: string, houses: number, peopleEach = 3): Promise<string[]> {
  const { house } = world
  const community = grid.slice(0, grid.lastIndexOf('-'))
  const boundary = (
    await sql<{ boundary: { coordinates: [number, number][][] } }>`select boundary from place_period
      where district = ${house.district} and place_id = ${grid} and valid_to is null`.execute(house.db)
  ).rows[0]?.boundary
  const ring = boundary?.coordinates[0] ?? []
  const middle = [0, 1].map((i) => ring.reduce((sum, p) => sum + (p[i] as number), 0) / ring.length) as [number, number]
  const rows = Array.from({ length: houses }, (_, i) => {
    // On the way from the middle to the corners: inside, for the made grids are nearly convex.
    const corner = ring[i % ring.length] as [number, number]
    const part = 0.2 + (0.6 * ((i * 7) % houses)) / houses
    return {
      id: `${community}:${grid}-${i + 1}栋`,
      name: `${grid}-${i + 1}栋`,
      lon: middle[0] + (corner[0] - middle[0]) * part,
      lat: middle[1] + (corner[1] - middle[1]) * part,
    }
  })
  const d = house.district
  const given = JSON.stringify(rows)
  await sql`insert into building (district, id, community_id, name, floors, units, doors, lon, lat, origin_lon, origin_lat, datum)
    select ${d}, b.id, ${community}, b.name, 6, 3, 36, b.lon, b.lat, b.lon, b.lat, 'WGS84'
      from jsonb_to_recordset(${given}::jsonb) as b(id text, name text, lon float8, lat float8)`.execute(house.db)
  await sql`insert into building_grid (district, building_id, grid_id, valid_from)
    select ${d}, b.id, ${grid}, '2020-01-01' from jsonb_to_recordset(${given}::jsonb) as b(id text)`.execute(house.db)
  await sql`insert into dwelling (district, id, community_id, building_id, key, address)
    select ${d}, 'home-' || b.name, ${community}, b.id, b.name || '101室', b.name || '101室' from jsonb_to_recordset(${given}::jsonb) as b(id text, name text)`.execute(
    house.db,
  )
  const people = rows.flatMap((b, i) =>
    Array.from({ length: peopleEach }, (_, n) => ({
      id: `p-${grid}-${i + 1}-${n}`,
      name: `住${b.name}${n}`,
      home: `home-${b.name}`,
      registered: n % 2 === 0,
      search: searchOf(`住${n}`),
    })),
  )
  const everyone = JSON.stringify(people)
  await sql`insert into person (district, id, name, id_number, id_hash, phone, phone_hash, place_id, sex, born, rank, as_of, search)
    select ${d}, p.id, p.name, ${house.crypto.seal('340799198001010020')}, sha256(p.id::bytea), ${house.crypto.seal('10000000000')}, sha256(p.id::bytea), ${grid}, 'female', '1980-01-01', 10, '2025-01-01',
           array_to_tsvector(string_to_array(p.search, ' '))
      from jsonb_to_recordset(${everyone}::jsonb) as p(id text, name text, search text)`.execute(house.db)
  await sql`insert into residence (district, person_id, kind, valid_from, dwelling_id)
    select ${d}, p.id, k.kind, '2025-01-01', p.home from jsonb_to_recordset(${everyone}::jsonb) as p(id text, home text, registered bool)
      cross join (values ('present'), ('registered')) as k(kind) where k.kind = 'present' or p.registered`.execute(
    house.db,
  )
  return rows.map((r) => r.id)
}
