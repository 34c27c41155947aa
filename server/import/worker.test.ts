import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { bring, checked, csv, idOf, job, personOf, post, registry, resident, until } from '../../test/sheets.ts'
import { openWorld, type World } from '../../test/world.ts'
import { keepImports, stopImports, workers } from './keep.ts'

vi.setConfig({ testTimeout: 120_000 }) // each import starts processes of its own
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(async () => {
  while (workers().length) await sleep(50)
})
afterAll(async () => {
  await stopImports(world.house)
  await world.close()
})

let next = 0
/** People whom nobody knows yet. */
const people = (n: number) =>
  csv(
    Array.from({ length: n }, () =>
      resident(next++ % 1000, { 证件号码: idOf(next % 1000, `19${60 + Math.floor(next / 1000)}0101`) }),
    ),
  )

/** Holds the worker where it first wants this table, does something, and lets it go. */
async function heldAt(table: string, meanwhile: () => Promise<unknown>) {
  await world.house.db.transaction().execute(async (tx) => {
    await sql`lock table ${sql.table(table)} in exclusive mode`.execute(tx)
    await waiting()
    await meanwhile()
  })
}
const waiting = async () => {
  for (let i = 0; i < 400; i++) {
    const { rows } =
      await sql`select from pg_stat_activity where application_name = 'linli import' and wait_event_type = 'Lock'
      and datname = current_database()`.execute(world.house.db)
    if (rows.length) return
    await sleep(50)
  }
  throw new Error('no worker waits')
}
const kill = async () => {
  const [child] = workers()
  if (!child) throw new Error('no worker')
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}
const linesLeft = async (id: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from import_line where job_id = ${id}`.execute(world.house.db))
    .rows[0]?.n

test('a worker killed in the middle of an import: another takes it up at once, with the same result', async () => {
  const { id } = await checked(world, people(300))
  const before = await registry(world)
  await post(world, id, 'import', { choice: 'all-or-nothing' })
  await heldAt('residence', async () => {
    expect(await registry(world)).toEqual(before)
    await kill()
  })
  const done = await until(world, id, ['done', 'failed'])
  expect([done.state, done.result]).toEqual([
    'done',
    { created: 300, updated: 0, unchanged: 0, records: 300, unmatched: done.forecast.unmatched },
  ])
  await expect.poll(() => linesLeft(id), { timeout: 10_000 }).toBe(0) // swept when it is done
})

test('a worker killed while it checks: another begins anew, and each fault stands once', async () => {
  const sent = checked(world, csv([...Array(50)].map((_, i) => resident(i, i % 2 ? {} : { 姓名: '' }))))
  await heldAt('import_line', kill)
  const done = await sent
  expect([done.lines, done.good, done.bad, done.faults.length]).toEqual([50, 25, 25, 25])
})

test('cancelled in the middle: nothing of it has happened, no line stays, and it can begin again', async () => {
  const { id, mapping } = await checked(world, people(100))
  const before = await registry(world)
  await post(world, id, 'import', { choice: 'all-or-nothing' })
  await heldAt('residence', async () => {
    expect((await post(world, id, 'cancel')).status).toBe(200)
  })
  while (workers().length) await sleep(50)
  expect(await registry(world)).toEqual(before)
  expect((await job(world, id)).state).toBe('cancelled')
  await keepImports(world.house)
  expect(await linesLeft(id)).toBe(0)
  expect((await post(world, id, 'cancel')).body.message).toBe('已经结束，不能取消')
  await post(world, id, 'check', { mapping, source: '自报', collectedOn: '2026-09-02' })
  expect((await until(world, id, ['checked'])).good).toBe(100)
  await post(world, id, 'cancel')
})

test('a check that was cancelled and begun with other columns never ends with the old ones', async () => {
  // Headings of its own: the next sheet with the usual ones is not to be read by the columns chosen here.
  const file = csv([resident(1, { 文化程度: '李四' })], ['文化程度', '证件号码', '姓名', '现住地址'])
  const first = await checked(world, file)
  const { mapping, source, collectedOn } = first
  await post(world, first.id, 'check', { mapping, source, collectedOn })
  const { 姓名: _, ...rest } = mapping
  await heldAt('import_line', async () => {
    await post(world, first.id, 'cancel')
    const turned = { ...rest, name: mapping.education }
    delete turned.education
    const res = await post(world, first.id, 'check', { mapping: turned, source, collectedOn })
    expect(res.status).toBe(200)
  })
  await until(world, first.id, ['checked'], () => false)
  await post(world, first.id, 'import', { choice: 'all-or-nothing' })
  await until(world, first.id, ['done'])
  expect((await personOf(world, 1))?.name).toBe('李四')
})

test('two imports at once, of the same people: one after the other, and both come out right', async () => {
  const rows = [...Array(40)].map((_, i) => resident(i, { 证件号码: idOf(i, '19550101') }))
  const [a, b] = [await checked(world, csv(rows)), await checked(world, csv(rows.toReversed()))]
  const sent = await Promise.all([a, b].map(({ id }) => post(world, id, 'import', { choice: 'all-or-nothing' })))
  expect(sent.map((s) => s.status)).toEqual([200, 200])
  let most = 0
  const [first, second] = await Promise.all(
    [a, b].map(({ id }) =>
      until(world, id, ['done', 'failed'], () => {
        most = Math.max(most, workers().length)
        return false
      }),
    ),
  )
  expect([
    first.result.created + second.result.created,
    first.result.unchanged + second.result.unchanged,
    most,
  ]).toEqual([40, 40, 1])
})

test('the database lost the checked lines in a crash: they are made again from the file', async () => {
  const { id } = await checked(world, people(20))
  await sql`delete from import_line where job_id = ${id}`.execute(world.house.db)
  await post(world, id, 'import', { choice: 'all-or-nothing' })
  expect((await until(world, id, ['done', 'failed'])).result).toMatchObject({ created: 20 })
})

test('a sheet that fells its worker three times is given up, in words, and others go on', async () => {
  const bad = checked(world, people(5)).catch((e: Error) => e)
  for (let i = 0; i < 3; i++) await heldAt('import_line', kill)
  expect(await bad).toMatchObject({ state: 'failed', why: expect.stringContaining('试了三次') })
  expect((await bring(world, people(3))).result).toMatchObject({ created: 3 })
})

test('a minute without a sign of life: another server takes it up, and the one that was only slow lets go', async () => {
  const { id } = await checked(world, people(10))
  await post(world, id, 'import', { choice: 'all-or-nothing' })
  await heldAt('residence', async () => {
    // As another server does that finds it silent: it takes the turn, and dies.
    await sql`update import_job set turn = turn + 1, beat_at = null where id = ${id}`.execute(world.house.db)
  })
  const done = await until(world, id, ['done', 'failed'])
  expect(done.result).toMatchObject({ created: 10 })
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from event where verb = 'import.done' and data ->> 'import' = ${id}`.execute(
    world.house.db,
  )
  expect(rows[0]?.n).toBe(1)
})
