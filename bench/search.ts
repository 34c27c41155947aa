import { Client } from 'pg'
import { searchOf } from '../server/person/names.ts'
import { loadCrypto } from '../server/platform/crypto.ts'
import type { Figure } from './main.ts'
import { percentile } from './meanwhile.ts'
import { signIn } from './server.ts'

/** Over HTTP with scope, masking and unsealing, beside the bare look-up in the same index. */
export async function searches(
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
  const ask = async (q: string) => {
    const res = await fetch(`${base}/api/persons/search`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
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
  const phones = sample.flatMap((r) => r[4] || []).slice(0, 200)
  const sounds = sample
    .map(
      (r) =>
        searchOf(r[1] as string)
          .split(' ')
          .findLast((t) => /^[a-z]{4,}$/.test(t)) ?? 'wangfang',
    )
    .slice(0, 200)
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
      'search-phone': await figure(phones, (q) =>
        client.query('select id from person where district = $1 and phone_hash = $2', ['340705', crypto.blind(q)]),
      ),
      'search-pinyin': await figure(sounds, (q) =>
        client.query('select id from person where district = $1 and search @@ $2::tsquery limit 21', [
          '340705',
          `${q}:*`,
        ]),
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
