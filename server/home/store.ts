import { sql } from 'kysely'
import { maySee, postOver, readers, shown, within } from '../person/view.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import type { Crypto } from '../platform/crypto.ts'
import { maskName } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'

/** The files of a building, a dwelling and a household: who is behind the doors, as far as the caller may look. */

/** The place of a dwelling: its building's grid, else its community. */
const place = sql`
  left join building_grid bg on bg.district = w.district and bg.building_id = w.building_id and bg.valid_to is null
  join place pl on pl.district = w.district and pl.id = coalesce(bg.grid_id, w.community_id)`

type Line = { id: string; name: string; sex: string | null; age: number | null; how: string[]; relation: string | null }
/** Those whom the caller may look at; of the others (registered here, but living in somebody else's places) only how many. */
async function people(db: Db | Tx, actor: Actor, today: string, where: ReturnType<typeof sql>) {
  const { rows } = await sql<Line & { mine: boolean }>`
    select p.id, p.name, p.sex, extract(year from age(${today}::date, p.born))::int as age, array_agg(distinct r.kind) as how,
           max(r.relation) as relation, bool_and(${within(actor)}) as mine
      from residence r join person p on p.district = r.district and p.id = r.person_id and p.merged_into is null and p.died_on is null
      join place pl on pl.district = p.district and pl.id = p.place_id
     where r.valid_to is null and ${where} group by p.id, p.name, p.sex, p.born order by p.born limit 100`.execute(db)
  return {
    lines: rows.filter((r) => r.mine).map(({ mine: _, ...line }) => line),
    elsewhere: rows.filter((r) => !r.mine).length,
  }
}

export async function building(db: Db, actor: Actor, id: string) {
  const d = actor.district
  const { rows } = await sql<{
    id: string
    name: string
    community: string
    grid: string | null
    floors: number | null
    units: number | null
    doors: number | null
    lon: number | null
    lat: number | null
    origin: string | null
  }>`
    select b.id, b.name, c.name as community, g.name as grid, b.floors, b.units, b.doors, b.lon, b.lat,
           case when b.datum <> 'WGS84' then b.datum || ' ' || b.origin_lon || ', ' || b.origin_lat end as origin
      from building b join place c on c.district = b.district and c.id = b.community_id
      left join building_grid bg on bg.district = b.district and bg.building_id = b.id and bg.valid_to is null
      left join place g on g.district = bg.district and g.id = bg.grid_id
      join place pl on pl.district = b.district and pl.id = coalesce(bg.grid_id, b.community_id)
     where b.district = ${d} and b.id = ${id} and ${within(actor)}`.execute(db)
  if (!rows[0]) return undefined
  const { rows: doors } = await sql<{
    id: string
    key: string
    use: string | null
    rented: boolean | null
    people: number
  }>`
    select w.id, w.key, w.use, w.rented, (select count(distinct r.person_id)::int from residence r where r.district = w.district and r.dwelling_id = w.id and r.valid_to is null) as people
      from dwelling w where w.district = ${d} and w.building_id = ${id} order by length(w.key), w.key limit 500`.execute(
    db,
  )
  const { rows: bodies } = await sql<{ id: string; name: string; kind: string; staff: number | null }>`
    select id, name, kind, staff from organisation where district = ${d} and building_id = ${id} and closed_on is null order by name limit 200`.execute(
    db,
  )
  const history = await sql<{ grid: string; from: string; to: string | null }>`
    select g.name as grid, b.valid_from::text as "from", b.valid_to::text as "to" from building_grid b join place g on g.district = b.district and g.id = b.grid_id
     where b.district = ${d} and b.building_id = ${id} order by b.valid_from`.execute(db)
  return { ...rows[0], dwellings: doors, organisations: bodies, grids: history.rows }
}

