import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stages } from '../../test/stages.ts'
import { openWorld, type World } from '../../test/world.ts'
import { fromCsv, toCsv } from '../platform/csv.ts'

let world: World
const period = 'from=2026-09-01&to=2026-12-31'
const read = async (path: string, who = 'shi-rui') => (await world.call(who, 'GET', path)).body
const ledger = async (id: string, who?: string) =>
  (await read(`/api/ledgers/${id}?${period}`, who)).rows as Record<string, unknown>[]
const figure = (id: string) => read(`/api/indicators/${id}/figure?${period}`)

beforeAll(async () => {
  world = await openWorld()
  const stage = stages(world)
  for (const name of [
    'received',
    'correction',
    'returned',
    'stopped',
    'asked',
    'supervised',
    'badlyRated',
    'disputed',
    'late',
  ] as const)
    await stage[name]()
})
afterAll(() => world.close())

describe('ledgers (台账)', () => {
  test('every book of the pack opens, and its lines are the matters it should have', async () => {
    const books = (await read('/api/ledgers')) as { id: string; title: string }[]
    expect(books).toHaveLength(15)
    const lines = Object.fromEntries(await Promise.all(books.map(async ({ id }) => [id, (await ledger(id)).length])))
    expect(lines).toMatchObject({
      received: 9,
      accepted: 6,
      corrections: 1,
      returns: 1,
      special: 1,
      supervisions: 1,
      closed: 2,
      deliveries: 2,
      'bad-ratings': 1,
      refused: 0,
      bypass: 0,
    })
  })
  test('a name is masked, and no number of a person is in any book', async () => {
    for (const { id } of (await read('/api/ledgers')) as { id: string }[]) {
      const text = JSON.stringify(await ledger(id))
      expect(text).not.toMatch(/3407991981|10000000004|刘志强/)
    }
  })
  test('a clerk reads the books of their own community only', async () => {
    expect((await ledger('received', 'qian-lan')).length).toBe(0)
    expect((await ledger('received', 'zhou-min')).length).toBe(9)
  })
  test('an export is the same lines, and who took it for what is recorded', async () => {
    const given = { from: '2026-09-01', to: '2026-12-31' }
    expect((await world.call('shi-rui', 'POST', '/api/ledgers/received/export', given)).status).toBe(400)
    const { body } = await world.call('shi-rui', 'POST', '/api/ledgers/received/export', {
      ...given,
      purpose: '季度督查',
    })
    const [head, ...lines] = fromCsv(body.csv)
    expect(head).toContain('办件编号')
    expect(lines).toHaveLength(9)
    const event = await world.house.db
      .selectFrom('event')
      .selectAll()
      .where('verb', '=', 'ledger.exported')
      .executeTakeFirstOrThrow()
    expect(event.data).toMatchObject({ ledger: 'received', purpose: '季度督查', rows: 9 })
  })
})

describe('平台以外无受理', () => {
  const csv = (lines: string) => `日期,事项,申请人,编号,受理点\n${lines}`
  const send = (who: string, unit: string, text: string) =>
    world.call(who, 'POST', '/api/bypass/imports', { unit, csv: text })
  test('a log is matched by number, or by item, name and day; the rest was taken outside', async () => {
    const log = csv('2026-09-21,最低生活保障申请,刘志强,M-1,民政大厅\n2026-09-22,临时救助申请,"张,三",M-2,民政大厅')
    expect((await send('wu-jianguo', 'civil-affairs', log)).body).toEqual({ lines: 2, matched: 1, outside: 1 })
    expect((await send('wu-jianguo', 'civil-affairs', log)).body).toEqual({ lines: 2, matched: 1, outside: 1 }) // again: nothing doubled
    const units = (await read('/api/bypass')) as { unit: string; rate: number | null }[]
    expect(units.find((u) => u.unit === 'civil-affairs')).toMatchObject({ lines: 2, outside: 1, rate: 0.5 })
    expect(units.find((u) => u.unit === 'housing')?.rate).toBeNull()
    expect(JSON.stringify(await ledger('bypass'))).not.toContain('张,三')
    expect((await figure('bypass')).value).toBe(1)
  })
  test('every wrong line is named, and nothing is taken of a log with one', async () => {
    const { status, body } = await send(
      'wu-jianguo',
      'civil-affairs',
      csv('昨天,低保,甲,M-9,厅\n2026-09-21,,乙,M-9,厅'),
    )
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('第 2 行')
    expect(JSON.stringify(body)).toContain('编号“M-9”重复')
    expect(await ledger('bypass')).toHaveLength(2)
  })
  test('a department speaks for itself only', async () =>
    expect((await send('wu-jianguo', 'housing', csv('2026-09-21,低保,甲,X,厅'))).status).toBe(403))
})

test('a table survives its own CSV; a formula stays text', () => {
  const rows = [
    { a: '一,二', b: '"引"', c: '=1+1' },
    { a: '换\n行', b: '', c: 3 },
  ]
  expect(fromCsv(toCsv(['a', 'b', 'c'], rows))).toEqual([
    ['a', 'b', 'c'],
    ['一,二', '"引"', "'=1+1"],
    ['换\n行', '', '3'],
  ])
})
