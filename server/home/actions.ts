import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'
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
    select distinct on (h.community, h.key) ${district}, gen_random_uuid()::text, h.community, b.id, h.key, h.address from ${given}
      left join building b on b.district = ${district} and b.community_id = h.community and b.name = h.building
    on conflict (district, community_id, key) do nothing`.execute(tx)
}
