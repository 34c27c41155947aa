import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOf } from '../../test/unzip.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
const writer = 'bian-cheng'
const post = (who: string, path: string, body: object = {}) => world.call(who, 'POST', `/api/reports${path}`, body)
const get = async (who: string, path = '') => (await world.call(who, 'GET', `/api/reports${path}`)).body
const begun = async (meetingOn = '2026-10-20', asOf = '2026-09-21'): Promise<string> =>
  (await post(writer, '', { template: 'people-congress', meetingOn, asOf, term: 3, sitting: 12 })).body.id
type Figure = {
  mark: string
  class: string
  text: string
  source: string
  figure?: string
  status: string | null
  rows?: number
}
const figureIn = (r: { figures: Figure[] }, mark: string) => r.figures.find((f) => f.mark === mark)
/** A second person has looked at them all. */
const reviewed = async (id: string) => {
  const { figures } = await get('xu-zhengyang', `/${id}`)
  const marks = (figures as Figure[]).flatMap((f) => (f.figure && f.status !== 'reviewed' ? f.mark : []))
  return post('xu-zhengyang', `/${id}/review`, { marks })
}

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('a draft', () => {
  test('its figures are reckoned from rows and kept with their definition; what has none says 暂无 and why', async () => {
    const r = await get(writer, `/${await begun()}`)
    expect(figureIn(r, 'items')).toMatchObject({ class: 'live', text: '122项', rows: 122, status: 'draft' })
    expect(figureIn(r, 'meeting-on')).toMatchObject({ class: 'live', text: '2026年10月20日' })
    expect(figureIn(r, 'term')?.text).toBe('三')
    expect(figureIn(r, 'participation')).toMatchObject({ class: 'target', text: '50%以上' })
    for (const f of r.figures as Figure[])
      if (f.class === 'missing') expect([f.text, f.source.length > 4]).toEqual(['暂无', true])
    const { rows } = await sql<{ digest: string; value: number }>`select digest, value::float8 as value from figure
      where id = ${figureIn(r, 'items')?.figure}`.execute(world.house.db)
    expect(rows[0]?.value).toBe(122)
    expect(rows[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
  })
  test('R-16.1 its days are counted back from the meeting, holidays among them', async () => {
    const r = await get(writer, `/${await begun('2026-10-12')}`)
    expect(r.nodes.map((n: { dueOn: string; alarm: string }) => [n.dueOn, n.alarm])).toEqual([
      ['2026-09-22', 'soon'],
      ['2026-10-02', 'ahead'],
      ['2026-10-05', 'ahead'],
    ])
    expect((await post(writer, `/${r.id}/nodes/committee`, { doneOn: '2026-09-21' })).status).toBe(200)
    expect((await get(writer)).find((x: { id: string }) => x.id === r.id).next.node).toBe('revised')
  })
  test('a text with a figure nobody bound is not kept, and says which', async () => {
    const id = await begun()
    const { status, body } = await post(writer, `/${id}/versions`, { body: '今年有{{made-up}}个', note: '试' })
    expect([status, body.field]).toEqual([400, 'body'])
    expect(body.message).toContain('made-up')
    expect((await get(writer, `/${id}`)).versions).toHaveLength(1)
  })
  test('versions are kept and shown side by side by sentence; what did not change keeps its figure', async () => {
    const id = await begun()
    const first = await get(writer, `/${id}`)
    const body = first.body.replace('请审议。', '请予审议。')
    expect((await post(writer, `/${id}/versions`, { body, note: '按意见改' })).body).toEqual({ id, version: 2 })
    const second = await get(writer, `/${id}`)
    expect(figureIn(second, 'items')?.figure).toBe(figureIn(first, 'items')?.figure)
    const { changes } = await get(writer, `/${id}/changes?from=1&to=2`)
    expect(
      changes.filter((c: { kind: string }) => c.kind !== 'same').map((c: { text: string }) => c.text.slice(-7)),
    ).toEqual([expect.stringContaining('请审议。'), expect.stringContaining('请予审议。')])
    expect((await get(writer, `/${id}?version=1`)).body).toBe(first.body)
  })
  test('a changed row moves the figure of the next version, and the old version keeps its own', async () => {
    const id = await begun()
    await sql`insert into definition (district, kind, id, digest, version, body, published_at, origin)
      select district, kind, 'one-more', 'one-more', 1, body, published_at, origin from definition where kind = 'item' and id = 'venue-booking'`.execute(
      world.house.db,
    )
    await post(writer, `/${id}/versions`, { note: '重新取数' })
    expect(figureIn(await get(writer, `/${id}`), 'items')?.text).toBe('123项')
    expect(figureIn(await get(writer, `/${id}?version=1`), 'items')?.text).toBe('122项')
    expect((await get(writer, `/${id}/changes?from=1&to=2`)).figures).toEqual([
      { mark: 'items', before: '122项', after: '123项' },
    ])
  })
  test('deputies do not see it, and nobody but the statistician writes it', async () => {
    const id = await begun()
    expect((await world.call('jin-bo', 'GET', `/api/reports/${id}`)).status).toBe(404)
    expect((await post('xu-zhengyang', `/${id}/versions`, { note: '改' })).status).toBe(403)
    expect((await get('xu-zhengyang', `/${id}`)).may.write).toBe('只有统计员可以改报告')
  })
})

describe('R-16.2 locking', () => {
  test('everything that is missing is said at once; afterwards text and figures stand', async () => {
    const id = await begun()
    const opinion = { stage: 'before', saidBy: '社会建设委', body: '请补充农村社区的情况', saidOn: '2026-09-21' }
    const said = (await post(writer, `/${id}/opinions`, opinion)).body.id
    const refused = await post(writer, `/${id}/lock`)
    expect(refused.status).toBe(409)
    expect(refused.body.message).toContain('上线')
    expect(refused.body.message).toContain('社会建设委的意见还没有答复')
    expect((await get(writer, `/${id}`)).may.lock.length).toBeGreaterThan(1)

    await reviewed(id)
    await post(writer, `/${id}/opinions/${said}/response`, { response: '已在第三部分补充', inVersion: 1 })
    expect((await post(writer, `/${id}/lock`)).body).toEqual({ id, status: 'locked' })
    const locked = await get('jin-bo', `/${id}`)
    expect(figureIn(locked, 'items')?.status).toBe('locked')
    expect((await post(writer, `/${id}/versions`, { note: '再改' })).status).toBe(409)
    expect((await post(writer, `/${id}/opinions`, opinion)).status).toBe(409)
  })
})

describe('R-16.2 figures are reviewed by others than who reckoned them', () => {
  test('its unit’s head first, then one of the district; each only what is theirs, and nobody twice', async () => {
    const id = await begun()
    const status = async () => figureIn(await get(writer, `/${id}`), 'items')?.status
    expect((await post(writer, `/${id}/review`, { marks: ['items'] })).status).toBe(403)
    expect((await post('yang-hui', `/${id}/review`, { marks: ['items'] })).body.message).toBe('这些数字不归本单位负责')
    expect((await post('xu-zhengyang', `/${id}/review`, { marks: ['teams'] })).body.field).toBe('marks')
    expect((await post('xu-zhengyang', `/${id}/review`, { marks: ['items'] })).body.figures).toBe(1)
    expect(await status()).toBe('reviewed')
    expect((await post('shi-rui', `/${id}/review`, { marks: ['items'] })).status).toBe(409)
    await post(writer, `/${id}/versions`, { note: '重新取数' })
    expect(await status()).toBe('reviewed') // the same figure as before: it was looked at
  })
})

describe('after the meeting', () => {
  test('opinions are tasks with an owner and a day, answered and voted on; the next report opens with what was promised', async () => {
    const id = await begun('2026-09-21')
    await reviewed(id)
    await post(writer, `/${id}/lock`)
    expect((await post(writer, `/${id}/delivery`)).status).toBe(200)
    const given = { stage: 'meeting', saidBy: '区人大常委会', body: '加快未上线事项上线', saidOn: '2026-09-21' }
    expect((await post(writer, `/${id}/opinions`, given)).body.field).toBe('owner')
    const opinion = (await post(writer, `/${id}/opinions`, { ...given, owner: 'civil-affairs' })).body.id
    expect((await get(writer, `/${id}`)).opinions[0]).toMatchObject({
      ownerName: '区民政局',
      dueOn: '2026-11-20',
      response: null,
    })
    expect((await post(writer, `/${id}/closing`)).body.message).toContain('1 条审议意见没有答复')

    expect((await post('zheng-xiao', `/${id}/opinions/${opinion}/response`, { response: '不归我' })).status).toBe(409)
    expect((await post(writer, `/${id}/opinions/${opinion}/satisfaction`, { satisfaction: 'satisfied' })).status).toBe(
      409,
    )
    expect((await post('wu-jianguo', `/${id}/opinions/${opinion}/response`, { response: '已上线三项' })).status).toBe(
      200,
    )
    expect((await post(writer, `/${id}/opinions/${opinion}/satisfaction`, { satisfaction: 'satisfied' })).status).toBe(
      200,
    )
    expect((await post('yang-hui', `/${id}/promises/1`, { outcome: 'kept', note: '六处全部开放' })).status).toBe(200)
    expect((await post(writer, `/${id}/closing`)).body.status).toBe('closed')

    const next = await get(writer, `/${await begun('2027-06-01')}`)
    expect(next.earlier).toMatchObject({ id, meetingOn: '2026-09-21' })
    expect(next.earlier.promises[0]).toMatchObject({ outcome: 'kept', note: '六处全部开放' })
    expect(next.promises[0].dueOn).toBe('2028-06-01')
    const word = await wordOf(next.id)
    expect(word).toContain('现将2026年9月21日报告所作承诺')
    expect(word).toContain('已经落实，六处全部开放')
  })
  test('a report is not given before its day, nor without being locked', async () => {
    const id = await begun()
    expect((await post(writer, `/${id}/delivery`)).body.message).toBe('报告还没有锁定')
    await reviewed(id)
    await post(writer, `/${id}/lock`)
    expect((await post(writer, `/${id}/delivery`)).body.message).toBe('还没有到会议的日子')
  })
})

async function wordOf(id: string): Promise<string> {
  const { body, headers } = await world.call(writer, 'GET', `/api/reports/${id}/file?format=docx`)
  expect(headers['content-type']).toContain('wordprocessingml')
  const files = await entriesOf(body as Buffer)
  const xml = files.get('word/document.xml') ?? ''
  expect(files.has('[Content_Types].xml')).toBe(true)
  return xml.replaceAll(/<[^>]+>/g, '')
}
describe('on paper', () => {
  test('Word and PDF hold the figures in their words and no mark', async () => {
    const id = await begun()
    const word = await wordOf(id)
    expect(word).toMatch(/事项有12\d项/)
    expect(word).not.toContain('{{')
    const { body } = await world.call(writer, 'GET', `/api/reports/${id}/file?format=pdf`)
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
