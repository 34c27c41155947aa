import { afterAll, beforeAll, expect, test } from 'vitest'
import { entered, hall, halls, publishBooks, visits } from '../../test/books.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBooks(world)
})
afterAll(() => world.close())

const get = async (who: string, url: string) => (await world.call(who, 'GET', url)).body
const post = (who: string, url: string, body: object) => world.call(who, 'POST', url, body)
const field = (file: { fields: { field: string; value: unknown; text: string | null }[] }, name: string) =>
  file.fields.find((f) => f.field === name)

test('what is entered stands in the list and has a file, with every value in words', async () => {
  const data = hall({
    area: 320,
    free: true,
    uses: ['care', 'sport'],
    owner: 'civil-affairs',
    rooms: [{ name: '阅览室', area: 40 }],
  })
  const id = await entered(world, data)
  const list = await get('ge-hui', `${halls}?q=${encodeURIComponent(data.name)}`)
  expect(list.rows[0]).toMatchObject({ id, title: data.name, place: 'tianjinghu' })
  expect(list.rows[0].cells).toMatchObject({ status: { value: 'planned', text: '计划' }, owner: { text: '区民政局' } })
  const file = await get('ge-hui', `${halls}/${id}`)
  expect(field(file, 'uses')?.text).toBe('养老、体育')
  expect(field(file, 'free')?.text).toBe('是')
  expect(file.panels).toEqual([{ title: '房间', columns: ['房间', '面积'], rows: [{ 房间: '阅览室', 面积: 40 }] }])
  expect(file.history).toMatchObject([{ what: '登记', by: '葛慧' }])
})

test('a change from a day on: before, after, and as it was known the day before', async () => {
  const data = hall({ area: 100, openedOn: '2026-01-05' })
  const id = await entered(world, data, '2026-01-05')
  await world.goTo('2026-09-22T09:00:00+08:00')
  const done = await post('ge-hui', `${halls}/${id}/changes`, {
    from: '2026-06-01',
    data: { area: 150 },
    reason: '扩建完工',
  })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  const area = async (query: string) => field(await get('ge-hui', `${halls}/${id}${query}`), 'area')?.value
  expect(await area('')).toBe(150)
  expect(await area('?on=2026-05-31')).toBe(100)
  expect(await area('?on=2026-06-01')).toBe(150)
  expect(await area('?known=2026-09-21')).toBe(100)
  const file = await get('ge-hui', `${halls}/${id}`)
  expect(file.history[0]).toMatchObject({
    what: '变更',
    reason: '扩建完工',
    from: '2026-06-01',
    changes: [{ title: '建筑面积', before: '100', after: '150' }],
  })
  expect(file.versions.map((v: { from: string; to: string }) => [v.from, v.to])).toEqual([
    ['2026-01-05', '2026-06-01'],
    ['2026-06-01', null],
  ])
  const none = await get('ge-hui', `${halls}/${id}?known=2026-09-20`)
  expect([none.version, none.fields]).toEqual([null, []])
})

test('a correction names the version it mends; a change dated wrongly moves its day', async () => {
  const id = await entered(world, hall({ area: 100 }), '2026-01-01')
  await post('ge-hui', `${halls}/${id}/changes`, { from: '2026-03-01', data: { area: 150 }, reason: '扩建' })
  const before = await get('ge-hui', `${halls}/${id}`)
  const wrong = before.version.id
  const res = await post('ge-hui', `${halls}/${id}/corrections`, {
    version: wrong,
    from: '2026-05-01',
    data: {},
    reason: '日期记错',
  })
  expect(res.status, JSON.stringify(res.body)).toBe(200)
  const file = await get('ge-hui', `${halls}/${id}?on=2026-04-01`)
  expect(field(file, 'area')?.value).toBe(100)
  expect(file.versions.at(-1)).toMatchObject({ from: '2026-05-01', corrects: wrong, reason: '日期记错' })
  const again = await post('ge-hui', `${halls}/${id}/corrections`, {
    version: wrong,
    data: { area: 1 },
    reason: '再改',
  })
  expect([again.status, again.body.field]).toEqual([400, 'version'])
})

