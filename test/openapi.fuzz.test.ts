import { randomInt, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sketch } from '../server/kernel/sketch.ts'
import { newNumber } from '../server/platform/id.ts'
import { addressOf, bodyFor, matterActs, owner, type Staged, stages } from './stages.ts'
import { application, openWorld, type World } from './world.ts'
import { type Operation, type Valid, type Wrong, wrongs } from './wrongs.ts'

/**
 * Every operation of the contract, given what it must not be given: the answer is in Chinese, names the field, is never our
 * fault, and nothing has changed.
 */
const seed = Number(process.env.LINLI_SEED) || randomInt(2 ** 31)
let world: World
let stage: ReturnType<typeof stages>
beforeAll(async () => {
  console.log(`fuzz seed ${seed} (LINLI_SEED)`)
  world = await openWorld()
  await world.app.ready()
  stage = stages(world)
})
afterAll(() => world.close())

/** A change to an item that says what it said: kept, or handed in as well. */
async function proposed(submitted = false): Promise<string> {
  const { body } = await world.call('yan-ke', 'GET', '/api/workshop/definitions/item/venue-booking')
  const given = { kind: 'item', target: 'venue-booking', body: body.body, note: '试' }
  const { id } = (await world.call('yan-ke', 'POST', '/api/workshop/proposals', given)).body
  if (submitted) await world.call('yan-ke', 'POST', `/api/workshop/proposals/${id}/submission`, {})
  return id
}

