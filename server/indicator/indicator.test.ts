import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stages } from '../../test/stages.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
const period = 'from=2026-09-01&to=2026-12-31'
const read = async (path: string, who = 'shi-rui') => {
  const { status, body } = await world.call(who, 'GET', path)
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return body
}
const figure = (id: string, more = '', who?: string) => read(`/api/indicators/${id}/figure?${period}${more}`, who)
const rows = (id: string, more = '', who?: string) => read(`/api/indicators/${id}/rows?${period}${more}`, who)
type Figure = { indicator: string; numerator: number; denominator: number | null; rows: number; value: number | null }

beforeAll(async () => {
  world = await openWorld()
  const stage = stages(world)
  for (const name of [
    'received',
    'correction',
    'returned',
    'stopped',
    'asked',
    'badlyRated',
    'disputed',
    'late',
  ] as const)
    await stage[name]()
})
afterAll(() => world.close())

describe('a figure and its rows', () => {
  test('a figure is its rows counted', async () => {
    const figures = (await read(`/api/indicators/figures?${period}`)) as Figure[]
    expect(figures.length).toBeGreaterThan(18)
    const all = new Map((await world.house.indicators.all()).map((i) => [i.id, i]))
    const plain = figures.filter(
      (f) =>
        !/as (amount|person)\b/.test(all.get(f.indicator)?.sql ?? '') && f.rows < 500 && !all.get(f.indicator)?.small,
    )
    for (const f of plain) {
      const behind = (await rows(f.indicator)).rows as { counted: boolean }[]
      expect([f.indicator, behind.length]).toEqual([f.indicator, f.rows])
      if (all.get(f.indicator)?.kind === 'share') expect(behind.length).toBe(f.denominator)
      expect([f.indicator, behind.filter((r) => r.counted).length]).toEqual([f.indicator, f.numerator])
    }
  })
  test('办结率: closed of accepted, those still open in the denominator too', async () =>
    expect(await figure('closing-rate')).toMatchObject({ numerator: 2, denominator: 5, value: 40 }))
  test('a share of nothing is unknown, not zero', async () =>
    expect(await figure('early-rate')).toMatchObject({ denominator: 0, value: null }))
  test('R-1.9 who did not rate is no good rating', async () => {
    expect(await figure('good-rating-rate')).toMatchObject({ numerator: 0, denominator: 1 })
    expect(await figure('rating-share')).toMatchObject({ numerator: 1, denominator: 2 })
  })
  test('122 items are online', async () => expect((await figure('items-online')).value).toBe(122))
  test('a figure names the definition it was reckoned by', async () => {
    const { digest } = await figure('accepted')
    const row = await world.house.db
      .selectFrom('definition')
      .select(['kind', 'id', 'body'])
      .where('digest', '=', digest)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ kind: 'indicator', id: 'accepted', body: { name: '受理量' } })
  })
})

describe('whose figure', () => {
  test('by community: each is what it is by itself, and together they are the whole', async () => {
    const { cells, numerator } = await figure('accepted', '&by=community')
    const here = cells.find((c: { place: string }) => c.place === 'tianjinghu')
    expect(here.numerator).toBe((await figure('accepted', '&place=tianjinghu')).numerator)
    expect(cells.reduce((n: number, c: Figure) => n + c.numerator, 0)).toBe(numerator)
    expect(cells.filter((c: Figure) => c.numerator === 0).length).toBeGreaterThan(10)
  })
  test('a clerk is told of their own community; of others only what is public, and never its rows', async () => {
    expect((await figure('correction-rate', '&place=tianjinghu', 'zhou-min')).denominator).toBeGreaterThan(0)
    expect((await figure('correction-rate', '', 'qian-lan')).denominator).toBe(0)
    expect(
      (await world.call('qian-lan', 'GET', `/api/indicators/correction-rate/figure?${period}&place=tianjinghu`)).status,
    ).toBe(404)
    expect((await figure('accepted', '&place=tianjinghu', 'qian-lan')).numerator).toBeGreaterThan(0)
    expect(
      (await world.call('qian-lan', 'GET', `/api/indicators/accepted/rows?${period}&place=tianjinghu`)).status,
    ).toBe(404)
    expect((await rows('accepted', '', 'qian-lan')).rows).toEqual([])
  })
  test('a wrong period is refused in words', async () => {
    const { status, body } = await world.call(
      'shi-rui',
      'GET',
      '/api/indicators/accepted/figure?from=2026-09-02&to=2026-09-01',
    )
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('不能早于')
  })
})

