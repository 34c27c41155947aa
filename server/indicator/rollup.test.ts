import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import type { Published } from '../content/indicators.ts'
import type { House } from '../platform/house.ts'
import { reckon } from './figures.ts'
import { fromCells, refreshCells } from './rollup.ts'
import type { Asked } from './run.ts'

type Row = {
  district: string
  path: string | null
  day: string | null
  until: string | null
  counted: boolean
  amount: string | null
}
const other = '340706'
let world: World
let paths: string[]
let card: Published

beforeAll(async () => {
  world = await openWorld()
  const { db, district } = world.house
  await sql`insert into district (district, name, short_name) values (${other}, '邻区', '邻区')`.execute(db)
  await sql`insert into place (district, id, kind, name, parent_id, path, valid_from)
    select ${other}, id, kind, name, null, path, valid_from from place where district = ${district}`.execute(db)
  await sql`create table tried (district text, place_path text, day date, until date, counted boolean, amount numeric)`.execute(
    db,
  )
  await sql`create view facts_tried as select * from tried`.execute(db)
  if (world.house.facts.walled) await sql`grant select on facts_tried to linli_facts`.execute(db)
  const { rows } = await sql<{ path: string }>`
    select path from place where district = ${district} and (id like 'tianjinghu%' or kind in ('district', 'community') or kind = 'grid')
     order by kind, path`.execute(db)
  paths = rows.map((r) => r.path).filter((_, n) => n % 5 === 0)
  const given = await world.house.indicators.get('accepted')
  card = { ...(given as Published), target: null, warn: null }
})
afterAll(() => world.close())

const day = fc.integer({ min: 0, max: 200 }).map((n) => new Date(Date.UTC(2026, 0, 20 + n)).toISOString().slice(0, 10))
const row = () =>
  fc.record<Row>({
    district: fc.constantFrom(world.house.district, other),
    path: fc.constantFrom(null, '', ...paths),
    day: fc.option(day, { freq: 8 }),
    until: fc.option(day),
    counted: fc.boolean(),
    amount: fc.option(
      fc.integer({ min: -500, max: 99_999_999 }).map((n) => (n / 100).toFixed(2)),
      { freq: 4 },
    ),
  })

const query = (columns: string) =>
  `select t.day, t.place_path, t.counted, ${columns} t.district as "区" from facts_tried t where t.district = $1`
const indicator = (digest: string, more: Partial<Published>, columns: string): Published => ({
  ...card,
  id: digest,
  digest,
  sql: query(columns),
  ...more,
})
const standing = () => indicator('tried-standing', { kind: 'share', period: 'point' }, 't.until, t.amount,')
const coming = () => indicator('tried-coming', { kind: 'count', period: 'span' }, 't.amount,')
const ratio = () =>
  indicator('tried-ratio', { kind: 'ratio', over: 'tried-standing', per: 10_000, period: 'cumulative' }, '')
const monthsEnds = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31']
const windows: Asked[] = monthsEnds.flatMap((to) => [{ to }, { from: '2026-03-01', to }])

const houseOf = (district: string): House => ({
  ...world.house,
  district,
  indicators: { ...world.house.indicators, get: async (id) => (id === 'tried-standing' ? standing() : undefined) },
})
async function put(rows: Row[]) {
  await sql`truncate tried`.execute(world.house.db)
  await sql`insert into tried select * from json_to_recordset(${JSON.stringify(rows.map(({ path, ...r }) => ({ ...r, place_path: path })))}::json)
    as r (district text, place_path text, day date, until date, counted boolean, amount numeric)`.execute(
    world.house.db,
  )
}
const refresh = async () => {
  for (const district of [world.house.district, other])
    for (const i of [standing(), coming(), ratio()]) await refreshCells(houseOf(district), i)
}
/** By the row query: what the desk shows. */
async function byRows(i: Published, asked: Asked, district = world.house.district) {
  const { rows } = await sql<{ id: string; path: string; name: string; whole: boolean }>`
    select id, path, name, kind = 'district' as whole from place where district = ${district}
       and ${asked.place ? sql`id = ${asked.place}` : sql`kind = 'district'`}`.execute(world.house.db)
  const at = rows[0] as (typeof rows)[0]
  const { numerator, denominator, value } = await reckon(houseOf(district), i, asked, {
    ...at,
    place: at.id,
    only: null,
    exact: true,
  })
  return { numerator, denominator, value }
}
async function byCells(i: Published, asked: Asked, districts = [world.house.district]) {
  const { rows: _, ...figure } = await fromCells(
    world.house,
    i,
    i.kind === 'ratio' ? standing() : null,
    asked,
    districts,
  )
  return figure
}

