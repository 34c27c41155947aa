import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { csvOf, importer } from '../bin/world/bring.ts'
import { makeDistrict } from '../bin/world/district.ts'
import { loadCrypto } from '../server/platform/crypto.ts'
import { migrate } from '../server/platform/migrate.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import type { Figure } from './main.ts'
import { startLinli } from './server.ts'

const rows = Number(process.env.BENCH_ROWS ?? 513_000)
const contentDir = fileURLToPath(new URL('../content/tongguan', import.meta.url))
const day = '2026-09-01'

/**
 * 513,000 residents from one csv file over HTTP, with every check and encryption; then finding them again. Floors: a bare COPY of as
 * many such rows, and the same index look-ups as bare SQL.
 */
export async function registry(): Promise<Record<string, Figure>> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: dir, say: () => {} })
  await migrate(postgres.url)
  const port = 20_000 + (process.pid % 20_000)
  const linli = await startLinli(port, dir, postgres.url)
  const base = `http://127.0.0.1:${port}`
  const figures: Record<string, Figure> = {}
  try {
    const { sheets } = makeDistrict(contentDir, 'tongguan', day, 1, rows / 390_000)
    const sheet = (kind: string) => sheets.find((s) => s.kind === kind) as (typeof sheets)[number]
    const { bring } = importer(base, await signIn(base, 'ding-yi'))
    const given = { source: '部门共享：公安', collectedOn: day }
    await bring('buildings', csvOf(sheet('buildings')), 'buildings.csv', given)
    const file = csvOf(sheet('residents'))
    const idle = await others(base, 8000)
    const memory = watch(linli.pid ?? 0)
    const busy = others(base)
    const begun = performance.now()
    const phases = new Map<string, number>()
    const job = await bring('residents', file, 'residents.csv', given, ({ state }) =>
      phases.set(state, (performance.now() - begun) / 1000),
    )
    const seconds = (performance.now() - begun) / 1000
    const during = await (await busy).stop()
    const peak = memory.stop()
    if (job.lines !== rows || job.result?.created !== rows) throw new Error(`imported ${JSON.stringify(job)}`)
    const floor = await bareCopy(postgres.url, sheet('residents').rows())
    console.log(
      `${rows} rows in ${seconds.toFixed(1)} s (checked after ${phases.get('checked')?.toFixed(1)} s), at most ${Math.round(peak)} MB, others' p99 ${during.toFixed(1)} ms`,
    )
    figures['import-513k'] = { ours: seconds, floor, ratio: seconds / floor, unit: 's' }
    figures['import-memory'] = { ours: peak, floor: 400, ratio: peak / 400, unit: 'MB' }
    figures['others-p99'] = { ours: during, floor: await idle.stop(), ratio: during / (await idle.stop()), unit: 'ms' }
    Object.assign(figures, await searches(base, postgres.url, dir, sheet('residents').rows()))
  } finally {
    linli.kill('SIGTERM')
    await new Promise((done) => linli.once('exit', done))
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return figures
}

async function signIn(base: string, account: string): Promise<string> {
  const res = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  })
  return res.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const percentile = (times: number[], p: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0

/** Somebody else's work meanwhile: twenty requests a second, of which the slowest hundredth is asked. */
async function others(base: string, forMs?: number) {
  const cookie = await signIn(base, 'zhou-min')
  const times: number[] = []
  let going = true
  const one = async () => {
    const from = performance.now()
    await fetch(`${base}/api/tasks`, { headers: { cookie } }).then((r) => r.text())
    times.push(performance.now() - from)
  }
  const loop = (async () => {
    for (let i = 0; i < 20; i++) await one()
    times.length = 0
    const end = forMs === undefined ? Infinity : performance.now() + forMs
    while (going && performance.now() < end) {
      await one()
      await new Promise((next) => setTimeout(next, 50))
    }
  })()
  if (forMs !== undefined) await loop
  return {
    async stop() {
      going = false
      await loop
      return percentile(times, 0.99)
    },
  }
}

/** The most memory that the server and its worker held together, in MB; a page that both use, as Node's own code, counts half for each. */
function watch(pid: number) {
  let most = 0
  const held = (id: number) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  const timer = setInterval(() => {
    try {
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number)
      const all = [pid, ...children].map(held)
      if (process.env.BENCH_DEBUG) console.log(all.map((kb) => Math.round(kb / 1024)).join(' + '))
      most = Math.max(most, all.reduce((sum, kb) => sum + kb, 0) / 1024)
    } catch {
      // a worker that has just ended
    }
  }, 100)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
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

/** Over HTTP with scope, masking and unsealing, beside the bare look-up in the same index. */
async function searches(
  base: string,
  url: string,
  dir: string,
  rows: Iterable<string[]>,
): Promise<Record<string, Figure>> {
  const sample: string[][] = []
  let i = 0
  for (const row of rows) if (i++ % 2503 === 0) sample.push(row)
  const cookie = await signIn(base, 'ding-yi')
  const client = new Client({ connectionString: url })
  await client.connect()
  const crypto = loadCrypto(dir)
  let asked = 0
  const ask = async (q: string) => {
    const res = await fetch(`${base}/api/persons/search`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'x-forwarded-for': `10.1.${Math.floor(++asked / 100)}.${asked % 100}`,
      },
      body: JSON.stringify({ q }),
    })
    if (!res.ok) throw new Error(`search: ${res.status} ${await res.text()}`)
    const { hits } = (await res.json()) as { hits: unknown[] }
    if (!hits.length) throw new Error(`nothing found by ${q}`)
  }
  const timed = async (queries: string[], run: (q: string) => Promise<unknown>) => {
    for (const q of queries.slice(0, 10)) await run(q)
    const times: number[] = []
    for (const q of queries) {
      const from = performance.now()
      await run(q)
      times.push(performance.now() - from)
    }
    return percentile(times, 0.95)
  }
  const names = sample
    .flatMap((r) => [r[1] as string, (r[1] as string).slice(0, 2), (r[1] as string).slice(-2)])
    .slice(0, 300)
  const ids = sample.map((r) => r[0] as string).slice(0, 200)
  const addresses = sample
    .map((r) => (r[6] as string).replace(/^.*(社区|村)/, ''))
    .filter((a) => /\d/.test(a) && !/省/.test(a))
    .slice(0, 100)
  const figure = async (queries: string[], bare: (q: string) => Promise<unknown>): Promise<Figure> => {
    const ours = await timed(queries, ask)
    const floor = await timed(queries, bare)
    return { ours, floor, ratio: ours / floor, unit: 'ms' }
  }
  const pieces = (q: string) =>
    [...q]
      .slice(1)
      .map((c, k) => `'${[...q][k]}${c}'`)
      .join(' & ')
  try {
    return {
      'search-name': await figure(names, (q) =>
        client.query('select id from person where district = $1 and search @@ $2::tsquery limit 21', [
          '340705',
          pieces(q),
        ]),
      ),
      'search-id': await figure(ids, (q) =>
        client.query('select id from person where district = $1 and id_hash = $2', ['340705', crypto.blind(q)]),
      ),
      'search-address': await figure(addresses, (q) =>
        client.query(`select id from dwelling where district = $1 and key like '%' || $2 || '%' limit 21`, [
          '340705',
          q,
        ]),
      ),
    }
  } finally {
    await client.end()
  }
}
