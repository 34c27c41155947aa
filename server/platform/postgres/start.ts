import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { holdFolder } from './lock.ts'
import { findPlace, type Place } from './place.ts'
import { end, initialise, launch, stopSurvivor } from './server.ts'

const major = '18'

export type Options = {
  /** Holds data, log and lock; made when it is not there. */
  dataDir: string
  /** false: commits may be lost in a power cut. For tests alone. */
  durable?: boolean
  say?: (line: string) => void
}
export type Postgres = {
  url: string
  /** The server's main process now. It changes when the server had to be started again. */
  pid(): number
  /** Ends all sessions and shuts down cleanly. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with the dependencies, as a child process on a Unix socket that only we may enter.
 * It ends when we end, in whatever way; should it end before us, it is started again.
 * @throws Error in plain words when it cannot run here or another Linli uses the folder.
 */
export async function startPostgres({ dataDir, durable = true, say = console.log }: Options): Promise<Postgres> {
  mkdirSync(dataDir, { recursive: true })
  const dir = realpathSync(dataDir)
  const release = holdFolder(dir)
  try {
    const place = findPlace(dir, say)
    await stopSurvivor(place, say)
    if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place, durable)
    const version = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
    if (version !== major)
      throw new Error(`${place.data} was written by PostgreSQL ${version}; this Linli brings ${major}.`)
    const url = `postgresql://linli@localhost/linli?host=${encodeURIComponent(place.run)}`
    const keeper = await keepRunning(place, durable, say)
    await prepare(url).catch(async (error) => {
      await keeper.stop()
      throw error
    })
    return {
      url,
      pid: keeper.pid,
      async stop() {
        await keeper.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

async function keepRunning(place: Place, durable: boolean, say: (line: string) => void) {
  let stopping = false
  let current = await launch(place, durable, say)
  const watch = () => current.child.once('exit', again)
  const again = async () => {
    if (stopping) return
    say(`The database ended unexpectedly; starting it again. Its log: ${place.log}`)
    for (let attempt = 0; attempt < 5 && !stopping; attempt++) {
      try {
        await stopSurvivor(place, say)
        current = await launch(place, durable, say)
        return watch()
      } catch (error) {
        say(String(error))
        await sleep(500 * 2 ** attempt)
      }
    }
    say('The database does not stay up.')
  }
  watch()
  return {
    pid: () => current.pid,
    async stop() {
      stopping = true
      const { child, pid } = current
      const gone = child.exitCode ?? child.signalCode ?? new Promise((done) => child.once('exit', done))
      child.ref()
      await end(pid)
      await gone
    },
  }
}

/** Makes our database on the first start, and asserts that Chinese letters count as letters. */
async function prepare(url: string) {
  const admin = new Client({ connectionString: url.replace('/linli?', '/postgres?') })
  await admin.connect()
  try {
    const { rowCount } = await admin.query("select from pg_database where datname = 'linli'")
    if (!rowCount) await admin.query('create database linli')
    // May read what is published for counting, and nothing else: server/sql/facts.sql grants it.
    const role = await admin.query("select from pg_roles where rolname = 'linli_facts'")
    if (!role.rowCount) await admin.query('create role linli_facts login')
    await admin.query('begin')
    await admin.query('create extension if not exists pg_trgm')
    const { rows } = await admin.query("select cardinality(show_trgm('王小明')) as n")
    await admin.query('rollback')
    if (rows[0].n !== 4)
      throw new Error(
        'This PostgreSQL does not take Chinese characters for letters (its locale is wrong); searching would fail.',
      )
  } finally {
    await admin.end()
  }
}
