import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { csv, home, idOf, job, post, resident, upload } from '../../test/sheets.ts'
import { inline, inSheet, xlsx } from '../../test/workbooks.ts'
import { openWorld, type World } from '../../test/world.ts'
import { stopImports } from './keep.ts'

/** Every kind of file that somebody may send for a spreadsheet, sent over HTTP: what is said of it, and that nothing is left of what is refused. */
vi.setConfig({ testTimeout: 120_000 })
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await stopImports(world.house)
  await world.close()
})

const row = (...cells: string[]) => `<row>${cells.map((c) => inline(c)).join('')}</row>`
const headings = row('证件号码', '姓名', '现住地址')
const people = headings + row(idOf(1), '赵小满', home(1))
const good = xlsx({ sheet: people })
const bytes = (hex: string, rest = '') => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(rest)])
const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`
const png = bytes('89504e470d0a1a0a0000000d4948445200007530000075300806000000', '\0'.repeat(40))
const jpeg = bytes('ffd8ffe000104a46494600010100000100010000', '\0'.repeat(40))
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const nested = xlsx({ sheet: ' '.repeat(12_000_000) })
const many = Array.from({ length: 10_000 }, (_, i) => [`x${i}`, ''] as [string, string])

const refused: [kind: string, name: string, file: Buffer | string, why: string][] = [
  ['nothing at all', '空.xlsx', '', '文件是空的'],
  ['only headings', '名单.xlsx', xlsx({ sheet: headings }), '只有标题'],
  ['no headings', '名单.csv', `${idOf(1)},赵小满\n${idOf(2)},甲\n`, '第一行应是标题'],
  ['a workbook cut in the middle', '名单.xlsx', good.subarray(0, good.length / 2), '可能没有传完'],
  ['a workbook cut at its very end', '名单.xlsx', good.subarray(0, -10), '可能没有传完'],
  [
    'a workbook whose sheet is broken',
    '名单.xlsx',
    xlsx({ sheet: `${inSheet(people).slice(0, -20)}<` }),
    '不完整或已损坏',
  ],
  ['a workbook with a byte turned', '名单.xlsx', xlsx({ sheet: people, lie: { crc: 1 } }), '不完整或已损坏'],
  ['a bomb', '名单.xlsx', nested, '压缩得异常紧'],
  ['a size that lies: less', '名单.xlsx', xlsx({ sheet: people, lie: { unpacked: 10 } }), '大小与实际不符'],
  ['a size that lies: more', '名单.xlsx', xlsx({ sheet: people, lie: { unpacked: 90_000 } }), '大小与实际不符'],
  ['parts laid over one another', '名单.xlsx', xlsx({ sheet: people, lie: { offset: 0 } }), '互相重叠'],
  ['ten thousand entries', '名单.xlsx', xlsx({ sheet: people, more: many }), '最多 1000 个'],
  ['two parts of one name', '名单.xlsx', xlsx({ sheet: people, more: [['XL/workbook.xml', '']] }), '重名'],
  [
    'a part that climbs out of the folder',
    '名单.xlsx',
    xlsx({ sheet: people, more: [['../../etc/passwd', 'x']] }),
    '不完整或已损坏',
  ],
  ['a password, or an old xls', '名单.xlsx', bytes('d0cf11e0a1b11ae1', '\0'.repeat(600)), '去掉密码'],
  [
    'entities that multiply',
    '名单.xlsx',
    xlsx({ sheet: `<!DOCTYPE a [<!ENTITY x "xx">]>${inSheet(people)}` }),
    'DOCTYPE',
  ],
  ['a formula', '名单.xlsx', xlsx({ sheet: `${headings}<row><c><f>1+1</f></c></row>` }), '是公式'],
  [
    'merged cells',
    '名单.xlsx',
    xlsx({ sheet: inSheet(people).replace('</w', '<mergeCells><mergeCell ref="A2:A3"/></mergeCells></w') }),
    '合并的单元格',
  ],
  ['html called xlsx', '名单.xlsx', '<html><table><tr><td>1</td></tr></table></html>', '网页格式'],
  ['svg with a script', '名单.csv', svg, '网页格式'],
  ['a picture of 30,000 × 30,000', '名单.xlsx', png, '不是表格'],
  ['a pdf called csv', '名单.csv', '%PDF-1.7\n1,2\n3,4\n', '不是表格'],
  ['another kind of archive', '名单.xlsx', bytes('377abcaf271c0004', '\0'.repeat(40)), '不是表格'],
  ['a photo called csv', '名单.csv', jpeg, '不是表格'],
  ['a picture that is a zip behind', '名单.xlsx', Buffer.concat([png, good]), '不是表格'],
  ['a program', '名单.csv', bytes('4d5a90000300000004000000ffff0000', '\0'.repeat(60)), '不是表格'],
  ['a virus, for testing', '名单.csv', eicar, '只有标题'],
  ['a quote that never closes', '名单.csv', `证件号码,姓名\n"${idOf(1)},甲\n`, '引号'],
]

describe('refused, with the reason, and nothing is left', () => {
  test.each(refused)('%s', async (_, name, file, why) => {
    const res = await upload(world, Buffer.from(file as string), { name })
    expect([res.status, res.body.field]).toEqual([400, 'file'])
    expect(res.body.message).toContain(why)
    expect(readdirSync(join(world.house.dataDir, 'imports'))).toEqual([])
  })
})

const taken: [kind: string, name: string, file: Buffer, keptAs: string][] = [
  ['a workbook called csv', '名单.csv', good, '名单.csv'],
  ['a csv called xlsx', '名单.xlsx', csv([resident(1)]), '名单.xlsx'],
  [
    'a bomb inside that nobody opens',
    '名单.xlsx',
    xlsx({ sheet: people, more: [['xl/embeddings/a.xlsx', nested]] }),
    '名单.xlsx',
  ],
  ['macros that nobody runs', '名单.xlsm', xlsx({ sheet: people, more: [['xl/vbaProject.bin', eicar]] }), '名单.xlsm'],
  ['a name that reads backwards', '名单\u202Excod.csv', csv([resident(1)]), '名单xcod.csv'],
  ['a name that climbs', '../../../etc/名单.csv', csv([resident(1)]), '名单.csv'],
]
describe('taken for what the bytes are', () => {
  test.each(taken)('%s', async (_, name, file, keptAs) => {
    const res = await upload(world, file, { name })
    expect([res.status, res.body.message]).toEqual([200, undefined])
    const { id } = res.body
    const { name: kept, sample } = await job(world, id)
    expect([kept, sample.length]).toEqual([keptAs, 1])
    await post(world, id, 'cancel')
  })
})