test('what has ended stands in no list from that day on, and is still known for the days before', async () => {
  const data = hall()
  const id = await entered(world, data, '2026-01-01')
  expect((await post('ge-hui', `${halls}/${id}/end`, { on: '2026-09-01', reason: '拆除' })).status).toBe(200)
  const q = `q=${encodeURIComponent(data.name)}`
  const listed = async (more = '') =>
    (await get('ge-hui', `${halls}?${q}${more}`)).rows.some((r: { id: string }) => r.id === id)
  expect(await listed()).toBe(false)
  expect(await listed('&on=2026-08-31')).toBe(true)
  expect(await get('ge-hui', `${halls}/${id}`)).toMatchObject({ ended: true, version: null })
  // Its key is free for another.
  await entered(world, { ...data, name: '重建的活动中心' })
})

test('key fields tell entries apart: the same one twice is refused by name', async () => {
  const data = hall()
  await entered(world, data)
  const res = await post('ge-hui', halls, { from: '2026-09-01', data })
  expect([res.status, res.body.field]).toEqual([400, 'data.code'])
})

test('who keeps a community writes there and nowhere else; who keeps the district everywhere', async () => {
  const far = hall({ community: 'xingfu' })
  expect((await post('ge-hui', halls, { from: '2026-09-01', data: far })).body.field).toBe('data.community')
  const id = await entered(world, far, '2026-09-01', 'qin-lan')
  expect((await world.call('ge-hui', 'GET', `${halls}/${id}`)).status).toBe(404)
  expect((await post('ge-hui', `${halls}/${id}/end`, { on: '2026-09-10', reason: '拆除' })).status).toBe(404)
  expect((await world.call('qian-lan', 'GET', `${halls}/${id}`)).status).toBe(200)
  expect((await post('qian-lan', `${halls}/${id}/end`, { on: '2026-09-10', reason: '拆除' })).status).toBe(403)
  expect((await world.call('fan-jun', 'GET', `${halls}/${id}`)).status).toBe(404)
})

test('a field that only some may see is in no answer for the others; one that only some may fill in is refused', async () => {
  const id = await entered(world, hall({ rent: 12000 }))
  const [keeper, clerk] = [await get('ge-hui', `${halls}/${id}`), await get('zhou-min', `${halls}/${id}`)]
  expect(field(keeper, 'rent')?.value).toBe(12000)
  expect(field(clerk, 'rent')).toBeUndefined()
  expect(JSON.stringify(await get('zhou-min', `${halls}?limit=200`))).not.toContain('12000')
  const graded = await post('ge-hui', `${halls}/${id}/changes`, {
    from: '2026-09-01',
    data: { grade: 'a' },
    reason: '评定',
  })
  expect([graded.status, graded.body.field]).toEqual([400, 'data.grade'])
})

test('R-10.1 the road of a state: no step is skipped, and each is taken by whose it is', async () => {
  const id = await entered(world, hall())
  const step = (who: string, to: string) =>
    post(who, `${halls}/${id}/changes`, { from: '2026-09-05', data: { status: to }, reason: '进度' })
  const skipped = await step('ge-hui', 'open')
  expect([skipped.status, skipped.body.field]).toEqual([400, 'data.status'])
  expect((await step('ge-hui', 'building')).status).toBe(200)
  const first = await post('ge-hui', halls, { from: '2026-09-01', data: hall({ status: 'building' }) })
  expect(first.body.field).toBe('data.status')
})

test('every wrong field is named at once, in Chinese; a link that leads nowhere is one of them', async () => {
  const data = hall({ status: 'nothing', area: -1, owner: 'no-such-unit', note: '联系 13800000000' })
  const res = await post('ge-hui', halls, { from: '2026-09-01', data })
  expect(res.body.problems.map((p: { field: string }) => p.field).sort()).toEqual([
    'data.area',
    'data.note',
    'data.owner',
    'data.status',
  ])
})

test('an entry is found from what it links to, by whoever may read both', async () => {
  const id = await entered(world, hall())
  const guest = '外地考察团一行'
  const visit = await entered(world, { guest, hall: id, on: '2026-09-10' }, '2026-09-10', 'qin-lan', visits)
  const file = await get('ge-hui', `${halls}/${id}`)
  expect(file.linked).toMatchObject([
    { register: 'test-visits', fieldTitle: '到访场所', entries: [{ id: visit, title: guest }] },
  ])
  expect((await get('xu-zhengyang', `${halls}/${id}`)).linked).toEqual([])
})

