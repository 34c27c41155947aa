import { randomInt, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newNumber } from '../server/platform/id.ts'
import { publishBooks } from './books.ts'
import { examples, takesNothing } from './fuzz-examples.ts'
import { owner, stages } from './stages.ts'
import { application, openWorld, type World } from './world.ts'
import { type Operation, type Valid, type Wrong, wrongs } from './wrongs.ts'

/**
 * Every operation of the contract, given what it must not be given: the answer is in Chinese, names the field, is never our
 * fault, and nothing has changed.
 */
const seed = Number(process.env.LINLI_SEED) || randomInt(2 ** 31)
let world: World
let stage: ReturnType<typeof stages>
let validFor: ReturnType<typeof examples>
beforeAll(async () => {
  console.log(`fuzz seed ${seed} (LINLI_SEED)`)
  world = await openWorld()
  await publishBooks(world)
  await world.app.ready()
  stage = stages(world)
  validFor = examples(world)
})
afterAll(() => world.close())

let sent = 0
const ownKey = (w: Wrong) => w.field === 'idempotency-key'
const send = async (method: string, valid: Valid, w: Wrong) => {
  const body = w.raw ?? ('body' in w ? w.body : valid.body)
  return world.app.inject({
    method: method as 'POST',
    url: w.url ?? valid.url,
    remoteAddress: `10.0.${Math.floor(++sent / 250)}.${sent % 250}`, // no limit of rate: that has its own test
    headers: {
      ...(valid.who && { cookie: await world.cookieOf(valid.who) }),
      ...(method !== 'GET' && !ownKey(w) && { 'idempotency-key': valid.key ?? randomUUID() }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...w.headers,
    },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

/** Rows of every table; a look-up leaves its own event and changes nothing else, and signing in is not what is tried here. */
async function rowCounts() {
  const { rows } = await sql<{ name: string; n: number }>`
    select table_name as name, (xpath('/row/n/text()', query_to_xml(format(
      case table_name when 'event' then 'select count(*) as n from event where verb not like ''session.%%'' and verb <> ''person.looked-up'''
                      else 'select count(*) as n from %I' end, table_name), false, true, '')))[1]::text::int as n
    from information_schema.tables where table_schema = 'public' and table_name <> 'session'`.execute(world.house.db)
  const { rows: versions } = await sql<{ v: number }>`select coalesce(sum(version), 0)::int as v from cases`.execute(
    world.house.db,
  )
  return { ...Object.fromEntries(rows.map((r) => [r.name, r.n])), versions: versions[0]?.v }
}

const operations = () =>
  Object.entries(world.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([m, op]) => [`${m.toUpperCase()} ${path}`, op as unknown as Operation] as const),
  )

test('what is wrong is told in Chinese, by its field, and changes nothing', { timeout: 120_000 }, async () => {
  let tried = 0
  const faults: string[] = []
  for (const [name, op] of operations()) {
    const valid = await validFor(name)
    expect(valid, `${name} has no valid example here`).not.toBeNull()
    if (!valid) continue
    const [method = '', path = ''] = name.split(' ')
    const all = wrongs(name, op, path, valid)
    expect(all.length > 0 || takesNothing.includes(name), `${name}: nothing to be wrong`).toBe(true)
    if (!all.length) continue
    if (valid.who) await world.cookieOf(valid.who)
    const before = await rowCounts()
    for (const w of all) {
      const res = await send(method, valid, w)
      tried++
      const says = `${name} ${w.how}: ${res.statusCode} ${res.body.slice(0, 160)}`
      if (res.statusCode < 400 || res.statusCode >= 500) faults.push(says)
      else {
        const told = res.json() as { message?: string; field?: string; problems?: { field: string }[] }
        if (!/\p{Script=Han}/u.test(told.message ?? '')) faults.push(`${says}: not Chinese`)
        const named = [told.field, ...(told.problems ?? []).map((p) => p.field)]
        if (w.field && ![404, 414].includes(res.statusCode) && !named.some((f) => f?.startsWith(w.field ?? '')))
          faults.push(`${says}: does not name ${w.field}`)
      }
    }
    const after = await rowCounts()
    if (JSON.stringify(after) !== JSON.stringify(before))
      faults.push(`${name}: something changed ${JSON.stringify(before)} ${JSON.stringify(after)}`)
  }
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(1500)
  console.log(`${tried} wrong requests`)
})

test('each example the others are bent from is accepted as it stands', { timeout: 60_000 }, async () => {
  const others: Record<string, number> = {
    'GET /api/files/{id}': 404,
    'GET /api/papers/{file}': 404,
    'GET /api/persons/{id}/numbers': 409,
    'GET /api/exports/{id}/file': 409,
    'GET /api/registers/{register}/entries/{id}/personal': 409,
  }
  for (const [name] of operations()) {
    if (['GET /api/stream', 'POST /api/files', 'POST /api/imports'].includes(name)) continue
    const valid = await validFor(name)
    if (!valid) continue
    const res = await send(name.split(' ')[0] ?? '', valid, { how: 'as it stands' })
    expect([name, res.statusCode], res.body.slice(0, 200)).toEqual([name, others[name] ?? 200])
  }
})

test('whatever somebody answers to the questions of a form, it is checked, kept or refused: never our fault', async () => {
  const { form } = (await world.call(null, 'GET', '/api/items/minimum-living-allowance')).body
  const answer = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }), fc.double())
  const answers = fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(form.properties)), fc.string()), answer)
  const given = await application(world, owner, 'minimum-living-allowance')
  const { number } = await stage.received()
  await fc.assert(
    fc.asyncProperty(answers, async (form) => {
      for (const [who, method, url, body] of [
        [null, 'POST', '/api/items/minimum-living-allowance/check', { form }],
        [owner, 'PUT', '/api/drafts/minimum-living-allowance', { form }],
        [owner, 'POST', '/api/matters', { ...given, form: { ...given.form, ...form } }],
        ['zhou-min', 'POST', `/api/matters/${number}/fix`, { form, note: '笔误' }],
      ] as const) {
        const res = await send(method, { who, url, body }, { how: 'any form' })
        expect([url, res.statusCode], res.body.slice(0, 300)).toEqual([url, expect.toSatisfy((s) => s < 500)])
      }
    }),
    { seed, numRuns: 60 },
  )
})

test('whoever guesses at numbers is stopped after twenty tries a minute', async () => {
  const request = { method: 'POST', url: '/api/matters/track', remoteAddress: '192.0.2.7' } as const
  const statuses: number[] = []
  for (let i = 0; i < 25; i++) {
    const payload = { number: newNumber(), idTail: '0017' }
    statuses.push((await world.app.inject({ ...request, payload })).statusCode)
  }
  expect(statuses).toEqual([...Array(20).fill(404), ...Array(5).fill(429)])
})
