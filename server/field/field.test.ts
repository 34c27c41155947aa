import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const entry = (given: object) => ({
  id: randomUUID() as string,
  after: null,
  occurredAt: '2026-09-21T00:30:00Z',
  skewMs: 0,
  photos: [],
  text: '',
  ...given,
})
const send = (who: string, given: { id: string }) => world.call(who, 'POST', '/api/field/entries', given, given.id)
const day = async (who: string) => (await world.call(who, 'GET', '/api/field/day')).body

test('care visits of the grid are on the list of the day, with the household behind the same door', async () => {
  await world.call('zhou-min', 'POST', '/api/persons/person-wang-guilan/care', {
    category: 'living-alone',
    since: '2026-08-01',
    basis: '本人申请',
  })
  const { tasks, sheets } = await day('hua-yun')
  expect(tasks).toMatchObject([
    { kind: 'visit', subject: 'person:person-wang-guilan', why: '独居老人', due: '2026-08-31' },
  ])
  expect(sheets).toMatchObject([
    { name: '王桂兰', phone: '100****0001', address: expect.stringContaining('12栋305室') },
  ])
  expect(JSON.stringify(await day('song-jie'))).not.toContain('王桂兰')
})

test('each account has a lock of its own, the same each time', async () => {
  const [a, again, b] = [await day('hua-yun'), await day('hua-yun'), await day('song-jie')]
  expect(a.lock).toBe(again.lock)
  expect(a.lock).not.toBe(b.lock)
  expect(Buffer.from(a.lock, 'base64')).toHaveLength(32)
})

test('a phone whose clock is a year off still tells when it happened; the position is kept by the district’s hours', async () => {
  const year = 365 * 86_400_000
  const late = entry({
    kind: 'visit',
    subject: 'person:person-wang-guilan',
    occurredAt: '2025-09-21T00:30:00Z',
    skewMs: -year,
    position: { lon: 117.8, lat: 30.9, accuracy: 20 },
  })
  expect((await send('hua-yun', late)).status).toBe(200)
  const night = entry({
    kind: 'visit',
    subject: 'person:person-wang-guilan',
    occurredAt: '2026-09-21T00:30:00Z',
    skewMs: 12 * 3_600_000,
    position: { lon: 117.8, lat: 30.9, accuracy: 20 },
  })
  expect((await send('hua-yun', night)).status).toBe(200)
  const { rows } = await sql<{ occurred_at: Date; position: Buffer | null }>`
    select occurred_at, position from field_entry where id in (${late.id}, ${night.id}) order by n`.execute(
    world.house.db,
  )
  expect(rows[0]?.occurred_at.toISOString()).toBe('2026-09-21T00:30:00.000Z')
  expect(rows[0]?.position).toBeTruthy()
  expect(rows[1]?.position).toBeNull()
})

test('采集→审核→入库: whom nobody knows yet is taken down with checked numbers, and is not registered by it', async () => {
  const { dwelling } = (await world.call('hua-yun', 'GET', '/api/field/persons/person-wang-guilan')).body
  expect(dwelling).toBeTruthy()
  const values = { name: '新住户', idNumber: '34079919900101003X', phone: '10000000099', since: '2026-09-01' }
  const wrong = await send('hua-yun', entry({ kind: 'newcomer', subject: `dwelling:${dwelling}`, values }))
  expect(wrong).toMatchObject({ status: 400, body: { field: 'values.idNumber' } })
  const before = await world.house.db.selectFrom('person').select('id').execute()
  const right = { ...values, idNumber: '340799199003070012' }
  const kept = await send('hua-yun', entry({ kind: 'newcomer', subject: `dwelling:${dwelling}`, values: right }))
  expect(kept.status).toBe(200)
  expect(await world.house.db.selectFrom('person').select('id').execute()).toHaveLength(before.length)

  // Seen by whoever registers, numbers masked; gone once somebody else has registered the same number.
  const waiting = async (who: string) => (await world.call(who, 'GET', '/api/field/newcomers')).body
  expect(await waiting('lu-wei')).toMatchObject([{ name: '新住户', collector: '华云', since: '2026-09-01' }])
  expect(JSON.stringify(await waiting('lu-wei'))).not.toMatch(/340799199003070012|10000000099/)
  expect(await waiting('cheng-daqing')).toEqual([])
  expect((await world.call('hua-yun', 'GET', '/api/field/newcomers')).status).toBe(403)
  const registered = await world.call('lu-wei', 'POST', '/api/persons', {
    how: 'arrival',
    name: '新住户',
    idNumber: right.idNumber,
    proof: 'id-card',
    kinds: ['present'],
    since: '2026-09-01',
    dwelling,
  })
  expect(registered.status, JSON.stringify(registered.body)).toBe(200)
  expect(await waiting('lu-wei')).toEqual([])
})

test('sent twice at the same moment it is kept once, and both are told so', async () => {
  for (let i = 0; i < 5; i++) {
    const one = entry({ kind: 'diary', subject: 'diary:2026-09-21', text: `${i}` })
    const answers = await Promise.all([send('hua-yun', one), send('hua-yun', one), send('hua-yun', one)])
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200])
    expect(new Set(answers.map((a) => a.body.n)).size).toBe(1)
  }
})

test('a session that was ended is told apart from one that never was', async () => {
  const res = await world.app.inject({ url: '/api/field/day', headers: { cookie: 'linli=gone' } })
  expect([res.statusCode, res.json().code]).toEqual([401, 'session-ended'])
  const none = await world.app.inject({ url: '/api/field/day' })
  expect([none.statusCode, none.json().code]).toEqual([401, 'sign-in'])
})

test('who opens somebody’s file on the phone is seen by that person like everybody else', async () => {
  const looks = async () => JSON.stringify((await world.call('wang-guilan', 'GET', '/api/held/looks')).body)
  const before = await looks()
  expect((await world.call('hua-yun', 'GET', '/api/field/persons/person-wang-guilan')).status).toBe(200)
  const after = await looks()
  expect(after).not.toBe(before)
  expect(after).toContain('网格员')
})

test('R-17 what the day’s list brings to a phone is a look: once per person, worker and day, also fetched twice at one moment', async () => {
  const listed = async () =>
    (await world.call('wang-guilan', 'GET', '/api/held/looks')).body.rows.filter(
      (l: { how: string }) => l.how === 'day',
    )
  await world.goTo('2026-11-30T09:00:00+08:00')
  const before = (await listed()).length
  const [a, b] = await Promise.all([day('hua-yun'), day('hua-yun')])
  expect([a, b].map((d) => d.sheets.some((s: { name: string }) => s.name === '王桂兰'))).toEqual([true, true])
  await day('hua-yun')
  const rows = await listed()
  expect(rows).toHaveLength(before + 1)
  expect(rows[0]).toMatchObject({ purpose: '今天的清单', capacity: '网格员' })
  await world.goTo('2026-12-01T00:10:00+08:00')
  await day('hua-yun')
  expect(await listed()).toHaveLength(before + 2)
  // Nobody stands out by the list they were given: it was not they who chose it.
  const audit = (await world.call('zhang-heng', 'GET', '/api/looks')).body
  expect(audit.rows).toContainEqual(expect.objectContaining({ how: 'day', name: '华云' }))
  expect(audit.lookers).toEqual([])
})

test('what is asked at the door is known at the door: one who is retired is not shown as not asked', async () => {
  const { attributes } = (await world.call('hua-yun', 'GET', '/api/field/persons/person-wang-guilan')).body
  expect(attributes).toContainEqual(expect.objectContaining({ name: 'employment-status', value: '退休' }))
})
