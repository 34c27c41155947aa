import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { ground } from './ground.ts'
import type { GridsFile, PlacesFile } from './rules.ts'

export type District = {
  district: string
  name: string
  shortName: string
  place: string
  demo: { begins: string; tree: string }
}

export const readContent = <T>(dir: string, name: string): T => JSON.parse(readFileSync(join(dir, name), 'utf8'))

/**
 * District, tree, history and grids into the tables; what is there already is brought up to the files, but for
 * grids divided here since, of which the files know nothing. Deletes nothing.
 */
export async function loadPlaces(tx: Tx, dir: string): Promise<{ district: string; places: number; periods: number }> {
  const { district, name, shortName } = readContent<District>(dir, 'district.json')
  const file = readContent<PlacesFile>(dir, 'places/places.json')
  const { places, periods } = ground(file, readContent<GridsFile>(dir, 'places/grids.geojson'))
  await sql`
    insert into district (district, name, short_name) values (${district}, ${name}, ${shortName})
    on conflict (district) do update set name = excluded.name, short_name = excluded.short_name`.execute(tx)
  await sql`
    insert into place (district, id, kind, name, parent_id, path, valid_from, valid_to)
    select ${district}, p.* from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as p(id text, kind text, name text, parent_id text, path text, valid_from date, valid_to date)
    on conflict (district, id) do update set kind = excluded.kind, name = excluded.name, parent_id = excluded.parent_id,
      path = excluded.path, valid_from = excluded.valid_from, valid_to = excluded.valid_to where not place.by_hand`.execute(
    tx,
  )
  await sql`
    insert into place_period (district, place_id, valid_from, valid_to, name, code, parent_id, population, households, boundary, real)
    select ${district}, p.* from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
      as p(place_id text, valid_from date, valid_to date, name text, code text, parent_id text,
           population integer, households integer, boundary jsonb, "real" boolean)
     where not exists (select from place h where h.district = ${district} and h.id = p.place_id and h.by_hand)
    on conflict (district, place_id, valid_from) do update set valid_to = excluded.valid_to, name = excluded.name,
      code = excluded.code, parent_id = excluded.parent_id, population = excluded.population,
      households = excluded.households, boundary = excluded.boundary, real = excluded.real`.execute(tx)
  await sql`
    insert into place_succession (district, from_id, to_id, at)
    select ${district}, s."from", s."to", s.at from jsonb_to_recordset(${JSON.stringify(file.successions)}::jsonb)
      as s("from" text, "to" text, at date)
    on conflict do nothing`.execute(tx)
  return { district, places: places.length, periods: periods.length }
}
