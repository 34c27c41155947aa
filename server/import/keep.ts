import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { wallNow } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { dropSealed } from './vault.ts'

const script = fileURLToPath(new URL('./worker.ts', import.meta.url))
const running = new Map<string, ChildProcess>()
const quietMs = 60_000
const keptMs = 7 * 86_400_000

let stopping = false
/** Without waiting for the next round: a person is watching. */
export const soon = (house: House) =>
  void keepImports(house).catch((error: Error) => stopping || console.error(`imports: ${error.message}`))

/** Starts a worker for each job that waits for one, also one whose worker died; one at a time in this process. */
export async function keepImports(house: House): Promise<void> {
  if (running.size) return
  const now = wallNow()
  const { rows } = await sql<{ id: string }>`
    update import_job set beat_at = ${now} where district = ${house.district} and id = (
      select id from import_job where district = ${house.district} and state in ('checking', 'importing')
         and (beat_at is null or beat_at < ${new Date(now.getTime() - quietMs)}) order by created_at limit 1 for update skip locked)
    returning id`.execute(house.db)
  const id = rows[0]?.id
  if (!id) return
  const given = {
    url: house.url,
    district: house.district,
    dataDir: house.dataDir,
    now: house.clock.now().toISOString(),
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
  child.on('close', () => {
    running.delete(id)
    if (!stopping) soon(house)
  })
}

/** Ends the workers of this process: what they had begun has not happened, and is taken up again at the next start. */
export async function stopImports(house: House): Promise<void> {
  stopping = true
  const ids = [...running.keys()]
  await Promise.all(
    [...running.values()].map((child) => new Promise((done) => child.once('close', done) && child.kill('SIGKILL'))),
  )
  stopping = false
  if (ids.length)
    await sql`update import_job set beat_at = null where district = ${house.district} and id = any(${ids}::uuid[])`.execute(
      house.db,
    )
}

/** The sheet itself is kept a week, for the list of its faults; then only that it was imported. */
export async function forgetImports(house: House): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update import_job set sample = '' where district = ${house.district} and sample <> '' and state not in ('checking', 'importing')
       and created_at < ${new Date(house.clock.now().getTime() - keptMs)} returning id`.execute(house.db)
  for (const { id } of rows) {
    await sql`delete from import_line where district = ${house.district} and job_id = ${id}`.execute(house.db)
    await sql`delete from import_fault where district = ${house.district} and job_id = ${id}`.execute(house.db)
    await dropSealed(house.dataDir, id)
  }
}
