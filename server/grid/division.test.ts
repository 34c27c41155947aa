import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settle } from '../../test/settle.ts'
import { openWorld, type World } from '../../test/world.ts'
import { loadGround } from '../ground.ts'
import { areaOf, type Geometry } from './shape.ts'

const content = new URL('../../content/tongguan', import.meta.url).pathname
let world: World
let houses: string[]
beforeAll(async () => {
  world = await openWorld()
  houses = [...(await settle(world, 'tianjinghu-g007', 8)), ...(await settle(world, 'tianjinghu-g008', 8))]
})
afterAll(() => world.close())

const rows = async <R>(query: ReturnType<typeof sql>) => (await query.execute(world.house.db)).rows as R[]
const divide = (who: string, body: object) => world.call(who, 'POST', '/api/grids/divisions', body)
/** How many live in each of these grids on a day, on that day's boundaries, to the last one; the figures for people to read are rounded. */
const counted = async (grids: string[], at: string) => {
  const lines = await rows<{ grid: string; n: number }>(sql`
    select b.grid_id as grid, count(distinct r.person_id)::int as n from building_grid b join dwelling w on w.building_id = b.building_id
      join residence r on r.dwelling_id = w.id and r.kind = 'present' and r.valid_from <= ${at}::date and (r.valid_to is null or r.valid_to > ${at}::date)
     where b.valid_from <= ${at}::date and (b.valid_to is null or b.valid_to > ${at}::date) group by 1`)
  return grids.map((g) => lines.find((l) => l.grid === g)?.n ?? 0)
}
const boundaries = async (ids: string[]) =>
  (
    await rows<{ boundary: Geometry }>(
      sql`select boundary from place_period where place_id = any(${ids}::text[]) and boundary is not null and valid_from >= '2020-01-01'`,
    )
  ).map((r) => r.boundary)

describe('R-B.2 a grid is split', () => {
  let made: { id: string; name: string; code: string }[]
  beforeAll(async () => {
    await world.goTo('2026-10-09T10:00:00+08:00')
    const mine = houses.slice(0, 8)
    const { status, body } = await divide('lu-wei', {
      at: '2026-10-09',
      from: ['tianjinghu-g007'],
      into: [
        { name: '湖东一格', buildings: mine.slice(0, 4), worker: 'hua-yun' },
        { name: '湖东二格', buildings: [...mine.slice(4), 'tianjinghu:湖东新村12栋'], worker: 'fu-xiaoli' },
      ],
    })
    expect(status, JSON.stringify(body)).toBe(200)
    made = body.grids
  })

  test('the day before is counted on the old boundaries, the day itself on the new; nobody is lost', async () => {
    const all = ['tianjinghu-g007', ...made.map((g) => g.id)]
    expect(await counted(all, '2026-10-08')).toEqual([25, 0, 0])
    expect(await counted(all, '2026-10-09')).toEqual([0, 12, 13])
    // Statistics by grid speak of the grids of that day.
    const table = async (at: string) =>
      (await world.call('lu-wei', 'GET', `/api/population?at=${at}`)).body.tables.place.map(
        (l: { key: string }) => l.key,
      )
    expect(await table('2026-10-08')).toContain('tianjinghu-g007')
    expect(await table('2026-10-08')).not.toContain(made[0]?.id)
    expect(await table('2026-10-09')).not.toContain('tianjinghu-g007')
    expect(await table('2026-10-09')).toEqual(expect.arrayContaining(made.map((g) => g.id)))
  })

  test('people are found under the grid their home went to, those only registered there as well', async () => {
    const left = await rows(sql`select id from person where place_id = 'tianjinghu-g007'`)
    expect(left).toEqual([])
    const [guilan] = await rows<{ place_id: string }>(sql`select place_id from person where id = 'person-wang-guilan'`)
    expect(guilan?.place_id).toBe(made[1]?.id)
  })

  test('R-2.1 the old notice leads on to the new ones, which say who walks them', async () => {
    const old = (await world.call(null, 'GET', '/api/grids/tianjinghu-g007/notice')).body
    expect(old).toMatchObject({ until: '2026-10-09', successors: made.map(({ id, name }) => ({ id, name })) })
    const now = (await world.call(null, 'GET', `/api/grids/${made[0]?.id}/notice`)).body
    expect(now).toMatchObject({ name: '湖东一格', updated: '2026-10-09', until: null })
    expect(now.workers.map((w: { name: string }) => w.name)).toEqual(['华云', '鲁威'])
  })

  test('whoever walked it goes on with the new one, and sees its people', async () => {
    const { status, body } = await world.call('hua-yun', 'GET', '/api/field/day')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.grids).toEqual([{ id: made[0]?.id, name: '湖东一格', for: null }])
  })

  test('its file tells what it was and what came before', async () => {
    const { body } = await world.call('lu-wei', 'GET', `/api/grids/${made[0]?.id}`)
    expect(body.predecessors).toEqual([{ id: 'tianjinghu-g007', name: '天井湖第7网格', at: '2026-10-09' }])
    expect(body.buildings).toHaveLength(4)
    const old = (await world.call('lu-wei', 'GET', '/api/grids/tianjinghu-g007')).body
    expect(old).toMatchObject({ to: '2026-10-09', past: [{ name: '华云', to: '2026-10-09' }] })
    expect(old.buildings).toHaveLength(9)
  })

  test('the server starting anew does not bring the old grid back', async () => {
    await world.house.db.transaction().execute((tx) => loadGround(tx, world.house.crypto, content, { cast: true }))
    const standing = await rows<{ id: string }>(
      sql`select p.id from place p join place_period t on t.place_id = p.id and t.valid_to is null
        where p.valid_to is null and p.id = any(${['tianjinghu-g007', ...made.map((g) => g.id)]}::text[]) order by 1`,
    )
    expect(standing.map((r) => r.id)).toEqual(made.map((g) => g.id))
  })

  test('merged again it is a third grid: a code that was used is never given again', async () => {
    await world.goTo('2026-10-12T10:00:00+08:00')
    const { body } = await divide('ding-yi', {
      at: '2026-10-12',
      from: made.map((g) => g.id),
      into: [{ name: '湖东新格', buildings: [] }],
    })
    const codes = await rows<{
      code: string
    }>(sql`select code from place_period t join place p on p.id = t.place_id and p.kind = 'grid'
      where t.parent_id = 'tianjinghu' and t.valid_from >= '2020-01-01'`)
    expect(new Set(codes.map((c) => c.code)).size).toBe(codes.length)
    expect(codes.map((c) => c.code)).toContain(body.grids[0].code)
    const all = ['tianjinghu-g007', ...made.map((g) => g.id), body.grids[0].id]
    expect(await counted(all, '2026-10-11')).toEqual([0, 12, 13, 0])
    expect(await counted(all, '2026-10-12')).toEqual([0, 0, 0, 25])
  })
})

