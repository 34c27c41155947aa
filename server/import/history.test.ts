import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  bring,
  checked,
  csv,
  home,
  job,
  lives,
  personOf,
  post,
  type Row,
  registry,
  resident,
  until,
} from '../../test/sheets.ts'
import { openWorld, type World } from '../../test/world.ts'
import { creditCheckCharacter } from '../person/uscc.ts'
import { stopImports } from './keep.ts'

vi.setConfig({ testTimeout: 120_000 }) // each import starts processes of its own
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await stopImports(world.house)
  await world.close()
})
const police = '部门共享：公安'
const grid = '网格采集：普查'
const key = (i: number) => home(i).slice(5)
const say = async (row: Row, source: string, collectedOn: string) =>
  (await bring(world, csv([row]), { source, collectedOn })).result
const phoneOf = async (i: number) => {
  const sealed = (await personOf(world, i))?.phone
  return sealed ? world.house.crypto.unseal(sealed) : null
}

test('a later file with another address ends the old residence and begins a new one; nothing is deleted', async () => {
  await say(resident(1, { 户籍地址: home(5), 户号: 'H1', 与户主关系: '户主' }), grid, '2026-06-01')
  expect(
    await say(
      resident(1, { 现住地址: home(2), 户籍地址: home(5), 户号: 'H1', 与户主关系: '户主' }),
      grid,
      '2026-08-01',
    ),
  ).toMatchObject({ updated: 1 })
  expect(await lives(world, 1)).toEqual([`2026-06-01–2026-08-01 ${key(1)}`, `2026-08-01– ${key(2)}`])
  expect(await lives(world, 1, 'registered')).toEqual([`2026-06-01– ${key(5)} H1户主`])
  // Out of the district and back again.
  await say(
    resident(1, { 现住地址: '江苏省南京市某路1号', 户籍地址: home(5), 居住起始日期: '2026-08-10' }),
    grid,
    '2026-08-20',
  )
  await say(resident(1, { 户籍地址: home(5) }), grid, '2026-09-01')
  expect(await lives(world, 1)).toEqual([
    `2026-06-01–2026-08-01 ${key(1)}`,
    `2026-08-01–2026-08-10 ${key(2)}`,
    '2026-08-10–2026-09-01 外地',
    `2026-09-01– ${key(1)}`,
  ])
  // Registered elsewhere: another household, whose home is known by its head.
  await say(resident(1, { 户籍地址: home(6), 户号: 'H2', 与户主关系: '户主' }), grid, '2026-09-02')
  expect(await lives(world, 1, 'registered')).toEqual([
    `2026-06-01–2026-09-02 ${key(5)} H1户主`,
    `2026-09-02– ${key(6)} H2户主`,
  ])
  const { rows } =
    await sql`select d.key from household h join dwelling d on d.id = h.dwelling_id where h.number = 'H2'`.execute(
      world.house.db,
    )
  expect(rows).toEqual([{ key: key(6) }])
})

test('the file mended on the same day corrects the residence; periods never overlap', async () => {
  await say(resident(11, { 居住起始日期: '2015-03-01' }), grid, '2026-08-01')
  expect(await say(resident(11, { 现住地址: home(12), 居住起始日期: '2015-03-01' }), grid, '2026-08-01')).toMatchObject(
    { updated: 1 },
  )
  expect(await lives(world, 11)).toEqual([`2015-03-01– ${key(12)}`])
  await say(resident(11, { 现住地址: home(13) }), grid, '2026-08-02')
  // It says that they moved before the home that stood until August began to end: from then on, and no earlier.
  await say(resident(11, { 现住地址: home(14), 居住起始日期: '2014-01-01' }), grid, '2026-08-03')
  const said = await lives(world, 11)
  expect(said.at(-1)).toBe(`2026-08-02– ${key(14)}`)
  const { rows } =
    await sql`select from residence a join residence b on b.person_id = a.person_id and b.kind = a.kind and b.valid_from > a.valid_from
    and b.valid_from < coalesce(a.valid_to, 'infinity')`.execute(world.house.db)
  expect(rows).toEqual([])
})

test('the same home, and now also since when: it began earlier, and nobody has moved', async () => {
  await say(resident(21), grid, '2026-08-01')
  await say(resident(21, { 居住起始日期: '2012-05-05' }), grid, '2026-08-02')
  expect(await lives(world, 21)).toEqual([`2012-05-05– ${key(21)}`])
})

test('R-B.7 a source that counts less fills what is empty and overwrites nothing, however late it comes', async () => {
  await say(resident(31), police, '2026-01-01')
  const before = await personOf(world, 31)
  const lower = resident(31, { 姓名: '别名', 现住地址: home(32), 联系电话: '10000000031', 文化程度: '初中' })
  expect(await say(lower, grid, '2026-09-01')).toMatchObject({ created: 0, updated: 1, records: 1 })
  const after = await personOf(world, 31)
  expect([after?.name, after?.place_id]).toEqual([before?.name, before?.place_id])
  expect(await lives(world, 31)).toEqual([`2026-01-01– ${key(31)}`])
  expect(await phoneOf(31)).toBe('10000000031')
  await say({ ...lower, 联系电话: '10000000032' }, grid, '2026-09-02')
  expect(await phoneOf(31)).toBe('10000000031')
  // Who counts as much or more is heard.
  await say(resident(31, { 姓名: '新名', 现住地址: home(33) }), police, '2026-09-03')
  expect((await personOf(world, 31))?.name).toBe('新名')
  expect((await lives(world, 31)).at(-1)).toBe(`2026-09-03– ${key(33)}`)
  // A higher source that says the same is what counts from then on.
  await say(resident(35), grid, '2026-08-01')
  await say(resident(35), police, '2026-08-02')
  await say(resident(35, { 姓名: '别名' }), grid, '2026-08-03')
  expect((await personOf(world, 35))?.name).not.toBe('别名')
})

