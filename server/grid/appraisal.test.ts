import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settle } from '../../test/settle.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
let houses: string[]
beforeAll(async () => {
  world = await openWorld()
  houses = await settle(world, 'tianjinghu-g007', 2)
})
afterAll(() => world.close())

const rowsOf = async (month: string, account: string) => {
  const { status, body } = await world.call('lu-wei', 'GET', `/api/appraisal?month=${month}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.rows.filter((r: { account: string }) => r.account === account)
}
const must = async (who: string, url: string, given: Record<string, unknown> & { id?: string }) => {
  const { status, body } = await world.call(who, 'POST', url, given, given.id)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

test('what a second look found counts once, also for whoever has two grids', async () => {
  const [was] = (await world.call('lu-wei', 'GET', '/api/grids/workers')).body.filter(
    (w: { account: string }) => w.account === 'fu-xiaoli',
  )
  await must('lu-wei', '/api/posts', {
    account: 'fu-xiaoli',
    grid: 'tianjinghu-g009',
    shift: 'B',
    share: 10,
    from: '2026-09-21',
  })
  expect(was.grid).toBe('tianjinghu-g008')
  await must('lu-wei', '/api/absences', {
    account: 'hua-yun',
    from: '2026-09-21',
    to: '2026-09-21',
    reason: '病假',
    substitute: 'fu-xiaoli',
    handOver: [],
  })
  await must('fu-xiaoli', '/api/field/entries', {
    id: randomUUID(),
    kind: 'collect',
    subject: 'person:person-wang-guilan',
    after: null,
    occurredAt: world.house.clock.now().toISOString(),
    skewMs: 0,
    photos: [],
    text: '',
    values: { workplace: '无' },
    base: {},
  })
  const { id } = await world.house.db
    .selectFrom('record')
    .select('id')
    .where('collector', '=', 'fu-xiaoli')
    .executeTakeFirstOrThrow()
  await must('lu-wei', `/api/records/${id}/verification`, { agrees: true })
  const rows = await rowsOf('2026-09', 'fu-xiaoli')
  expect(rows).toHaveLength(2)
  expect(rows.reduce((sum: number, r: { verified: number }) => sum + r.verified, 0)).toBe(1)
})

test('a month that is over reads the posts, grids and homes of that month (R-B.2)', async () => {
  await must('zhou-min', '/api/persons/person-wang-guilan/care', {
    category: 'living-alone',
    since: '2026-01-01',
    basis: '走访',
  })
  const september = await rowsOf('2026-09', 'hua-yun')
  expect(september).toMatchObject([{ grid: '天井湖第7网格', visitsDue: 1 }])
  expect(september[0].subjects).toBeGreaterThan(1)
  await world.goTo('2026-10-09T10:00:00+08:00')
  const { grids } = await must('lu-wei', '/api/grids/divisions', {
    at: '2026-10-09',
    from: ['tianjinghu-g007'],
    into: [
      { name: '东格', buildings: houses, worker: 'fu-xiaoli' },
      { name: '西格', buildings: ['tianjinghu:湖东新村12栋'] },
    ],
  })
  expect(await rowsOf('2026-09', 'hua-yun')).toEqual(september)
  // In the month of the division each has what is theirs at its end.
  expect(await rowsOf('2026-10', 'hua-yun')).toMatchObject([{ grid: '天井湖第7网格', visitsDue: 0, subjects: 0 }])
  await world.goTo('2026-11-09T10:00:00+08:00')
  expect(await rowsOf('2026-11', 'hua-yun')).toEqual([])
  expect((await rowsOf('2026-11', 'fu-xiaoli')).map((r: { grid: string }) => r.grid)).toContain('东格')
  expect(grids).toHaveLength(2)
})
