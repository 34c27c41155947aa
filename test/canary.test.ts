import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishBooks } from './books.ts'
import { examples } from './fuzz-examples.ts'
import { madeUpNumber } from './registry.ts'
import { openWorld, type World } from './world.ts'
import type { Operation, Schema } from './wrongs.ts'

/**
 * 17.1, 17.2: made-up identity numbers and telephones in every text of every request. Where one is taken it is sealed; where it does not
 * belong it is refused by name; and in no log, no answer that says no, no address, no event, no kept answer does it ever stand.
 */
const logged: string[] = []
let world: World
let validFor: ReturnType<typeof examples>
beforeAll(async () => {
  world = await openWorld({ log: { level: 'trace', stream: { write: (line) => void logged.push(line) } } })
  await publishBooks(world)
  await world.app.ready()
  validFor = examples(world)
})
afterAll(() => world.close())

/** Columns where such a number may stand, and why. */
const allowed: Record<string, string> = {
  'post.duty_phone': 'must hang on the wall of every grid (R-2.1)',
}

const sent = new Set<string>()
let nth = 0
/** Each one its own, so that what leaks says from where. */
function canaries(): { kind: string; value: string }[] {
  const birds = [
    { kind: 'idNumber', value: madeUpNumber(`19${String(10 + (nth % 89))}0607`) },
    { kind: 'phone', value: `199${String(20_000_000 + nth++)}` },
  ]
  for (const b of birds) sent.add(b.value)
  return birds
}
const operations = () =>
  Object.entries(world.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([m, op]) => [`${m.toUpperCase()} ${path}`, op as unknown as Operation] as const),
  )

/** Every text of a body, each in turn replaced; those that are there, and those that might be. */
function* planted(s: Schema, body: unknown, value: string, depth = 0): Generator<unknown> {
  const schemas = [s, ...(s.anyOf ?? [])]
  if (typeof body === 'string' || (body === undefined && schemas.some((x) => x.type === 'string'))) {
    yield value
    if (typeof body === 'string') yield `${body} ${value}`
    return
  }
  if (Array.isArray(body)) {
    const items = schemas.find((x) => x.items)?.items ?? {}
    for (const [i, item] of body.entries())
      for (const v of planted(items, item, value, depth + 1)) yield body.with(i, v)
    return
  }
  if (body !== undefined && (typeof body !== 'object' || body === null)) return
  const properties = Object.assign({}, ...schemas.map((x) => x.properties ?? {})) as Record<string, Schema>
  const given = (body ?? {}) as Record<string, unknown>
  if (depth > 4) return
  for (const key of new Set([...Object.keys(properties), ...Object.keys(given)])) {
    if (body === undefined) continue
    for (const v of planted(properties[key] ?? {}, given[key], value, depth + 1)) yield { ...given, [key]: v }
  }
  // Where anything may be said, also under a word nobody foresaw.
  if (!schemas.some((x) => x.additionalProperties === false) && body !== undefined) yield { ...given, [value]: '1' }
}

test('a number in any text of any request leaves no trace in the clear', { timeout: 240_000 }, async () => {
  const said: string[] = []
  let tried = 0
  for (const [name, op] of operations()) {
    if (['GET /api/stream', 'POST /api/files', 'POST /api/imports', 'DELETE /api/session'].includes(name)) continue
    const [method = '', path = ''] = name.split(' ')
    const valid = await validFor(name)
    if (!valid) throw new Error(`${name} has no valid example`)
    const cookie = valid.who ? await world.cookieOf(valid.who) : ''
    const go = async (url: string, body: unknown, value: string, key = valid.key ?? (randomUUID() as string)) => {
      tried++
      const res = await world.app.inject({
        method: method as 'POST',
        url,
        remoteAddress: `10.2.${Math.floor(tried / 250) % 250}.${tried % 250}`,
        headers: {
          ...(cookie && { cookie }),
          'idempotency-key': key,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      })
      if (res.statusCode >= 500) said.push(`${name}: ${res.statusCode} ${res.body}`)
      if (res.statusCode >= 400 && res.body.includes(value))
        said.push(`${name} says it back: ${res.body.slice(0, 200)}`)
    }
    const schema = op.requestBody?.content['application/json']?.schema
    for (const { value } of canaries()) {
      if (schema) for (const body of planted(schema, valid.body, value)) await go(valid.url, body, value)
      for (const p of op.parameters ?? []) {
        if (p.in === 'query') await go(`${valid.url.split('?')[0]}?${p.name}=${value}`, valid.body, value)
        if (p.in === 'path') {
          const i = path.split('/').indexOf(`{${p.name}}`)
          const [bare = '', query] = valid.url.split('?')
          await go(bare.split('/').with(i, value).join('/') + (query ? `?${query}` : ''), valid.body, value)
        }
        if (p.in === 'header') await go(valid.url, valid.body, value, value)
      }
      await go(`${path.replaceAll(/[{}]/g, '')}/${value}`, valid.body, value)
    }
  }
  expect(said).toEqual([])
  expect(tried).toBeGreaterThan(1500)
  expect(logged.length).toBeGreaterThan(tried)
  const all = [...sent]
  expect(logged.filter((line) => all.some((v) => line.includes(v))).slice(0, 5)).toEqual([])
  console.log(`${tried} requests, ${sent.size} numbers, ${logged.length} log lines`)
})

test('no column of any table holds one in the clear, but those that must', { timeout: 120_000 }, async () => {
  await world.house.tick()
  const { db } = world.house
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns c
     where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character varying', 'tsvector')
       and exists (select from information_schema.tables t where t.table_name = c.table_name and t.table_schema = 'public' and t.table_type = 'BASE TABLE')`.execute(
    db,
  )
  expect(columns.length).toBeGreaterThan(200)
  const found = new Map<string, string[]>()
  const birds = [...sent]
  for (const { table, column, type } of columns) {
    const text = type === 'bytea' ? sql`encode(${sql.ref(column)}, 'escape')` : sql`${sql.ref(column)}::text`
    const { rows } = await sql<{
      said: string
    }>`select ${text} as said from ${sql.table(table)} where ${text} ~ '[0-9]{11}'`.execute(db)
    const hits = rows.filter(({ said }) => birds.some((v) => said.includes(v)))
    if (hits.length)
      found.set(
        `${table}.${column}`,
        hits.slice(0, 2).map((h) => h.said.slice(0, 200)),
      )
  }
  const stray = [...found].filter(([where]) => !allowed[where])
  expect(stray).toEqual([])
  expect([...found.keys()].sort()).toEqual(Object.keys(allowed).sort())
})
