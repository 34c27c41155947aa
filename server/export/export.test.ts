import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { readTable } from '../import/table.ts'
import { fromCsv } from '../platform/csv.ts'
import { keepExports } from './make.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const asked = {
  what: 'residents',
  place: 'tianjinghu',
  standing: 'registered',
  columns: ['name', 'age', 'id-number', 'phone', 'building'],
  format: 'csv',
  purpose: '重阳节上门慰问',
  days: 7,
}
const ask = (who: string, more: object = {}) => world.call(who, 'POST', '/api/exports', { ...asked, ...more })
const decide = (who: string, id: string, approve = true) =>
  world.call(who, 'POST', `/api/exports/${id}/decision`, { approve, note: approve ? '同意，用完删除' : '用不着名单' })
const take = (who: string, id: string) => world.call(who, 'GET', `/api/exports/${id}/file`)
async function made(who: string, by: string, more: object = {}): Promise<string> {
  const { body } = await ask(who, more)
  expect((await decide(by, body.id)).status).toBe(200)
  await ready(body.id)
  return body.id
}
/** Its making is in nobody's request: it is waited for. */
async function ready(id: string) {
  for (let i = 0; i < 200; i++) {
    await keepExports(world.house)
    const { rows } = await sql<{ state: string }>`select state from export_request where id = ${id}`.execute(
      world.house.db,
    )
    if (rows[0]?.state !== 'making') return expect(rows[0]?.state).toBe('ready')
    await new Promise((r) => setTimeout(r, 25))
  }
  throw new Error('never made')
}

test('R-B.16 nothing leaves before a second person agrees, and never at one’s own word', async () => {
  const { status, body } = await ask('zhou-min')
  expect([status, body.lines]).toEqual([200, 2])
  expect((await take('zhou-min', body.id)).body.message).toBe('文件还没有准备好')
  expect((await decide('zhou-min', body.id)).body.message).toBe('不能审批自己的申请')
  expect((await decide('qian-lan', body.id)).status).toBe(404)
  const mine = await ask('lu-wei')
  expect((await decide('lu-wei', mine.body.id)).body.message).toBe('不能审批自己的申请')
  expect((await decide('dou-an', mine.body.id)).status).toBe(200)
  expect((await decide('lu-wei', body.id)).status).toBe(200)
  expect((await decide('dou-an', body.id)).body.message).toBe('这份申请没有在等待审批')
  // The rule stands in the table too.
  await expect(
    sql`update export_request set decided_by = requested_by where id = ${body.id}`.execute(world.house.db),
  ).rejects.toThrow(/check/)
})

test('who decides follows from what is asked: a community its own, the security administrator what goes further', async () => {
  const cases: [string, string, object][] = [
    ['zhou-min', '只有安全管理员可以审批', { columns: ['name-full'], justification: '要逐户打电话核对' }],
    ['lu-wei', '不能审批自己的申请', {}],
  ]
  for (const [who, why, more] of cases)
    expect((await decide('lu-wei', (await ask(who, more)).body.id)).body.message).toContain(why)
  const wide = (await ask('ding-yi', { place: 'tongguan' })).body.id
  expect((await decide('lu-wei', wide)).status).toBe(404) // it does not lie in the community
  expect((await decide('zhang-heng', wide)).status).toBe(404)
  expect((await decide('shui-qing', wide)).status).toBe(403)
  expect((await decide('dou-an', wide)).status).toBe(200)
  const { toDecide } = (await world.call('lu-wei', 'GET', '/api/exports')).body
  for (const inner of ['filter', 'requestedBy', 'decidedBy', 'madeAt', 'sensitive', 'what'])
    expect(toDecide[0]).not.toHaveProperty(inner) // told are the names that the contract has
  expect(
    toDecide.map((r: { full: boolean; decides: string | null }) => [r.full, r.decides?.slice(0, 8) ?? null]),
  ).toContainEqual([true, '只有安全管理员'].map((x) => (typeof x === 'string' ? expect.stringContaining(x) : x)))
})

