import { sql } from 'kysely'
import type { Duty } from '../server/platform/auth.ts'
import { registerExamples } from './register-matrix.ts'
import { newcomer } from './registry.ts'
import { lists, whole } from './registry-lists.ts'
import { about } from './registry-matrix.ts'
import { reportExamples } from './report-rows.ts'
import type { World } from './world.ts'
import type { Valid } from './wrongs.ts'

/** Who in the grid 天井湖第7网格 has a duty. */
const holder: Partial<Record<Duty, string>> = {
  clerk: 'zhou-min',
  'grid-worker': 'hua-yun',
  'grid-head': 'lu-wei',
  'data-manager': 'ding-yi',
  'audit-admin': 'zhang-heng',
  'security-admin': 'dou-an',
  leader: 'xu-zhengyang',
  supervisor: 'shi-rui',
}
const asked = {
  what: 'residents',
  place: 'tianjinghu',
  standing: 'present',
  columns: ['name'],
  format: 'csv',
  purpose: '重阳节慰问',
  days: 7,
}

/** The valid requests of the registry: those of the matrix, about somebody new, and what needs a spreadsheet or a list. */
export function registryExamples(world: World): Record<string, () => Promise<Valid>> {
  const matrix = Object.entries({ ...about, ...lists }).map(([name, row]) => [
    name,
    async (): Promise<Valid> => {
      const s = await newcomer(world, 'own')
      const body = row.body?.(s)
      const key = name === 'POST /api/field/entries' ? { key: (body as { id: string }).id } : {}
      return { who: holder[row.duties[0] as Duty] ?? null, url: row.url(s), ...(body && { body }), ...key }
    },
  ])
  async function uploaded(state = 'uploaded'): Promise<string> {
    const form = (name: string, more = '') => `--x\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`
    const sheet = '证件号码,姓名,现住地址\r\n340799195403120025,王桂兰,天井湖社区湖东新村12栋305室\r\n'
    const res = await world.app.inject({
      method: 'POST',
      url: '/api/imports',
      headers: {
        cookie: await world.cookieOf('ding-yi'),
        'idempotency-key': crypto.randomUUID(),
        'content-type': 'multipart/form-data; boundary=x',
      },
      payload: `${form('kind')}residents\r\n${form('file', '; filename="a.csv"')}${sheet}\r\n--x--\r\n`,
    })
    const { id } = res.json()
    await sql`update import_job set state = ${state}, good = 1, lines = 1, collected_on = '2026-09-01', source = '网格采集', mapping = '{}' where id = ${id}`.execute(
      world.house.db,
    )
    // As if long ago: no more than five may wait at once.
    await sql`update import_job set created_at = created_at - interval '2 days' where id = ${id}`.execute(
      world.house.db,
    )
    return id
  }
  async function requested(): Promise<string> {
    const { id } = (await world.call('zhou-min', 'POST', '/api/exports', asked)).body
    await sql`update export_request set requested_at = requested_at - interval '2 days' where id = ${id}`.execute(
      world.house.db,
    )
    return id
  }
  const imports = async (after: string, body?: object, state?: string): Promise<Valid> => ({
    who: 'ding-yi',
    url: `/api/imports/${await uploaded(state)}${after}`,
    ...(body && { body }),
  })
  const check = { mapping: { idNumber: 0, name: 1, present: 2 }, source: '网格采集', collectedOn: '2026-09-01' }
  const get = (who: string | null, url: string) => async (): Promise<Valid> => ({ who, url })
  const plain = Object.entries(whole).map(([name, { duties, url, body }]) => [
    name,
    async (): Promise<Valid> => {
      const who =
        duties === 'anyone' ? null : duties === 'signed-in' ? 'wang-guilan' : (holder[duties[0] as Duty] ?? null)
      return { who, url, ...(body && { body }) }
    },
  ])
  return {
    ...Object.fromEntries([...matrix, ...plain]),
    ...registerExamples(world),
    ...reportExamples(world),
    'GET /api/looks': get('zhang-heng', '/api/looks?from=2026-09-01&to=2026-09-21'),
    'POST /api/held/amendments': async () => {
      await sql`delete from amendment where person_id = 'person-wang-guilan'`.execute(world.house.db)
      return { who: 'wang-guilan', url: '/api/held/amendments', body: { name: 'bank-name', said: '建设银行' } }
    },
    'GET /api/imports/{id}': () => imports(''),
    'GET /api/imports/{id}/faults': () => imports('/faults'),
    'POST /api/imports/{id}/check': () => imports('/check', check),
    'POST /api/imports/{id}/import': () => imports('/import', { choice: 'skip-bad' }, 'checked'),
    'POST /api/imports/{id}/cancel': () => imports('/cancel', {}),
    'POST /api/exports': async () => ({ who: 'ding-yi', url: '/api/exports', body: asked }),
    'POST /api/exports/{id}/decision': async () => ({
      who: 'lu-wei',
      url: `/api/exports/${await requested()}/decision`,
      body: { approve: false, note: '用不着' },
    }),
    'POST /api/exports/{id}/cancel': async () => ({
      who: 'zhou-min',
      url: `/api/exports/${await requested()}/cancel`,
      body: {},
    }),
    'GET /api/exports/{id}/file': async () => ({ who: 'zhou-min', url: `/api/exports/${await requested()}/file` }),
  }
}
