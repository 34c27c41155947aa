import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrival, numbered, residentsOf, today } from '../../test/residents.ts'
import { openWorld, type World } from '../../test/world.ts'

/** What befalls people: moves, births, deaths. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { done, fileOf, post } = residentsOf(() => world)
const homeOf = async (q: string) => (await done('zhou-min', '/api/homes/search', { q })).dwellings
const rows = async (text: ReturnType<typeof sql>) =>
  (await text.execute(world.house.db)).rows as Record<string, unknown>[]

describe('moves, births and deaths never delete', () => {
  test('a move ends one residence and begins another; the former stays with its days', async () => {
    const { id } = await done('zhou-min', '/api/persons', arrival({ since: '2026-03-01' }))
    await done('zhou-min', '/api/persons', arrival({ address: '天井湖社区湖东新村12栋407室' }))
    const [to] = await homeOf('湖东新村12栋407室')
    await done('zhou-min', `/api/persons/${id}/moves`, { kind: 'present', on: '2026-09-15', dwelling: to.id })
    const { residences } = await fileOf('zhou-min', id)
    expect(
      residences.map((r: { from: string; to: string | null; why: string | null }) => [r.from, r.to, r.why]),
    ).toEqual([
      ['2026-09-15', null, null],
      ['2026-03-01', '2026-09-15', '迁移'],
    ])
    const { attributes } = await fileOf('zhou-min', id)
    expect(
      attributes.find((a: { name: string }) => a.name === 'address'),
      'of where somebody lives the latest counts, though a card said the former',
    ).toMatchObject({ value: '天井湖社区湖东新村12栋407室', source: '自报' })
    const early = await post('zhou-min', `/api/persons/${id}/moves`, {
      kind: 'present',
      on: '2026-09-15',
      dwelling: null,
    })
    expect([early.status, early.body.field]).toEqual([400, 'on'])
    await done('zhou-min', `/api/persons/${id}/moves`, { kind: 'present', on: '2026-09-20', dwelling: null })
    expect((await fileOf('zhou-min', id)).standing.present).toBe(false)
  })

  test('a death ends residence, care and headship, says what must be looked at, and keeps the file', async () => {
    const household = '340705777001'
    const home = { address: '天井湖社区湖东新村12栋501室', kinds: ['registered', 'present'], household }
    const head = await done(
      'zhou-min',
      '/api/persons',
      arrival({ ...home, name: '方德福', relation: '户主', idNumber: numbered('1940-01-02', 11), since: '2020-01-01' }),
    )
    const wife = await done(
      'zhou-min',
      '/api/persons',
      arrival({ ...home, name: '程玉兰', relation: '配偶', idNumber: numbered('1944-01-02', 12), since: '2020-01-01' }),
    )
    const son = await done(
      'zhou-min',
      '/api/persons',
      arrival({ ...home, name: '方建', relation: '子', since: '2020-01-01' }),
    )
    await done('zhou-min', `/api/persons/${head.id}/care`, {
      category: 'oldest-old',
      since: '2026-09-01',
      basis: '满八十岁',
    })
    const [people] = await rows(sql`select count(*) from person`)
    const said = await done('zhou-min', `/api/persons/${head.id}/death`, {
      on: '2026-09-18',
      proof: '居民死亡医学证明',
    })
    expect(said).toMatchObject({ care: ['高龄老人'], matters: [], households: [{ number: household, members: 2 }] })
    const file = await fileOf('zhou-min', head.id)
    expect([
      file.diedOn,
      file.standing,
      file.residences.every((r: { to: string | null }) => r.to === '2026-09-18'),
    ]).toEqual(['2026-09-18', { registered: false, present: false, usual: false, together: false }, true])
    expect(await rows(sql`select count(*) from person`)).toEqual([people])
    await done('zhou-min', `/api/households/${household}/head`, { person: wife.id })
    const members = (await world.call('zhou-min', 'GET', `/api/households/${household}`)).body.members
    expect(
      Object.fromEntries(members.map((m: { name: string; relation: string | null }) => [m.name, m.relation])),
    ).toEqual({ 程玉兰: '户主', 方建: null })
    // Of two, the one who is left heads the household without being named.
    expect(
      (await done('zhou-min', `/api/persons/${wife.id}/death`, { on: '2026-09-19', proof: '居民死亡医学证明' }))
        .households,
    ).toEqual([])
    expect((await world.call('zhou-min', 'GET', `/api/households/${household}`)).body.members).toMatchObject([
      { name: '方建', relation: '户主' },
    ])
    const dead = await post('zhou-min', `/api/persons/${wife.id}/moves`, {
      kind: 'present',
      on: '2026-09-20',
      dwelling: null,
    })
    expect([dead.status, dead.body.message]).toEqual([409, '已经登记死亡'])
    expect(son.id).toBeTruthy()
  })

  test('the death of whoever draws a pension or has an open matter is told, and an alert is in the history', async () => {
    const w = await openWorld()
    const { applyFor } = await import('../../test/world.ts')
    const number = await applyFor(w, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
    const res = await w.call('zhou-min', 'POST', '/api/persons/person-wang-guilan/death', {
      on: today,
      proof: '居民死亡医学证明',
    })
    expect(res.body).toMatchObject({ matters: [{ number }], benefits: ['养老待遇'] })
    const { rows: alerts } = await sql`select data from event where verb = 'subsidy.alerted'`.execute(w.house.db)
    expect(alerts).toEqual([{ data: { person: 'person-wang-guilan', on: today, benefits: ['pension-status'] } }])
    await w.close()
  })
})
