import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import type { Actor } from '../platform/auth.ts'
import { listCases, listTasks, loadByUnit } from './lists.ts'
import { lightOf } from './present.ts'
import { lights } from './view.ts'

/** A light is told in two ways: of one row in TypeScript, of many in SQL. They must never differ. */
const seed = Number(process.env.LINLI_SEED) || randomInt(2 ** 31)
const now = new Date('2026-09-21T09:00:00+08:00')
let world: World
beforeAll(async () => {
  console.log(`lights seed ${seed} (LINLI_SEED)`)
  world = await openWorld({ at: now.toISOString() })
})
afterAll(() => world.close())

const supervisor: Actor = {
  district: '340705',
  account: 'shi-rui',
  name: '施锐',
  kind: 'staff',
  personId: null,
  posts: ['supervisor', 'handler', 'clerk'].map((duty, i) => ({
    id: String(i),
    duty: duty as 'clerk',
    unit: duty === 'clerk' ? 'tianjinghu-centre' : 'police',
    place: 'tongguan',
    path: 'tongguan/',
    capacity: '',
  })),
}

/** Around now, on it, or none; a row may lack any of the three, and warn may come before or after due. */
const moment = fc.option(
  fc.oneof(
    fc.constant(now),
    fc.constantFrom(-1, 1).map((ms) => new Date(now.getTime() + ms)),
    fc.integer({ min: -9, max: 9 }).map((days) => new Date(now.getTime() + days * 86_400_000)),
  ),
)
const row = fc.record({ due_at: moment, warn_at: moment, stopped_since: moment, closed: fc.boolean() })

test('of cases: the filter and the row say the same', async () => {
  const { db } = world.house
  const numbers: string[] = []
  for (let i = 0; i < 40; i++) numbers.push(await applyFor(world, 'wang-guilan', 'elderly-card'))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 40, maxLength: 40 }), async (rows) => {
      for (const [i, r] of rows.entries())
        await sql`update cases set due_at = ${r.due_at}, warn_at = ${r.warn_at}, stopped_since = ${r.stopped_since},
          closed_at = ${r.closed ? now : null} where number = ${numbers[i]}`.execute(db)
      const told = rows.map((r) => lightOf(r, r.closed, now))
      for (const light of lights) {
        const wanted = numbers.filter((_, i) => told[i] === light)
        const found = (await listCases(db, supervisor, { light }, now)).rows.map((r) => r.number)
        expect([light, found.sort()]).toEqual([light, wanted.sort()])
      }
    }),
    { seed, numRuns: 25 },
  )
})

test('of parts: the filter, the units’ load and the row say the same', async () => {
  const { db } = world.house
  const materials = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
  const clocks: string[] = []
  for (let i = 0; i < 20; i++) {
    const n = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance', { materials })
    await world.call('zhou-min', 'POST', `/api/matters/${n}/acceptance`, {})
  }
  const { rows: found } = await sql<{ id: string; task_id: string }>`
    select k.id, k.task_id from clock k join case_task t on t.id = k.task_id where t.unit_id = 'police'`.execute(db)
  clocks.push(...found.map((r) => r.id))
  expect(clocks).toHaveLength(20)
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 20 }), async (rows) => {
      for (const [i, r] of rows.entries())
        await sql`update clock set due_at = ${r.due_at}, warn_at = ${r.warn_at}, stopped_since = ${r.stopped_since},
          ended_at = ${r.closed ? now : null} where id = ${clocks[i]}`.execute(db)
      const told = rows.map((r) => lightOf(r, r.closed, now))
      for (const light of lights) {
        const wanted = found.filter((_, i) => told[i] === light).map((r) => r.task_id)
        const listed = await listTasks(db, supervisor, { light, unit: 'police' }, now)
        expect([light, listed.map((t) => t.task_id).sort()]).toEqual([light, wanted.sort()])
      }
      const load = (await loadByUnit(db, supervisor, now)).find((u) => u.unit === 'police')
      const count = (light: string) => told.filter((l) => l === light).length
      const open = rows.filter((r) => !r.closed).length
      if (open)
        expect(load).toMatchObject({ open, red: count('red'), yellow: count('yellow'), stopped: count('stopped') })
    }),
    { seed, numRuns: 25 },
  )
})

test('every limit warns before it ends: a matter is green, then yellow, then red', async () => {
  const { db } = world.house
  const n = await applyFor(world, 'zhang-wenjing', 'elderly-card')
  const { rows } = await sql<{ due_at: Date; warn_at: Date }>`
    select due_at, warn_at from cases where number = ${n}`.execute(db)
  const lightAt = async (to: Date) => {
    const seen = await Promise.all(
      lights.map(async (light) => {
        const { rows } = await listCases(db, supervisor, { light, q: n }, to)
        return rows.length ? [light] : []
      }),
    )
    return seen.flat()
  }
  const [due = 0, warn = 0] = [rows[0]?.due_at.getTime(), rows[0]?.warn_at?.getTime()]
  expect(warn).toBeGreaterThan(now.getTime())
  expect(await lightAt(new Date(warn - 1))).toEqual(['green'])
  expect(await lightAt(new Date(warn))).toEqual(['yellow'])
  expect(await lightAt(new Date(due - 1))).toEqual(['yellow'])
  expect(await lightAt(new Date(due))).toEqual(['red'])
  // and every clock that has an end has a warning
  const { rows: silent } = await sql`select k.name from clock k join cases c on c.id = k.case_id
    where c.number = ${n} and k.due_at is not null and k.warn_at is null`.execute(db)
  expect(silent).toEqual([])
})
