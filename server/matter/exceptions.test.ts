import { afterAll, beforeAll, expect, test } from 'vitest'
import { scenes } from '../../bin/tour/exceptions/index.ts'
import { stageOn } from '../../bin/tour/exceptions/scene.ts'
import { openWorld, type World } from '../../test/world.ts'

/** Each exception as the tour plays it, on one district one after the other: what one leaves must not disturb the next. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test.each(scenes.map((s) => [s.rule, s] as const))('%s', async (_, scene) => {
  const stage = stageOn((who, method, path, body) => world.call(who, method, path, body), world.goTo)
  await expect(scene.play(stage)).resolves.toBeUndefined()
})
