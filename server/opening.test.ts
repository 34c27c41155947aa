import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../test/world.ts'
import { openingDay } from './opening.ts'

const content = fileURLToPath(new URL('../content/tongguan', import.meta.url))
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('on the demo’s first day there is something to do in the grids, and beginning again adds nothing', async () => {
  await openingDay(world.app, content)
  const list = async (who: string) =>
    (await world.call(who, 'GET', '/api/field/day')).body.tasks.map((t: { kind: string }) => t.kind)
  expect(await list('hua-yun')).toEqual(expect.arrayContaining(['visit', 'patrol', 'task']))
  expect(await list('song-jie')).toContain('visit')
  const plans = async () => (await world.call('lu-wei', 'GET', '/api/patrol-plans')).body.length
  const before = await plans()
  await openingDay(world.app, content)
  expect(await plans()).toBe(before)
})
