import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishContent } from '../server/content/publish.ts'
import { readPanels } from '../server/content/query.ts'
import type { World } from './world.ts'

/** Two registers of the tests' own, so that what they prove does not hang on the pack: published beside it. */
export const booksDir = fileURLToPath(new URL('./books', import.meta.url))

export async function publishBooks(world: World, dir = booksDir) {
  const { house } = world
  await house.db.transaction().execute((tx) => publishContent(tx, house.district, dir, house.clock.now()))
  Object.assign(house.panels, readPanels(dir))
}
export const bookFile = (id: string) => JSON.parse(readFileSync(join(booksDir, 'registers', `${id}.json`), 'utf8'))

export const halls = '/api/registers/test-halls/entries'
export const visits = '/api/registers/test-visits/entries'
let made = 0
export const hall = (more: object = {}) => ({
  code: `T-${++made}`,
  name: `试验活动中心${made}`,
  community: 'tianjinghu',
  status: 'planned',
  ...more,
})

/** Enters one and gives its id. */
export async function entered(
  world: World,
  data: object,
  from = '2026-09-01',
  who = 'ge-hui',
  url = halls,
): Promise<string> {
  const { status, body } = await world.call(who, 'POST', url, { from, data })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.id
}
