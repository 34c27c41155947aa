import { Pool } from 'pg'
import { civilDate } from '../calendar/workdays.ts'
import { typeParser } from './db.ts'

export type Cell = string | number | boolean | null
export type Answer<R> = { rows: R[]; columns: string[] }
export type Ask = <R = Record<string, Cell>>(text: string, args?: unknown[]) => Promise<Answer<R>>
export type Facts = {
  /** It is a role of its own that can read the facts_ views and nothing else; only then may a query be tried that nobody has looked at. */
  walled: boolean
  /** Queries of a pack, in one read-only transaction with a time limit each; `now` is their current_setting('linli.now'), linli.day its day. */
  read<T>(now: Date, fn: (ask: Ask) => Promise<T>): Promise<T>
  end(): Promise<void>
}

export const role = 'linli_facts'

/**
 * Few connections, apart from all others: whatever a query of the pack does, it changes nothing and holds nobody up. `given` is where the role
 * of its own signs in (LINLI_FACTS_URL); without it the embedded server's is tried, and where there is none, ours must do.
 */
export async function openFacts(
  url: string,
  given: string | undefined,
  { max = 4, longestMs = 5000 } = {},
): Promise<Facts> {
  const pools = [given ?? asRole(url), url].flatMap((u) => (u ? [poolOf(u, max, longestMs)] : []))
  for (const pool of pools) {
    const walled = await wallOf(pool)
    if (walled === null && pool === pools[0] && given) throw new Error(`LINLI_FACTS_URL: nobody may sign in there`)
    if (walled === false && pool === pools[0] && given)
      throw new Error(`LINLI_FACTS_URL: the role there must read the facts_ views and nothing else; sign in as ${role}`)
    if (walled || pool === pools.at(-1)) {
      await Promise.all(pools.filter((p) => p !== pool).map((p) => p.end()))
      return { walled: walled ?? false, read: reader(pool, longestMs), end: () => pool.end() }
    }
  }
  throw new Error('no database')
}

/** The embedded server lets in whoever may open its socket; a server of one's own asks for a password that we do not have. */
function asRole(url: string): string | null {
  const at = new URL(url)
  if (at.password || !at.searchParams.get('host')?.startsWith('/')) return null
  at.username = role
  return at.href
}

/** null: nobody may sign in here. */
async function wallOf(pool: Pool): Promise<boolean | null> {
  try {
    const { rows } = await pool.query(
      "select not rolsuper and not has_table_privilege('person', 'select') and has_table_privilege('facts_matter', 'select') as walled from pg_roles where rolname = current_user",
    )
    return rows[0].walled
  } catch {
    return null
  }
}

function poolOf(url: string, max: number, longestMs: number) {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: 'linli facts',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 10_000,
    types: { getTypeParser: typeParser },
    options: `-c default_transaction_read_only=on -c jit=off -c statement_timeout=${longestMs}`,
  })
  pool.on('error', (error) => pool.ending || console.error(`facts connection lost: ${error.message}`))
  return pool
}

const reader =
  (pool: Pool, longestMs: number): Facts['read'] =>
  async (now, fn) => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query(
        `begin isolation level repeatable read read only; set local statement_timeout = ${longestMs}; set local linli.now = '${now.toISOString()}'; set local linli.day = '${civilDate(now)}'`,
      )
      return await fn(async (text, args = []) => {
        const { rows, fields } = await client.query(text, args)
        return { rows, columns: fields.map((f) => f.name) }
      })
    } finally {
      await client.query('rollback').catch((error: Error) => (broken = error))
      client.release(broken)
    }
  }
