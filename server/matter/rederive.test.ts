import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellIn } from '../../test/story.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import { makeCalendar } from '../calendar/workdays.ts'
import { rederiveAll } from './rederive.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('R-B.9 the holiday table changes while matters are open: the dates follow, the old ones stay in the history', async () => {
  const { page } = tellIn(world)
  const number = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance')
  const due = async () => (await page('zhou-min', number)).clocks.find((k) => k.name === 'notice')?.dueAt
  expect(await due()).toBe('2026-09-29T16:00:00.000Z') // 22–24, 28, 29: the 25th is 中秋节
  expect(await rederiveAll(world.house)).toBe(0)

  const before = world.house.calendar
  world.house.calendar = makeCalendar({
    first: 2007,
    last: 2026,
    off: { '2026-09-24': '放假', '2026-09-28': '放假' },
    work: {},
  })
  expect(await rederiveAll(world.house)).toBe(1)
  const m = await page('zhou-min', number)
  expect(m.events.at(-1)).toMatchObject({ verb: 'clock.rederived', who: '系统' })
  expect(m.events.at(-1)?.text).toContain('2026-09-30')
  expect(await rederiveAll(world.house)).toBe(0) // once
  world.house.calendar = before
})
