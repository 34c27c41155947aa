import { randomUUID } from 'node:crypto'
import { sketch } from '../server/kernel/sketch.ts'
import { registryExamples } from './fuzz-registry.ts'
import { addressOf, bodyFor, matterActs, owner, type Staged, stages } from './stages.ts'
import { application, type World } from './world.ts'
import type { Valid } from './wrongs.ts'

/** A valid request of each operation, as its rightful caller would send it. */

/** What takes nothing cannot be given anything wrong. */
export const takesNothing = [
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
  'GET /api/indicators',
  'GET /api/bypass',
  'GET /api/workshop/definitions',
  'GET /api/workshop/proposals',
  'GET /api/workshop/plans',
  'GET /api/dwellings',
  'GET /api/care/categories',
  'GET /api/care/due',
  'GET /api/amendments',
  'GET /api/held/amendments',
  'GET /api/grids/workers',
  'GET /api/posts/staff',
  'GET /api/absences',
  'GET /api/patrol-plans',
  'GET /api/meetings',
  'GET /api/field/day',
  'GET /api/field/newcomers',
  'GET /api/imports',
  'GET /api/exports',
  'GET /api/registers',
  'GET /api/reports',
  'GET /api/reports/templates',
]

export function examples(world: World) {
  const stage = stages(world)
  /** A change to an item that says what it said: kept, or handed in as well. */
  async function proposed(submitted = false): Promise<string> {
    const { body } = await world.call('yan-ke', 'GET', '/api/workshop/definitions/item/venue-booking')
    const given = { kind: 'item', target: 'venue-booking', body: body.body, note: '试' }
    const { id } = (await world.call('yan-ke', 'POST', '/api/workshop/proposals', given)).body
    if (submitted) await world.call('yan-ke', 'POST', `/api/workshop/proposals/${id}/submission`, {})
    return id
  }

  const keptFigure = async (): Promise<string> =>
    (await world.call('bian-cheng', 'POST', '/api/indicators/accepted/kept', { to: '2026-09-30', reason: '补录' })).body
      .id

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
    'GET /api/indicators': { who: 'shi-rui', url: '/api/indicators' },
    'GET /api/indicators/figures': { who: 'shi-rui', url: '/api/indicators/figures?from=2026-09-01&to=2026-09-30' },
    'GET /api/indicators/{id}/figure': {
      who: 'shi-rui',
      url: '/api/indicators/accepted/figure?from=2026-09-01&to=2026-09-30&place=tianjinghu&period=span&by=community',
    },
    'GET /api/indicators/{id}/kept': { who: 'shi-rui', url: '/api/indicators/accepted/kept?place=tianjinghu' },
    'POST /api/indicators/{id}/kept': {
      who: 'bian-cheng',
      url: '/api/indicators/accepted/kept',
      body: { to: '2026-09-30', place: 'tianjinghu', reason: '补录' },
    },
    'POST /api/kept-figures/{id}/signature': async () => ({
      who: 'xu-zhengyang',
      url: `/api/kept-figures/${await keptFigure()}/signature`,
      body: { step: 'department' },
    }),
    'POST /api/kept-figures/{id}/override': async () => ({
      who: 'bian-cheng',
      url: `/api/kept-figures/${await keptFigure()}/override`,
      body: { value: 3, reason: '漏报' },
    }),
    'GET /api/indicators/{id}/rows': { who: 'shi-rui', url: '/api/indicators/accepted/rows?to=2026-09-30' },
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
  const registry = registryExamples(world)
  return async (name: string): Promise<Valid | null> => {
    const [method, path = ''] = name.split(' ')
    const act = `${method} ${path.replace('/api/matters/{number}/', '')}`
    const row = path.startsWith('/api/matters/{number}/') && matterActs[act]
    if (registry[name]) return registry[name]()
    if (!row) return typeof simple[name] === 'function' ? await simple[name]() : (simple[name] ?? null)
    const staged: Staged = await stage[row.stage]()
    return { who: row.may[0] ?? null, url: addressOf(act, staged).url, body: bodyFor(row, staged) }
  }
}
