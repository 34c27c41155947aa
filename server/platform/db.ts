import type { Socket } from 'node:net'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, type PoolClient, types } from 'pg'
import type { Tables } from '../schema.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** How PostgreSQL's types come out here, decided once. The numbers are PostgreSQL's type ids. */
const parsers: Record<number, (text: string) => unknown> = {
  20: exactInteger, // bigint
  1016: (text) => textArray(text).map(exactInteger),
  1700: Number, // numeric
  1231: (text) => textArray(text).map(Number),
  1082: String, // date: a civil date has no time zone, so it stays 'YYYY-MM-DD'
  1182: (text) => textArray(text),
}
const textArray = types.getTypeParser(1009 as number) as (text: string) => string[] // as text[]
export const typeParser = ((id: number, format?: 'text') =>
  (format !== ('binary' as string) && parsers[id]) || types.getTypeParser(id, format)) as typeof types.getTypeParser

function exactInteger(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new Error(`${text} is too large to be exact as a number`)
  return n
}

/**
 * A pool of connections. Every statement with parameters is prepared under a name of its own, so that PostgreSQL plans
 * it once a connection and not once a request. `db.destroy()` closes the pool.
 */
export function openDb(
  url: string,
  { max = Number(process.env.LINLI_POOL ?? 16), longestMs = 15_000, name = 'linli' } = {},
): Db {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: longestMs,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: typeParser },
    pipeline: true, // statements need not wait for each other's answers: an act is three round trips
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => pool.ending || console.error(`database connection lost: ${error.message}`))
  if (process.env.LINLI_PREPARE !== '0') pool.on('connect', prepareStatements(statementNames()))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** The same text has the same name on every connection. Texts beyond the limit, as from bulk inserts, go unnamed. */
export function statementNames(limit = 500): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    if (!names.has(text) && names.size < limit) names.set(text, `s${names.size + 1}`)
    return names.get(text)
  }
}

const prepareStatements = (nameOf: (text: string) => string | undefined) => (client: PoolClient) => {
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown
  const together = sendTogether(client)
  const query = (text: unknown, values?: unknown[], ...rest: unknown[]) => {
    together()
    return typeof text === 'string' && Array.isArray(values) && values.length
      ? plain({ name: nameOf(text), text, values }, ...rest)
      : plain(text, values, ...rest)
  }
  client.query = query as typeof client.query
}

/** Statements asked for in one turn of the event loop go out in one write: `begin` with the first, `commit` with the last. */
function sendTogether(client: PoolClient) {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    stream.cork()
    setImmediate(() => {
      waiting = false
      stream.uncork()
    })
  }
}
