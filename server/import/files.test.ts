import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import {
  bring,
  checked,
  csv,
  gbk,
  home,
  idOf,
  job,
  manager,
  personOf,
  post,
  resident,
  upload,
} from '../../test/sheets.ts'
import { openWorld, type World } from '../../test/world.ts'
import { csvLine } from '../platform/csv.ts'
import { forgetImports, stopImports } from './keep.ts'
import { columnsOf, kinds } from './kinds.ts'
import { readTable } from './table.ts'

vi.setConfig({ testTimeout: 120_000 }) // each import starts processes of its own
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await stopImports(world.house)
  await world.close()
})

const rowsOf = async (bytes: Buffer) => {
  const rows: string[][] = []
  for await (const batch of readTable(() => Readable.from([bytes]))) rows.push(...batch.map((l) => l.cells))
  return rows
}
const sheet = (rows: (string | number | Date | { formula: string })[][], options: object = {}) =>
  writeXlsxFile(
    rows.map((r) =>
      r.map((value) =>
        typeof value === 'object' && 'formula' in value
          ? { value: value.formula, type: 'Formula' }
          : value instanceof Date
            ? { value, type: Date, format: 'yyyy-mm-dd' }
            : { value, type: typeof value === 'number' ? Number : String },
      ),
    ) as never,
    options,
  ).toBuffer()
const headings = ['证件号码', '姓名', '现住地址', '居住起始日期']

test('GBK, UTF-16, UTF-8 with a mark, semicolons, quoted breaks: the same people come in from each', async () => {
  const text = (i: number) => `证件号码,姓名,现住地址\n${idOf(i)},"赵小满",${home(i)}\n`
  const files: Buffer[] = [
    gbk(text(1)),
    Buffer.from(`\uFEFF${text(2)}`, 'utf16le'),
    Buffer.from(`\uFEFF${text(3)}`, 'utf16le').swap16(),
    Buffer.from(`\uFEFF${text(4)}`),
    Buffer.from(text(5).replaceAll(',', ';')),
    Buffer.from(text(6).replace(home(6), `"${home(6)}\n"`)),
  ]
  for (const [i, file] of files.entries()) {
    expect((await bring(world, file)).result).toMatchObject({ created: 1 })
    expect((await personOf(world, i + 1))?.name).toBe('赵小满')
  }
})

test('an xlsx with days and texts comes in; numbers that lost their end, formulas, hidden sheets are told', async () => {
  const day = new Date('2015-03-01T00:00:00Z')
  const good = await sheet([headings, [idOf(11), '孙小雪', home(11), day]])
  expect((await bring(world, good, { name: '名单.xlsx' })).result).toMatchObject({ created: 1 })

  const lost = await checked(
    world,
    await sheet([headings, [Number(idOf(12).replace('X', '1')), '孙小雪', home(12), '']]),
  )
  expect(lost.faults).toEqual([{ n: 2, field: '证件号码', message: expect.stringContaining('末几位已经丢失') }])
  const formula = await upload(world, await sheet([headings, [{ formula: '=A1' }, '孙小雪', home(12), '']]))
  expect([formula.status, formula.body.message]).toEqual([400, '第 2 行第 1 列是公式，请先“选择性粘贴为数值”再上传'])
  // Far down, where the first look does not reach, it fails the check and nothing is left.
  const long = [...Array(1200)].map(
    (_, i) => [idOf(i % 999), '孙小雪', home(i), ''] as (string | { formula: string })[],
  )
  long.push([{ formula: '=A1' }, '', '', ''])
  const late = await checked(world, await sheet([headings, ...long]))
  expect([late.state, late.why]).toEqual(['failed', '第 1202 行第 1 列是公式，请先“选择性粘贴为数值”再上传'])
})

test('what is no sheet leaves neither a job nor a file', async () => {
  const folder = join(world.house.dataDir, 'imports')
  const before = readdirSync(folder)
  const bomb = await sheet([headings, ...[...Array(2000)].map(() => ['1'.repeat(2000), '', '', ''])])
  const cut = (await sheet([headings, [idOf(1), '甲', home(1), '']])).subarray(0, -40)
  for (const file of [cut, Buffer.from('PK\x03\x04 and nothing more'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])]) {
    const res = await upload(world, file, { name: '名单.xlsx' })
    expect([res.status, res.body.field, /\p{Script=Han}/u.test(res.body.message)]).toEqual([400, 'file', true])
  }
  expect((await upload(world, bomb, { name: '名单.xlsx' })).status).toBe(200) // repetitive, and still a sheet
  expect(readdirSync(folder)).toHaveLength(before.length + 1)
})

