import { sql } from 'kysely'
import { within } from '../person/view.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import type { Db, Tx } from '../platform/db.ts'
import { badInput } from '../platform/refusal.ts'
import { addressReader, type Community } from './rules.ts'

/** The communities that stand today, and a reader of addresses that knows them. */
export async function standingCommunities(db: Db | Tx, district: string) {
  const { rows } = await sql<Community & { kind: string }>`
    select id, name, kind from place where district = ${district} and kind <> 'grid' and valid_to is null`.execute(db)
  const own = await sql<{ name: string; short_name: string }>`
    select name, short_name from district where district = ${district}`.execute(db)
  const { name = '', short_name = '' } = own.rows[0] ?? {}
  const parts = name.match(/[^省市区县]+[省市区县]/g) ?? []
  const communities = rows.filter((r) => r.kind === 'community' || r.kind === 'village')
  const upper = rows.filter((r) => !communities.includes(r) && r.kind !== 'district').map((r) => r.name)
  return { communities, read: addressReader({ names: [name, short_name, ...parts], upper }, communities) }
}

export type Home = { community: string; building: string; key: string; address: string; grid: string | null }

/** Buildings (where the grid is known) and dwellings for these addresses, as far as they are new. */
export async function placeHomes(tx: Tx, district: string, homes: Home[]) {
  const rows = JSON.stringify(
    homes.map(({ community, building, key, address, grid }) => ({ community, building, key, address, grid })),
  )
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as h(community text, building text, key text, address text, grid text)`
  await sql`
    insert into building (district, id, community_id, name)
    select distinct ${district}, h.community || ':' || h.building, h.community, h.building from ${given} where h.grid is not null
    on conflict (district, community_id, name) do nothing`.execute(tx)
  await sql`
    insert into building_grid (district, building_id, grid_id, valid_from)
    select distinct on (b.id) ${district}, b.id, h.grid, g.valid_from from ${given}
      join building b on b.district = ${district} and b.community_id = h.community and b.name = h.building
      join place g on g.district = ${district} and g.id = h.grid
     where not exists (select from building_grid o where o.district = b.district and o.building_id = b.id)`.execute(tx)
  await sql`
    insert into dwelling (district, id, community_id, building_id, key, address)
    select distinct on (h.community, h.key) ${district}, ordered_id()::text, h.community, b.id, h.key, h.address from ${given}
      left join building b on b.district = ${district} and b.community_id = h.community and b.name = h.building
    on conflict (district, community_id, key) do nothing`.execute(tx)
}

export type Door = { id: string; address: string; community: string; place: string }

/** A home by its id: where it is, and the place of whoever lives there (its grid, else its community). */
export async function doorOf(db: Db | Tx, district: string, id: string): Promise<Door | undefined> {
  const { rows } = await sql<Door>`
    select w.id, w.address, w.community_id as community, coalesce(g.grid_id, w.community_id) as place from dwelling w
      left join building_grid g on g.district = w.district and g.building_id = w.building_id and g.valid_to is null
     where w.district = ${district} and w.id = ${id}`.execute(db)
  return rows[0]
}

/**
 * The home that was picked, or the one an address names; a new one is kept, also where its building is not known yet.
 * @throws Refusal naming the field, when it is nowhere here or not in the caller's places.
 */
export async function doorFor(
  tx: Tx,
  actor: Actor,
  given: { dwelling?: string | undefined; address?: string | undefined },
  duties: Duty[],
): Promise<Door> {
  const d = actor.district
  const wrong = (message: string) => badInput([{ field: given.dwelling ? 'dwelling' : 'address', message }])
  let id = given.dwelling
  if (!id) {
    const { read } = await standingCommunities(tx, d)
    const found = read(given.address ?? '')
    if (found.at === 'outside') throw wrong('“地址”不在本区')
    if (found.at === 'unknown') throw wrong(`“地址”：${found.why}`)
    await placeHomes(tx, d, [{ ...found, grid: null }])
    const { rows } = await sql<{ id: string }>`
      select id from dwelling where district = ${d} and community_id = ${found.community} and key = ${found.key}`.execute(
      tx,
    )
    id = rows[0]?.id as string
  }
  const door = await doorOf(tx, d, id)
  const { rows } = await sql`
    select 1 from place pl where pl.district = ${d} and pl.id = ${door?.place ?? ''} and ${within(actor, duties)}`.execute(
    tx,
  )
  if (!door || !rows.length)
    throw wrong(given.dwelling ? '您的工作范围内没有这处“住房”' : '这个地址不在您的工作范围内，请由那里的社区登记')
  return door
}

/** Residences that name a person or a home that is not there: nothing writes one, and no key forbids it. */
export async function lostResidences(db: Db, district: string): Promise<{ all: number; ids: string[] }> {
  const { rows } = await sql<{ person_id: string }>`
    select r.person_id from residence r left join person p on p.district = r.district and p.id = r.person_id
      left join dwelling w on w.district = r.district and w.id = r.dwelling_id
     where r.district = ${district} and (p.id is null or (r.dwelling_id is not null and w.id is null)) limit 1000`.execute(
    db,
  )
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from residence where district = ${district}`.execute(db)
  return { all: counted[0]?.n ?? 0, ids: rows.map((r) => r.person_id) }
}
