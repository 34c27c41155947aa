import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gridOf, newcomer, type Subject } from './registry.ts'
import { lists } from './registry-lists.ts'
import { about } from './registry-matrix.ts'
import { openWorld, type World } from './world.ts'

/** The field set: what of a person each who may look at them sees, and what nobody sees without saying why. */
let world: World
let there: Subject
beforeAll(async () => {
  world = await openWorld()
  await world.app.ready()
  there = await newcomer(world, 'own')
})
afterAll(() => world.close())
const file = (who: string, s = there) => world.call(who, 'GET', `/api/persons/${s.person}`)
const lookers = ['hua-yun', 'lu-wei', 'zhou-min', 'ding-yi']

const atTheDoor = ['address', 'household-address', 'household-number', 'household-relation', 'phone', 'workplace']
const atTheWindow = [...atTheDoor, 'disability-certificate-number', 'pension-status'].sort()
test.each([
  ['hua-yun', atTheDoor],
  ['lu-wei', atTheDoor],
  ['ding-yi', atTheDoor],
  ['zhou-min', atTheWindow],
])('of what is held %s sees exactly this, and of the records only the words for it', async (who, names) => {
  const { attributes, records } = (await file(who)).body
  expect(attributes.map((a: { name: string }) => a.name)).toEqual(names)
  const words = records.flatMap((r: { names: string[] }) => r.names)
  const labels = attributes.map((a: { label: string }) => a.label)
  // The grid stands at the head of the file.
  expect(new Set(words)).toEqual(new Set([...labels, '所在网格']))
})

test('numbers come masked in every answer, whoever asks and however', async () => {
  const answers: [string, string][] = []
  for (const who of lookers) {
    for (const [name, row] of [...Object.entries(about), ...Object.entries(lists)])
      if (name.startsWith('GET') || name.endsWith('/search'))
        answers.push([
          `${who} ${name}`,
          JSON.stringify((await world.call(who, name.split(' ')[0] as 'GET', row.url(there), row.body?.(there))).body),
        ])
    for (const q of [there.name, there.phone, there.buildingName])
      answers.push([`${who} ${q}`, JSON.stringify((await world.call(who, 'POST', '/api/persons/search', { q })).body)])
  }
  expect(
    answers.filter(([, said]) => said.includes(there.idNumber) || said.includes(there.phone)).map(([how]) => how),
  ).toEqual([])
  expect(answers.filter(([, said]) => said.includes(`100****${there.phone.slice(-4)}`)).length).toBeGreaterThan(8)
})

test('R-2.4 a care category that one may not know of does not exist, in no answer', async () => {
  const care = async (who: string) =>
    ((await world.call(who, 'GET', `/api/persons/${there.person}/care`)).body as { category: string }[])
      .map((c) => c.category)
      .sort()
  expect(await care('hua-yun')).toEqual(['living-alone'])
  expect(await care('zhou-min')).toEqual(['living-alone', 'lost-only-child'])
  expect(await care('lu-wei')).toEqual(['living-alone', 'lost-only-child', 'mental-disorder'])
  const entered = await world.call('zhou-min', 'POST', `/api/persons/${there.person}/care`, {
    category: 'mental-disorder',
    since: '2026-09-01',
    basis: '走访',
  })
  const unknown = await world.call('zhou-min', 'POST', `/api/persons/${there.person}/care`, {
    category: 'no-such',
    since: '2026-09-01',
    basis: '走访',
  })
  expect([entered.status, entered.body]).toEqual([unknown.status, unknown.body])
  const seen = JSON.stringify([
    (await file('hua-yun')).body,
    (await world.call('hua-yun', 'GET', '/api/field/day')).body,
    (await world.call('hua-yun', 'GET', `/api/field/persons/${there.person}`)).body,
    (await world.call('hua-yun', 'GET', '/api/care/categories')).body,
  ])
  expect(seen).toContain('独居老人')
  for (const hidden of ['精神', 'mental', '计划生育特殊', 'lost-only']) expect(seen).not.toContain(hidden)
})

test('numbers in full: to whoever said why, for a minute, and to nobody else; the person can read it', async () => {
  const wang = '/api/persons/person-wang-guilan'
  const numbers = async (who: string) => (await world.call(who, 'GET', `${wang}/numbers`)).status
  expect((await world.call('hua-yun', 'POST', `${wang}/reveal`, { purpose: '核对证件' })).status).toBe(200)
  expect((await world.call('hua-yun', 'GET', `${wang}/numbers`)).body).toEqual({
    idNumber: '340799195403120025',
    phone: '10000000001',
  })
  expect([
    await numbers('zhou-min'),
    await numbers('lu-wei'),
    await numbers('qian-lan'),
    await numbers('ding-yi'),
  ]).toEqual([409, 409, 404, 403])
  await world.goTo('2026-09-21T09:01:01+08:00')
  expect(await numbers('hua-yun')).toBe(409)
  const looks = (await world.call('wang-guilan', 'GET', '/api/held/looks')).body.rows
  expect(looks).toContainEqual(expect.objectContaining({ what: 'person.revealed', purpose: '核对证件' }))
  expect(JSON.stringify((await world.call('liu-zhiqiang', 'GET', '/api/held/looks')).body)).not.toContain('核对证件')
})