/** A valid request of each operation, as its rightful caller would send it. Without one the test fails. */
const simple: Record<string, Valid | (() => Promise<Valid>)> = {
  'GET /api/health': { who: null, url: '/api/health' },
  'GET /api/session': { who: null, url: '/api/session' },
  'DELETE /api/session': { who: null, url: '/api/session' },
  'POST /api/session': { who: null, url: '/api/session', body: { account: 'jin-bo' } },
  'GET /api/demo/cast': { who: null, url: '/api/demo/cast' },
  'POST /api/demo/clock': { who: 'shui-qing', url: '/api/demo/clock', body: { to: '2026-09-21T09:00:00+08:00' } },
  'GET /api/places': { who: null, url: '/api/places' },
  'GET /api/places.geojson': { who: null, url: '/api/places.geojson?kind=upper' },
  'GET /api/places/{id}': { who: null, url: '/api/places/tianjinghu' },
  'GET /api/units': { who: null, url: '/api/units' },
  'GET /api/held': { who: owner, url: '/api/held' },
  'GET /api/ledgers': { who: 'shi-rui', url: '/api/ledgers' },
  'GET /api/ledgers/{id}': { who: 'shi-rui', url: '/api/ledgers/received?from=2026-09-01&to=2026-09-30' },
  'POST /api/ledgers/{id}/export': {
    who: 'shi-rui',
    url: '/api/ledgers/received/export',
    body: { from: '2026-09-01', to: '2026-09-30', purpose: '督查' },
  },
  'GET /api/metrics': { who: 'shi-rui', url: '/api/metrics?from=2026-09-01&to=2026-09-30' },
  'GET /api/metrics/{id}/rows': { who: 'shi-rui', url: '/api/metrics/accepted/rows?from=2026-09-01&to=2026-09-30' },
  'GET /api/workshop/definitions': { who: 'yan-ke', url: '/api/workshop/definitions' },
  'GET /api/workshop/definitions/{kind}/{id}': { who: 'yan-ke', url: '/api/workshop/definitions/item/elderly-card' },
  'POST /api/workshop/check': {
    who: 'yan-ke',
    url: '/api/workshop/check',
    body: { kind: 'process', target: 'x', body: { xml: '<x/>' } },
  },
  'POST /api/workshop/simulation': {
    who: 'yan-ke',
    url: '/api/workshop/simulation',
    body: { xml: sketch('start s > A\ntask A > e\nend e'), facts: ['a'] },
  },
  'GET /api/workshop/proposals': { who: 'yan-ke', url: '/api/workshop/proposals' },
  'GET /api/workshop/proposals/{id}': async () => ({
    who: 'yan-ke',
    url: `/api/workshop/proposals/${await proposed()}`,
  }),
  'POST /api/workshop/proposals': {
    who: 'yan-ke',
    url: '/api/workshop/proposals',
    body: { kind: 'process', target: 'x', body: { xml: '<x/>' }, note: '试' },
  },
  'POST /api/workshop/proposals/{id}/submission': async () => ({
    who: 'yan-ke',
    url: `/api/workshop/proposals/${await proposed()}/submission`,
    body: { effectiveFrom: '2026-12-01T00:00:00+08:00' },
  }),
  'POST /api/workshop/proposals/{id}/review': async () => ({
    who: 'shi-rui',
    url: `/api/workshop/proposals/${await proposed(true)}/review`,
    body: { approve: true, note: '同意' },
  }),
  'POST /api/workshop/items/{id}/state': {
    who: 'yan-ke',
    url: '/api/workshop/items/venue-booking/state',
    body: { state: 'suspended', reason: '维修' },
  },
  'GET /api/workshop/plans': { who: 'yan-ke', url: '/api/workshop/plans' },
  'POST /api/workshop/plans': {
    who: 'yan-ke',
    url: '/api/workshop/plans',
    body: { unit: 'housing', name: '配租', owner: '卫东明', promisedOn: '2026-12-01' },
  },
  'GET /api/bypass': { who: 'shi-rui', url: '/api/bypass' },
  'POST /api/bypass/points': {
    who: 'shi-rui',
    url: '/api/bypass/points',
    body: { unit: 'housing', name: '住建大厅', address: '某路1号', openedOn: '2020-01-01' },
  },
  'POST /api/bypass/imports': {
    who: 'shi-rui',
    url: '/api/bypass/imports',
    body: { unit: 'housing', csv: '日期,事项,申请人,编号,受理点\n2026-09-21,公租房,甲,H-1,厅' },
  },
  'GET /api/messages': { who: owner, url: '/api/messages' },
  'POST /api/messages/read': { who: owner, url: '/api/messages/read', body: { upTo: '2026-09-21T09:00:00+08:00' } },
  'GET /api/messages/preferences': { who: owner, url: '/api/messages/preferences' },
  'PUT /api/messages/preferences': {
    who: owner,
    url: '/api/messages/preferences',
    body: { sms: true, wechat: false },
  },
  'POST /api/held/lookup': { who: 'zhou-min', url: '/api/held/lookup', body: { idNumber: '340799195403120025' } },
  'GET /api/items': { who: null, url: '/api/items?q=di' },
  'GET /api/items/{id}': { who: null, url: '/api/items/elderly-card' },
  'POST /api/items/{item}/check': {
    who: null,
    url: '/api/items/elderly-card/check',
    body: { form: { first: 'first' }, only: ['first'] },
  },
  'GET /api/drafts/{item}': { who: owner, url: '/api/drafts/elderly-card' },
  'PUT /api/drafts/{item}': { who: owner, url: '/api/drafts/elderly-card', body: { form: {}, at: '1' } },
  'DELETE /api/drafts/{item}': { who: owner, url: '/api/drafts/elderly-card' },
  'POST /api/files': { who: owner, url: '/api/files' },
  'GET /api/files/{id}': { who: owner, url: `/api/files/${randomUUID()}` },
  'GET /api/matters': { who: 'zhou-min', url: '/api/matters' },
  'POST /api/matters': async () => ({
    who: owner,
    url: '/api/matters',
    body: await application(world, owner, 'minimum-living-allowance', { materials: ['lease'] }),
  }),
  'GET /api/tasks': { who: 'zhou-min', url: '/api/tasks' },
  'GET /api/matters/{number}': async () => ({ who: owner, url: `/api/matters/${(await stage.received()).number}` }),
  'POST /api/matters/track': async () => ({
    who: null,
    url: '/api/matters/track',
    body: { number: (await stage.received()).number, idTail: '0017' },
  }),
  'GET /api/papers/{file}': { who: 'zhou-min', url: `/api/papers/${randomUUID()}.pdf` },
  'GET /api/oversight': { who: 'shi-rui', url: '/api/oversight' },
  'GET /api/stream': { who: owner, url: '/api/stream' },
}
/** What takes nothing cannot be given anything wrong. */
const takesNothing = [
  'GET /api/health',
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/demo/cast',
  'GET /api/held',
  'GET /api/oversight',
  'GET /api/stream',
  'GET /api/messages',
  'GET /api/messages/preferences',
  'GET /api/ledgers',
  'GET /api/bypass',
  'GET /api/workshop/definitions',
  'GET /api/workshop/proposals',
  'GET /api/workshop/plans',
]

async function validFor(name: string): Promise<Valid | null> {
  const [method, path = ''] = name.split(' ')
  const act = `${method} ${path.replace('/api/matters/{number}/', '')}`
  const row = path.startsWith('/api/matters/{number}/') && matterActs[act]
  if (!row) return typeof simple[name] === 'function' ? await simple[name]() : (simple[name] ?? null)
  const staged: Staged = await stage[row.stage]()
  return { who: row.may[0] ?? null, url: addressOf(act, staged).url, body: bodyFor(row, staged) }
}

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
      ...(method !== 'GET' && !ownKey(w) && { 'idempotency-key': randomUUID() }),
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
  const notFound = ['GET /api/files/{id}', 'GET /api/papers/{file}']
  for (const [name] of operations()) {
    if (name === 'GET /api/stream' || name === 'POST /api/files') continue
    const valid = await validFor(name)
    if (!valid) continue
    const res = await send(name.split(' ')[0] ?? '', valid, { how: 'as it stands' })
    expect([name, res.statusCode], res.body.slice(0, 200)).toEqual([name, notFound.includes(name) ? 404 : 200])
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
