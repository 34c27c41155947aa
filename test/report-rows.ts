import { sql } from 'kysely'
import type { Duty } from '../server/platform/auth.ts'
import type { World } from './world.ts'
import type { Valid } from './wrongs.ts'

/** Who may do what to the report to the People’s Congress, and the valid request of each operation. */
const government: Duty[] = ['statistician', 'leader', 'supervisor', 'head', 'handler', 'dispatcher', 'audit-admin']
const readers: Duty[] = [...government, 'deputy']
const answerers: Duty[] = ['statistician', 'head', 'handler']
const nobodys = '00000000-0000-4000-8000-000000000000'
type Row = { duties: Duty[]; url: string; body?: object; found?: number }
const of = (duties: Duty[], url: string, body?: object): Row => ({
  duties,
  url: `/api/reports${url}`,
  found: 404,
  ...(body && { body }),
})
const opinion = { stage: 'before', saidBy: '社会建设委', body: '请补充', saidOn: '2026-09-21' }
const response = { response: '已补充' }
const draft = { template: 'people-congress', meetingOn: '2026-10-20', asOf: '2026-09-21' }

export const reportRows: Record<string, Row> = {
  'GET /api/reports': { ...of(readers, ''), found: 200 },
  'GET /api/reports/templates': { ...of(government, '/templates'), found: 200 },
  'GET /api/reports/{id}': of(readers, `/${nobodys}`),
  'GET /api/reports/{id}/changes': of(readers, `/${nobodys}/changes?from=1&to=1`),
  'GET /api/reports/{id}/file': of(readers, `/${nobodys}/file?format=pdf`),
  'POST /api/reports': of(['statistician'], '', { ...draft, template: 'no-such' }),
  'POST /api/reports/{id}/versions': of(['statistician'], `/${nobodys}/versions`, { note: '试' }),
  'POST /api/reports/{id}/opinions': of(['statistician'], `/${nobodys}/opinions`, opinion),
  'POST /api/reports/{id}/opinions/{opinion}/response': of(
    answerers,
    `/${nobodys}/opinions/${nobodys}/response`,
    response,
  ),
  'POST /api/reports/{id}/opinions/{opinion}/satisfaction': of(
    ['statistician'],
    `/${nobodys}/opinions/${nobodys}/satisfaction`,
    { satisfaction: 'satisfied' },
  ),
  'POST /api/reports/{id}/nodes/{node}': of(['statistician'], `/${nobodys}/nodes/committee`, { doneOn: '2026-09-21' }),
  'POST /api/reports/{id}/promises/{n}': of(answerers, `/${nobodys}/promises/1`, { outcome: 'kept', note: '做了' }),
  'POST /api/reports/{id}/review': of(['leader', 'supervisor', 'head'], `/${nobodys}/review`, { marks: ['items'] }),
  'POST /api/reports/{id}/lock': of(['statistician'], `/${nobodys}/lock`, {}),
  'POST /api/reports/{id}/delivery': of(['statistician'], `/${nobodys}/delivery`, {}),
  'POST /api/reports/{id}/closing': of(['statistician'], `/${nobodys}/closing`, {}),
}

/** One report of each kind, made anew for whoever asks; what a request changes is put back by the next. */
export function reportExamples(world: World): Record<string, () => Promise<Valid>> {
  const who = 'bian-cheng'
  const post = async (path: string, body: object = {}) =>
    (await world.call(who, 'POST', `/api/reports${path}`, body)).body as { id: string }
  const set = (id: string, status: string) =>
    sql`update report set status = ${status} where id = ${id}`.execute(world.house.db)
  const drafted = async () => (await post('', draft)).id
  const given = async () => {
    const { id } = await post('', { ...draft, meetingOn: '2026-09-21' })
    await sql`update figure set status = 'reviewed'`.execute(world.house.db)
    await set(id, 'delivered')
    return id
  }
  const answered = async () => {
    const id = await given()
    const said = (await post(`/${id}/opinions`, { ...opinion, stage: 'meeting', owner: 'civil-affairs' })).id
    await post(`/${id}/opinions/${said}/response`, response)
    return `/${id}/opinions/${said}`
  }
  const on = async (path: string, body?: object): Promise<Valid> => ({
    who,
    url: `/api/reports${path}`,
    ...(body && { body }),
  })
  return {
    'GET /api/reports': () => on(''),
    'GET /api/reports/templates': () => on('/templates'),
    'GET /api/reports/{id}': async () => on(`/${await drafted()}`),
    'GET /api/reports/{id}/changes': async () => on(`/${await drafted()}/changes?from=1&to=1`),
    'GET /api/reports/{id}/file': async () => on(`/${await drafted()}/file?format=docx`),
    'POST /api/reports': () => on('', { ...draft, term: 3, sitting: 12 }),
    'POST /api/reports/{id}/versions': async () => on(`/${await drafted()}/versions`, { body: '正文', note: '试' }),
    'POST /api/reports/{id}/opinions': async () =>
      on(`/${await drafted()}/opinions`, { ...opinion, owner: 'health', dueOn: '2026-10-01' }),
    'POST /api/reports/{id}/opinions/{opinion}/response': async () => on(`${await answered()}/response`, response),
    'POST /api/reports/{id}/opinions/{opinion}/satisfaction': async () =>
      on(`${await answered()}/satisfaction`, { satisfaction: 'satisfied' }),
    'POST /api/reports/{id}/nodes/{node}': async () =>
      on(`/${await drafted()}/nodes/committee`, { doneOn: '2026-09-21' }),
    'POST /api/reports/{id}/promises/{n}': async () =>
      on(`/${await given()}/promises/1`, { outcome: 'kept', note: '做了' }),
    'POST /api/reports/{id}/review': async () => ({
      ...(await on(`/${await drafted()}/review`, { marks: ['items'] })),
      who: 'xu-zhengyang',
    }),
    'POST /api/reports/{id}/lock': async () => {
      const id = await drafted()
      await sql`update figure set status = 'reviewed'`.execute(world.house.db)
      return on(`/${id}/lock`, {})
    },
    'POST /api/reports/{id}/delivery': async () => {
      const id = await given()
      await set(id, 'locked')
      return on(`/${id}/delivery`, {})
    },
    'POST /api/reports/{id}/closing': async () => on(`/${await given()}/closing`, {}),
  }
}
