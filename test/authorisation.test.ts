import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sketch } from '../server/kernel/sketch.ts'
import { newNumber } from '../server/platform/id.ts'
import { registryRows } from './registry-lists.ts'
import { addressOf, bodyFor, matterActs, owner, type Staged, stages } from './stages.ts'
import { application, applyFor, openWorld, type World } from './world.ts'

/** Who may do what to whose: the matrix as data. An operation without a row fails. */
let world: World
let stage: ReturnType<typeof stages>
beforeAll(async () => {
  world = await openWorld()
  await world.app.ready()
  stage = stages(world)
})
afterAll(() => world.close())

/** One of each duty, of the matter's own unit or place and of another; residents; and nobody. */
const people = {
  clerks: ['zhou-min', 'qian-lan'],
  handlers: ['wu-jianguo', 'han-lei', 'chen-mo'],
  heads: ['yang-hui', 'lv-ping'],
  district: ['xu-zhengyang', 'shi-rui', 'tao-jie', 'mao-xin', 'zhang-heng'],
  aside: ['jin-bo', 'hua-yun', 'yan-ke', 'qin-lan', 'fan-jun', 'bian-cheng', 'shui-qing', 'dou-an'],
  residents: [owner, 'wang-guilan'],
  nobody: [null],
}
const everybody = Object.values(people).flat()
const staff = everybody.filter((who) => who && !people.residents.includes(who)) as string[]
const signedIn = [...staff, ...people.residents]
/** For whom the matter exists, by what it is: the window, the owner, the lead, a part's unit, and who watches the district. */
const always = ['zhou-min', owner, ...people.district]
const seenBy = { card: always, received: [...always, 'wu-jianguo', 'yang-hui'] }
const accepted = [...seenBy.received, 'han-lei']

const expected = (who: string | null, row: { may: string[]; staffOnly?: false }, seers: string[]) => {
  if (who === null) return 401
  if (people.residents.includes(who) && row.staffOnly !== false) return 403
  if (!seers.includes(who)) return 404
  return row.may.includes(who) ? 200 : 409
}

describe('acts on a matter', () => {
  for (const [name, row] of Object.entries(matterActs))
    test(name, async () => {
      const build = stage[row.stage]
      const before = ['received', 'correction', 'withdrawn', 'pair', 'late', 'visitDue'].includes(row.stage)
      const seers = row.stage === 'card' ? seenBy.card : before ? seenBy.received : accepted
      const send = (who: string | null, s: Staged) => {
        const { method, url } = addressOf(name, s)
        return world.call(who, method, url, bodyFor(row, s))
      }
      // Those who may not share one matter, for it must not move; each of those who may gets a fresh one.
      const shared = await build()
      for (const who of everybody) {
        const status = expected(who, row, seers)
        const res = await send(who, status === 200 ? await build() : shared)
        expect([who, res.status, status === 200 ? null : res.body.message], JSON.stringify(res.body)).toEqual([
          who,
          status,
          status === 200 ? null : expect.stringMatching(/\p{Script=Han}/u),
        ])
        if (status !== 404) continue
        const none = await send(who, { ...shared, number: newNumber() })
        expect({ status: none.status, body: none.body }, `${who}: as if it were not there`).toEqual({
          status: 404,
          body: res.body,
        })
      }
      expect(row.may.every((who) => everybody.includes(who))).toBe(true)
    })
})

