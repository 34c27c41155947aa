import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('R-17 who opens the file of an organisation is seen by the resident who heads it, not by a namesake', async () => {
  const { crypto, db, district } = world.house
  const keep = async (id: string, phone: string) => {
    await sql`insert into organisation (district, id, uscc, name, kind, community_id) values (${district}, ${id}, ${id}, '桂兰小店', '个体工商户', 'tianjinghu')`.execute(
      db,
    )
    const body = JSON.stringify({ head: '王桂兰', phone })
    await sql`insert into record (district, id, subject_kind, subject_id, source, rank, collected_on, names, body, digest, recorded_at)
      values (${district}, ${randomUUID()}, 'organisation', ${id}, '部门共享：市场监管', 30, '2026-01-01',
              array['head', 'phone'], ${crypto.seal(body)}, ${crypto.blind(body)}, now())`.execute(db)
  }
  await keep('hers', '10000000001')
  await keep('another', '0562-0099999')
  const looks = async () => (await world.call('wang-guilan', 'GET', '/api/held/looks')).body.rows
  const before = (await looks()).length
  expect((await world.call('zhou-min', 'GET', '/api/organisations/another')).status).toBe(200)
  expect(await looks()).toHaveLength(before)
  const { status, body } = await world.call('zhou-min', 'GET', '/api/organisations/hers')
  expect([status, body.head.value]).toEqual([200, '王桂兰'])
  expect((await looks())[0]).toMatchObject({ how: 'organisation', unit: expect.any(String) })
})
