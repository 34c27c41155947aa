import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { keepHouse } from '../open.ts'
import { forget } from './forget.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
const rows = async (table: string, where = sql<boolean>`true`) =>
  (await sql`select * from ${sql.table(table)} where ${where}`.execute(world.house.db)).rows
const save = (who: string, item: string, key?: string) =>
  world.call(who, 'PUT', `/api/drafts/${item}`, { form: { reason: '失业' } }, key)
const told = () => rows('event', sql`verb = 'house.forgot'`) as Promise<{ data: object; account_id: null }[]>

test('unfinished answers and the answers to commands are kept thirty days, by the district’s clock, and no longer', async () => {
  await save('wang-guilan', 'elderly-card', 'first-try')
  await world.goTo('2026-10-10T09:00:00+08:00')
  await save('wang-guilan', 'minimum-living-allowance', 'second-try')

  await world.goTo('2026-10-21T09:00:00+08:00')
  expect(await forget(world.house)).toBe(0)
  expect(await rows('draft')).toHaveLength(2)
  expect((await save('wang-guilan', 'elderly-card', 'first-try')).headers['idempotent-replay']).toBe('true')

  await world.goTo('2026-10-21T09:00:01+08:00')
  expect(await forget(world.house)).toBe(2)
  expect(await rows('draft')).toEqual([expect.objectContaining({ item_id: 'minimum-living-allowance' })])
  expect(await rows('command')).toEqual([expect.objectContaining({ key: 'second-try' })])
  expect(await told()).toEqual([
    expect.objectContaining({ account_id: null, data: { drafts: 1, commands: 1, sessions: 0 } }),
  ])
  expect((await save('wang-guilan', 'elderly-card', 'first-try')).headers['idempotent-replay']).toBeUndefined()
})

test('a draft saved again is young again', async () => {
  await world.goTo('2026-11-05T09:00:00+08:00')
  await save('wang-guilan', 'minimum-living-allowance')
  await world.goTo('2026-11-15T09:00:00+08:00')
  await forget(world.house)
  expect(await rows('draft', sql`item_id = 'minimum-living-allowance'`)).toHaveLength(1)
})

test('a session that has ended goes, however far the demo’s clock was moved; one that holds stays', async () => {
  await world.cookieOf('zhou-min')
  await sql`update session set expires_at = now() - interval '1 second' where account_id = 'zhou-min'`.execute(
    world.house.db,
  )
  expect(await forget(world.house)).toBe(1)
  expect(await rows('session')).toEqual([expect.objectContaining({ account_id: 'wang-guilan' })])
})

test('a run takes no more than it is told, and nothing to forget is nothing to tell', async () => {
  for (const item of ['elderly-card', 'disabled-family-support', 'minimum-living-allowance'])
    await save('wang-guilan', item)
  await world.goTo('2026-12-30T09:00:00+08:00')
  const drafts = []
  for (;;) {
    const gone = await forget(world.house, 1)
    if (!gone) break
    drafts.push((await rows('draft')).length)
  }
  expect(drafts.slice(0, 3)).toEqual([2, 1, 0])
  expect(await rows('command')).toEqual([])
  const lines = (await told()).length
  expect(await forget(world.house)).toBe(0)
  expect(await told()).toHaveLength(lines)
})

test('the house sees to it by itself', async () => {
  await save('wang-guilan', 'elderly-card')
  await world.goTo('2027-02-15T09:00:00+08:00')
  const rest = keepHouse(world.house, 20)
  await expect.poll(() => rows('draft'), { timeout: 20_000 }).toEqual([])
  rest()
})
