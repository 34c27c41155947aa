import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { checkCharacter } from '../person/rules.ts'
import { type CareRules, careFaults, endsOn } from './rules.ts'

/** who is cared for, who may know it, and until when the law lets anybody know. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const numbered = (born: string, serial: number) => {
  const body = `340799${born.replaceAll('-', '')}${serial}`
  return body + checkCharacter(body)
}
const post = (who: string, url: string, body: object) => world.call(who, 'POST', url, body)
let serial = 110
async function resident(name: string, born = '1990-05-06'): Promise<string> {
  const res = await post('zhou-min', '/api/persons', {
    how: 'arrival',
    name,
    idNumber: numbered(born, serial++),
    proof: 'id-card',
    kinds: ['present'],
    since: '2026-01-01' > born ? '2026-01-01' : born,
    address: '天井湖社区湖东新村12栋406室',
  })
  expect(res.status, JSON.stringify(res.body)).toBe(200)
  return res.body.id
}
const careOf = async (who: string, id: string) => (await world.call(who, 'GET', `/api/persons/${id}/care`)).body
const names = async (who: string, id: string) => (await careOf(who, id)).map((c: { name: string }) => c.name)

describe('R-2.4 each category has those who may know it', () => {
  test('the confidential ones exist for the grid head alone: no list, no file, no refusal tells others of them', async () => {
    const id = await resident('冯一')
    const given = { category: 'drug-recovery', since: '2026-09-01', basis: '社区戒毒协议' }
    const clerk = await post('zhou-min', `/api/persons/${id}/care`, given)
    const nothing = await post('zhou-min', `/api/persons/${id}/care`, { ...given, category: 'no-such-thing' })
    expect([clerk.status, clerk.body]).toEqual([400, nothing.body])
    expect((await post('lu-wei', `/api/persons/${id}/care`, given)).status).toBe(200)
    expect(await names('lu-wei', id)).toEqual(['社区戒毒康复人员'])
    for (const who of ['zhou-min', 'hua-yun']) {
      expect([who, JSON.stringify(await careOf(who, id))]).toEqual([who, expect.not.stringContaining('戒毒')])
      const categories = (await world.call(who, 'GET', '/api/care/categories')).body
      expect(JSON.stringify(categories)).not.toMatch(/戒毒|矫正|精神障碍/)
    }
  })

  test('a category is entered once, on a stated basis, and ended with a reason', async () => {
    const id = await resident('冯二')
    const given = { category: 'veteran', since: '2026-09-01', basis: '优待证' }
    const first = await post('zhou-min', `/api/persons/${id}/care`, given)
    const twice = await post('zhou-min', `/api/persons/${id}/care`, given)
    expect([twice.status, twice.body.message]).toEqual([409, '已经登记为“优抚对象”'])
    const early = await post('zhou-min', `/api/care/${first.body.id}/end`, { on: '2026-08-31', why: '迁出' })
    expect([early.status, early.body.field]).toEqual([400, 'on'])
    const ahead = await post('zhou-min', `/api/care/${first.body.id}/end`, { on: '2027-01-01', why: '迁出' })
    expect([ahead.status, ahead.body.field]).toEqual([400, 'on'])
    expect((await post('zhou-min', `/api/care/${first.body.id}/end`, { on: '2026-09-20', why: '迁出' })).status).toBe(
      200,
    )
    expect(await names('zhou-min', id)).toEqual([])
    expect((await post('zhou-min', `/api/persons/${id}/care`, { ...given, basis: '' })).body.field).toBe('basis')
  })
})

describe('R-2.4 what the law no longer lets us know is removed on the day, by nobody’s hand', () => {
  test('drug recovery after thirty-six months, a child when it comes of age; others stay', async () => {
    const w = await openWorld({ at: '2026-09-21T09:00:00+08:00' })
    const enter = async (who: string, id: string, category: string, since: string) => {
      const res = await w.call(who, 'POST', `/api/persons/${id}/care`, { category, since, basis: '依据一份' })
      expect(res.status, JSON.stringify(res.body)).toBe(200)
    }
    const make = async (name: string, born: string, n: number) =>
      (
        await w.call('zhou-min', 'POST', '/api/persons', {
          how: 'arrival',
          name,
          idNumber: numbered(born, n),
          proof: 'id-card',
          kinds: ['present'],
          since: '2026-01-01',
          address: '天井湖社区湖东新村12栋406室',
        })
      ).body.id as string
    const grown = await make('梁一', '1990-05-06', 300)
    const young = await make('梁二', '2009-01-15', 301)
    await enter('lu-wei', grown, 'drug-recovery', '2023-11-10')
    await enter('zhou-min', young, 'child-in-need', '2026-01-01')
    await enter('zhou-min', grown, 'veteran', '2023-11-10')
    const of = async (id: string) =>
      (await w.call('lu-wei', 'GET', `/api/persons/${id}/care`)).body.map(
        (c: { category: string; until: string | null }) => [c.category, c.until],
      )
    expect((await of(grown)).sort()).toEqual([
      ['drug-recovery', '2026-11-10'],
      ['veteran', null],
    ])
    expect(await of(young)).toEqual([['child-in-need', '2027-01-15']])
    await w.goTo('2026-11-09T23:00:00+08:00')
    expect(await of(grown)).toHaveLength(2)
    await w.goTo('2026-11-10T00:10:00+08:00')
    expect(await of(grown)).toEqual([['veteran', null]])
    await w.goTo('2027-01-14T12:00:00+08:00')
    expect(await of(young)).toHaveLength(1)
    await w.goTo('2027-01-15T00:10:00+08:00')
    expect(await of(young)).toEqual([])
    const again = await w.call('zhou-min', 'POST', `/api/persons/${young}/care`, {
      category: 'child-in-need',
      since: '2027-01-15',
      basis: '再登记',
    })
    expect([again.status, again.body.message]).toEqual([409, expect.stringContaining('已经到期')])
    await w.close()
  })

  test.each([
    [36, undefined, '2023-02-28', null, '2026-02-28'],
    [12, undefined, '2024-02-29', null, '2025-02-28'],
    [6, undefined, '2026-08-31', null, '2027-02-28'],
    [null, 18, '2026-01-01', '2009-01-15', '2027-01-15'],
    [12, 18, '2026-06-01', '2009-01-15', '2027-01-15'],
    [null, undefined, '2026-01-01', '1950-01-01', null],
  ])('%s months, age %s, from %s, born %s: ends on %s', (months, untilAge, since, born, end) => {
    const c = { months, ...(untilAge && { untilAge }) } as Parameters<typeof endsOn>[0]
    expect(endsOn(c, since, born)).toBe(end)
  })
})

describe('R-2.5 labels that harm whoever wears them are refused before the pack is taken', () => {
  const good = {
    id: 'x',
    name: '独居老人',
    owner: 'civil-affairs',
    purpose: '探访关爱',
    basis: '老年人权益保障法',
    roles: ['clerk'],
    keeps: ['clerk'],
    level: 'key',
    months: null,
    sensitive: false,
  }
  const faults = (more: object) => careFaults({ categories: [{ ...good, ...more }] } as unknown as CareRules)
  test.each(['艾滋病患者', 'HIV感染者', '重点上访人员', '维稳对象', '涉教人员'])('%s', (name) => {
    expect(faults({ name })).toEqual([expect.stringContaining('R-2.5')])
  })
  test.each([
    ['no owner', { owner: '' }],
    ['no law', { basis: '' }],
    ['nobody who may know', { roles: [], keeps: [] }],
    ['kept by one who may not know', { keeps: ['grid-head'] }],
    ['sensitive, and open to the grid worker', { sensitive: true, roles: ['clerk', 'grid-worker'] }],
  ])('%s', (_, more) => {
    expect(faults(more).length).toBeGreaterThan(0)
  })
  test('the pack itself has none of it', () => {
    expect(faults({})).toEqual([])
    expect(careFaults(world.house.care)).toEqual([])
  })
})