test('lists: by enum, by date range, by place, page after page, nothing twice and nothing left out', async () => {
  for (let i = 0; i < 7; i++)
    await entered(
      world,
      hall({ name: `翻页活动室${i}`, status: 'open', openedOn: `2025-0${i + 1}-10` }),
      '2025-12-01',
      'qin-lan',
    )
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { rows: { title: string }[]; next: string | null; total: number | null } = await get(
      'qin-lan',
      `${halls}?q=${encodeURIComponent('翻页')}&limit=3${after ? `&after=${after}` : ''}`,
    )
    if (!after) expect(page.total).toBe(7)
    seen.push(...page.rows.map((r) => r.title))
    after = page.next
  }
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `翻页活动室${i}`))
  const where = async (text: string) =>
    (await get('qin-lan', `${halls}?q=${encodeURIComponent('翻页')}&where=${encodeURIComponent(text)}`)).rows.length
  expect(await where('openedOn:2025-03-01..2025-05-31')).toBe(3)
  expect(await where('status:planned,building')).toBe(0)
  expect(await where('status:open;community:tianjinghu')).toBe(7)
  expect(await where('community:xingfu')).toBe(0)
  const bad = await world.call('qin-lan', 'GET', `${halls}?where=nothing:1`)
  expect([bad.status, bad.body.field]).toEqual([400, 'where'])
})

test('dates ask for duties: a yearly check from when we keep it, a lease that ends, done or renewed', async () => {
  const id = await entered(world, hall({ openedOn: '2020-03-01', leaseTo: '2026-10-15', status: 'open' }))
  const due = async () =>
    (await get('ge-hui', '/api/registers/duties')).rows
      .filter((r: { entry: string }) => r.entry === id)
      .map((r: { duty: string; dueOn: string; light: string }) => [r.duty, r.dueOn, r.light])
  expect(await due()).toEqual([
    ['lease', '2026-10-15', 'soon'],
    ['check', '2026-12-01', 'soon'],
  ])
  const done = { duty: 'check', dueOn: '2026-12-01', doneOn: '2026-09-20', note: '合格' }
  expect((await post('ge-hui', `${halls}/${id}/duties`, done)).status).toBe(200)
  expect((await post('ge-hui', `${halls}/${id}/duties`, done)).status).toBe(409)
  await post('ge-hui', `${halls}/${id}/changes`, {
    from: '2026-09-22',
    data: { leaseTo: '2029-10-15' },
    reason: '续租三年',
  })
  expect(await due()).toEqual([])
  const shelf = (await get('ge-hui', '/api/registers')).find((r: { id: string }) => r.id === 'test-halls')
  expect(shelf).toMatchObject({ counts: '处', enter: true })
})

