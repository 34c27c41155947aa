import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import { postAs } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { cutUp, type Geometry, together } from './shape.ts'

export type Division = { at: string; from: string[]; into: { name: string; buildings: string[] }[] }
type Old = { id: string; name: string; parent_id: string; path: string; boundary: Geometry | null }
type Building = { id: string; grid_id: string; lon: number | null; lat: number | null }

/**
 * Grids split, merge, or are divided anew (R-B.2): the old ones end on the day, new ones with codes of their own begin, each building and
 * those who live in it go over, and what was counted before is counted on the old boundaries still. A grid stays in its community (R-B.3).
 */
export const divide = (house: House, command: Command, given: Division) =>
  act(house, command, async ({ tx, actor, record }) => {
    const as = postAs(actor, (p) => p.duty === 'grid-head' || p.duty === 'data-manager')
    const olds = await oldGrids(tx, house.district, given.from)
    if (
      olds.length !== given.from.length ||
      !olds.every((g) =>
        actor.posts.some((p) => ['grid-head', 'data-manager'].includes(p.duty) && g.path.startsWith(p.path)),
      )
    )
      throw notFound('没有这个网格，或者不在您的范围内')
    if (given.at > civilToday(house.clock)) throw badInput([{ field: 'at', message: '“生效日期”还没有到' }])
    const community = olds[0]?.parent_id ?? ''
    if (olds.some((g) => g.parent_id !== community)) throw refused('网格不能跨社区划分')
    const buildings = await buildingsOf(tx, house.district, given.from)
    complete(given, buildings)
    const numbers = await freshNumbers(tx, house.district, community, given.into.length)
    const shapes = shapesOf(given, olds, buildings)
    const made = given.into.map((g, i) => ({
      ...g,
      id: `${community}-g${String(numbers.serials[i]).padStart(3, '0')}`,
      code: `${numbers.prefix}${String(numbers.serials[i]).padStart(3, '0')}`,
      boundary: shapes[i] ?? null,
    }))
    await begin(tx, house.district, community, olds[0]?.path ?? '', given.at, made)
    await endOld(tx, house.district, given)
    for (const g of made) await goOver(tx, house.district, g, given.at)
    await sql`insert into place_succession (district, from_id, to_id, at) select ${house.district}, o, n, ${given.at}::date
      from unnest(${given.from}::text[]) o, unnest(${made.map((g) => g.id)}::text[]) n`.execute(tx)
    record({
      as,
      verb: 'grid.divided',
      data: { at: given.at, from: given.from, into: made.map(({ id, name }) => ({ id, name })) },
    })
    return { grids: made.map(({ id, name, code }) => ({ id, name, code })) }
  })

async function oldGrids(tx: Tx, district: string, ids: string[]): Promise<Old[]> {
  const { rows } = await sql<Old>`select p.id, p.name, p.parent_id, p.path, t.boundary from place p
      join place_period t on t.district = p.district and t.place_id = p.id and t.valid_to is null
     where p.district = ${district} and p.kind = 'grid' and p.valid_to is null and p.id = any(${ids}::text[]) order by p.id for update of p`.execute(
    tx,
  )
  return rows
}
async function buildingsOf(tx: Tx, district: string, grids: string[]): Promise<Building[]> {
  const { rows } =
    await sql<Building>`select b.id, g.grid_id, b.lon, b.lat from building_grid g join building b on b.district = g.district and b.id = g.building_id
     where g.district = ${district} and g.grid_id = any(${grids}::text[]) and g.valid_to is null order by b.id`.execute(
      tx,
    )
  return rows
}

/** Every building of the old grids goes somewhere, and to one place only. One new grid takes all without being told. */
function complete(given: Division, buildings: Building[]) {
  const [only] = given.into
  if (given.into.length === 1 && only && !only.buildings.length) only.buildings = buildings.map((b) => b.id)
  const said = given.into.flatMap((g) => g.buildings)
  const stray = said.find((id) => !buildings.some((b) => b.id === id))
  if (stray) throw badInput([{ field: 'into', message: `“${stray}”不是这些网格的楼栋` }])
  if (new Set(said).size !== said.length) throw badInput([{ field: 'into', message: '有楼栋分到了两个网格' }])
  const left = buildings.length - said.length
  if (left) throw badInput([{ field: 'into', message: `还有 ${left} 栋楼没有分到网格` }])
  if (given.into.some((g) => !g.buildings.length))
    throw badInput([{ field: 'into', message: '每个新网格至少要有一栋楼' }])
}

/** Codes retire with their grid and are never given again (2.2). */
async function freshNumbers(tx: Tx, district: string, community: string, count: number) {
  const { rows } = await sql<{
    most: number
    code: string | null
  }>`select coalesce(max(substring(id from '\\d+$')::int), 0) as most,
      (select code from place_period where district = ${district} and place_id = ${community} and valid_to is null) as code
     from place where district = ${district} and kind = 'grid' and id like ${`${community}-g%`}`.execute(tx)
  const { most = 0, code } = rows[0] ?? {}
  return { prefix: code ?? '', serials: Array.from({ length: count }, (_, i) => most + 1 + i) }
}

function shapesOf(given: Division, olds: Old[], buildings: Building[]): (Geometry | null)[] {
  const known = olds.flatMap((g) => (g.boundary ? [g.boundary] : []))
  if (known.length !== olds.length) return given.into.map(() => null)
  const whole = together(known)
  if (given.into.length === 1) return [whole]
  const at = new Map(buildings.map((b) => [b.id, b]))
  return cutUp(
    whole,
    given.into.map((g) =>
      g.buildings.flatMap((id) => {
        const b = at.get(id)
        return b && b.lon !== null && b.lat !== null ? [[b.lon, b.lat] as [number, number]] : []
      }),
    ),
  )
}

type Made = { id: string; name: string; code: string; buildings: string[]; boundary: Geometry | null }
async function begin(tx: Tx, district: string, community: string, oldPath: string, at: string, made: Made[]) {
  const above = oldPath.slice(0, oldPath.slice(0, -1).lastIndexOf('/') + 1)
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
async function goOver(tx: Tx, district: string, g: Made, at: string) {
  await sql`update building_grid set valid_to = ${at} where district = ${district} and building_id = any(${g.buildings}::text[]) and valid_to is null`.execute(
    tx,
  )
  await sql`insert into building_grid (district, building_id, grid_id, valid_from) select ${district}, b, ${g.id}, ${at}::date from unnest(${g.buildings}::text[]) b`.execute(
    tx,
  )
  const { rows } = await sql<{ n: number; h: number }>`with moved as (
      update person p set place_id = ${g.id} from residence r, dwelling w where p.district = ${district} and r.district = p.district and r.person_id = p.id and r.valid_to is null
         and r.kind = 'present' and w.district = r.district and w.id = r.dwelling_id and w.building_id = any(${g.buildings}::text[]) returning p.id, w.id as home)
    select count(distinct id)::int as n, count(distinct home)::int as h from moved`.execute(tx)
  await sql`update place_period set population = ${rows[0]?.n ?? 0}, households = ${rows[0]?.h ?? 0} where district = ${district} and place_id = ${g.id}`.execute(
    tx,
  )
}
