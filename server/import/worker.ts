import { setPriority } from 'node:os'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth.ts'
import { loadCrypto } from '../platform/crypto.ts'
import { openDb } from '../platform/db.ts'
import { beat, checkJob, type Desk, importJob, type Job, jobOf, mayPass, Stopped, whyEnded, workName } from './job.ts'
import type { Given } from './keep.ts'

/** A process of its own for one job, so that a sheet of any kind can neither slow nor fell the server. Started by keep.ts. */
const [jobId = ''] = process.argv.slice(2)
const { LINLI_IMPORT: given = '{}' } = process.env
const { url, district, dataDir, now, turn } = JSON.parse(given) as Given
const nice = Number(process.env.LINLI_NICE ?? 10)
setPriority(nice)

const db = openDb(url, { max: 3, longestMs: 600_000, name: workName })
// Our database sessions step back too, where they run on this machine: whoever waits at a window goes first.
const gentle = setInterval(() => void stepBack().catch(() => {}), 500)
async function stepBack() {
  const { rows } = await sql<{
    pid: number
  }>`select pid from pg_stat_activity where application_name = ${workName}`.execute(db)
  if (new URL(url).searchParams.get('host')?.startsWith('/')) for (const { pid } of rows) setPriority(pid, nice)
}
const desk: Desk = { url, district, dataDir, db, crypto: loadCrypto(dataDir), clock: { now: () => new Date(now) } }

async function run(job: Job) {
  if (job.state === 'checking') return checkJob(desk, job)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from import_line where district = ${district} and job_id = ${jobId}`.execute(db)
  if (rows[0]?.n !== job.good) await checkJob(desk, job) // the database crashed since, and an unlogged table is empty then
  await importJob(desk, { ...(await jobOf(desk, jobId)), state: job.state, turn }, actorOf(job))
}
const actorOf = (job: Job): Actor => ({
  district,
  account: job.created_by,
  name: '',
  kind: 'staff',
  personId: null,
  posts: [],
})
/** Never what a cell held: a message of the database may quote one. */
const inBrief = ({ code = '', message }: Error & { code?: string }) =>
  `${code} ${message.replace(/["“'].*|\d{5,}/gs, '…')}`.trim()

const job = await jobOf(desk, jobId)
const alive = setInterval(() => void beat(desk, job).catch(() => {}), 10_000)
try {
  if (job.turn !== turn) throw new Stopped()
  await run(job)
} catch (error) {
  if (error instanceof Stopped) process.exitCode = 0
  else if (mayPass(error)) {
    console.error(`import ${jobId}: ${inBrief(error as Error)}, will be tried again`)
    process.exitCode = 1
  } else {
    console.error(`import ${jobId}: ${inBrief(error as Error)}`)
    await sql`update import_job set state = 'failed', why = ${whyEnded(error)}, ended_at = ${new Date(now)}, beat_at = null
      where district = ${district} and id = ${jobId} and turn = ${turn} and state in ('checking', 'importing')`.execute(
      db,
    )
  }
} finally {
  clearInterval(gentle)
  clearInterval(alive)
  await db.destroy()
}
