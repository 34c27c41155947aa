import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

/** What a person reads of what is held about them. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Row = { name: string; subject: string; value: unknown; words: string; source: string; collectedAt: string }
const held = async (who: string): Promise<Row[]> => (await world.call(who, 'GET', '/api/held')).body

test('every fact stands once: a telephone collected at the door has the door as its source', async () => {
  const of = async (name: string) => (await held('wang-guilan')).filter((h) => h.name === name)
  expect(await of('phone')).toMatchObject([{ subject: 'contact', value: '10000000001', source: '本区人口底账' }])
  const entry = randomUUID()
  const { status, body } = await world.call(
    'hua-yun',
    'POST',
    '/api/field/entries',
    {
      id: entry,
      kind: 'collect',
      subject: 'person:person-wang-guilan',
      after: null,
      occurredAt: '2026-09-21T08:30:00+08:00',
      skewMs: 0,
      position: null,
      photos: [],
      text: '',
      base: {},
      values: { phone: '100 0000 0077' },
    },
    entry,
  )
  expect([status, body], JSON.stringify(body)).toEqual([200, expect.anything()])
  expect(await of('phone')).toMatchObject([{ value: '10000000077', source: '网格采集', collectedAt: '2026-09-21' }])
  const names = (await held('wang-guilan')).map((h) => h.name)
  expect(new Set(names).size).toBe(names.length)
})

test('who stands in a grid reads their community, and applies in it; figures have their unit', async () => {
  const rows = Object.fromEntries((await held('wang-guilan')).map((h) => [h.name, h]))
  expect(rows.place).toMatchObject({ value: 'tianjinghu', words: '天井湖社区 天井湖第7网格', subject: 'home' })
  expect([rows['pension-monthly']?.words, rows.age?.words, rows['household-size']?.words]).toEqual([
    '640 元',
    '72 岁',
    '1 人',
  ])
  expect(rows['household-register']).toMatchObject({
    subject: 'papers',
    words: expect.stringContaining('户口簿 · 3407'),
  })
})

test('of whatever stands there one may say that it is wrong; of what only follows, there where it follows from', async () => {
  const ask = async (name: string) =>
    (await world.call('liu-zhiqiang', 'POST', '/api/held/amendments', { name, said: '不对' })).status
  const rows = await held('liu-zhiqiang')
  const askable = rows.filter((h) => h.subject !== 'follows' && h.name !== 'grid').slice(0, 10)
  for (const { name } of askable) expect([name, await ask(name)]).toEqual([name, 200])
  expect(askable.map((h) => h.name)).toEqual(expect.arrayContaining(['sex', 'birth-date']))
  expect(await ask('age')).toBe(400)
})
