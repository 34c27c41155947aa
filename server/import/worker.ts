import { setPriority } from 'node:os'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth.ts'
import { loadCrypto } from '../platform/crypto.ts'
import { openDb } from '../platform/db.ts'
import { checkJob, type Desk, importJob, type Job, jobOf, Stopped, whyEnded, workName } from './job.ts'

/** A process of its own for one job, so that a sheet of any kind can neither slow nor fell the server. Started by keep.ts. */
const [jobId = ''] = process.argv.slice(2)
const { LINLI_IMPORT: given = '{}' } = process.env
const { url, district, dataDir, now } = JSON.parse(given) as Record<'url' | 'district' | 'dataDir' | 'now', string>
setPriority(10)

const db = openDb(url, { max: 3, longestMs: 600_000, name: workName })
// Our database sessions step back too, where they run on this machine: whoever waits at a window goes first.
const gentle = setInterval(() => void stepBack().catch(() => {}), 500)
async function stepBack() {
  const { rows } = await sql<{
    pid: number
  }>`select pid from pg_stat_activity where application_name = ${workName}`.execute(db)
  if (new URL(url).searchParams.get('host')?.startsWith('/')) for (const { pid } of rows) setPriority(pid, 10)
}
const desk: Desk = { url, district, dataDir, db, crypto: loadCrypto(dataDir), clock: { now: () => new Date(now) } }
const move = (from: string, to: string) =>
  sql`update import_job set state = ${to} where district = ${district} and id = ${jobId} and state = ${from}`.execute(
    db,
  )

async function run(job: Job) {
  if (job.state === 'checking') return checkJob(desk, job)
  if (job.state !== 'importing') return
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from import_line where district = ${district} and job_id = ${jobId}`.execute(db)
  if (rows[0]?.n !== job.good) {
    // The database crashed since and lost the checked lines, as unlogged tables do: they are made again from the file.
    await move('importing', 'checking')
    await checkJob(desk, job)
    await move('checked', 'importing')
  }
  await importJob(desk, await jobOf(desk, jobId), actorOf(job))
}
const actorOf = (job: Job): Actor => ({
  district,
  account: job.created_by,
  name: '',
  kind: 'staff',
  personId: null,
  posts: [],
})

try {
  await run(await jobOf(desk, jobId))
} catch (error) {
  if (!(error instanceof Stopped)) {
    console.error(`import ${jobId}: ${(error as Error).message}`)
    await sql`update import_job set state = 'failed', why = ${whyEnded(error)}, ended_at = ${new Date(now)}, beat_at = null
      where district = ${district} and id = ${jobId} and state in ('checking', 'importing')`.execute(db)
  }
  await sql`delete from import_line where district = ${district} and job_id = ${jobId}`.execute(db)
} finally {
  clearInterval(gentle)
  await db.destroy()
}
