import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { csvOf, importer } from '../bin/world/bring.ts'
import { makeDistrict, type Sheet } from '../bin/world/district.ts'
import { migrate } from '../server/platform/migrate.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import type { Figure } from './main.ts'
import { others, watch } from './meanwhile.ts'
import { searches } from './search.ts'
import { signIn, startLinli } from './server.ts'
import { workbookOf } from './workbook.ts'

const rows = Number(process.env.BENCH_ROWS ?? 513_000)
const contentDir = fileURLToPath(new URL('../content/tongguan', import.meta.url))
const day = '2026-09-01'
const given = { source: '部门共享：公安', collectedOn: day }
const mostMemory = 400 // MB, what the server may take meanwhile

/**
 * 513,000 residents over HTTP with every check and encryption, from one csv file and into another district from one xlsx; then finding
 * them again. Floors: a bare COPY of as many such rows, and the same index look-ups as bare SQL.
 */
export async function registry(): Promise<Record<string, Figure>> {
  const { sheets } = makeDistrict(contentDir, 'tongguan', day, 1, rows / 390_000)
  const sheet = (kind: string) => sheets.find((s) => s.kind === kind) as Sheet
  const people = sheet('residents')
  return {
    ...(await inNewDistrict(async (d) => {
      const floor = await bareCopy(d.url, people.rows())
      const csv = await measured(d, sheet('buildings'), csvOf(people), 'residents.csv')
      return {
        'import-513k': { ours: csv.seconds, floor, ratio: csv.seconds / floor, unit: 's' },
        'import-memory': { ours: csv.peak, floor: mostMemory, ratio: csv.peak / mostMemory, unit: 'MB' },
        'others-p99': { ours: csv.during, floor: csv.idle, ratio: csv.during / csv.idle, unit: 'ms' },
        ...(await searches(d.base, d.url, d.dir, people.rows())),
      }
    })),
    ...(await inNewDistrict(async (d) => {
      const floor = await bareCopy(d.url, people.rows())
      const file = new Blob([workbookOf(people.columns, people.rows()) as Uint8Array<ArrayBuffer>])
      const xlsx = await measured(d, sheet('buildings'), file, 'residents.xlsx')
      return {
        'import-xlsx': { ours: xlsx.seconds, floor, ratio: xlsx.seconds / floor, unit: 's' },
        'import-xlsx-memory': { ours: xlsx.peak, floor: mostMemory, ratio: xlsx.peak / mostMemory, unit: 'MB' },
        'others-p99-xlsx': { ours: xlsx.during, floor: xlsx.idle, ratio: xlsx.during / xlsx.idle, unit: 'ms' },
      }
    })),
  }
}

type District = { base: string; url: string; dir: string; pid: number }
async function inNewDistrict<T>(work: (d: District) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: dir, say: () => {} })
  await migrate(postgres.url)
  const port = 20_000 + (process.pid % 20_000)
  const linli = await startLinli(port, dir, postgres.url)
  try {
    return await work({ base: `http://127.0.0.1:${port}`, url: postgres.url, dir, pid: linli.pid ?? 0 })
  } finally {
    linli.kill('SIGTERM')
    await new Promise((done) => linli.once('exit', done))
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** One file, from the first byte sent to the last row in. */
async function measured({ base, pid }: District, buildings: Sheet, file: Blob, name: string) {
  const { bring } = importer(base, await signIn(base, 'ding-yi'))
  await bring('buildings', csvOf(buildings), 'buildings.csv', given)
  const undisturbed = await others(base)
  await sleep(10_000)
  const idle = await undisturbed()
  const memory = watch(pid)
  const busy = await others(base)
  const begun = performance.now()
  const phases = new Map<string, number>()
  const job = await bring('residents', file, name, given, ({ state }) =>
    phases.set(state, (performance.now() - begun) / 1000),
  )
  const seconds = (performance.now() - begun) / 1000
  const during = await busy()
  const peak = memory.stop()
  if (job.lines !== rows || job.result?.created !== rows) throw new Error(`imported ${JSON.stringify(job)}`)
  console.log(
    `${name}: ${rows} rows, ${Math.round(file.size / 1e6)} MB, in ${seconds.toFixed(1)} s (checked after ${phases.get('checked')?.toFixed(1)} s), at most ${Math.round(peak)} MB of memory, others' p99 ${during.toFixed(1)} ms`,
  )
  return { seconds, during, peak, idle }
}

/** The same rows as text into a table without any index, rule or key. */
async function bareCopy(url: string, rows: Iterable<string[]>): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const lines = [...rows].map((r) => `${r.map((c) => c || '\\N').join('\t')}\n`)
  const columns = Array.from({ length: 13 }, (_, i) => `c${i} text`).join(', ')
  await client.query(`create table bare_copy (${columns})`)
  const begun = performance.now()
  async function* pieces() {
    for (let i = 0; i < lines.length; i += 5000) yield lines.slice(i, i + 5000).join('')
  }
  await pipeline(pieces(), client.query(copyFrom('copy bare_copy from stdin')))
  const seconds = (performance.now() - begun) / 1000
  await client.query('drop table bare_copy')
  await client.end()
  return seconds
}