describe('a division that cannot be', () => {
  const into = [{ name: '新格', buildings: [] }]
  test.each([
    ['of another community', 'lu-wei', { at: '2026-10-09', from: ['xingfu-g001'], into }, 404],
    ['of a day to come', 'lu-wei', { at: '2027-01-01', from: ['tianjinghu-g009'], into }, 400],
    ['over two communities', 'ding-yi', { at: '2026-10-09', from: ['tianjinghu-g009', 'xingfu-g001'], into }, 409],
    [
      'that leaves houses out',
      'lu-wei',
      {
        at: '2026-10-09',
        from: ['tianjinghu-g008'],
        into: [{ name: '甲', buildings: ['tianjinghu:tianjinghu-g008-1栋'] }],
      },
      400,
    ],
    [
      'with a worker of elsewhere',
      'lu-wei',
      { at: '2026-10-09', from: ['tianjinghu-g008'], into: [{ ...into[0], worker: 'song-jie' }] },
      400,
    ],
    ['by a clerk', 'zhou-min', { at: '2026-10-09', from: ['tianjinghu-g008'], into }, 403],
  ])('%s is refused', async (_, who, body, status) => {
    const res = await divide(who, body)
    expect([res.status, res.body.message]).toEqual([status, expect.stringMatching(/\p{Script=Han}/u)])
    expect((await world.call('lu-wei', 'POST', '/api/grids/divisions/preview', { ...body })).status).not.toBe(500)
  })
})

test('R-B.2 any division: every house in exactly one grid, its people with it, and the boundaries cover the old ground', async () => {
  const seed = Number(process.env.LINLI_SEED) || randomInt(2 ** 31)
  console.log(`division seed ${seed} (LINLI_SEED)`)
  await settle(world, 'tianjinghu-g010', 7, 2)
  await settle(world, 'tianjinghu-g011', 7, 2)
  let standing = ['tianjinghu-g010', 'tianjinghu-g011']
  let day = Date.parse('2026-11-01')
  const ground = (await boundaries(standing)).reduce((sum, g) => sum + areaOf(g), 0)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      async (n, dice) => {
        day += 86_400_000
        const at = new Date(day).toISOString().slice(0, 10)
        await world.goTo(`${at}T10:00:00+08:00`)
        const all = await rows<{ id: string }>(
          sql`select building_id as id from building_grid where grid_id = any(${standing}::text[]) and valid_to is null order by 1`,
        )
        expect(all.length).toBeGreaterThanOrEqual(14)
        const into = Array.from({ length: n }, (_, i) => ({
          name: `第${i + 1}格`,
          // The first ones get one each, so that no new grid is empty.
          buildings: all
            .filter((_, b) => (b < n ? b === i : (dice[b % dice.length] as number) % n === i))
            .map((b) => b.id),
        }))
        const seen = await world.call('lu-wei', 'POST', '/api/grids/divisions/preview', { at, from: standing, into })
        expect(seen.status, JSON.stringify(seen.body)).toBe(200)
        const { status, body } = await divide('lu-wei', { at, from: standing, into })
        expect(status, JSON.stringify(body)).toBe(200)
        standing = body.grids.map((g: { id: string }) => g.id)
        const now = await rows<{ building: string; grid: string }>(
          sql`select building_id as building, grid_id as grid from building_grid where building_id = any(${all.map((b) => b.id)}::text[]) and valid_to is null`,
        )
        expect(now.length).toBe(all.length)
        for (const [i, g] of into.entries())
          expect(
            now
              .filter((r) => r.grid === standing[i])
              .map((r) => r.building)
              .sort(),
          ).toEqual([...g.buildings].sort())
        const strays =
          await rows(sql`select p.id from person p join residence r on r.person_id = p.id and r.kind = 'present' and r.valid_to is null
        join dwelling w on w.id = r.dwelling_id join building_grid b on b.building_id = w.building_id and b.valid_to is null
        where b.grid_id = any(${standing}::text[]) and p.place_id <> b.grid_id`)
        expect(strays).toEqual([])
        const shapes = await boundaries(standing)
        expect(shapes.reduce((sum, g) => sum + areaOf(g), 0) / ground).toBeCloseTo(1, 6)
        expect(seen.body.map((g: { boundary: Geometry }) => areaOf(g.boundary))).toEqual(shapes.map(areaOf))
      },
    ),
    { numRuns: 12, seed },
  )
})
