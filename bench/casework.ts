import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../server/platform/migrate.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { drive } from './drive.ts'
import { pgbench } from './floor.ts'
import type { Figure } from './main.ts'
import { firstLoads } from './sizes.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 15)
const server = fileURLToPath(new URL('../server/main.ts', import.meta.url))

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

async function startLinli(port: number, dir: string, url: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    LINLI_DATA: dir,
    DATABASE_URL: url,
    LINLI_DEMO: '1',
    LINLI_LOG: 'error',
    NODE_ENV: 'production',
  }
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    child.stdout?.on('data', (d) => String(d).includes('ready') && ready())
  })
  return child
}
