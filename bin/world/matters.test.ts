import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { movableClock } from '../../server/platform/clock.ts'
import { openWorld, type World } from '../../test/world.ts'
import { makeMatters } from './matters.ts'

/** A year of made-up matters: as many as were asked for, and each as whole as one that came over the counter. */
const contentDir = fileURLToPath(new URL('../../content/tongguan', import.meta.url))
const clock = movableClock(new Date('2026-09-01T09:00:00+08:00'), () => 0)
let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeMatters({ ...world.house, clock }, contentDir, (at) => clock.set(at), 'village', '2026-09-01')
}, 120_000)
afterAll(() => world.close())

const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(world.house.db)).rows[0] as T

test('as many are accepted and closed as the report would say, and all of them before its day', async () => {
  const counted = await one(sql<object>`select count(*)::int as accepted, count(closed_at)::int as closed,
    bool_and(received_at < '2026-09-02' and coalesce(closed_at, received_at) < '2026-09-02') as before from cases`)
  expect(counted).toEqual({ accepted: 500, closed: 470, before: true })
})

test('of every item somebody brought one, and they came to more than one community', async () => {
  expect(await one(sql`select count(distinct item_id)::int as items from cases`)).toEqual({ items: 122 })
  expect(await one(sql`select count(distinct place_id) > 1 as more from cases`)).toEqual({ more: true })
})

test('a copy opens like any matter: its parts, its history in order, its clocks explained', async () => {
  for (const status of ['delivered', 'processing']) {
    const { number } = await one(sql<{ number: string }>`select c.number from cases c
      where c.status = ${status} and c.place_id <> 'tianjinghu' order by c.received_at desc limit 1`)
    const { status: answer, body } = await world.call('shi-rui', 'GET', `/api/matters/${number}`)
    expect([answer, body.status], JSON.stringify(body).slice(0, 300)).toEqual([200, status])
    const times = body.events.map((h: { at: string }) => h.at)
    expect(times).toEqual([...times].sort())
    expect(times.length).toBeGreaterThan(1)
    expect(body.clocks.length).toBeGreaterThan(0)
  }
})

test('a part of a copy is the copy’s own: its unit finds it among its tasks', async () => {
  const strays = await one(sql`select count(*)::int as n from event e where e.data ? 'task'
    and not exists (select from case_task t where t.district = e.district and t.id::text = e.data ->> 'task' and t.case_id = e.case_id)`)
  expect(strays).toEqual({ n: 0 })
  const elsewhere =
    await one(sql`select count(*)::int as n from case_task t join cases c on c.district = t.district and c.id = t.case_id
    where t.unit_id like 'tianjinghu-%' and c.place_id <> 'tianjinghu'`)
  expect(elsewhere).toEqual({ n: 0 })
})

test('made once: a second time nothing comes', async () => {
  const again = await makeMatters(world.house, contentDir, (at) => clock.set(at), 'village', '2026-09-01')
  expect(again).toEqual({ played: 0, copied: 0 })
})
