import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { publishContent } from '../server/content/publish.ts'
import { openDb } from '../server/platform/db.ts'
import { migrate } from '../server/platform/migrate.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { wordsOf } from '../server/register/fields.ts'
import { bookFile, booksDir } from '../test/books.ts'
import type { Figure } from './main.ts'
import { percentile } from './meanwhile.ts'
import { signIn, startLinli } from './server.ts'

const entries = Number(process.env.BENCH_ENTRIES ?? 100_000)
const district = '340705'
const url = '/api/registers/test-halls/entries'
const syllables = [...'东西南北新老大小福安康乐和平幸学湖山江桥园林花石井泉清明光华']

/**
 * One register of 100,000 entries, each with a version before the one that stands: its list, filters, words and file over HTTP with scope
 * and names, beside the bare statement over the same index.
 */
export async function register(): Promise<Record<string, Figure>> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: dir, say: () => {} })
  await migrate(postgres.url)
  const port = 20_000 + (process.pid % 20_000)
  const linli = await startLinli(port, dir, postgres.url)
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  try {
    await fill(postgres.url, client)
    return await measured(`http://127.0.0.1:${port}`, client)
  } finally {
    await client.end()
    linli.kill('SIGTERM')
    await new Promise((done) => linli.once('exit', done))
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

const nameOf = (n: number) =>
  `${[n, Math.floor(n / 30), Math.floor(n / 900)].map((k) => syllables[k % syllables.length]).join('')}活动室${n}`

async function fill(database: string, client: Client) {
  const db = openDb(database)
  const at = new Date('2026-09-01T00:00:00+08:00')
  await db.transaction().execute((tx) => publishContent(tx, district, booksDir, at))
  await db.destroy()
  const { rows: places } = await client.query(
    `select id from place where district = $1 and kind in ('community', 'village') and valid_to is null order by id`,
    [district],
  )
  const { rows } = await client.query(`select digest from definition where district = $1 and id = 'test-halls'`, [
    district,
  ])
  const def = bookFile('test-halls')
  const begun = performance.now()
  for (let from = 0; from < entries; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, entries - from) }, (_, i) => {
      const n = from + i
      const data = {
        code: `B-${n}`,
        name: nameOf(n),
        community: places[n % places.length].id,
        status: n % 50 === 0 ? 'building' : n % 7 === 0 ? 'planned' : 'open',
        area: 50 + (n % 900),
        free: n % 2 === 0,
        openedOn: `20${String(10 + (n % 15)).padStart(2, '0')}-0${1 + (n % 9)}-15`,
        owner: 'civil-affairs',
      }
      return { data, name: data.name, place: data.community, words: wordsOf(def, data) }
    })
    await client.query(
      `with x as (select gen_random_uuid() as entry, x.* from jsonb_to_recordset($3::jsonb) as x(data jsonb, name text, place text, words text[])),
       e as (insert into register_entry (district, id, register, key, created_at) select $1, entry, 'test-halls', data ->> 'code', '2020-01-01' from x returning id)
       insert into register_version (district, id, entry_id, register, digest, valid_from, valid_to, recorded_at, replaced_at, place_id, title, data, search)
       select $1, gen_random_uuid(), x.entry, 'test-halls', $2, v."from", v."to", '2020-01-01', null, x.place, x.name,
              case when v."to" is null then x.data else x.data || '{"status": "planned"}' end, array_to_tsvector(x.words)
         from x cross join (values ('2015-01-01'::date, '2020-01-01'::date), ('2020-01-01', null)) v("from", "to")
        where (select count(*) from e) > 0`,
      [district, rows[0].digest, JSON.stringify(lines)],
    )
  }
  await client.query('vacuum analyze register_version')
  await client.query('vacuum analyze register_entry')
  console.log(
    `${entries} entries, ${2 * entries} versions, made in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
  )
}

async function measured(base: string, client: Client): Promise<Record<string, Figure>> {
  const [whole, own] = [await signIn(base, 'qin-lan'), await signIn(base, 'ge-hui')]
  const ask = async (cookie: string, query: string, some = true) => {
    const res = await fetch(`${base}${url}${query}`, { headers: { cookie } })
    const body = (await res.json()) as { rows?: { id: string }[]; id?: string; next?: string | null }
    if (!res.ok || (some && body.rows && !body.rows.length))
      throw new Error(`${query}: ${res.status} ${JSON.stringify(body).slice(0, 200)}`)
    return body
  }
  const timed = async <T>(given: T[], run: (x: T) => Promise<unknown>) => {
    for (const x of given.slice(0, 8)) await run(x)
    const times: number[] = []
    for (const x of given) {
      const from = performance.now()
      await run(x)
      times.push(performance.now() - from)
    }
    return percentile(times, 0.95)
  }
  const beside = async <T>(
    given: T[],
    ours: (x: T) => Promise<unknown>,
    bare: (x: T) => Promise<unknown>,
  ): Promise<Figure> => {
    const figure = { ours: await timed(given, ours), floor: await timed(given, bare) }
    return { ...figure, ratio: figure.ours / figure.floor, unit: 'ms' }
  }
  const rows = (where: string, args: unknown[] = []) =>
    client.query(
      `select v.entry_id, v.title, v.place_id, v.data from register_version v where v.district = $1 and v.register = 'test-halls' and v.replaced_at is null
          and v.valid_from <= '2026-09-21' and (v.valid_to is null or v.valid_to > '2026-09-21') and ${where}
        order by v.title collate "C", v.entry_id limit 51`,
      [district, ...args],
    )
  const times = Array.from({ length: 100 }, (_, i) => i)
  const first = (await ask(whole, '?limit=200')) as { rows: { id: string }[]; next: string }
  const words = times.map((i) => nameOf(i * 997).slice(0, 2 + (i % 3)))
  const pairs = (w: string) =>
    [...w]
      .slice(1)
      .map((c, k) => `'${[...w][k]}${c}'`)
      .join(' & ')
  const enc = encodeURIComponent
  return {
    list: await beside(
      times,
      () => ask(whole, ''),
      () => rows('true'),
    ),
    'list-own-place': await beside(
      times,
      () => ask(own, ''),
      () => rows(`v.place_id = 'tianjinghu'`),
    ),
    'next-page': await beside(
      times,
      () => ask(whole, `?after=${first.next}`),
      () => rows(`(v.title collate "C", v.entry_id) > ('东', '00000000-0000-0000-0000-000000000000')`),
    ),
    'filter-rare': await beside(
      times,
      () => ask(whole, `?where=${enc('status:building')}`),
      () => rows(`v.data @> '{"status": "building"}'`),
    ),
    'filter-date': await beside(
      times,
      () => ask(whole, `?where=${enc('openedOn:2018-01-01..2018-12-31')}`),
      () => rows(`v.data ->> 'openedOn' between '2018-01-01' and '2018-12-31'`),
    ),
    search: await beside(
      words,
      (w) => ask(whole, `?q=${enc(w)}`),
      (w) => rows('v.search @@ $2::tsquery', [pairs(w)]),
    ),
    file: await beside(
      first.rows.slice(0, 100),
      (r) => ask(whole, `/${r.id}`),
      (r) => client.query('select * from register_version where district = $1 and entry_id = $2', [district, r.id]),
    ),
  }
}
