import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import { type Actor, postAs } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { cutUp, type Geometry, together } from './shape.ts'

export type Division = { at: string; from: string[]; into: { name: string; buildings: string[]; worker?: string }[] }
type Old = { id: string; name: string; parent_id: string; path: string; boundary: Geometry | null }
type Building = { id: string; lon: number | null; lat: number | null; people: number; homes: number }
type Made = Division['into'][number] & { id: string; code: string; boundary: Geometry | null }

/**
 * Grids split, merge, or are divided anew (R-B.2): the old ones end on the day, new ones with codes of their own begin, each building and
 * those who live in it go over, and what was counted before is counted on the old boundaries still. A grid stays in its community (R-B.3).
 */
export const divide = (house: House, command: Command, given: Division) =>
  act(house, command, async ({ tx, actor, record }) => {
    const { community, above, made } = await plan(house, tx, actor, given)
    await begin(tx, house.district, community, above, given.at, made)
    await endOld(tx, house.district, given)
    for (const g of made) await standIn(tx, house.district, g, given.at)
    await goOver(tx, house.district, given.from, made, community)
    await walkOn(tx, house.district, given, made)
    await sql`insert into place_succession (district, from_id, to_id, at) select ${house.district}, o, n, ${given.at}::date
      from unnest(${given.from}::text[]) o, unnest(${made.map((g) => g.id)}::text[]) n`.execute(tx)
    record({
      as: postAs(actor, (p) => p.duty === 'grid-head' || p.duty === 'data-manager'),
      verb: 'grid.divided',
      data: { at: given.at, from: given.from, into: made.map(({ id, name }) => ({ id, name })) },
    })
    return { grids: made.map(({ id, name, code }) => ({ id, name, code })) }
  })

/** The same division before anything is changed: what each new grid would hold, and its boundary. */
export async function preview(house: House, actor: Actor, given: Division) {
  const { made, buildings } = await plan(house, house.db, actor, given)
  const at = new Map(buildings.map((b) => [b.id, b]))
  return made.map(({ name, code, boundary, buildings: ids }) => {
    const sum = (of: 'people' | 'homes') => ids.reduce((n, id) => n + (at.get(id)?.[of] ?? 0), 0)
    return { name, code, boundary, buildings: ids.length, people: sum('people'), homes: sum('homes') }
  })
}

async function plan(house: House, db: Db | Tx, actor: Actor, given: Division) {
  const olds = await oldGrids(db, house.district, given.from)
  const mine = actor.posts.filter((p) => p.duty === 'grid-head' || p.duty === 'data-manager')
  if (olds.length !== given.from.length || !olds.every((g) => mine.some((p) => g.path.startsWith(p.path))))
    throw notFound('没有这个网格，或者不在您的范围内')
  if (given.at > civilToday(house.clock)) throw badInput([{ field: 'at', message: '“生效日期”还没有到' }])
  const community = olds[0]?.parent_id ?? ''
  if (olds.some((g) => g.parent_id !== community)) throw refused('网格不能跨社区划分')
  const buildings = await buildingsOf(db, house.district, given.from)
  const into = complete(given, buildings)
  await workersKnown(db, house.district, community, into, given.at)
  const numbers = await freshNumbers(db, house.district, community, into.length)
  const shapes = shapesOf(into, olds, buildings)
  const made = into.map((g, i): Made => {
    const serial = String(numbers.serials[i]).padStart(3, '0')
    return { ...g, id: `${community}-g${serial}`, code: `${numbers.prefix}${serial}`, boundary: shapes[i] ?? null }
  })
  const path = olds[0]?.path ?? ''
  return { community, above: path.slice(0, path.slice(0, -1).lastIndexOf('/') + 1), made, buildings }
}

