import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { standsOut, usualOf } from './look-rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const ask = (who: string, name: string, said: string) => world.call(who, 'POST', '/api/held/amendments', { name, said })
const answer = (who: string, id: string, body: object) =>
  world.call(who, 'POST', `/api/amendments/${id}/answer`, { amended: true, answer: '已按户口簿更正', ...body })
const held = async (who: string, name: string) =>
  (await world.call(who, 'GET', '/api/held')).body.find((h: { name: string }) => h.name === name)
const atTheWindow = async (who: string) => (await world.call(who, 'GET', '/api/amendments')).body

test('个人信息保护法 46: who finds it wrong says so, the window of their community answers by a day, and what was put right counts', async () => {
  const { status, body } = await ask('wang-guilan', 'marital-status', '我再婚了')
  expect([status, body.dueOn]).toEqual([200, '2026-10-06'])
  const [request] = await atTheWindow('zhou-min')
  expect(request).toMatchObject({
    id: body.id,
    personName: '王桂兰',
    label: '婚姻状况',
    held: '丧偶',
    said: '我再婚了',
    late: false,
    fixable: true,
  })
  expect(await atTheWindow('qian-lan')).toEqual([])
  expect((await answer('qian-lan', body.id, {})).status).toBe(404)
  // What only the person says does not outweigh what the civil affairs department shared.
  const weak = await answer('zhou-min', body.id, { value: '已婚' })
  expect([weak.status, weak.body.message]).toEqual([409, expect.stringContaining('来源更可靠')])
  expect((await answer('zhou-min', body.id, { value: '已婚', proof: '结婚证' })).status).toBe(200)
  expect(await held('wang-guilan', 'marital-status')).toMatchObject({
    value: '已婚',
    source: '证照：结婚证',
    collectedAt: '2026-09-21',
  })
  const [mine] = (await world.call('wang-guilan', 'GET', '/api/held/amendments')).body
  expect(mine).toMatchObject({ state: 'amended', answer: '已按户口簿更正', unit: '天井湖社区服务中心', held: '丧偶' })
  expect((await answer('zhou-min', body.id, {})).body.message).toBe('已经答复过')
})

test('a no has its reason, and changes nothing', async () => {
  const { body } = await ask('zhang-wenjing', 'employment-status', '待业')
  const no = await answer('zhou-min', body.id, { amended: false, answer: '社保仍在缴费，请先办理停保' })
  expect(no.body).toMatchObject({ state: 'kept' })
  expect(await held('zhang-wenjing', 'employment-status')).toMatchObject({ value: '在职' })
  const [mine] = (await world.call('zhang-wenjing', 'GET', '/api/held/amendments')).body
  expect(mine).toMatchObject({ state: 'kept', answer: '社保仍在缴费，请先办理停保' })
})

test('one asks about one’s own values, once at a time; the base data are mended on the person’s page', async () => {
  expect((await ask('wang-guilan', 'disability-kind', '没有')).body).toMatchObject({ field: 'name' })
  expect((await ask('zhou-min', 'phone', '10000000009')).status).toBe(400) // staff have no file here
  const { body } = await ask('wang-guilan', 'phone', '10000000009')
  expect((await ask('wang-guilan', 'phone', '10000000008')).body.message).toContain('正在办理')
  expect((await answer('zhou-min', body.id, { value: '10000000009' })).body).toMatchObject({ field: 'value' })
  expect((await answer('zhou-min', body.id, { answer: '已在档案里更正' })).status).toBe(200)
  expect((await ask('wang-guilan', 'phone', '10000000008')).status).toBe(200)
})

test('past its day it is shown late, and what was said is sealed at rest', async () => {
  const { body } = await ask('zhang-wenjing', 'bank-name', '徽商银行，尾号9981')
  const { rows } = await sql<{
    said: Buffer
    held: Buffer
  }>`select said, held from amendment where id = ${body.id}`.execute(world.house.db)
  expect(Buffer.concat([rows[0]?.said as Buffer, rows[0]?.held as Buffer]).toString('latin1')).not.toMatch(/9981/)
  await world.goTo('2026-10-07T00:00:01+08:00')
  expect((await atTheWindow('zhou-min')).find((r: { id: string }) => r.id === body.id)).toMatchObject({ late: true })
})

test('the audit administrator sees who looked at whom and why, masked; whoever opened very many files comes first', async () => {
  for (const id of ['person-wang-guilan', 'person-zhang-wenjing'])
    expect((await world.call('zhou-min', 'GET', `/api/persons/${id}`)).status).toBe(200)
  await world.call('lu-wei', 'GET', '/api/persons/person-wang-guilan')
  await world.call('zhou-min', 'POST', '/api/persons/person-wang-guilan/reveal', { purpose: '核对低保申请' })
  const { body } = await world.call('zhang-heng', 'GET', '/api/looks')
  expect(
    body.lookers.map((l: { account: string; persons: number; opened: number; revealed: number }) => [
      l.account,
      l.persons,
      l.opened,
      l.revealed,
    ]),
  ).toEqual([
    ['zhou-min', 2, 2, 1],
    ['lu-wei', 1, 1, 0],
  ])
  expect(body.rows[0]).toMatchObject({
    name: '周敏',
    what: 'person.revealed',
    person: '王*兰',
    purpose: '核对低保申请',
  })
  expect(JSON.stringify(body)).not.toContain('王桂兰')
  const only = (await world.call('zhang-heng', 'GET', '/api/looks?account=lu-wei')).body
  expect(only.rows.map((r: { account: string }) => r.account)).toEqual(['lu-wei'])
  expect((await world.call('zhang-heng', 'GET', '/api/looks?from=2026-09-01&to=2026-10-07')).body).toMatchObject({
    field: 'from',
  })
  expect((await world.call('zhang-heng', 'GET', '/api/looks?from=2026-09-22&to=2026-09-22')).body).toMatchObject({
    lookers: [],
    rows: [],
  })
  for (const who of ['dou-an', 'shui-qing', 'zhou-min', 'wang-guilan'])
    expect((await world.call(who, 'GET', '/api/looks')).status).toBe(403)
})

test('standing out is three times what is usual, and never a handful', () => {
  expect(usualOf([1, 4, 4, 90])).toBe(4)
  expect([standsOut(13, 4), standsOut(12, 4), standsOut(10, 1), standsOut(11, 1), standsOut(90, 4)]).toEqual([
    true,
    false,
    false,
    true,
    true,
  ])
})

test('whoever is named on a home’s file reads that it was opened; who lives elsewhere does not', async () => {
  const { residences } = (await world.call('zhou-min', 'GET', '/api/persons/person-wang-guilan')).body
  const newest = async (who: string) => (await world.call(who, 'GET', '/api/held/looks')).body.rows[0]
  const home = residences.find((r: { kind: string }) => r.kind === 'present').dwelling
  expect((await world.call('hua-yun', 'GET', `/api/dwellings/${home}`)).body.people).toHaveLength(1)
  expect(await newest('wang-guilan')).toMatchObject({ what: 'person.looked-up', how: 'home', capacity: '网格员' })
  expect(await newest('li-changfu')).toBeUndefined()
  const { household } = residences.find((r: { kind: string }) => r.kind === 'registered')
  await world.call('lu-wei', 'GET', `/api/households/${household}`)
  expect(await newest('wang-guilan')).toMatchObject({ how: 'home', capacity: '网格长' })
})