test('the file is masked by default, marked with who, when and why, and its cells are no formulas', async () => {
  await sql`update person set name = '=cmd|calc' where id = 'person-zhang-wenjing'`.execute(world.house.db)
  const csv = await take(
    'zhou-min',
    await made('zhou-min', 'dou-an', { columns: ['name-full', 'phone', 'age'], justification: '要称呼全名' }),
  )
  expect(csv.headers['content-disposition']).toContain('attachment')
  const lines = fromCsv(csv.body.toString('utf8'))
  expect(lines[0]?.[0]).toMatch(
    /导出编号 \w{8}｜申请：周敏（.+）｜批准：窦安｜2026-09-21 09:00 生成｜用途：重阳节上门慰问/,
  )
  expect(lines[1]?.[0]).toContain('户籍人口')
  expect(lines.at(-1)?.[0]).toBe(lines[0]?.[0])
  expect(lines.slice(2, -1)).toEqual(
    [
      ['年龄', '手机号（遮盖）', '姓名（全名）'],
      ['34', '100****0003', "'=cmd|calc"],
      ['72', '100****0001', '王桂兰'],
    ].map((l) => expect.arrayContaining(l)),
  )

  const xlsx = await take('zhou-min', await made('zhou-min', 'lu-wei', { format: 'xlsx' }))
  const cells: string[][] = []
  for await (const batch of readTable(() => Readable.from([xlsx.body])))
    cells.push(...batch.map((l: { cells: string[] }) => l.cells))
  const text = JSON.stringify(cells)
  expect(text).toContain('340799***********'.slice(0, 4))
  expect(text).not.toMatch(/340799195403120025|10000000001|王桂兰/)
  expect(text).toContain('王*兰')
  await sql`update person set name = '张文静' where id = 'person-zhang-wenjing'`.execute(world.house.db)
})

test('numbers in full are asked for apart, and justified', async () => {
  const { status, body } = await ask('zhou-min', { columns: ['id-number-full'] })
  expect([status, body.field]).toEqual([400, 'justification'])
})

test('whoever stands in a file reads each time that it was taken, and nobody else does', async () => {
  const looks = async (who: string) =>
    (await world.call(who, 'GET', '/api/held/looks')).body.rows.filter(
      (r: { purpose: string }) => r.purpose === '核对养老待遇',
    )
  const id = await made('zhou-min', 'dou-an', { ageFrom: 60, purpose: '核对养老待遇' })
  expect(await looks('wang-guilan')).toEqual([])
  for (let i = 0; i < 2; i++) expect((await take('zhou-min', id)).status).toBe(200)
  const seen = await looks('wang-guilan')
  expect(seen).toHaveLength(2)
  expect(seen[0]).toMatchObject({
    what: 'person.exported',
    unit: expect.stringContaining('天井湖'),
    number: expect.stringMatching(/^\w{8}$/),
  })
  expect(await looks('zhang-wenjing')).toEqual([]) // 34, not in it
  expect(await looks('li-changfu')).toEqual([]) // another community
})

test('the file is the asker’s alone, five times, until it expires; then it is gone from the disk', async () => {
  const id = await made('zhou-min', 'lu-wei', { days: 1 })
  for (const other of ['lu-wei', 'ding-yi', 'qian-lan']) expect((await take(other, id)).status).toBe(404)
  expect((await take('dou-an', id)).status).toBe(403)
  for (let i = 0; i < 5; i++) expect((await take('zhou-min', id)).status).toBe(200)
  expect((await take('zhou-min', id)).body.message).toContain('已经下载 5 次')
  const second = await made('zhou-min', 'lu-wei', { days: 1 })
  await world.goTo('2026-09-22T09:00:01+08:00')
  await keepExports(world.house)
  expect((await take('zhou-min', second)).body.message).toBe('文件已过有效期，已经删除')
  const { mine } = (await world.call('zhou-min', 'GET', '/api/exports')).body
  expect(mine.find((r: { id: string }) => r.id === second)).toMatchObject({ state: 'expired' })
})

test('a refusal says why, and a request can be taken back', async () => {
  const { body } = await ask('zhou-min')
  await decide('lu-wei', body.id, false)
  const { mine } = (await world.call('zhou-min', 'GET', '/api/exports')).body
  expect(mine.find((r: { id: string }) => r.id === body.id)).toMatchObject({
    state: 'refused',
    note: '用不着名单',
    decider: '鲁威',
  })
  expect((await take('zhou-min', body.id)).status).toBe(409)
  const next = (await ask('zhou-min')).body.id
  expect((await world.call('lu-wei', 'POST', `/api/exports/${next}/cancel`, {})).status).toBe(404)
  expect((await world.call('zhou-min', 'POST', `/api/exports/${next}/cancel`, {})).body.state).toBe('cancelled')
  expect((await decide('lu-wei', next)).body.message).toBe('这份申请没有在等待审批')
})

