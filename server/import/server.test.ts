import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importer } from '../../bin/world/bring.ts'
import { checked, csv, job, personOf, resident, until } from '../../test/sheets.ts'
import { openWorld, type World } from '../../test/world.ts'
import { keepImports, stopImports } from './keep.ts'

/** Servers that die: the import was theirs, and another of the same district sees it through. */
vi.setConfig({ testTimeout: 120_000 })
let world: World
const servers: ChildProcess[] = []
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  for (const s of servers) s.kill('SIGKILL')
  await stopImports(world.house)
  await world.close()
})

/** A second server over the same database and folder, as a person meets it. */
async function anotherServer() {
  const { house } = world
  const server = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('../main.ts', import.meta.url))],
    {
      env: {
        ...process.env,
        DATABASE_URL: house.url,
        LINLI_DATA: house.dataDir,
        PORT: '0',
        HOST: '127.0.0.1',
        LINLI_DEMO: '1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  servers.push(server)
  const base = await new Promise<string>((ready, fail) => {
    server.stdout?.on('data', (said) => {
      const port = /localhost:(\d+)/.exec(String(said))?.[1]
      if (port) ready(`http://127.0.0.1:${port}`)
    })
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)))
  })
  const signedIn = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"account":"ding-yi"}',
  })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    server,
    base,
    cookie,
    start: (id: string) =>
      fetch(`${base}/api/imports/${id}/import`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `start-${id}` },
        body: '{"choice":"all-or-nothing"}',
      }),
  }
}
const workerPids = async () => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity where application_name = 'linli import'
    and datname = current_database() and wait_event_type = 'Lock'`.execute(world.house.db)
  return rows
}
const held = async (meanwhile: () => Promise<unknown>) =>
  world.house.db.transaction().execute(async (tx) => {
    await sql`lock table residence in exclusive mode`.execute(tx)
    await vi.waitUntil(async () => (await workerPids()).length, { timeout: 60_000, interval: 50 })
    await meanwhile()
  })

test('the server is killed in the middle: its worker ends what it began, and nobody begins it a second time', async () => {
  const { id } = await checked(world, csv([...Array(30)].map((_, i) => resident(i))))
  const { server, start } = await anotherServer()
  expect((await start(id)).status).toBe(200)
  await held(async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
    await keepImports(world.house)
  })
  const done = await until(world, id, ['done', 'failed'])
  expect(done.result).toMatchObject({ created: 30, updated: 0, unchanged: 0 })
  const { rows } = await sql<{ turn: number }>`select turn from import_job where id = ${id}`.execute(world.house.db)
  expect(rows[0]?.turn).toBe(4) // check, its worker, import, its worker
})

test('a server that is stopped in the middle leaves nothing half-done; the next one takes it up at once', async () => {
  const { id } = await checked(world, csv([...Array(30)].map((_, i) => resident(100 + i))))
  const { server, start } = await anotherServer()
  await start(id)
  await held(async () => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  })
  expect(await personOf(world, 100)).toBeUndefined()
  await keepImports(world.house)
  expect((await until(world, id, ['done', 'failed'])).result).toMatchObject({ created: 30 })
})

test('what brings sheets in by itself leaves none waiting where it gives up', async () => {
  const { base, cookie } = await anotherServer()
  const seen = new Set<string>()
  const given = { source: '部门共享：公安', collectedOn: '2026-09-01' }
  const sheet = new Blob([new Uint8Array(csv([resident(200), resident(201, { 姓名: '' })]))])
  const bring = importer(base, cookie).bring('residents', sheet, '名单.csv', given, ({ id }) => seen.add(id))
  await expect(bring).rejects.toThrow(/1 of 2 lines are refused/)
  for (const id of seen) expect((await job(world, id)).state).toBe('cancelled')
  expect(seen.size).toBe(1)
})