export async function dwelling(
  db: Db | Tx,
  crypto: Crypto,
  actor: Actor,
  id: string,
  today: string,
  duties: Duty[] = readers,
) {
  const d = actor.district
  const { rows } = await sql<{
    id: string
    address: string
    use: string | null
    area: number | null
    rented: boolean | null
    building: string | null
    buildingName: string | null
    grid: string | null
    path: string
  }>`
    select w.id, w.address, w.use, w.area::float8 as area, w.rented, w.building_id as building, b.name as "buildingName", g.name as grid, pl.path
      from dwelling w ${place}
      left join building b on b.district = w.district and b.id = w.building_id
      left join place g on g.district = bg.district and g.id = bg.grid_id
     where w.district = ${d} and w.id = ${id} and ${within(actor, duties)}`.execute(db)
  if (!rows[0]) return undefined
  const { path, ...door } = rows[0]
  const inside = await people(db, actor, today, sql`r.district = ${d} and r.dwelling_id = ${id}`)
  const past = await sql<{
    name: string
    kind: string
    from: string
    to: string
    why: string | null
    mine: boolean
  }>`
    select p.name, r.kind, r.valid_from::text as "from", r.valid_to::text as "to", r.ended_why as why, ${within(actor)} as mine
      from residence r join person p on p.district = r.district and p.id = r.person_id
      join place pl on pl.district = p.district and pl.id = p.place_id
     where r.district = ${d} and r.dwelling_id = ${id} and r.valid_to is not null order by r.valid_to desc limit 50`.execute(
    db,
  )
  const said = await sql<{
    source: string
    collectedAt: string
    body: Buffer
  }>`select source, collected_on::text as "collectedAt", body from record
    where district = ${d} and subject_id = ${id} order by collected_on desc limit 10`.execute(db)
  return {
    ...door,
    people: inside.lines,
    elsewhere: inside.elsewhere,
    // Who went out of the caller's places is told by half a name.
    past: past.rows.map(({ mine, ...p }) => ({ ...p, name: mine ? p.name : maskName(p.name) })),
    records: said.rows.map(({ body, ...r }) => ({ ...r, says: saidOf(actor, path, crypto.unseal(body)) })),
  }
}

/** What was said of a home. Whose it is, in full, is the window's business. */
const saidOf = (actor: Actor, path: string, body: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(JSON.parse(body) as object)
      .filter(([name]) => maySee(actor, path, name))
      .map(([name, value]) => [
        name,
        name === 'owner' && !postOver(actor, path, ['clerk']) ? maskName(String(value)) : shown(value),
      ]),
  )

/** 一户一档: whoever is registered under one number, if its home is in the caller's places. */
export async function household(db: Db, actor: Actor, number: string, today: string) {
  const d = actor.district
  const { rows } = await sql<{ number: string; address: string | null; dwelling: string | null }>`
    select h.number, w.address, h.dwelling_id as dwelling from household h join dwelling w on w.district = h.district and w.id = h.dwelling_id ${place}
     where h.district = ${d} and h.number = ${number} and ${within(actor)}`.execute(db)
  if (!rows[0]) return undefined
  const { lines, elsewhere } = await people(db, actor, today, sql`r.district = ${d} and r.household = ${number}`)
  return { ...rows[0], members: lines, elsewhere }
}

/** Homes whose address names no building we know, for somebody to look at (待匹配地址). */
export async function unmatched(db: Db, actor: Actor) {
  const { rows } = await sql<{ id: string; address: string; community: string; communityId: string; people: number }>`
    select w.id, w.address, c.name as community, c.id as "communityId", (select count(distinct r.person_id)::int from residence r where r.district = w.district and r.dwelling_id = w.id and r.valid_to is null) as people
      from dwelling w join place c on c.district = w.district and c.id = w.community_id ${place}
     where w.district = ${actor.district} and w.building_id is null and ${within(actor)} order by w.address limit 200`.execute(
    db,
  )
  return rows
}

/** Points for the map, of one grid. */
export async function points(db: Db, actor: Actor, grid: string) {
  const { rows } = await sql<{ id: string; name: string; doors: number | null; lon: number; lat: number }>`
    select b.id, b.name, b.doors, b.lon, b.lat from building b join building_grid bg on bg.district = b.district and bg.building_id = b.id and bg.valid_to is null
      join place pl on pl.district = bg.district and pl.id = bg.grid_id
     where b.district = ${actor.district} and bg.grid_id = ${grid} and b.lon is not null and ${within(actor)} order by b.name limit 2000`.execute(
    db,
  )
  return rows
}