test('the file of faults is the original and one column more; it opens without formulas and goes back as it is', async () => {
  const rows = [
    ['证件号码', '姓名', '现住地址', '=备注'],
    [idOf(21), '赵小满', home(21), '=1+1'],
    [idOf(22), '', home(22), '有,逗号"和引号"\n和换行'],
    [idOf(23), '周小寒', home(23), '＋86'],
  ]
  const dry = await checked(world, Buffer.from(`\uFEFF${rows.map(csvLine).join('')}`))
  const got = await world.call(manager, 'GET', `/api/imports/${dry.id}/faults`)
  const text = got.body.toString('utf8')
  expect(text).not.toMatch(/(^|,|\n)"?[=+\-@＝＋－＠]/m)
  expect(await rowsOf(got.body)).toEqual(rows.map((r, i) => [...r, ['错误', '', '没有填写姓名', ''][i]]))
  // The same columns are chosen when it comes back, mended.
  const back = await checked(
    world,
    Buffer.from(text.replace('没有填写姓名', '').replace(`${idOf(22)},`, `${idOf(22)},吴小冬`)),
  )
  expect([back.mapping, back.good, back.bad]).toEqual([dry.mapping, 3, 0])
  await post(world, back.id, 'cancel')
})

test('the file of faults goes back to whoever brought it, and is gone after a week; so is the sheet', async () => {
  const dry = await checked(world, csv([resident(31, { 姓名: '' }), resident(32)]))
  const stray = join(world.house.dataDir, 'imports', '01a20e23-ec23-7000-9a68-0d712e28033c')
  writeFileSync(stray, 'x')
  utimesSync(stray, new Date(0), new Date(0))
  await world.goTo('2026-09-29T10:00:00+08:00')
  await forgetImports(world.house)
  expect([existsSync(stray), readdirSync(join(world.house.dataDir, 'imports')).length]).toEqual([false, 0])
  const later = await job(world, dry.id)
  expect([later.state, later.sample, later.faults]).toEqual(['cancelled', [], []])
  expect((await world.call(manager, 'GET', `/api/imports/${dry.id}/faults`)).status).toBe(404)
  const again = await post(world, dry.id, 'check', { mapping: dry.mapping, source: '自报', collectedOn: '2026-09-01' })
  expect([again.status, again.body.message]).toEqual([409, '文件已过保存期，请重新上传'])
})

test('a sheet lies sealed on disk, and what is shown of it is masked', async () => {
  const rows = [resident(41, { 姓名: '欧阳小满', 联系电话: '100 0000 0041', 户号: 'H1' })]
  const { body } = await upload(world, csv(rows))
  const kept = readFileSync(join(world.house.dataDir, 'imports', body.id))
  for (const secret of [idOf(41), '欧阳小满', home(41)]) expect(kept.includes(secret)).toBe(false)
  const shown = await job(world, body.id)
  expect(shown.sample[0].slice(0, 5)).toEqual([
    expect.stringMatching(/^340\*{4}\d\d$/),
    '欧**满',
    '100****41',
    '',
    '天井湖社区湖东新村*栋***室',
  ])
  const listed = (await world.call(manager, 'GET', '/api/imports')).body
  expect(JSON.stringify(listed)).not.toContain('sample')
  for (const one of [shown, ...listed.jobs]) expect(one).not.toHaveProperty('by') // who it was by account is ours alone
  await post(world, body.id, 'cancel')
})

test('of the first lines a day can be read, unless it is a birth; eight digits may be a telephone', async () => {
  const lines = [
    ['姓名', '居住起始日期', '登记日期', '出生日期', '生日', '固话', '更新'],
    ['甲', '2015年3月1日', '20150301', '1954-03-12', '3月12日', '19540312', '2015-03-01'],
  ]
  const { body } = await upload(world, Buffer.from(lines.map(csvLine).join('')))
  expect((await job(world, body.id)).sample).toEqual([
    ['甲', '2015年3月1日', '20150301', '195****12', '*月**日', '195****12', '2015-03-01'],
  ])
  await post(world, body.id, 'cancel')
})

test('the data may be of today, from midnight in the district on', async () => {
  await world.goTo('2026-10-01T06:30:00+08:00')
  const { id, mapping } = (await upload(world, csv([resident(51)]))).body
  const ask = (collectedOn: string) => post(world, id, 'check', { mapping, source: '自报', collectedOn })
  expect((await ask('2026-10-02')).body.message).toBe('“数据日期”还没有到')
  expect((await ask('2026-10-01')).status).toBe(200)
})

test('the same upload under the same key is one; each template is read by the import it is for', async () => {
  const key = 'the-same-intent'
  const [one, two] = [
    await upload(world, csv([resident(61)]), {}, key),
    await upload(world, csv([resident(61)]), {}, key),
  ]
  expect(two.body).toEqual(one.body)
  expect((await upload(world, csv([resident(62)]), {}, key)).status).toBe(422)
  for (const kind of kinds) {
    const res = await world.call(manager, 'GET', `/api/imports/templates/${kind}`)
    const [first = []] = await rowsOf(res.body)
    expect(first).toEqual(columnsOf[kind].map((c) => c.title))
  }
})