/** The other operations: who gets what. `own` is for whom the thing exists, others get the same as for a thing that is not. */
type Plain = { url: string; body?: object | (() => Promise<object>); who: (who: string | null) => number }
const anyone = () => 200
const anySignedIn = (who: string | null) => (who ? 200 : 401)
const only = (list: string[]) => (who: string | null) => (who === null ? 401 : list.includes(who) ? 200 : 403)
const exists = (list: string[]) => (who: string | null) => (who === null ? 401 : list.includes(who) ? 200 : 404)
const windows = people.clerks
const readers = [...people.clerks, ...people.district]
const figureReaders = [...readers, 'bian-cheng', 'qin-lan', 'ge-hui', 'fan-jun']
const nobodys = '00000000-0000-4000-8000-000000000000'
const plain: Record<string, Plain> = {
  'GET /api/health': { url: '/api/health', who: anyone },
  'GET /api/session': { url: '/api/session', who: anyone },
  'POST /api/session': { url: '/api/session', body: { account: 'wang-guilan' }, who: anyone },
  'GET /api/demo/cast': { url: '/api/demo/cast', who: anyone },
  'POST /api/demo/clock': { url: '/api/demo/clock', body: { to: '2026-09-21T09:00:00+08:00' }, who: anySignedIn },
  'GET /api/places': { url: '/api/places', who: anyone },
  'GET /api/places.geojson': { url: '/api/places.geojson?kind=upper', who: anyone },
  'GET /api/places/{id}': { url: '/api/places/tianjinghu', who: anyone },
  'GET /api/units': { url: '/api/units', who: anyone },
  'GET /api/held': { url: '/api/held', who: anySignedIn },
  'GET /api/ledgers': { url: '/api/ledgers', who: only(readers) },
  'GET /api/ledgers/{id}': { url: '/api/ledgers/received?from=2026-09-01&to=2026-09-30', who: only(readers) },
  'POST /api/ledgers/{id}/export': {
    url: '/api/ledgers/received/export',
    body: { from: '2026-09-01', to: '2026-09-30', purpose: '督查' },
    who: only(readers),
  },
  'GET /api/indicators': { url: '/api/indicators', who: only(figureReaders) },
  'GET /api/indicators/figures': { url: '/api/indicators/figures?to=2026-09-30', who: only(figureReaders) },
  'GET /api/indicators/{id}/figure': {
    url: '/api/indicators/accepted/figure?to=2026-09-30&by=community',
    who: only(figureReaders),
  },
  'GET /api/indicators/{id}/kept': { url: '/api/indicators/accepted/kept', who: only(figureReaders) },
  'POST /api/indicators/{id}/kept': {
    url: '/api/indicators/accepted/kept',
    body: { to: '2026-09-30' },
    who: only(['bian-cheng', 'xu-zhengyang', 'shi-rui']),
  },
  'POST /api/kept-figures/{id}/signature': {
    url: `/api/kept-figures/${nobodys}/signature`,
    body: { step: 'department' },
    who: (who) =>
      who === null ? 401 : [...figureReaders, ...people.heads, ...people.handlers].includes(who) ? 404 : 403,
  },
  'POST /api/kept-figures/{id}/override': {
    url: `/api/kept-figures/${nobodys}/override`,
    body: { value: 3, reason: '漏报' },
    who: (who) => (who === null ? 401 : ['bian-cheng', 'xu-zhengyang', 'shi-rui'].includes(who) ? 404 : 403),
  },
  'GET /api/indicators/{id}/rows': { url: '/api/indicators/accepted/rows?to=2026-09-30', who: only(figureReaders) },
  'GET /api/workshop/definitions': {
    url: '/api/workshop/definitions',
    who: only([...people.heads, 'xu-zhengyang', 'shi-rui', 'yan-ke']),
  },
  'GET /api/workshop/definitions/{kind}/{id}': {
    url: '/api/workshop/definitions/item/elderly-card',
    who: only([...people.heads, 'xu-zhengyang', 'shi-rui', 'yan-ke']),
  },
  'POST /api/workshop/check': {
    url: '/api/workshop/check',
    body: { kind: 'process', target: 'x', body: { xml: '<x/>' } },
    who: only([...people.heads, 'xu-zhengyang', 'shi-rui', 'yan-ke']),
  },
  'POST /api/workshop/simulation': {
    url: '/api/workshop/simulation',
    body: async () => ({ xml: sketch('start s > A\ntask A > e\nend e'), facts: [] }),
    who: only([...people.heads, 'xu-zhengyang', 'shi-rui', 'yan-ke']),
  },
  'GET /api/workshop/proposals': {
    url: '/api/workshop/proposals',
    who: only([...people.heads, 'xu-zhengyang', 'shi-rui', 'yan-ke']),
  },
  'GET /api/workshop/proposals/{id}': {
    url: `/api/workshop/proposals/${nobodys}`,
    who: (w) =>
      w === null ? 401 : only([...people.heads, 'xu-zhengyang', 'shi-rui', 'yan-ke'])(w) === 200 ? 404 : 403,
  },
  'POST /api/workshop/proposals': {
    url: '/api/workshop/proposals',
    body: { kind: 'process', target: 'x', body: { xml: '<x/>' }, note: '试' },
    who: only(['yan-ke']),
  },
  'POST /api/workshop/proposals/{id}/submission': {
    url: `/api/workshop/proposals/${nobodys}/submission`,
    body: {},
    who: (w) => (w === null ? 401 : w === 'yan-ke' ? 404 : 403),
  },
  'POST /api/workshop/proposals/{id}/review': {
    url: `/api/workshop/proposals/${nobodys}/review`,
    body: { approve: true, note: '同意' },
    who: (w) => (w === null ? 401 : ['yan-ke', 'shi-rui', 'xu-zhengyang'].includes(w) ? 404 : 403),
  },
  'POST /api/workshop/items/{id}/state': {
    url: '/api/workshop/items/venue-booking/state',
    body: { state: 'in-use', reason: '恢复' },
    who: only(['yan-ke']),
  },
  'GET /api/workshop/plans': {
    url: '/api/workshop/plans',
    who: only([...people.heads, 'xu-zhengyang', 'shi-rui', 'yan-ke']),
  },
  'POST /api/workshop/plans': {
    url: '/api/workshop/plans',
    body: { unit: 'housing', name: '配租', owner: '卫东明', promisedOn: '2026-12-01' },
    who: only(['yan-ke']),
  },
  'GET /api/bypass': {
    url: '/api/bypass',
    who: only([...people.handlers, ...people.heads, 'xu-zhengyang', 'shi-rui', 'tao-jie', 'zhang-heng']),
  },
  'POST /api/bypass/points': {
    url: '/api/bypass/points',
    body: { unit: 'health', name: '卫健大厅', address: '某路1号', openedOn: '2020-01-01' },
    who: only(['chen-mo', 'lv-ping', 'shi-rui', 'tao-jie']),
  },
  'POST /api/bypass/imports': {
    url: '/api/bypass/imports',
    body: { unit: 'health', csv: '日期,事项,申请人,编号,受理点\n2026-09-21,生育登记,甲,W-1,厅' },
    who: only(['chen-mo', 'lv-ping', 'shi-rui', 'tao-jie']),
  },
  'GET /api/messages': { url: '/api/messages', who: anySignedIn },
  'POST /api/messages/read': {
    url: '/api/messages/read',
    body: { upTo: '2026-09-21T09:00:00+08:00' },
    who: anySignedIn,
  },
  'GET /api/messages/preferences': { url: '/api/messages/preferences', who: anySignedIn },
  'PUT /api/messages/preferences': {
    url: '/api/messages/preferences',
    body: { sms: true, wechat: false },
    who: anySignedIn,
  },
  'POST /api/held/lookup': { url: '/api/held/lookup', body: { idNumber: '340799195403120025' }, who: only(windows) },
  'GET /api/items': { url: '/api/items?q=di', who: anyone },
  'GET /api/items/{id}': { url: '/api/items/elderly-card', who: anyone },
  'POST /api/items/{item}/check': { url: '/api/items/elderly-card/check', body: { form: {} }, who: anyone },
  'GET /api/drafts/{item}': { url: '/api/drafts/elderly-card', who: anySignedIn },
  'PUT /api/drafts/{item}': { url: '/api/drafts/elderly-card', body: { form: {} }, who: anySignedIn },
  'DELETE /api/drafts/{item}': { url: '/api/drafts/elderly-card', who: anySignedIn },
  'GET /api/matters': { url: '/api/matters', who: anySignedIn },
  'GET /api/tasks': {
    url: '/api/tasks',
    who: only([...people.clerks, ...people.handlers, ...people.heads]),
  },
  'GET /api/matters/{number}': { url: '/api/matters/{number}', who: exists(accepted) },
  'GET /api/papers/{file}': { url: '/api/papers/{paper}.pdf', who: exists(accepted) },
  'GET /api/files/{id}': { url: '/api/files/{file}', who: exists([owner]) },
  'POST /api/matters': {
    url: '/api/matters',
    body: () => application(world, owner, 'minimum-living-allowance'),
    who: only(['zhou-min', ...people.residents]),
  },
  'GET /api/oversight': {
    url: '/api/oversight',
    who: only([...people.clerks, ...people.heads, 'xu-zhengyang', 'shi-rui', 'tao-jie']),
  },
}
/** Proved by tests of their own below. */
const apart = ['DELETE /api/session', 'POST /api/files', 'POST /api/matters/track', 'GET /api/stream']

