import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { base, no, on, packOf } from './pack.ts'
import { openWorld, type World } from './world.ts'

/** What the district’s own books say of the Party’s agreements, burdens, delegations, channels and teams: domain.md 8, 13, 14, 16. */

let world: World
const { change, figure, panel, put } = packOf(() => world)
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('the Party (8)', () => {
  const branch = {
    name: '第一联合网格党支部',
    community: 'tianjinghu',
    kind: 'joint-branch',
    members: 5,
    status: 'active',
    grids: [{ grid: 'tianjinghu-g007' }, { grid: 'tianjinghu-g008' }],
  }
  test('R-8.1 a joint branch covers several grids; R-8.2 only the party worker opens it', async () => {
    const id = await put('party-organisation', { ...branch, code: no('B') }, '2026-01-01', 'fan-jun')
    expect((await panel('party-organisation', id, '网格覆盖', 'fan-jun')).length).toBe(2)
    for (const who of ['qin-lan', 'xu-zhengyang', 'lu-wei', 'bian-cheng'])
      expect([who, (await world.call(who, 'GET', `${base('party-organisation')}/${id}`)).status]).toEqual([who, 404])
    const covered = await figure('party-grid-coverage', on('2026-09-01'))
    expect(covered).toMatchObject({ numerator: 2, denominator: 620 })
    await put(
      'party-organisation',
      { ...branch, code: no('B'), grids: [{ grid: 'tianjinghu-g008' }] },
      '2026-01-01',
      'fan-jun',
    )
    expect((await figure('party-grid-coverage', on('2026-09-01'))).numerator).toBe(2)
  })
  test('a promise overdue and not kept counts among those due; one not yet due does not', async () => {
    const id = await put('co-building-agreement', {
      number: no('A'),
      name: '共驻共建协议',
      community: 'tianjinghu',
      partner: '某中学',
      from: '2026-01-01',
      to: '2027-12-31',
      status: 'signed',
      commitments: [
        { what: '开放操场', dueOn: '2026-03-01', doneOn: '2026-02-20' },
        { what: '暑期课堂', dueOn: '2026-08-31' },
        { what: '图书捐赠', dueOn: '2027-03-01' },
      ],
    })
    expect(await figure('agreement-fulfilment')).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    expect((await panel('co-building-agreement', id, '履约情况')).map((r) => r.情况)).toEqual([
      '按期兑现',
      '逾期未兑现',
      '未到期',
    ])
  })
})

describe('burdens (14)', () => {
  const task = (more: object) => ({
    number: no('T'),
    name: '填报某表',
    department: 'housing',
    community: 'tianjinghu',
    kind: 'report',
    receivedOn: '2026-09-01',
    status: 'received',
    ...more,
  })
  test('R-14.1 a task nobody admitted may be refused with the reason; an admitted one may not', async () => {
    const admission = await put('task-admission', {
      number: no('Z'),
      name: '住房普查',
      department: 'housing',
      kind: 'survey',
      basis: '上级文件',
      appliedOn: '2026-03-02',
      startOn: '2026-05-01',
      decidedOn: '2026-03-18',
      from: '2026-05-01',
      to: '2026-12-31',
      status: 'executing',
    })
    const loose = await put('community-task', task({}), '2026-09-01', 'wei-dongming')
    const admitted = await put('community-task', task({ admission, hours: 6 }), '2026-09-01', 'wei-dongming')
    const urgent = await put('community-task', task({ emergency: true }), '2026-09-01', 'wei-dongming')
    const may = async (id: string) => (await panel('community-task', id, '能不能拒收')).at(-1)?.结论
    expect([await may(loose), await may(admitted), await may(urgent)]).toEqual([
      '能，请写明理由',
      '不能：已经准入',
      '不能',
    ])
    expect((await figure('tasks-unadmitted')).numerator).toBe(1)
    const refusal = { status: 'refused', refusedOn: '2026-09-03', refusedWhy: '没有准入' }
    expect((await change('community-task', loose, '2026-09-03', refusal, 'wei-dongming')).status).toBe(400)
    const bare = await change('community-task', loose, '2026-09-03', { ...refusal, refusedWhy: null }, 'ge-hui')
    expect(bare.body).toMatchObject({ message: '请填写“拒收理由”', problems: [{ field: 'data.refusedWhy' }] })
    expect((await change('community-task', loose, '2026-09-03', refusal, 'ge-hui')).status).toBe(200)
    expect((await figure('tasks-refused')).numerator).toBe(1)
    expect((await figure('load-hours-per-worker')).numerator).toBe(6)
    expect((await panel('task-admission', admission, '准入时限')).map((r) => r.核对).slice(0, 2)).toEqual([
      '满足（44 个平日）',
      '没有超过',
    ])
  })
  test('R-14.3 a proof of the list of twenty that was issued all the same is found', async () => {
    const proof = { community: 'tianjinghu', kind: 'alive', use: '领取养老金', on: '2026-09-01', status: 'asked' }
    const id = await put('proof-request', { ...proof, number: no('Y') })
    expect((await panel('proof-request', id, '该不该出具'))[0]).toMatchObject({
      核对: expect.stringContaining('不应出具'),
    })
    await change('proof-request', id, '2026-09-02', { status: 'issued', issuedOn: '2026-09-02' })
    expect((await figure('proofs-forbidden-issued')).numerator).toBe(1)
  })
})