test('personal fields come masked in the file, lie sealed in the table and are in no list', async () => {
  const id = await entered(world, hall({ keeper: '甄守门', keeperPhone: '10012345678' }))
  const file = await get('ge-hui', `${halls}/${id}`)
  expect([field(file, 'keeper')?.value, field(file, 'keeperPhone')?.value]).toEqual(['甄*门', '100****5678'])
  const row = await world.house.db
    .selectFrom('register_version')
    .select(['data', 'sealed'])
    .where('entry_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row.data)).not.toContain('甄守门')
  expect(row.sealed).not.toBeNull()
  await post('ge-hui', `${halls}/${id}/changes`, {
    from: '2026-09-20',
    data: { keeperPhone: '10012345679' },
    reason: '换号',
  })
  expect(JSON.stringify(await get('ge-hui', `${halls}/${id}`))).not.toContain('10012345679')
})

test('personal fields in full: against a purpose, for sixty seconds, to who asked; the history says so', async () => {
  const id = await entered(world, hall({ keeper: '甄守门', keeperPhone: '10012345678' }))
  const personal = (who: string) => world.call(who, 'GET', `${halls}/${id}/personal`)
  expect((await personal('ge-hui')).status).toBe(409)
  expect((await post('ge-hui', `${halls}/${id}/reveal`, { purpose: '通知消防检查' })).status).toBe(200)
  expect((await personal('ge-hui')).body.fields).toEqual({ keeper: '甄守门', keeperPhone: '10012345678' })
  expect((await personal('zhou-min')).status).toBe(409)
  expect((await get('ge-hui', `${halls}/${id}`)).history[0]).toMatchObject({
    what: '查看完整信息',
    reason: '通知消防检查',
  })
  await world.goTo(new Date(world.house.clock.now().getTime() + 61_000).toISOString())
  expect((await personal('ge-hui')).status).toBe(409)
})

test('a list leaves as a file: why it was taken stands in the history, personal fields and what one may not see are not in it', async () => {
  const name = '导出用的活动室'
  await entered(world, hall({ name, keeper: '甄守门', rent: 4321, area: 55.5, note: '=1+1' }))
  const take = async (who: string, format: string) => {
    const { body } = await post(who, '/api/registers/test-halls/exports', { format, purpose: '年度核对', q: name })
    return (await world.call(who, 'GET', `/api/registers/test-halls/exports/${body.id}`)).body as Buffer
  }
  const csv = (await take('ge-hui', 'csv')).toString()
  expect(csv).toContain('建筑面积（平方米）')
  expect(csv).toMatch(/导出用的活动室,天井湖社区,计划,55\.5/)
  expect(csv).toContain("'=1+1")
  expect(csv).toContain('4321')
  expect(csv).not.toContain('甄')
  expect((await take('zhou-min', 'csv')).toString()).not.toContain('4321')
  expect((await take('ge-hui', 'xlsx')).subarray(0, 2).toString()).toBe('PK')
  const { body } = await post('ge-hui', '/api/registers/test-halls/exports', {
    format: 'csv',
    purpose: '年度核对',
    q: name,
  })
  expect((await world.call('qin-lan', 'GET', `/api/registers/test-halls/exports/${body.id}`)).status).toBe(404)
})

test('a saved view is one’s own until it is shared with the unit, and only its maker takes it away', async () => {
  const page = 'register:test-halls'
  const save = async (name: string, shared: boolean) =>
    (await post('ge-hui', '/api/views', { page, name, query: 'where=status:open', shared })).body.id
  const [own, shared] = [await save('我的', false), await save('大家的', true)]
  const names = async (who: string) =>
    (await get(who, `/api/views?page=${page}`)).map((v: { name: string }) => v.name).sort()
  expect(await names('ge-hui')).toEqual(['大家的', '我的'])
  expect(await names('zhou-min')).toEqual(['大家的'])
  expect(await names('qian-lan')).toEqual([])
  expect((await world.call('zhou-min', 'DELETE', `/api/views/${shared}`)).status).toBe(404)
  expect((await world.call('ge-hui', 'DELETE', `/api/views/${own}`)).status).toBe(200)
  expect(await names('ge-hui')).toEqual(['大家的'])
})

test('what a linking field may point to is found by part of its name', async () => {
  const name = '可以连到的活动室'
  const id = await entered(world, hall({ name }))
  const choices = (field: string, q: string) => get('qin-lan', `/api/registers/${field}&q=${encodeURIComponent(q)}`)
  expect(await choices('test-visits/choices?field=hall', '连到')).toEqual([{ id, label: name, more: '天井湖社区' }])
  expect((await choices('test-halls/choices?field=owner', '民政'))[0]).toMatchObject({ id: 'civil-affairs' })
})

test('a yearly duty comes again the year after, by nobody’s hand, also where the last one was not done', async () => {
  const id = await entered(world, hall({ openedOn: '2020-03-01', status: 'open' }))
  await world.goTo('2026-12-02T09:00:00+08:00')
  await world.goTo('2027-09-10T09:00:00+08:00')
  const { rows } = await get('ge-hui', '/api/registers/duties')
  const due = rows
    .filter((r: { entry: string }) => r.entry === id)
    .map((r: { dueOn: string; light: string }) => [r.dueOn, r.light])
  expect(due).toEqual([
    ['2026-12-01', 'late'],
    ['2027-12-01', 'soon'],
  ])
})
