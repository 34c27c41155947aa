import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { badEnd } from './rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const enter = (from: string, to: string, more: object = {}) =>
  world.call('lu-wei', 'POST', '/api/absences', { account: 'hua-yun', from, to, reason: '年休', handOver: [], ...more })
const change = (who: string, id: string, given: object) => world.call(who, 'PUT', `/api/absences/${id}`, given)
const cancel = (who: string, id: string) => world.call(who, 'POST', `/api/absences/${id}/cancel`, { why: '不休了' })
const grids = async () =>
  (await world.call('fu-xiaoli', 'GET', '/api/field/day')).body.grids.map((g: { id: string }) => g.id)

test('R-2.6 nobody is away twice on one day, also entered twice at one moment', async () => {
  const both = await Promise.all([enter('2026-10-12', '2026-10-14'), enter('2026-10-14', '2026-10-16')])
  expect(both.map((r) => r.status).sort()).toEqual([200, 409])
  const { status, body } = await enter('2026-10-01', '2026-10-31')
  expect([status, body.problems]).toEqual([
    409,
    [{ field: 'from', message: expect.stringMatching(/2026-10-1\d 至 2026-10-1\d 已经登记请假/) }],
  ])
  const next = await enter('2026-10-20', '2026-10-21')
  expect(next.status).toBe(200)
  const { id } = both.find((r) => r.status === 200)?.body ?? {}
  expect((await change('lu-wei', id, { to: '2026-10-20' })).body.problems).toMatchObject([{ field: 'to' }])
  for (const one of [id, next.body.id]) expect((await cancel('lu-wei', one)).status).toBe(200)
})

test('who comes back earlier has the grid again, and the substitute has it no longer; what is over stays as it was', async () => {
  const { id } = (await enter('2026-09-21', '2026-09-25', { substitute: 'fu-xiaoli' })).body
  expect(await grids()).toContain('tianjinghu-g007')
  expect((await cancel('lu-wei', id)).body.message).toContain('只能提前结束')
  await world.goTo('2026-09-23T09:00:00+08:00')
  const past = await change('lu-wei', id, { to: '2026-09-21', substitute: 'fu-xiaoli' })
  expect([past.status, past.body.problems?.[0]?.field]).toEqual([400, 'to'])
  expect((await change('lu-wei', id, { to: '2026-09-22', substitute: 'fu-xiaoli' })).status).toBe(200)
  expect(await grids()).toEqual(['tianjinghu-g008'])
  await world.goTo('2026-09-25T09:00:00+08:00')
  expect((await change('lu-wei', id, { to: '2026-09-30' })).body.problems?.[0]?.message).toContain('已经结束')
})

test('by the head of those grids alone', async () => {
  const { id } = (await enter('2026-12-01', '2026-12-02')).body
  for (const [who, status] of [
    ['hua-yun', 403],
    ['zhou-min', 403],
  ] as const) {
    expect((await change(who, id, { to: '2026-12-01' })).status).toBe(status)
    expect((await cancel(who, id)).status).toBe(status)
  }
  expect((await change('lu-wei', id, { to: '2026-12-01', substitute: 'song-jie' })).body.problems?.[0]?.field).toBe(
    'substitute',
  )
  expect((await cancel('lu-wei', id)).status).toBe(200)
  expect((await cancel('lu-wei', id)).status).toBe(404)
  expect((await world.call('lu-wei', 'GET', '/api/absences')).body).toEqual([])
})

test.each([
  ['shortened to yesterday', '2026-09-20', null],
  ['as it is', '2026-09-25', null],
  ['before yesterday', '2026-09-19', '最早改到昨天'],
  ['before it began', '2026-09-17', '最早改到昨天'],
])('an absence from the 18th to the 25th, changed on the 21st: %s', (_, to, why) => {
  const said = badEnd({ from: '2026-09-18', to: '2026-09-25' }, to, '2026-09-21')
  if (why) expect(said).toContain(why)
  else expect(said).toBeNull()
})
