import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('R-2.1 the notice of a grid is public: name, place, who walks it with a duty telephone, where to complain, of which day', async () => {
  const { status, body } = await world.call(null, 'GET', '/api/grids/tianjinghu-g007/notice')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    name: '天井湖第7网格',
    community: '天井湖社区',
    supervision: expect.stringMatching(/^0562-/),
    // Who is registered as living there, not what the pack planned for: few live in the demo.
    people: expect.toSatisfy((n: number) => n < 50 && n % 5 === 0),
    counted: '2026-09-21',
    updated: '2024-01-01',
    boundary: { type: 'Polygon' },
    workers: [
      { name: '华云', duty: 'grid-worker', phone: '0562-0030007' },
      { name: '鲁威', duty: 'grid-head', phone: '0562-0030001' },
    ],
  })
  // Nothing on it but what must be posted: no account, no identity, no private telephone.
  expect(JSON.stringify(body)).not.toMatch(/hua-yun|idNumber|1\d{10}/)
  expect((await world.call(null, 'GET', '/api/grids/tianjinghu/notice')).status).toBe(404)
})

test('the notice is printed as one A4 page; whoever asks gets it', async () => {
  const { status, body, headers } = await world.call(null, 'GET', '/api/grids/tianjinghu-g007/notice.pdf')
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
  const file = (body as Buffer).toString('latin1')
  expect(file.startsWith('%PDF-1.7')).toBe(true)
  expect(file.match(/\/Type \/Page\b/g)).toHaveLength(1)
  if (process.env.LINLI_SCREENSHOTS) writeFileSync(`${process.env.LINLI_SCREENSHOTS}/notice.pdf`, body as Buffer)
  expect((await world.call(null, 'GET', '/api/grids/atlantis-g001/notice.pdf')).status).toBe(404)
})

test('R-2.6 whoever is away stands there, and who stands in as soon as somebody is found', async () => {
  const absence = { account: 'hua-yun', from: '2026-09-21', to: '2026-09-22', reason: '病假', handOver: [] }
  const kept = await world.call('lu-wei', 'POST', '/api/absences', absence)
  expect(kept.status).toBe(200)
  const workers = async () => (await world.call(null, 'GET', '/api/grids/tianjinghu-g007/notice')).body.workers
  expect(await workers()).toMatchObject([
    { name: '华云', away: true, substitute: null },
    { name: '鲁威', away: false },
  ])
  const change = { to: '2026-09-22', substitute: 'fu-xiaoli' }
  expect((await world.call('lu-wei', 'PUT', `/api/absences/${kept.body.id}`, change)).body).toMatchObject({
    alert: false,
  })
  expect(await workers()).toMatchObject([
    { name: '华云', away: true, substitute: '傅晓丽' },
    { name: '鲁威', away: false },
  ])
})