test('the views that are counted from hold no name, number or telephone of anybody', async () => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.views
    where table_schema = current_schema() and table_name like 'facts\_%'`.execute(world.house.db)
  expect(rows.length).toBeGreaterThan(15)
  const people = await sql<{ name: string }>`select distinct name from party union select name from person`.execute(
    world.house.db,
  )
  await world.house.facts.read(world.house.clock.now(), async (ask) => {
    for (const { name } of rows) {
      const said = JSON.stringify((await ask(`select * from ${name}`)).rows)
      expect(said).not.toMatch(/3407991981|10000000004/)
      for (const p of people.rows) expect([name, p.name, said.includes(`"${p.name}"`)]).toEqual([name, p.name, false])
    }
  })
})

test('0011 of people only those who may open their files are told exactly; for others even the rows are sums of rounded parts', async () => {
  const people = (who: string) => figure('usual-population', '&place=tianjinghu', who)
  const exact = await people('zhou-min')
  const { rows: behind } = await rows('usual-population', '&place=tianjinghu', 'zhou-min')
  expect(exact.value).toBe(behind.length)
  expect(exact.value).toBeGreaterThan(0)
  const told = await people('xu-zhengyang')
  expect(told.value % 5).toBe(0)
  expect(told.rows).toBe(told.value)
  expect(await people('xu-zhengyang')).toMatchObject({ value: told.value })
  const parts = (await rows('usual-population', '&place=tianjinghu', 'xu-zhengyang')).rows
  expect(parts.reduce((n: number, r: Record<string, number>) => n + (r['数（取整）'] ?? 0), 0)).toBe(told.value)
  const { cells } = await figure('usual-population', '&by=community', 'xu-zhengyang')
  expect(cells.find((c: { place: string }) => c.place === 'tianjinghu').value).toBe(told.value)
})

test('the 常住人口 counted here is the one of the population page', async () => {
  const { total } = await read('/api/population?place=tianjinghu&at=2026-12-31', 'zhou-min')
  expect((await figure('usual-population', '&place=tianjinghu', 'zhou-min')).value).toBe(total.usual)
})

test('an indicator whose query is wrong says so by its name, and takes no other figure with it', async () => {
  await sql`insert into definition (district, kind, id, digest, version, body, published_at)
    select district, kind, 'broken', 'broken', 1, jsonb_set(body::jsonb, '{sql}', '"select f.titel as day from facts_matter f"')::json, published_at
      from definition where kind = 'indicator' and id = 'accepted' order by version desc limit 1`.execute(
    world.house.db,
  )
  const found = async () => (await world.house.indicators.get('broken')) !== undefined
  await expect.poll(found, { timeout: 10_000 }).toBe(true)
  const { status, body } = await world.call('shi-rui', 'GET', `/api/indicators/broken/figure?${period}`)
  expect([status, body.message]).toEqual([409, '指标“受理量”的查询有错，算不出来，请告诉统计员'])
  const all = (await read(`/api/indicators/figures?${period}`)) as Figure[]
  expect(all.find((f) => f.indicator === 'broken')).toMatchObject({ value: null, rows: 0 })
  expect(all.find((f) => f.indicator === 'accepted')?.value).toBeGreaterThan(0)
})
test('办结率 of an earlier day: what was closed since was open then', async () => {
  const { rows: closed } = await sql<{ day: string }>`select min(closed_at)::date::text as day from cases`.execute(
    world.house.db,
  )
  expect(closed[0]?.day).toBeTruthy()
  await sql`update cases set closed_at = closed_at + interval '30 days' where closed_at is not null`.execute(
    world.house.db,
  )
  const then = await read(`/api/indicators/closing-rate/figure?from=2026-09-01&to=${closed[0]?.day}`)
  expect([then.numerator, (await figure('closing-rate')).numerator > 0]).toEqual([0, true])
})