async function oldGrids(tx: Db | Tx, district: string, ids: string[]): Promise<Old[]> {
  const { rows } = await sql<Old>`select p.id, p.name, p.parent_id, p.path, t.boundary from place p
      join place_period t on t.district = p.district and t.place_id = p.id and t.valid_to is null
     where p.district = ${district} and p.kind = 'grid' and p.valid_to is null and p.id = any(${ids}::text[]) order by p.id for update of p`.execute(
    tx,
  )
  return rows
}
async function buildingsOf(tx: Db | Tx, district: string, grids: string[]): Promise<Building[]> {
  const { rows } = await sql<Building>`
    select b.id, b.lon, b.lat, count(distinct r.person_id)::int as people, count(distinct r.dwelling_id)::int as homes
      from building_grid g join building b on b.district = g.district and b.id = g.building_id
      left join dwelling w on w.district = b.district and w.building_id = b.id
      left join residence r on r.district = w.district and r.dwelling_id = w.id and r.valid_to is null and r.kind = 'present'
     where g.district = ${district} and g.grid_id = any(${grids}::text[]) and g.valid_to is null group by b.id, b.lon, b.lat order by b.id`.execute(
    tx,
  )
  return rows
}

/** Every building of the old grids goes somewhere, and to one place only. One new grid takes all without being told. */
function complete({ into }: Division, buildings: Building[]): Division['into'] {
  const [only] = into
  if (into.length === 1 && only && !only.buildings.length) return [{ ...only, buildings: buildings.map((b) => b.id) }]
  const wrong = (message: string) => badInput([{ field: 'into', message }])
  const said = into.flatMap((g) => g.buildings)
  const stray = said.find((id) => !buildings.some((b) => b.id === id))
  if (stray) throw wrong(`“${stray}”不是这些网格的楼栋`)
  if (new Set(said).size !== said.length) throw wrong('有楼栋分到了两个网格')
  const left = buildings.length - said.length
  if (left) throw wrong(`还有 ${left} 栋楼没有分到网格`)
  if (into.some((g) => !g.buildings.length)) throw wrong('每个新网格至少要有一栋楼')
  if (new Set(into.map((g) => g.name)).size !== into.length) throw wrong('两个新网格不能同名')
  return into
}

/** Who will walk a new grid is a grid worker of the community already. */
async function workersKnown(tx: Db | Tx, district: string, community: string, into: Division['into'], at: string) {
  const { rows } = await sql<{ account: string }>`
    select p.account_id as account from post p join place g on g.district = p.district and g.id = p.place_id
     where p.district = ${district} and p.duty = 'grid-worker' and g.parent_id = ${community} and (p.valid_to is null or p.valid_to > ${at}::date)`.execute(
    tx,
  )
  const strange = into.findIndex((g) => g.worker && !rows.some((r) => r.account === g.worker))
  if (strange >= 0) throw badInput([{ field: `into.${strange}.worker`, message: '不是本社区的网格员' }])
}

/** Codes retire with their grid and are never given again (2.2). */
async function freshNumbers(tx: Db | Tx, district: string, community: string, count: number) {
  const { rows } = await sql<{
    most: number
    code: string | null
  }>`select coalesce(max(substring(id from '\\d+$')::int), 0) as most,
      (select code from place_period where district = ${district} and place_id = ${community} and valid_to is null) as code
     from place where district = ${district} and kind = 'grid' and id like ${`${community}-g%`}`.execute(tx)
  const { most = 0, code } = rows[0] ?? {}
  return { prefix: code ?? '', serials: Array.from({ length: count }, (_, i) => most + 1 + i) }
}

function shapesOf(into: Division['into'], olds: Old[], buildings: Building[]): (Geometry | null)[] {
  const known = olds.flatMap((g) => (g.boundary ? [g.boundary] : []))
  // One without a boundary had no house whose place is known: its ground lies in the others'.
  if (!known.length) return into.map(() => null)
  const whole = together(known)
  if (into.length === 1) return [whole]
  const at = new Map(buildings.map((b) => [b.id, b]))
  return cutUp(
    whole,
    into.map((g) =>
      g.buildings.flatMap((id) => {
        const b = at.get(id)
        return b && b.lon !== null && b.lat !== null ? [[b.lon, b.lat] as [number, number]] : []
      }),
    ),
  )
}

