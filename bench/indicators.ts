import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { buildApp } from '../server/app.ts'
import type { Published } from '../server/content/indicators.ts'
import { fromCells, refreshCells } from '../server/indicator/rollup.ts'
import { shapeOf } from '../server/indicator/run.ts'
import { openHouse } from '../server/open.ts'
import { movableClock } from '../server/platform/clock.ts'
import type { Ask, Facts } from '../server/platform/facts.ts'
import type { House } from '../server/platform/house.ts'
import { migrate } from '../server/platform/migrate.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { fillDistrict } from './district-rows.ts'
import type { Figure } from './main.ts'
import { percentile } from './meanwhile.ts'

const part = Number(process.env.BENCH_PART ?? 1) // of a district's rows
const times = Number(process.env.BENCH_TIMES ?? 5)
const asOf = '2026-08-31'
const contentDir = fileURLToPath(new URL('../content/tongguan', import.meta.url))
type Statement = { text: string; args: unknown[] }

/**
 * The starter set over a district of the report's size, through the API with scope and lights, beside the very statements it sent, sent
 * bare: each figure of the whole district, the whole set by community, and the same from cells by month.
 */
export async function indicators(): Promise<Record<string, Figure>> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: dir, say: () => {} })
  await migrate(postgres.url)
  const clock = movableClock(new Date(`${asOf}T18:00:00+08:00`), () => 0)
  const { house, close } = await openHouse({ url: postgres.url, contentDir, dataDir: dir, demo: true, clock })
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  try {
    await fillDistrict(house.db, house.district, asOf, part)
    return await measured(house, client, clock)
  } finally {
    await client.end()
    await close()
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measured(house: House, client: Client, clock: ReturnType<typeof movableClock>) {
  const heard = listening(house.facts)
  const app = await buildApp(
    { ...house, facts: heard.facts },
    { log: false, demo: { clock: { now: clock.now, set: async (to) => clock.set(to) } } },
  )
  const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: { account: 'bian-cheng' } })
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] as string
  const read = async (path: string) => {
    const { statusCode, body } = await app.inject({ url: path, headers: { cookie } })
    if (statusCode !== 200) throw new Error(`${path}: ${body}`)
  }
  const bare = async (statements: Statement[]) => {
    await client.query(
      `begin isolation level repeatable read read only; set local jit = off; set local linli.now = '${house.clock.now().toISOString()}'; set local linli.day = '${asOf}'`,
    )
    for (const { text, args } of statements)
      await client.query(text, args).catch((error: Error) => {
        throw new Error(`${error.message}, bare: ${text}`)
      })
    await client.query('rollback')
  }
  /** In turns, so that what else the machine does falls on both. */
  const beside = async (ours: () => Promise<unknown>): Promise<Figure> => {
    await ours() // what is learnt once
    const statements = await heard.during(ours)
    await bare(statements)
    const [mine, floor]: [number[], number[]] = [[], []]
    for (let n = 0; n < times; n++) {
      mine.push(await timed(ours))
      floor.push(await timed(() => bare(statements)))
    }
    return figure(percentile(mine, 0.5), percentile(floor, 0.5))
  }

  const all = (await house.indicators.all()).filter((i) => i.collection === 'auto')
  const figures: Record<string, Figure> = {}
  for (const i of all) figures[`figure ${i.id}`] = await beside(() => read(`/api/indicators/${i.id}/figure?to=${asOf}`))
  const set = await beside(async () => {
    for (const i of all) await read(`/api/indicators/${i.id}/figure?to=${asOf}&by=community`)
  })
  const cells = await monthly(house, all, bare, heard, (i) => figures[`figure ${i.id}`]?.floor ?? 0)
  await app.close()
  return { ...figures, 'set-by-community': set, ...cells }
}

/** Those of the set that add up over months: kept as cells, and told from them beside the row queries. */
async function monthly(house: House, all: Published[], bare: Bare, heard: Heard, byRows: (i: Published) => number) {
  const listened = { ...house, facts: heard.facts }
  const shapes = await house.facts.read(house.clock.now(), async (ask) => {
    const found = new Map<string, boolean>()
    for (const i of all)
      found.set(i.id, !i.small && !i.sql.includes('linli.day') && !(await shapeOf(ask, i, [house.district])).person)
    return found
  })
  const adds = (id: string) => shapes.get(id) === true
  const kept = all.filter((i) => adds(i.id) && (i.kind !== 'ratio' || adds(i.over ?? '')))
  const summed = all.filter((i) => adds(i.id))
  const refreshed = async () => {
    for (const i of summed) await refreshCells(listened, i)
  }
  const statements = await heard.during(refreshed)
  const refresh = figure(await timed(refreshed), await timed(() => bare(statements)))
  const told = async () => {
    for (const i of kept)
      await fromCells(
        house,
        i,
        i.kind === 'ratio' ? ((await house.indicators.get(i.over ?? '')) ?? null) : null,
        { to: asOf, from: `${asOf.slice(0, 4)}-01-01` },
        [house.district],
      )
  }
  await told()
  const ours: number[] = []
  for (let n = 0; n < times; n++) ours.push(await timed(told))
  console.log(`${summed.length} of ${all.length} indicators add up; ${kept.length} figures are told from cells`)
  return {
    'cells-refresh': refresh,
    'cells-told': figure(
      percentile(ours, 0.5),
      kept.reduce((sum, i) => sum + byRows(i), 0),
    ),
  }
}

type Bare = (statements: Statement[]) => Promise<void>
type Heard = ReturnType<typeof listening>
/** Hands on what is asked of the facts and notes it. */
function listening(facts: Facts) {
  let statements: Statement[] = []
  const noting =
    (ask: Ask): Ask =>
    (text, args = []) => {
      statements.push({ text, args })
      return ask(text, args)
    }
  return {
    facts: { ...facts, read: (now, fn) => facts.read(now, (ask) => fn(noting(ask))) } satisfies Facts as Facts,
    async during(work: () => Promise<unknown>) {
      statements = []
      await work()
      return [...statements] // what is asked later is not part of it
    },
  }
}

const figure = (ours: number, floor: number): Figure => ({ ours, floor, ratio: ours / floor, unit: 'ms' })
async function timed(work: () => Promise<unknown>) {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