test('a resident has what is held about themselves, and no way to anybody else’s', async () => {
  const own = JSON.stringify((await world.call('wang-guilan', 'GET', '/api/held')).body)
  expect(own).toContain('340799195403120025')
  expect(JSON.stringify((await world.call('liu-zhiqiang', 'GET', '/api/held')).body)).not.toContain(
    '340799195403120025',
  )
  expect((await world.call('wang-guilan', 'GET', '/api/persons/person-wang-guilan')).status).toBe(403)
})

test('2.3 whoever collected does not verify; whoever may not know of what a record speaks has none to verify', async () => {
  const s = await newcomer(world, 'own')
  const verify = (who: string, id: string) =>
    world.call(who, 'POST', `/api/records/${id}/verification`, { agrees: true })
  await sql`update record set collector = 'zhou-min' where id = ${s.record}`.execute(world.house.db)
  expect((await verify('zhou-min', s.record)).body.message).toBe('采集人不能核验自己采集的信息')
  expect((await verify('lu-wei', s.record)).status).toBe(200)
  const { rows } = await sql<{
    id: string
  }>`select id from record where subject_id = ${s.person} and 'pension-status' = any(names)`.execute(world.house.db)
  expect((await verify('lu-wei', rows[0]?.id ?? '')).status).toBe(404)
  expect((await verify('zhou-min', rows[0]?.id ?? '')).status).toBe(200)
})

test('who is registered here and lives elsewhere is counted in the home, and not named', async () => {
  const [here, away] = [await newcomer(world, 'own'), await newcomer(world, 'far')]
  await sql`update residence set dwelling_id = ${here.dwelling}, household = ${here.household} where person_id = ${away.person} and kind = 'registered'`.execute(
    world.house.db,
  )
  for (const url of [`/api/dwellings/${here.dwelling}`, `/api/households/${here.household}`]) {
    const { body } = await world.call('hua-yun', 'GET', url)
    expect(body.elsewhere).toBe(1)
    expect((body.people ?? body.members).map((p: { id: string }) => p.id)).not.toContain(away.person)
    expect((await world.call('ding-yi', 'GET', url)).body.elsewhere).toBe(0)
  }
})

test('a post over one place opens nothing in another, whatever else its holder is', async () => {
  const { db, district } = world.house
  const give = (account: string, duty: string, place: string) =>
    sql`insert into post (district, id, account_id, duty, unit_id, place_id, capacity, valid_from)
    values (${district}, ${`x-${account}-${duty}`}, ${account}, ${duty}, 'tianjinghu-centre', ${place}, '兼', '2026-01-01')`.execute(
      db,
    )
  // 钱岚 is clerk of 幸福社区, and walks a grid of 天井湖 besides: no pension there. 傅晓丽 heads the grids of 幸福.
  await give('qian-lan', 'grid-worker', gridOf.own)
  await give('fu-xiaoli', 'grid-head', 'xingfu')
  const s = await newcomer(world, 'own')
  expect((await file('qian-lan', s)).body.attributes.map((a: { name: string }) => a.name)).toEqual(atTheDoor)
  const next = await newcomer(world, 'next')
  const care = (await world.call('fu-xiaoli', 'GET', `/api/persons/${next.person}/care`)).body
  expect(care.map((c: { category: string }) => c.category)).toEqual(['living-alone'])
  expect(JSON.stringify((await world.call('fu-xiaoli', 'GET', '/api/field/day')).body)).not.toContain('精神')
  expect(
    (await world.call('qian-lan', 'POST', `/api/persons/${s.person}/death`, { on: '2026-09-20', proof: '证明' }))
      .status,
  ).toBe(404)
  // A data manager of one community merges nobody of another.
  await give('cheng-daqing', 'data-manager', 'nonglin')
  const merge = { keep: 'person-zhao-xiuying', gone: s.other, reason: '同一个人' }
  expect((await world.call('cheng-daqing', 'POST', '/api/persons/merges', merge)).status).toBe(404)
  expect(
    (await world.call('cheng-daqing', 'POST', `/api/persons/merges/${s.merge}/undo`, { reason: '不是' })).status,
  ).toBe(404)
})
