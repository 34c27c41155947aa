import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { wallNow } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { dropUpload, uploadsBefore } from './uploads.ts'

const script = fileURLToPath(new URL('./worker.ts', import.meta.url))
const running = new Map<string, ChildProcess>()
const quietMs = 60_000
const keptMs = 7 * 86_400_000
const mostTries = 3

/** What a worker is told when it starts. */
export type Given = { url: string; district: string; dataDir: string; now: string; turn: number }

/** The processes at work for this one. */
export const workers = () => [...running.values()]

let stopping = false
/** Without waiting for the next round: a person is watching. */
export const soon = (house: House) =>
  void keepImports(house).catch((error: Error) => stopping || console.error(`imports: ${error.message}`))

/**
 * Starts a worker for the job that waits longest, also one whose worker died. One at a time in a district, whichever process runs it:
 * two that bring in the same people would lock each other out.
 */
export async function keepImports(house: House): Promise<void> {
  if (running.size) return
  const job = await claim(house)
  if (!job) return tidyLines(house)
  const { id, turn } = job
  if (job.tries > mostTries) return giveUp(house, id, turn)
  const given: Given = {
    url: house.url,
    district: house.district,
    dataDir: house.dataDir,
    now: house.clock.now().toISOString(),
    turn,
  }
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--max-old-space-size=160', '--max-semi-space-size=8', script, id],
    {
      env: { ...process.env, LINLI_IMPORT: JSON.stringify(given) },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  running.set(id, child)
  child.on('error', (error) => console.error(`import ${id}: ${error.message}`))
  child.on('close', async (code) => {
    if (code !== 0 && !stopping) await letGo(house, id, turn).catch(() => {}) // it died: at once, and not after a minute's silence
    running.delete(id)
    if (!stopping) soon(house)
  })
}

/** All that wait are locked, so that two processes cannot each take one. */
async function claim(house: House) {
  const now = wallNow()
  const { rows } = await sql<{ id: string; turn: number; tries: number }>`
    with waiting as materialized (
      select id, created_at, beat_at >= ${new Date(now.getTime() - quietMs)} as busy from import_job
       where district = ${house.district} and state in ('checking', 'importing') order by created_at for update)
    update import_job set beat_at = ${now}, turn = turn + 1, tries = tries + 1
     where district = ${house.district} and not exists (select from waiting where busy)
       and id = (select id from waiting order by created_at limit 1)
    returning id, turn, tries`.execute(house.db)
  return rows[0]
}

const letGo = (house: House, id: string, turn: number) =>
  sql`update import_job set beat_at = null where district = ${house.district} and id = ${id} and turn = ${turn}
    and state in ('checking', 'importing')`.execute(house.db)

const giveUp = async (house: House, id: string, turn: number) =>
  void (await sql`update import_job set state = 'failed', why = '系统试了三次都没能完成，没有导入任何内容；请把文件分成几个再试',
      ended_at = ${house.clock.now()}, beat_at = null
    where district = ${house.district} and id = ${id} and turn = ${turn}`.execute(house.db))

/** What is cancelled or has failed needs its lines no more. */
const tidyLines = async (house: House) =>
  void (await sql`delete from import_line l using import_job j
    where j.district = ${house.district} and j.state in ('cancelled', 'failed', 'done') and j.ended_at > ${new Date(house.clock.now().getTime() - 86_400_000)}
      and l.district = j.district and l.job_id = j.id`.execute(house.db))

/** Ends the workers of this process: what they had begun has not happened, and is taken up again at the next start. */
export async function stopImports(house: House): Promise<void> {
  stopping = true
  const ids = [...running.keys()]
  await Promise.all(
    [...running.values()].map((child) => new Promise((done) => child.once('close', done) && child.kill('SIGKILL'))),
  )
  stopping = false
  if (ids.length)
    await sql`update import_job set beat_at = null, tries = greatest(tries - 1, 0)
      where district = ${house.district} and id = any(${ids}::uuid[])`.execute(house.db)
}

/** The sheet itself is kept a week, for the list of its faults; then only that it was imported. */
export async function forgetImports(house: House): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update import_job set sample = '', state = case when state in ('uploaded', 'checked') then 'cancelled' else state end
     where district = ${house.district} and sample <> '' and state not in ('checking', 'importing')
       and created_at < ${new Date(house.clock.now().getTime() - keptMs)} returning id`.execute(house.db)
  for (const { id } of rows) {
    await sql`delete from import_line where district = ${house.district} and job_id = ${id}`.execute(house.db)
    await sql`delete from import_fault where district = ${house.district} and job_id = ${id}`.execute(house.db)
    await dropUpload(house.dataDir, id)
  }
  await dropStray(house)
}

/** What an upload left that the server did not live to end. */
async function dropStray(house: House) {
  const old = await uploadsBefore(house.dataDir, new Date(wallNow().getTime() - 86_400_000))
  if (!old.length) return
  const { rows } = await sql<{ id: string }>`select id from import_job
    where district = ${house.district} and sample <> '' and id = any(${old}::uuid[])`.execute(house.db)
  const known = new Set(rows.map((r) => r.id))
  for (const id of old) if (!known.has(id)) await dropUpload(house.dataDir, id)
}
