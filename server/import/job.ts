import { sql } from 'kysely'
import { Client } from 'pg'
import { standingCommunities } from '../home/actions.ts'
import { sourceRank } from '../person/rules.ts'
import { act } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import { wallNow } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { maskNumbers } from '../platform/numbers.ts'
import { openSheet, type Sheet, type SheetCounts } from '../register/view.ts'
import { applyOthers } from './apply-others.ts'
import { applyResidents, type Counts, type Part } from './apply-residents.ts'
import { bookStager, bringBook, judgeBook } from './books.ts'
import type { Context, Values } from './check.ts'
import { forecast } from './forecast.ts'
import { attributeOf, type Kind, registerOf, type SheetKind } from './kinds.ts'
import { copyLines, stager } from './stage.ts'
import { BadTable, readTable } from './table.ts'
import { readUpload } from './uploads.ts'

/** What the worker does with a job: check every line, then bring them in. Each can be stopped, and begun again from its start. */

export type Desk = Pick<House, 'district' | 'db' | 'crypto' | 'clock' | 'dataDir'> & { url: string }
export type Job = {
  id: string
  kind: SheetKind
  name: string
  mapping: Record<string, number>
  source: string
  collected_on: string
  choice: 'all-or-nothing' | 'skip-bad'
  state: string
  lines: number
  good: number
  bad: number
  created_by: string
  turn: number
}
/** Cancelled, or somebody else's turn. */
export class Stopped extends Error {}
const chunkLines = 20_000

const jobColumns = sql`id, kind, name, mapping, source, collected_on::text, choice, state, lines, good, bad, created_by, turn`
export async function jobOf(house: Desk, id: string): Promise<Job> {
  const { rows } =
    await sql<Job>`select ${jobColumns} from import_job where district = ${house.district} and id = ${id}`.execute(
      house.db,
    )
  if (!rows[0]) throw new Error(`no import job ${id}`)
  return rows[0]
}

/** A sign of life; throws Stopped when somebody has cancelled meanwhile. */
export const beat = async (
  house: Desk,
  job: Job,
  p: Partial<Record<'lines' | 'good' | 'bad' | 'done', number>> = {},
) => {
  const { rows } = await sql`update import_job set beat_at = ${wallNow()}, lines = coalesce(${p.lines ?? null}, lines),
      good = coalesce(${p.good ?? null}, good), bad = coalesce(${p.bad ?? null}, bad), done = coalesce(${p.done ?? null}, done)
    where ${mine(house, job)} returning 1`.execute(house.db)
  if (!rows.length) throw new Stopped()
}

const mine = (house: Desk, job: Job) =>
  sql`district = ${house.district} and id = ${job.id} and state = ${job.state} and turn = ${job.turn}`

export const workName = 'linli import'
/** A connection of its own, for COPY. */
export async function workConnection(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: workName })
  await client.connect()
  await client.query(`set synchronous_commit = on; set work_mem = '64MB'; set statement_timeout = 0`)
  return client
}

/**
 * Dry run: every line against every rule, and against the other lines; then what importing them would do. Nothing known is touched.
 * A job that is importing already has lost its checked lines (a crash of the database empties an unlogged table) and goes on.
 */
export async function checkJob(house: Desk, job: Job): Promise<void> {
  await clean(house, job.id)
  const client = await workConnection(house.url)
  try {
    const { communities, read } = await standingCommunities(house.db, house.district)
    const context: Context = {
      read,
      day: job.collected_on,
      communities: new Map(communities.flatMap((c) => [[c.name, c.id] as const, [c.id, c.id] as const])),
      grids: job.kind === 'buildings' ? await grids(house) : new Map(),
    }
    const fields = Object.entries(job.mapping)
    const pick = (cells: string[]) => {
      const values: Values = {}
      for (const [field, at] of fields) values[field] = cells[at] ?? ''
      return values
    }
    const head = `${house.district}\t${job.id}`
    const sheet = await sheetOf(house, job)
    const stage = sheet ? bookStager(sheet, house.crypto, head) : stager(job.kind as Kind, house.crypto, context, head)
    const batches = readTable(() => readUpload(house.dataDir, house.crypto, job.id))
    const p = await copyLines(
      client,
      batches,
      pick,
      stage,
      (p) => beat(house, job, p),
      (f) => addFaults(house, job.id, f),
    )
    await sql`analyze import_line`.execute(house.db) // before the first join over it
    const doubled = await doubles(house, job, sheet)
    const { made, bad } = await forecastOf(house, job, sheet)
    const then = job.state === 'importing' ? sql`state` : sql`'checked', beat_at = null`
    const { numAffectedRows } = await sql`
      update import_job set good = ${p.good - doubled - bad}, bad = ${p.bad + doubled + bad}, lines = ${p.lines},
        forecast = ${JSON.stringify(made)}, forecast_at = ${house.clock.now()}, state = ${then}
      where ${mine(house, job)}`.execute(house.db)
    if (!numAffectedRows) throw new Stopped()
  } finally {
    await client.end()
  }
}

