import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  bring,
  checked,
  csv,
  home,
  idOf,
  job,
  lives,
  manager,
  personOf,
  post,
  type Row,
  registry,
  resident,
  until,
  upload,
} from '../../test/sheets.ts'
import { openWorld, type World } from '../../test/world.ts'
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

test('importing the same file twice changes nothing, and says so', async () => {
  const rows = Array.from({ length: 30 }, (_, i) =>
    resident(i, {
      户籍地址: home(i + 1),
      户号: `H${i % 7}`,
      与户主关系: i < 7 ? '户主' : '子',
      联系电话: `100000001${i + 10}`,
    }),
  )
  const first = await bring(world, csv(rows))
  expect(first.result).toMatchObject({ created: 30, updated: 0, unchanged: 0, records: 30 })
  const before = await registry(world)
  const again = await bring(world, csv(rows))
  expect(again.result).toMatchObject({ created: 0, updated: 0, unchanged: 30, records: 0, unmatched: 0 })
  expect(await registry(world)).toEqual(before)
  // In another order, under another name, with another heading for the same column.
  const turned = csv(rows.toReversed()).toString().replace('证件号码', '公民身份号码')
  expect((await bring(world, Buffer.from(turned), { name: 'x.txt' })).result).toMatchObject({ unchanged: 30 })
  expect(await registry(world)).toEqual(before)
})

const faults: [string, Row][] = [
  ['出生日期不存在', { 证件号码: `${idOf(1).slice(0, 10)}0230${idOf(1).slice(14)}` }],
  ['校验不通过', { 证件号码: idOf(500).slice(0, 17) + (idOf(500)[17] === '1' ? '2' : '1') }],
  ['15位的旧身份证号', { 证件号码: '340799700101123' }],
  ['应为18位，现在是17位', { 证件号码: idOf(501).slice(0, 17) }],
  ['存成了数字', { 证件号码: '3.40799E+17' }],
  ['没有填写证件号码', { 证件号码: '' }],
  ['没有填写姓名', { 姓名: '' }],
  ['姓名里有不能用的字符', { 姓名: '王<b>' }],
  ['11位手机号', { 联系电话: '12345' }],
  ['没有本区的社区', { 现住地址: '天井胡社区1栋101室', 户籍地址: home(1) }],
  ['只写到社区', { 现住地址: '天井湖社区' }],
  ['都不在本区', { 现住地址: '江苏省南京市玄武区某路1号' }],
  ['至少填一个', { 现住地址: '' }],
  ['2015-03-01', { 居住起始日期: '去年' }],
  ['还没有到', { 居住起始日期: '2026-09-02' }],
  ['早于出生', { 居住起始日期: '1960-01-01' }],
  ['户号只能', { 户号: '甲1', 与户主关系: '子' }],
  ['超过 200 个字', { 文化程度: '长'.repeat(201) }],
]

test('every fault is named by line, column and remedy, and never repeats what the cell holds', async () => {
  const rows = faults.map(([, row], i) => resident(600 + i, row))
  const done = await checked(world, csv(rows))
  expect([done.lines, done.good, done.bad]).toEqual([rows.length, 0, rows.length])
  for (const [i, [why]] of faults.entries())
    expect(
      done.faults
        .filter((f: { n: number }) => f.n === i + 2)
        .map((f: { message: string }) => f.message)
        .join(),
    ).toContain(why)
  expect(JSON.stringify(done.faults)).not.toMatch(/\d{6}/)
  expect((await post(world, done.id, 'import', { choice: 'skip-bad' })).body.message).toBe('没有一行可以导入')
  const mixed = await checked(world, Buffer.from(`楼栋名称,社区,网格\n1栋,${idOf(3)},${idOf(4)}\n`), {
    kind: 'buildings',
  })
  expect(mixed.faults.map((f: { message: string }) => f.message).sort()).toEqual([
    '本区没有这个社区',
    '本区没有这个网格',
  ])
})