describe('everything else', () => {
  const found: Record<string, string> = {}
  beforeAll(async () => {
    const { number } = await stage.processing()
    const page = await world.call('zhou-min', 'GET', `/api/matters/${number}`)
    const file = await upload(owner)
    Object.assign(found, { number, paper: page.body.papers[0].id, file: file.json().id })
  })

  for (const [name, row] of Object.entries(plain))
    test(name, async () => {
      const method = name.split(' ')[0] as 'GET'
      const url = row.url.replace(/\{(\w+)\}/, (_, key) => found[key] ?? '')
      const body = typeof row.body === 'function' ? await row.body() : row.body
      const statuses = []
      for (const who of everybody) statuses.push([who, (await world.call(who, method, url, body)).status])
      expect(statuses).toEqual(everybody.map((who) => [who, row.who(who)]))
    })

  test('POST /api/files: the signed-in only', async () => {
    expect((await upload(null)).statusCode).toBe(401)
    for (const who of ['wang-guilan', 'zhou-min']) expect((await upload(who)).statusCode, who).toBe(200)
  })

  test('a file hung on a matter exists for those who see the matter, and for no one else', async () => {
    const file = (await upload(owner)).json().id
    const given = await application(world, owner, 'minimum-living-allowance')
    const materials = [{ code: 'lease', status: 'received', files: [file] }]
    expect((await world.call(owner, 'POST', '/api/matters', { ...given, materials })).status).toBe(200)
    for (const who of signedIn)
      expect([who, (await world.call(who, 'GET', `/api/files/${file}`)).status]).toEqual([
        who,
        seenBy.received.includes(who) ? 200 : 404,
      ])
    const theft = await world.call('wang-guilan', 'POST', '/api/matters', { ...given, materials })
    expect([theft.status, theft.body.field]).toEqual([400, 'materials.0.files'])
  })

  test('DELETE /api/session: ends one’s own, on the server at once', async () => {
    const sign = await world.app.inject({ method: 'POST', url: '/api/session', payload: { account: 'jin-bo' } })
    const cookie = String(sign.headers['set-cookie']).split(';')[0] as string
    const me = async () => (await world.app.inject({ url: '/api/session', headers: { cookie } })).json().signedIn
    expect(await me()).toBe(true)
    await world.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    expect(await me()).toBe(false)
  })

  test('POST /api/matters/track: a wrong tail and a wrong number get one and the same answer', async () => {
    const track = (number: string, idTail: string) =>
      world.call(null, 'POST', '/api/matters/track', { number, idTail }).then(({ status, body }) => ({ status, body }))
    const { number = '' } = found
    expect((await track(number, '0017')).status).toBe(200)
    const wrongTail = await track(number, '0018')
    expect(wrongTail.status).toBe(404)
    expect(await track(newNumber(), '0017')).toEqual(wrongTail)
    expect(await track(newNumber(), '0018')).toEqual(wrongTail)
  })

  test('GET /api/stream: tells each only of what exists for them', async () => {
    const base = await world.app.listen({ port: 0, host: '127.0.0.1' })
    expect((await fetch(`${base}/api/stream`)).status).toBe(401)
    const heard: Record<string, string> = {}
    const stop = new AbortController()
    const ears = ['wang-guilan', 'qian-lan', 'chen-mo', 'jin-bo', owner, 'zhou-min', 'shi-rui'].map(async (who) => {
      heard[who] = ''
      const headers = { cookie: await world.cookieOf(who) }
      const res = await fetch(`${base}/api/stream`, { headers, signal: stop.signal })
      const read = async () => {
        for await (const part of res.body ?? []) heard[who] += Buffer.from(part).toString()
      }
      return { done: read().catch(() => {}) }
    })
    const open = await Promise.all(ears)
    const { number } = await stage.received()
    const patient = { timeout: 20_000 }
    await expect.poll(() => heard['shi-rui']?.includes(number) && heard[owner]?.includes(number), patient).toBe(true)
    await expect.poll(() => heard['zhou-min'], patient).toContain(number)
    for (const who of ['wang-guilan', 'qian-lan', 'chen-mo', 'jin-bo']) expect(heard[who], who).not.toContain(number)
    stop.abort()
    await Promise.all(open.map((o) => o.done))
  })
})