/** The rules of the register a sheet is for, or null where it is for none. */
const sheetOf = async (house: Desk, job: Job): Promise<Sheet | null> => {
  const register = registerOf(job.kind)
  return register ? openSheet(house, register, job.created_by, job.collected_on, job.source, job.id) : null
}
/** What importing it would do, and how many lines what is known forbids. */
async function forecastOf(house: Desk, job: Job, sheet: Sheet | null) {
  if (!sheet) return { made: await forecast(house.db, job.kind as Kind, whole(house, job)), bad: 0 }
  const of = { district: house.district, job: job.id, crypto: house.crypto }
  const { forecast: made, bad } = await judgeBook(house.db, sheet, of, (f) => addFaults(house, job.id, f))
  return { made, bad }
}

const whole = (house: Desk, job: Job): Part => ({
  district: house.district,
  job: job.id,
  from: 1,
  to: 2 ** 31 - 1,
  day: job.collected_on,
  source: job.source,
  rank: sourceRank(job.source),
  names: Object.entries(attributeOf).flatMap(([field, attribute]) =>
    job.mapping[field] === undefined ? [] : [attribute],
  ),
  at: house.clock.now(),
})

/** By name, id and code: people write whichever they have. */
async function grids(house: Desk) {
  const { rows } = await sql<{ id: string; name: string; code: string | null }>`
    select p.id, t.name, t.code from place p join place_period t on t.district = p.district and t.place_id = p.id and t.valid_to is null
     where p.district = ${house.district} and p.kind = 'grid' and p.valid_to is null`.execute(house.db)
  return new Map(rows.flatMap((g) => [g.id, g.name, ...(g.code ? [g.code] : [])].map((k) => [k, g.id] as const)))
}

/** Of lines about the same subject the first stays; the others are told apart by the first one's number. */
async function doubles(house: Desk, job: Job, sheet: Sheet | null): Promise<number> {
  const key = sheet
    ? sql`data ->> 'key'`
    : {
        residents: sql`id_hash`,
        dwellings: sql`(data ->> 'community') || (data ->> 'key')`,
        buildings: sql`(data ->> 'community') || (data ->> 'name')`,
        organisations: sql`data ->> 'uscc'`,
      }[job.kind as Kind]
  const field = sheet
    ? sheet.keyField
    : { residents: 'idNumber', dwellings: 'address', buildings: 'name', organisations: 'uscc' }[job.kind as Kind]
  const { rows } = await sql<{ n: number }>`
    with often as (select ${key} as key, min(n) as first from import_line where district = ${house.district} and job_id = ${job.id}
      group by 1 having count(*) > 1),
    gone as (delete from import_line l using often o where l.district = ${house.district} and l.job_id = ${job.id} and ${key} = o.key and l.n <> o.first
      returning l.n, o.first)
    insert into import_fault (district, job_id, n, field, message)
    select ${house.district}, ${job.id}, n, ${field}, '与第 ' || first || ' 行重复' from gone returning n`.execute(
    house.db,
  )
  return rows.length
}

const addFaults = async (house: Desk, job: string, faults: { n: number; field: string; message: string }[]) =>
  void (await sql`insert into import_fault (district, job_id, n, field, message)
    select ${house.district}, ${job}, f.n, f.field, f.message
      from jsonb_to_recordset(${JSON.stringify(faults.map((f) => ({ ...f, message: maskNumbers(f.message) })))}::jsonb) as f(n int, field text, message text)
    on conflict do nothing`.execute(house.db))

export async function clean(house: Desk, job: string) {
  await sql`delete from import_line where district = ${house.district} and job_id = ${job}`.execute(house.db)
  await sql`delete from import_fault where district = ${house.district} and job_id = ${job}`.execute(house.db)
}