test('R-2.4 a care category one may not know of does not exist; a sensitive one never leaves in full, nor where few are in it', async () => {
  await world.call('lu-wei', 'POST', '/api/persons/person-wang-guilan/care', {
    category: 'mental-disorder',
    since: '2026-09-01',
    basis: '医院报告',
  })
  await world.call('zhou-min', 'POST', '/api/persons/person-wang-guilan/care', {
    category: 'living-alone',
    since: '2026-09-01',
    basis: '走访',
  })
  const care = { what: 'care', columns: ['name', 'level'] }
  expect((await ask('zhou-min', { ...care, category: 'mental-disorder' })).body).toMatchObject({ field: 'category' })
  expect((await ask('ding-yi', { ...care, category: 'living-alone' })).body).toMatchObject({ field: 'category' })
  expect((await ask('lu-wei', { ...care, category: 'mental-disorder' })).body.message).toContain('少于 5 人')
  expect(
    (await ask('lu-wei', { ...care, category: 'mental-disorder', columns: ['name-full'], justification: '要上门随访' }))
      .body.message,
  ).toContain('只能导出遮盖后的')
  expect((await ask('zhou-min', { ...care, category: 'living-alone' })).body.lines).toBe(1)
})

test('R-2.4 whoever may know of a category in one community asks for it in no other', async () => {
  await sql`insert into post (district, id, account_id, duty, unit_id, place_id, capacity, valid_from)
    values (${world.house.district}, 'helps-out', 'lu-wei', 'clerk', 'xingfu-centre', 'xingfu', '公共服务中心', '2026-01-01')`.execute(
    world.house.db,
  )
  const asked = await ask('lu-wei', { what: 'care', place: 'xingfu', category: 'mental-disorder', columns: ['name'] })
  expect([asked.status, asked.body.field]).toEqual([400, 'category'])
  await sql`delete from post where id = 'helps-out'`.execute(world.house.db)
})

test('one asks for what lies in one’s own places, and not too often', async () => {
  expect((await ask('zhou-min', { place: 'xingfu' })).body).toMatchObject({ field: 'place' })
  expect((await ask('hua-yun')).status).toBe(403)
  expect((await ask('wang-guilan')).status).toBe(403)
  expect((await ask('zhou-min', { columns: ['diagnosis'] })).body).toMatchObject({ field: 'columns' })
  expect((await ask('zhou-min', { ageFrom: 130 })).body.message).toContain('没有符合条件的记录')
  for (let i = 0; i < 5; i++) await ask('qian-lan', { place: 'xingfu', columns: ['name'] })
  expect((await ask('qian-lan', { place: 'xingfu', columns: ['name'] })).body.message).toContain(
    '已有 5 份申请等着审批',
  )
})

test('households and organisations leave by the same door; who is registered in a household reads it', async () => {
  const id = await made('zhou-min', 'lu-wei', {
    what: 'households',
    columns: ['number', 'name', 'members'],
    purpose: '户籍核对工作',
  })
  const text = (await take('zhou-min', id)).body.toString('utf8')
  expect(text).toContain('********0001')
  const { rows } = (await world.call('zhang-wenjing', 'GET', '/api/held/looks')).body
  expect(rows[0]).toMatchObject({ what: 'person.exported', purpose: '户籍核对工作' })
  expect((await ask('zhou-min', { what: 'organisations', columns: ['name'] })).body.message).toContain(
    '没有符合条件的记录',
  )
})

test('a making that died is taken up again, and leaves one whole file', async () => {
  const id = await made('zhou-min', 'dou-an', { purpose: '断电以后再生成' })
  const again = sql`update export_request set state = 'making', made_at = null, beat_at = now() - interval '2 minutes' where id = ${id}`
  await again.execute(world.house.db)
  await ready(id)
  expect(fromCsv((await take('zhou-min', id)).body.toString('utf8')).slice(3, -1)).toHaveLength(2)
  // Somebody is at work on it: it is left alone.
  await sql`update export_request set state = 'making', beat_at = now() where id = ${id}`.execute(world.house.db)
  await keepExports(world.house)
  expect((await take('zhou-min', id)).body.message).toBe('文件还没有准备好')
})