test('every operation of the contract has its row here', () => {
  const paths = world.app.swagger().paths ?? {}
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((m) => `${m.toUpperCase()} ${path}`),
  )
  const acts = Object.keys(matterActs).map((a) => a.replace(' ', ' /api/matters/{number}/'))
  expect(operations.sort()).toEqual([...acts, ...Object.keys(plain), ...apart, ...registryRows].sort())
  expect(operations.length).toBeGreaterThan(50)
})

test('lists hold no number that its reader may not open', async () => {
  await applyFor(world, 'wang-guilan', 'minimum-living-allowance')
  for (const who of signedIn) {
    const shown = new Set<string>()
    for (const url of [
      '/api/matters',
      '/api/matters?mine=true',
      '/api/tasks',
      '/api/tasks?state=returned',
      '/api/oversight',
    ])
      for (const n of JSON.stringify((await world.call(who, 'GET', url)).body).matchAll(/"number":"([^"]+)"/g))
        shown.add(n[1] ?? '')
    for (const n of [...shown].slice(0, 12))
      expect([who, (await world.call(who, 'GET', `/api/matters/${n}`)).status]).toEqual([who, 200])
    if (people.aside.includes(who)) expect([who, shown.size]).toEqual([who, 0])
    if (who === 'shi-rui') expect(shown.size).toBeGreaterThan(10)
  }
})

/** A picture of one point, enough to be taken for one. */
async function upload(who: string | null) {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n'
  return world.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      ...(who && { cookie: await world.cookieOf(who) }),
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'multipart/form-data; boundary=x',
    },
    payload: Buffer.concat([Buffer.from(part), png, Buffer.from('\r\n--x--\r\n')]),
  })
}