async function begin(tx: Tx, district: string, community: string, above: string, at: string, made: Made[]) {
  const rows = made.map((g) => ({
    id: g.id,
    name: g.name,
    code: g.code,
    boundary: g.boundary,
    path: `${above}${g.id}/`,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id text, name text, code text, boundary jsonb, path text)`
  await sql`insert into place (district, id, kind, name, parent_id, path, valid_from, by_hand) select ${district}, g.id, 'grid', g.name, ${community}, g.path, ${at}::date, true from ${given}`.execute(
    tx,
  )
  await sql`insert into place_period (district, place_id, valid_from, name, code, parent_id, boundary, real) select ${district}, g.id, ${at}::date, g.name, g.code, ${community}, g.boundary, false from ${given}`.execute(
    tx,
  )
}
async function endOld(tx: Tx, district: string, { from, at }: Division) {
  const { rows } = await sql<{
    id: string
  }>`update place_period set valid_to = ${at} where district = ${district} and place_id = any(${from}::text[]) and valid_to is null and valid_from < ${at}::date returning place_id as id`.execute(
    tx,
  )
  if (rows.length !== from.length) throw badInput([{ field: 'at', message: '“生效日期”应晚于旧网格的起始日期' }])
  await sql`update place set valid_to = ${at}, by_hand = true where district = ${district} and id = any(${from}::text[])`.execute(
    tx,
  )
}
async function standIn(tx: Tx, district: string, g: Made, at: string) {
  const mine = sql`district = ${district} and building_id = any(${g.buildings}::text[]) and valid_to is null`
  // Put there on that very day or since: then it was never in the old one.
  await sql`update building_grid set grid_id = ${g.id} where ${mine} and valid_from >= ${at}::date`.execute(tx)
  await sql`update building_grid set valid_to = ${at} where ${mine} and valid_from < ${at}::date`.execute(tx)
  await sql`insert into building_grid (district, building_id, grid_id, valid_from) select ${district}, b, ${g.id}, ${at}::date from unnest(${g.buildings}::text[]) b
     where not exists (select from building_grid o where o.district = ${district} and o.building_id = b and o.valid_to is null)`.execute(
    tx,
  )
}

/** People go where their home went, else where they are registered; whose home nobody knows, to the only new grid or back to the community. */
async function goOver(tx: Tx, district: string, from: string[], made: Made[], community: string) {
  const ids = made.map((g) => g.id)
  const rest = ids.length === 1 ? ids[0] : community
  await sql`
    with home as (
      select distinct on (r.person_id) r.person_id, r.kind, b.grid_id from residence r
        join dwelling w on w.district = r.district and w.id = r.dwelling_id
        join building_grid b on b.district = w.district and b.building_id = w.building_id and b.valid_to is null and b.grid_id = any(${ids}::text[])
       where r.district = ${district} and r.valid_to is null order by r.person_id, r.kind),
    goes as (
      select p.id, coalesce(h.grid_id, ${rest}) as grid from person p left join home h on h.person_id = p.id
       where p.district = ${district} and (p.place_id = any(${from}::text[]) or h.kind = 'present'))
    update person p set place_id = goes.grid from goes where p.district = ${district} and p.id = goes.id`.execute(tx)
}

/** Posts and patrol plans end with their grid; those named go on in the new ones, with the same shift, share and telephone. */
async function walkOn(tx: Tx, district: string, { at, from }: Division, made: Made[]) {
  const named = made.flatMap((g) => (g.worker ? [{ id: newId(), grid: g.id, worker: g.worker }] : []))
  await sql`
    insert into post (district, id, account_id, duty, unit_id, place_id, capacity, valid_from, shift, share, duty_phone)
    select distinct on (n.id) ${district}, n.id, p.account_id, p.duty, p.unit_id, n.grid, p.capacity, ${at}::date, p.shift, p.share, p.duty_phone
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n(id text, grid text, worker text)
      join post p on p.district = ${district} and p.account_id = n.worker and p.duty = 'grid-worker' and (p.valid_to is null or p.valid_to > ${at}::date)
     order by n.id, p.place_id = any(${from}::text[]) desc, p.id`.execute(tx)
  await sql`update post set valid_to = greatest(${at}::date, valid_from) where district = ${district} and place_id = any(${from}::text[])
    and (valid_to is null or valid_to > ${at}::date)`.execute(tx)
  await sql`update patrol_plan set valid_to = greatest(${at}::date, valid_from) where district = ${district} and grid_id = any(${from}::text[]) and valid_to is null`.execute(
    tx,
  )
}
