import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { halls, publishBooks, visits } from '../../test/books.ts'
import { bring, checked, job, upload } from '../../test/sheets.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBooks(world)
})
afterAll(() => world.close())

const get = async (who: string, url: string) => (await world.call(who, 'GET', url)).body
const kind = 'register:test-halls'
const sheet = (...lines: string[]) => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
const heading = '编号,名称,社区,状态,建筑面积（平方米）,免费开放,用途,开放日期,产权单位,管理员电话,备注'
const line = (n: number, more: Partial<Record<'community' | 'status' | 'area' | 'phone' | 'note', string>> = {}) =>
  `S-${n},表格活动室${n},${more.community ?? '天井湖社区'},${more.status ?? '开放'},${more.area ?? '120.5'},是,养老、体育,2019年3月1日,区民政局,${more.phone ?? '10012345678'},${more.note ?? ''}`
const who = 'ge-hui'
const hallOf = async (n: number) => {
  const { rows } = await get('qin-lan', `${halls}?q=${encodeURIComponent(`表格活动室${n}`)}`)
  return rows.find((r: { title: string }) => r.title === `表格活动室${n}`)
}
const versions = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from register_version where register = 'test-halls'`.execute(
      world.house.db,
    )
  ).rows[0]?.n

test('a sheet becomes entries: words become values, names become links, numbers are sealed; the same sheet again changes nothing', async () => {
  const file = sheet(heading, line(1), line(2, { status: '在建', area: '88' }))
  const done = await bring(world, file, { kind, who })
  expect(done.result).toMatchObject({ created: 2, updated: 0, unchanged: 0 })
  const { id } = await hallOf(1)
  const f = await get(who, `${halls}/${id}`)
  const said = Object.fromEntries(f.fields.map((x: { field: string; text: string }) => [x.field, x.text]))
  expect(said).toMatchObject({
    status: '开放',
    uses: '养老、体育',
    openedOn: '2019-03-01',
    owner: '区民政局',
    keeperPhone: '100****5678',
  })
  expect(f.version.from).toBe('2026-09-01')
  expect(f.history[0]).toMatchObject({ what: '导入', by: '葛慧', reason: '网格采集：普查' })
  const before = await versions()
  expect((await bring(world, file, { kind, who })).result).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect(await versions()).toBe(before)
  const changed = sheet(heading, line(1), line(2, { status: '开放', area: '90' }))
  const forecast = await checked(world, changed, { kind, who, collectedOn: '2026-09-10' })
  expect(forecast.forecast).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  expect((await bring(world, changed, { kind, who, collectedOn: '2026-09-10' })).result).toMatchObject({ updated: 1 })
  const second = await hallOf(2)
  const area = async (on: string) =>
    (await get(who, `${halls}/${second.id}?on=${on}`)).fields.find((x: { field: string }) => x.field === 'area').value
  expect([await area('2026-09-09'), await area('2026-09-10')]).toEqual([88, 90])
  // What the sheet says of its own day is nothing new now.
  expect((await bring(world, file, { kind, who })).result).toMatchObject({ unchanged: 2 })
})

test('each line that is wrong is told by its column: what is not known, not allowed, not ours, or there twice', async () => {
  const file = sheet(
    heading,
    line(11, { status: '关门' }),
    line(12, { community: '幸福社区' }),
    line(13, { area: '很大' }),
    line(14, { note: '找13812345678' }),
    line(15),
    line(15),
    line(2, { status: '在建' }),
  )
  const { good, bad, id } = await checked(world, file, { kind, who, collectedOn: '2026-09-20' })
  expect([good, bad]).toEqual([1, 6])
  const faults = (await job(world, id, who)).faults.map(
    (f: { n: number; field: string; message: string }) => `${f.n} ${f.field} ${f.message}`,
  )
  expect(faults).toEqual([
    '2 状态 “状态”不在可选范围内：计划、在建、开放',
    '3 社区 不在您的工作范围内',
    '4 建筑面积 “建筑面积”应为数字',
    '5 备注 请不要在“备注”里写手机号',
    '7 编号 与第 6 行重复',
    '8 状态 “状态”不能从“开放”直接到“在建”',
  ])
})

test('where nothing tells entries apart, a line that says what one says already is nothing new', async () => {
  const file = sheet(
    '来访单位,到访场所,到访日期',
    '外省考察团,表格活动室1,2026-08-01',
    '外省考察团,表格活动室1,2026-08-02',
  )
  const given = { kind: 'register:test-visits', who: 'qin-lan' }
  expect((await bring(world, file, given)).result).toMatchObject({ created: 2 })
  expect((await bring(world, file, given)).result).toMatchObject({ created: 0, unchanged: 2 })
  expect((await get('qin-lan', visits)).total).toBe(2)
})

test('a register’s sheet is brought by who keeps it, and is there for nobody else', async () => {
  expect((await upload(world, sheet(heading, line(30)), { kind, who: 'ding-yi' })).status).toBe(400)
  expect((await upload(world, sheet(heading, line(30)), { kind: 'residents', who })).status).toBe(400)
  expect((await upload(world, sheet(heading, line(30)), { kind, who: 'fan-jun' })).status).toBe(400)
  const { body } = await upload(world, sheet(heading, line(30)), { kind, who })
  for (const other of ['ding-yi', 'qin-lan', 'fan-jun'])
    expect((await world.call(other, 'GET', `/api/imports/${body.id}`)).status).toBe(404)
  const listed = async (w: string) => (await get(w, '/api/imports')).jobs.map((j: { id: string }) => j.id)
  expect([(await listed(who)).includes(body.id), (await listed('ding-yi')).includes(body.id)]).toEqual([true, false])
  const kinds = (await get(who, '/api/imports')).kinds.map((k: { kind: string }) => k.kind)
  expect(kinds).toContain(kind)
  expect(kinds).not.toContain('residents')
})