test('full-width digits, a small x, spaces and hyphens are how people write, and no fault', async () => {
  const x = Array.from({ length: 99 }, (_, i) => 700 + i).find((i) => idOf(i).endsWith('X')) as number
  const wide = (s: string) => s.replace(/[\dX]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  const rows = [
    resident(x, { 证件号码: idOf(x).toLowerCase(), 联系电话: '+86 100-0000-0911' }),
    resident(801, { 证件号码: wide(idOf(801)), 居住起始日期: '２０１５．３．１' }),
    resident(802, { 证件号码: idOf(802).replace(/^(.{6})(.{8})/, '$1 $2 '), 居住起始日期: '2015年3月1日' }),
  ]
  expect((await bring(world, csv(rows))).result).toMatchObject({ created: 3 })
  expect((await personOf(world, x))?.phone).not.toBeNull()
  expect(await lives(world, 801)).toEqual([`2015-03-01– ${home(801).slice(5)}`])
  expect(await lives(world, 802)).toEqual([`2015-03-01– ${home(802).slice(5)}`])
})

test('the same person twice in one file: the first line stays, the other is named by its number', async () => {
  const rows = [resident(810), resident(811), resident(810, { 姓名: '别名' }), resident(811), resident(812)]
  const done = await checked(world, csv(rows))
  expect([done.lines, done.good, done.bad]).toEqual([5, 3, 2])
  expect(done.faults).toEqual([
    { n: 4, field: '证件号码', message: '与第 2 行重复' },
    { n: 5, field: '证件号码', message: '与第 3 行重复' },
  ])
})

test('all or nothing: one bad line and nothing changes; without the bad ones: exactly the good ones', async () => {
  const before = await registry(world)
  const file = csv([resident(820), resident(821, { 姓名: '' }), resident(822)])
  const { id, bad } = await checked(world, file)
  const refused = await post(world, id, 'import', { choice: 'all-or-nothing' })
  expect([bad, refused.status, refused.body.message]).toEqual([1, 409, '有 1 行不对：请改好再来，或者选择跳过有错的行'])
  expect(await registry(world)).toEqual(before)
  expect((await bring(world, file, { choice: 'skip-bad' })).result).toMatchObject({
    created: 2,
    updated: 0,
    unchanged: 0,
  })
  expect(await Promise.all([820, 821, 822].map(async (i) => Boolean(await personOf(world, i))))).toEqual([
    true,
    false,
    true,
  ])
  expect((await job(world, id)).state).toBe('checked')
  await post(world, id, 'cancel')
})

const seed = Number(process.env.LINLI_SEED) || randomInt(2 ** 31)
test(`counts add up, and come out as the dry run said (seed ${seed})`, async () => {
  // Of a small circle of people, so that sheets meet those of before; names and homes change from sheet to sheet.
  const line = fc.record({
    who: fc.integer({ min: 900, max: 912 }),
    name: fc.constantFrom('甲', '乙'),
    at: fc.constantFrom(home(1), home(2), `天井湖社区没有的楼${1}`, '安徽省合肥市某路1号'),
    registered: fc.constantFrom(undefined, home(3), home(4)),
    fault: fc.option(fc.nat(faults.length - 1), { freq: 4 }),
  })
  const sheet = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    source: fc.constantFrom('网格采集：普查', '部门共享：公安', '自报'),
    collectedOn: fc.constantFrom('2026-08-01', '2026-09-01', '2026-09-20'),
  })
  await fc.assert(
    fc.asyncProperty(sheet, async ({ lines, ...given }) => {
      const rows = lines.map((l) =>
        resident(l.who, {
          姓名: l.name,
          现住地址: l.at,
          ...(l.registered && { 户籍地址: l.registered }),
          ...(l.fault !== null && faults[l.fault]?.[1]),
        }),
      )
      const dry = await checked(world, csv(rows), given)
      expect([dry.lines, dry.good + dry.bad]).toEqual([rows.length, rows.length])
      if (!dry.good) return void (await post(world, dry.id, 'cancel'))
      await post(world, dry.id, 'import', { choice: 'skip-bad' })
      const { result, good } = await until(world, dry.id, ['done', 'failed'])
      expect(result.created + result.updated + result.unchanged).toBe(good)
      const { records, ...counted } = result
      expect(counted).toEqual(dry.forecast)
      const before = await registry(world)
      const again = await bring(world, csv(rows), { ...given, choice: 'skip-bad' })
      expect(again.result).toMatchObject({ created: 0, updated: 0, unchanged: good, records: 0 })
      expect(await registry(world)).toEqual(before)
    }),
    { numRuns: 5, seed },
  )
})

test('of the files that wait, five at most; what is not a table is refused with its reason and leaves nothing', async () => {
  for (const file of ['', '\n\n', '姓名,证件号码\n', '<html><table>']) {
    const res = await upload(world, Buffer.from(file))
    expect([res.status, res.body.field]).toEqual([400, 'file'])
    expect(res.body.message).toMatch(/\p{Script=Han}/u)
  }
  expect((await upload(world, csv([resident(1)]), { kind: 'pets' })).body.message).toBe('请选择“类别”')
  const waiting = (await world.call(manager, 'GET', '/api/imports')).body.jobs.filter((j: { state: string }) =>
    ['uploaded', 'checked'].includes(j.state),
  )
  for (let i = waiting.length; i < 5; i++) expect((await upload(world, csv([resident(1)]))).status).toBe(200)
  const sixth = await upload(world, csv([resident(1)]))
  expect([sixth.status, sixth.body.message]).toEqual([409, '已有 5 个文件等着导入，请先完成或取消'])
  for (const j of (await world.call(manager, 'GET', '/api/imports')).body.jobs)
    if (['uploaded', 'checked'].includes(j.state)) await post(world, j.id, 'cancel')
})
