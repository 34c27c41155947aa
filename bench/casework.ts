import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../server/platform/migrate.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { drive } from './drive.ts'
import { pgbench } from './floor.ts'
import type { Figure } from './main.ts'
import { startLinli } from './server.ts'
import { firstLoads } from './sizes.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 15)

/**
 * One matter from asking to result, seven acts, each over HTTP with every guard on (session, scope, rules, idempotency
 * key, events, papers), on a durable PostgreSQL; beside it pgbench doing the same reads and writes on the same tables.
 */
export async function casework(): Promise<Record<string, Figure>> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: dir, say: () => {} })
  const figures: Record<string, Figure> = {}
  let linli: ChildProcess | undefined
  try {
    await migrate(postgres.url)
    const port = 20_000 + (process.pid % 20_000)
    linli = await startLinli(port, dir, postgres.url)
    for (const clients of [1, 16]) {
      await drive(port, clients, 2) // warm: compiled code, prepared statements, full caches
      const ours = await drive(port, clients, seconds)
      const floor = await pgbench(postgres.url, clients, seconds)
      figures[`clients-${clients}`] = { ours, floor, ratio: ours / floor, unit: 'cases/s' }
    }
  } finally {
    linli?.kill('SIGTERM')
    await new Promise((done) => (linli ? linli.once('exit', done) : done(null)))
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return { ...figures, ...firstLoads() }
}
