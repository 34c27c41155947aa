import { randomUUID } from 'node:crypto'
import { entered, hall, halls } from './books.ts'
import type { World } from './world.ts'
import type { Valid } from './wrongs.ts'

/**
 * Who may do what in a register, by the duties its definition names and by where the entry lies; also the valid request of each operation.
 * The rows are asked about the register test-halls: read by clerk, leader and deputy, kept by register-keeper.
 */
export type EntryAt = { id: string; version: string; name: string; place: string }
export type RegisterRow = {
  /** list: whoever opens the register, showing what lies in their places. read, write: about one entry. enter: a new one there. */
  what: 'list' | 'read' | 'write' | 'enter' | 'shelf'
  url: (e: EntryAt) => string
  body?: (e: EntryAt) => object
  ok?: number
}
const about =
  (after = '') =>
  (e: EntryAt) =>
    `${halls}/${e.id}${after}`
const day = '2026-09-10'
const nobodys = '00000000-0000-4000-8000-000000000000'
export const registerRows: Record<string, RegisterRow> = {
  'GET /api/registers': { what: 'shelf', url: () => '/api/registers' },
  'GET /api/registers/duties': { what: 'shelf', url: () => '/api/registers/duties?until=2027-12-31' },
  'GET /api/registers/{register}': { what: 'list', url: () => '/api/registers/test-halls' },
  'GET /api/registers/{register}/entries': { what: 'list', url: (e) => `${halls}?q=${encodeURIComponent(e.name)}` },
  'GET /api/registers/{register}/entries/{id}': { what: 'read', url: about() },
  'POST /api/registers/{register}/entries': {
    what: 'enter',
    url: () => halls,
    body: (e) => ({ from: day, data: hall({ community: e.place }) }),
  },
  'POST /api/registers/{register}/entries/{id}/changes': {
    what: 'write',
    url: about('/changes'),
    body: () => ({ from: day, data: { area: 77 }, reason: '扩建' }),
  },
  'POST /api/registers/{register}/entries/{id}/corrections': {
    what: 'write',
    url: about('/corrections'),
    body: (e) => ({ version: e.version, data: { area: 78 }, reason: '笔误' }),
  },
  'POST /api/registers/{register}/entries/{id}/end': {
    what: 'write',
    url: about('/end'),
    body: () => ({ on: day, reason: '拆除' }),
  },
  'POST /api/registers/{register}/entries/{id}/duties': {
    what: 'write',
    url: about('/duties'),
    body: () => ({ duty: 'lease', dueOn: '2026-10-15', doneOn: day, note: '已续' }),
  },
  'POST /api/registers/{register}/entries/{id}/reveal': {
    what: 'read',
    url: about('/reveal'),
    body: () => ({ purpose: '核对号码' }),
  },
  'GET /api/registers/{register}/entries/{id}/personal': { what: 'read', url: about('/personal'), ok: 409 },
  'GET /api/registers/{register}/entries.geojson': {
    what: 'list',
    url: (e) => `${halls}.geojson?q=${encodeURIComponent(e.name)}`,
  },
  'GET /api/registers/{register}/choices': {
    what: 'list',
    url: () => '/api/registers/test-halls/choices?field=owner&q=局',
  },
  'GET /api/registers/{register}/template': { what: 'list', url: () => '/api/registers/test-halls/template' },
  'POST /api/registers/{register}/exports': {
    what: 'list',
    url: () => '/api/registers/test-halls/exports',
    body: () => ({ format: 'csv', purpose: '年度核对' }),
  },
  'GET /api/registers/{register}/exports/{id}': {
    what: 'list',
    url: () => `/api/registers/test-halls/exports/${nobodys}`,
    ok: 404,
  },
  'GET /api/views': { what: 'shelf', url: () => '/api/views?page=register:test-halls' },
  'POST /api/views': {
    what: 'shelf',
    url: () => '/api/views',
    body: () => ({
      page: 'register:test-halls',
      name: `视图${randomUUID().slice(0, 8)}`,
      query: 'where=status:open',
      shared: true,
    }),
  },
  'DELETE /api/views/{id}': { what: 'shelf', url: () => `/api/views/${nobodys}`, ok: 404 },
}

/** A fresh entry in a place, entered by who keeps the district. */
export async function entryAt(world: World, place: string): Promise<EntryAt> {
  const data = hall({ community: place, leaseTo: '2026-10-15', keeper: '甄守门', lon: 117.8, lat: 30.9 })
  const id = await entered(world, data, '2026-09-01', 'qin-lan')
  const { body } = await world.call('qin-lan', 'GET', `${halls}/${id}`)
  return { id, version: body.version.id, name: data.name, place }
}
export const noEntry = (e: EntryAt): EntryAt => ({ ...e, id: randomUUID(), version: randomUUID() })

export const registerExamples = (world: World): Record<string, () => Promise<Valid>> => ({
  ...Object.fromEntries(
    Object.entries(registerRows).map(([name, row]) => [
      name,
      async (): Promise<Valid> => {
        const e = await entryAt(world, 'tianjinghu')
        const body = row.body?.(e)
        return { who: 'ge-hui', url: row.url(e), ...(body && { body }) }
      },
    ]),
  ),
  'GET /api/registers/{register}/exports/{id}': async () => {
    await entryAt(world, 'tianjinghu')
    const asked = { format: 'csv', purpose: '年度核对' }
    const { body } = await world.call('ge-hui', 'POST', '/api/registers/test-halls/exports', asked)
    return { who: 'ge-hui', url: `/api/registers/test-halls/exports/${body.id}` }
  },
  'DELETE /api/views/{id}': async () => {
    const given = registerRows['POST /api/views']?.body?.({} as EntryAt)
    const { body } = await world.call('ge-hui', 'POST', '/api/views', given)
    return { who: 'ge-hui', url: `/api/views/${body.id}` }
  },
})
