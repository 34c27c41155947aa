import { Pool } from 'pg'
import { typeParser } from './db.ts'

export type Cell = string | number | boolean | null
export type Answer<R> = { rows: R[]; columns: string[] }
export type Ask = <R = Record<string, Cell>>(text: string, args?: unknown[]) => Promise<Answer<R>>
export type Facts = {
  /** Queries of a pack, in one read-only transaction with a time limit each; `now` is their current_setting('linli.now'). */
  read<T>(now: Date, fn: (ask: Ask) => Promise<T>): Promise<T>
  end(): Promise<void>
}

/** Few connections, apart from all others: whatever a query of the pack does, it changes nothing and holds nobody up. */
export function openFacts(url: string, { max = 4, longestMs = 5000 } = {}): Facts {
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
  return {
    async read(now, fn) {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query(
          `begin isolation level repeatable read read only; set local statement_timeout = ${longestMs}; set local linli.now = '${now.toISOString()}'`,
        )
        return await fn(async (text, args = []) => {
          const { rows, fields } = await client.query(text, args)
          return { rows, columns: fields.map((f) => f.name) }
        })
      } finally {
        await client.query('rollback').catch(() => (broken = true))
        client.release(broken)
      }
    },
    end: () => pool.end(),
  }
}