/** All of it in one transaction: cancelled, refused or killed half-way, nothing has happened. */
export async function importJob(house: Desk, job: Job, actor: Actor): Promise<void> {
  const there = await sql<{
    n: number
    most: number
  }>`select count(*)::int as n, coalesce(max(n), 0)::int as most from import_line
    where district = ${house.district} and job_id = ${job.id}`.execute(house.db)
  const { n = 0, most = 0 } = there.rows[0] ?? {}
  if (n !== job.good) throw new Error('the checked lines are gone')
  if (job.choice === 'all-or-nothing' && job.bad)
    throw new BadTable(`重新检查后有 ${job.bad} 行不对，没有导入任何内容，请改好再来`)
  const total: Counts = { created: 0, updated: 0, unchanged: 0, records: 0, unmatched: 0 }
  await act(house, actor, async ({ tx, at, record }) => {
    await sql`set local statement_timeout = '10min'`.execute(tx)
    await sql`set local idle_in_transaction_session_timeout = '10min'`.execute(tx)
    await sql`set local work_mem = '64MB'`.execute(tx)
    const sheet = await sheetOf(house, job)
    if (sheet) {
      const of = { district: house.district, job: job.id, crypto: house.crypto }
      const sum = (c: SheetCounts) => c.created + c.updated + c.unchanged
      Object.assign(total, await bringBook(tx, sheet, of, at, (c) => beat(house, job, { done: sum(c) })))
    }
    for (let from = 1; from <= most && !sheet; from += chunkLines) {
      const part = { ...whole(house, job), from, to: from + chunkLines - 1, at }
      const counts =
        job.kind === 'residents'
          ? await applyResidents(tx, part)
          : await applyOthers(tx, job.kind as Exclude<Kind, 'residents'>, part)
      for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key]
      // The tables were small when the transaction began: what is planned from now on must know that they are not.
      if (from === 1 || Math.log2(from / chunkLines) % 1 < 0.01)
        await sql`analyze person (district, id, id_hash), dwelling (district, id, community_id, key), residence (district, person_id, kind)`.execute(
          tx,
        )
      await beat(house, job, { done: Math.min(job.good, total.created + total.updated + total.unchanged) })
    }
    const ended =
      await sql`update import_job set state = 'done', done = good, result = ${JSON.stringify(total)}, ended_at = ${at}, beat_at = null
      where ${mine(house, job)}`.execute(tx)
    if (!ended.numAffectedRows) throw new Stopped()
    record({
      as: null,
      verb: 'import.done',
      data: { import: job.id, kind: job.kind, lines: job.lines, bad: job.bad, ...total },
    })
  })
  await sql`delete from import_line where district = ${house.district} and job_id = ${job.id}`.execute(house.db)
  const filled = registerOf(job.kind)
    ? sql`register_version, register_entry`
    : sql`person, dwelling, residence, household, record`
  await sql`analyze ${filled}`.execute(house.db) // whoever searches next
  await forecastAgain(house)
}

/** What was forecast for sheets that still wait was reckoned before this one came in. */
async function forecastAgain(house: Desk) {
  const { rows } =
    await sql<Job>`select ${jobColumns} from import_job where district = ${house.district} and state = 'checked'`.execute(
      house.db,
    )
  for (const job of rows) {
    const { made } = await forecastOf(house, job, await sheetOf(house, job))
    if (made.created + made.updated + made.unchanged !== job.good) continue // its lines are gone, and are made again when it is imported
    await sql`update import_job set forecast = ${JSON.stringify(made)}, forecast_at = ${house.clock.now()} where ${mine(house, job)}`.execute(
      house.db,
    )
  }
}

/** Two that wanted the same rows, or a database that went away: begun again, it may well succeed. */
export const mayPass = (error: unknown): boolean =>
  /^(40001|40P01|53300|57P0[1-5]|08...|ECONNRESET|ECONNREFUSED|EPIPE|ENOENT)$/.test(
    (error as { code?: string }).code ?? '',
  ) || /Connection terminated|connection error/i.test((error as Error).message)

/** What ended it, in words for the person; a bug says only that it is ours. */
export const whyEnded = (error: unknown): string =>
  error instanceof BadTable ? error.message : '系统出错了，我们已记录；没有导入任何内容，可以重试'