test('an old file that comes late tells history and changes nothing that stands', async () => {
  await say(resident(41), grid, '2026-03-01')
  await say(resident(41), grid, '2026-09-01') // the same again, which is to say that it still holds
  const old = await say(resident(41, { 姓名: '旧名', 现住地址: home(42) }), grid, '2026-06-01')
  expect(old).toMatchObject({ updated: 1, records: 1 })
  expect((await personOf(world, 41))?.name).not.toBe('旧名')
  expect(await lives(world, 41)).toEqual([`2026-03-01– ${key(41)}`])
})

test('a date alone is nothing new; the record of it is kept', async () => {
  await say(resident(51), grid, '2026-08-01')
  expect(await say(resident(51), grid, '2026-09-01')).toMatchObject({ updated: 0, unchanged: 1, records: 1 })
})

test('buildings, homes and organisations: the same twice changes nothing; R-B.7 holds for them too', async () => {
  const uscc = `91340700MA2MWX3H1${creditCheckCharacter('91340700MA2MWX3H1')}`
  const sheets: [string, string, string][] = [
    [
      'buildings',
      '楼栋名称,社区,网格,层数,经度,纬度,坐标系',
      '湖东新村77栋,天井湖社区,tianjinghu-g007,6,117.81,30.95,GCJ-02',
    ],
    ['dwellings', '地址,房屋用途,建筑面积,产权人,是否出租', `天井湖社区湖东新村77栋101室,住宅,86.5,赵小满,是`],
    ['organisations', '统一社会信用代码,名称,类型,地址,从业人数', `${uscc},邻里超市,企业,天井湖社区湖东新村77栋1室,12`],
  ]
  for (const [kind, headings, row] of sheets) {
    const file = (line: string) => Buffer.from(`${headings}\n${line}\n`)
    const dry = await bring(world, file(row), { kind, source: police, collectedOn: '2026-08-01' }).catch(
      (e: Error) => e.message,
    )
    expect([kind, dry.result ?? dry]).toEqual([kind, expect.objectContaining({ created: 1, unmatched: 0 })])
    const before = await registry(world)
    const again = await bring(world, file(row), { kind, source: police, collectedOn: '2026-08-01' })
    expect(again.result).toMatchObject({ created: 0, updated: 0, unchanged: 1, records: 0 })
    expect(await registry(world)).toEqual(before)
    const other = row.replace(',6,', ',9,').replace('86.5', '90').replace(',12', ',99')
    await bring(world, file(other), { kind, source: grid, collectedOn: '2026-09-01' })
    const { record: _, ...stands } = before
    expect(await registry(world)).toMatchObject(stands)
    expect((await bring(world, file(other), { kind, source: police, collectedOn: '2026-09-02' })).result).toMatchObject(
      { updated: 1 },
    )
    expect(await registry(world)).not.toMatchObject(stands)
  }
})

test('homes whose building nobody knows are kept and counted once, and matched when the building comes', async () => {
  const at = '天井湖社区新新家园1栋101室'
  const unmatched = async () =>
    (
      await sql<{ key: string }>`select key from dwelling where building_id is null and key like '新新%'`.execute(
        world.house.db,
      )
    ).rows
  expect(await say(resident(61, { 现住地址: at }), grid, '2026-08-01')).toMatchObject({ unmatched: 1 })
  expect(await say(resident(62, { 现住地址: at }), grid, '2026-08-01')).toMatchObject({ unmatched: 0 })
  expect(await unmatched()).toHaveLength(1)
  await bring(world, Buffer.from('楼栋名称,社区,网格\n新新家园1栋,天井湖社区,tianjinghu-g007\n'), { kind: 'buildings' })
  expect(await unmatched()).toHaveLength(0)
  await say(resident(61, { 现住地址: at }), grid, '2026-09-01')
  expect((await personOf(world, 61))?.place_id).toBe('tianjinghu-g007')
})

test('a record lists what the sheet has columns for, and nothing else', async () => {
  const sheet = csv([resident(91, { 文化程度: '初中' })], ['证件号码', '姓名', '现住地址', '文化程度', '户号'])
  const { id } = await bring(world, sheet)
  const { rows } = await sql<{ names: string[] }>`select names from record where import_id = ${id}`.execute(
    world.house.db,
  )
  expect(rows).toEqual([{ names: ['education', 'address', 'household-number'] }])
})

test('what a sheet that waits would do is reckoned anew when another one came in', async () => {
  const first = await checked(world, csv([resident(92), resident(93)]), { source: grid })
  expect(first.forecast).toMatchObject({ created: 2, updated: 0, unchanged: 0 })
  await bring(world, csv([resident(92)]), { source: grid })
  const now = await vi.waitUntil(
    async () => (await job(world, first.id)).forecast.created === 1 && job(world, first.id),
    { timeout: 30_000, interval: 100 },
  )
  expect(now).toMatchObject({ state: 'checked', forecast: { created: 1, updated: 0, unchanged: 1 } })
  expect(now.forecastAt >= first.forecastAt).toBe(true)
  await post(world, first.id, 'import', { choice: 'all-or-nothing' })
  expect((await until(world, first.id, ['done', 'failed'])).result).toMatchObject(now.forecast)
})
