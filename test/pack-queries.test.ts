import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseIndicator } from '../server/content/indicator.ts'
import { filesIn } from '../server/content/pack.ts'
import { openWorld, type World } from './world.ts'

/** The queries of the pack, each run on a database with all its views: a misspelt column is found here and not by a leader. */

const pack = fileURLToPath(new URL('../content/tongguan', import.meta.url))
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const ask = (text: string, args: unknown[]) => world.house.facts.read(world.house.clock.now(), (a) => a(text, args))

describe('indicators', () => {
  for (const { id, path } of filesIn(pack, 'indicators', '.sql')) {
    const { card, sql } = parseIndicator(readFileSync(path, 'utf8'))
    if (JSON.parse(card).collection === 'told') continue
    test(id, async () => {
      const typed = `select pg_typeof(q.day)::text as day, pg_typeof(q.counted)::text as counted, pg_typeof(q.place_path)::text as place_path
        from (select 1) x left join (${sql}) q on true limit 1`
      expect((await ask(typed, [world.house.district])).rows).toEqual([
        { day: 'date', counted: 'boolean', place_path: 'text' },
      ])
    })
  }
})

describe('panels', () => {
  for (const { id, path } of filesIn(pack, 'panels', '.sql'))
    test(id, async () => {
      const { columns } = await ask(readFileSync(path, 'utf8'), [
        world.house.district,
        '00000000-0000-7000-8000-000000000000',
        '2026-09-21',
      ])
      expect(columns.every((c) => /\p{Script=Han}/u.test(c))).toBe(true)
    })
})