describe('a figure from cells is the figure of the rows', () => {
  test(
    'whatever the rows, at every month’s end and over whole months, of a district, a community and two districts',
    {
      timeout: 120_000,
    },
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(row(), { minLength: 1, maxLength: 60 }), async (given) => {
          await put(given)
          await refresh()
          for (const i of [standing(), coming(), ratio()])
            for (const asked of windows) {
              const [own, next] = [await byRows(i, asked), await byRows(i, asked, other)]
              expect([i.id, asked, await byCells(i, asked)]).toEqual([i.id, asked, own])
              const here = { ...asked, place: 'tianjinghu' }
              expect([i.id, here, await byCells(i, here)]).toEqual([i.id, here, await byRows(i, here)])
              const province = await byCells(i, asked, [world.house.district, other])
              const cents = (a: number, b: number) => Math.round(a * 100) + Math.round(b * 100)
              expect(Math.round(province.numerator * 100)).toBe(cents(own.numerator, next.numerator))
              if (own.denominator !== null && next.denominator !== null)
                expect(Math.round((province.denominator ?? 0) * 100)).toBe(cents(own.denominator, next.denominator))
            }
        }),
        { numRuns: 6 },
      ),
  )

  test('a share of two districts is no mean of their shares', async () => {
    const at = { path: '', day: '2026-02-03', until: null, amount: null }
    const few = { ...at, district: world.house.district, counted: true }
    const many = { ...at, district: other, counted: false }
    await put([few, many, many, many])
    await refresh()
    const asked = { to: '2026-02-28' }
    expect(await byCells(standing(), asked, [world.house.district, other])).toEqual({
      numerator: 1,
      denominator: 4,
      value: 25,
    })
  })

  test('a changed row shows after the next refresh, not before', async () => {
    const only: Row = {
      district: world.house.district,
      path: '',
      day: '2026-02-03',
      until: null,
      counted: true,
      amount: '0.10',
    }
    const asked = { to: '2026-03-31' }
    await put([only, { ...only, amount: '0.20' }])
    await refresh()
    expect((await byCells(standing(), asked)).numerator).toBe(0.3)
    await put([only, { ...only, amount: '0.20', until: '2026-03-31' }])
    expect((await byCells(standing(), asked)).numerator).toBe(0.3)
    await refresh()
    expect((await byCells(standing(), asked)).numerator).toBe(0.1)
  })
})

describe('what cells cannot say', () => {
  test('R-13.1 people are not summed over months and places', async () => {
    const people = indicator('tried-people', {}, "'p' as person,")
    await expect(refreshCells(world.house, people)).rejects.toThrow('只能逐行去重')
    const small = indicator('tried-small', { small: 5 }, '')
    await expect(refreshCells(world.house, small)).rejects.toThrow('取整后')
  })
  test('no day amid a month, no district that was never refreshed', async () => {
    await put([])
    await refresh()
    expect((await byCells(standing(), { to: '2026-02-28' })).value).toBeNull()
    await expect(byCells(standing(), { to: '2026-02-27' })).rejects.toThrow('月末')
    await expect(byCells(coming(), { from: '2026-02-02', to: '2026-02-28' })).rejects.toThrow('月初')
    await expect(byCells(coming(), { to: '2026-02-28' }, [world.house.district, '999999'])).rejects.toThrow(
      '999999还没有',
    )
  })
})