test('V01 delegations are counted by the day they came, since the district was made anew', async () => {
  for (const day of ['2015-11-01', '2016-04-01', '2026-05-01'])
    await put('delegation', { number: no('D'), name: '某市考察团', on: day, scope: 'out', size: 20 })
  expect((await figure('delegations', 'to=2026-12-31')).numerator).toBe(2)
  expect((await figure('delegations', 'to=2020-12-31')).numerator).toBe(1)
})

test('a community with two channels is one; one that fell silent is none', async () => {
  const channel = {
    name: '社区微信',
    community: 'tianjinghu',
    kind: 'wechat',
    openedOn: '2026-01-01',
    status: 'active',
  }
  await put('new-media-channel', { ...channel, account: 'a1' })
  await put('new-media-channel', { ...channel, account: 'a2', kind: 'forum' })
  const silent = await put('new-media-channel', { ...channel, account: 'a3', community: 'xingfu' })
  await change('new-media-channel', silent, '2026-06-01', { status: 'idle' })
  expect((await figure('communities-new-media', on('2026-05-01'))).numerator).toBe(2)
  expect((await figure('communities-new-media', on('2026-06-01'))).numerator).toBe(1)
})

test('a team is 特色 when filed, ten strong, out twelve times a year, with something of its own', async () => {
  const team = { name: '合唱队', community: 'tianjinghu', kind: 'music', members: 12, status: 'active' }
  const special = { filed: true, activities: 12, speciality: '铜陵民歌' }
  await put('culture-team', { ...team, ...special, number: no('K') })
  const plain = await put('culture-team', { ...team, ...special, activities: 11, number: no('K') })
  const { numerator, denominator, value } = await figure('culture-teams-per-community', on('2026-09-01'))
  expect(numerator).toBe(1)
  expect(value).toBeCloseTo(1 / (denominator as number), 10)
  expect((await panel('culture-team', plain, '是不是特色队伍')).map((r) => r.结论)).toEqual([
    '符合',
    '符合',
    '不符合',
    '符合',
  ])
})

test('R-13.1 participation is told from a survey, never reckoned from visits; nobody told it: unknown, not zero', async () => {
  expect(await figure('culture-participation')).toMatchObject({ denominator: 0, value: null })
  const { db, district } = world.house
  const told = {
    district,
    indicator: 'culture-participation',
    place_id: 'tongguan',
    from_on: '2026-01-01',
    told_by: 'bian-cheng',
  }
  const survey = {
    ...told,
    id: randomUUID(),
    to_on: '2026-06-30',
    numerator: 420,
    denominator: 1000,
    source: '抽样一千人',
  }
  await db
    .insertInto('told_figure')
    .values({ ...survey, told_at: world.house.clock.now() })
    .execute()
  expect(await figure('culture-participation')).toMatchObject({ numerator: 420, denominator: 1000, value: 42 })
  expect((await figure('culture-participation', 'from=2025-01-01&to=2025-12-31')).value).toBeNull()
})
