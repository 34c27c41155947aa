import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { base, no, on, packOf } from './pack.ts'
import { openWorld, type World } from './world.ts'

/** What the district’s own books say of facilities, organisations and workers: domain.md 10 to 12. */

let world: World
const { change, figure, panel, put } = packOf(() => world)
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('facilities (10)', () => {
  const hall = (more: object) => ({
    code: no('F'),
    name: '综合服务中心',
    community: 'tianjinghu',
    source: 'swap',
    area: 600,
    households: 2000,
    status: 'building',
    ...more,
  })
  test('R-10.1 it counts from the day it is opened, not from the day it is finished', async () => {
    const before = (await figure('facilities-open', on('2026-09-01'))).numerator
    const id = await put('facility', hall({}))
    await change('facility', id, '2026-04-01', { status: 'accepted' })
    await change('facility', id, '2026-06-01', { status: 'opened', openedOn: '2026-06-01' })
    expect((await figure('facilities-open', on('2026-05-31'))).numerator).toBe(before)
    expect((await figure('facilities-open', on('2026-06-01'))).numerator).toBe(before + 1)
    expect(await figure('facility-area-per-100-households', on('2026-06-01'))).toMatchObject({ value: 30 })
    await change('facility', id, '2026-08-01', { status: 'suspended' })
    expect((await figure('facilities-open', on('2026-08-01'))).numerator).toBe(before)
  })
  test('what it lacks by its standard stands in its file, and it is none that meets it until then', async () => {
    const component = (c: string, area?: number) => ({ component: c, shape: 'centre', number: 1, assumed: true, area })
    const standard = await put('facility-standard', {
      code: 'T',
      version: 1,
      name: '试验标准',
      kind: 'urban',
      components: [component('service', 100), component('elderly')],
    })
    const id = await put(
      'facility',
      hall({
        standard,
        status: 'opened',
        openedOn: '2026-02-01',
        rooms: [{ component: 'service', number: 1, area: 80 }],
      }),
    )
    const gap = await panel('facility', id, '达标对照')
    expect(gap.map((r) => [r.标准项, r.结论, r.标准来源])).toEqual([
      ['公共服务中心', '面积不足', '推定'],
      ['居家养老服务中心', '缺项', '推定'],
    ])
    const met = (day: string) => figure('facility-standard-met', `${on(day)}&place=tianjinghu`)
    const before = await met('2026-03-01')
    await change('facility', id, '2026-04-01', {
      rooms: [
        { component: 'service', number: 1, area: 120 },
        { component: 'elderly', number: 1 },
      ],
    })
    expect((await met('2026-03-01')).numerator).toBe(before.numerator)
    expect(await met('2026-04-01')).toMatchObject({ numerator: before.numerator + 1, denominator: before.denominator })
  })
  test('a closure is told seven days before', async () => {
    const closures = [
      { from: '2026-03-10', reason: '检修', noticedOn: '2026-03-03' },
      { from: '2026-05-10', reason: '检修', noticedOn: '2026-05-04' },
    ]
    const id = await put('facility', hall({ closures }))
    expect((await panel('facility', id, '停用公告')).map((r) => r.结论)).toEqual(['不满七天', '满七天'])
    expect(await figure('closure-notices-in-time')).toMatchObject({ numerator: 1, denominator: 2 })
  })
})

describe('social organisations (11)', () => {
  const org = (position: string, more: object) => ({
    number: no('O'),
    name: '互助会',
    community: 'tianjinghu',
    position,
    kind: 'community',
    status: 'active',
    ...more,
  })
  test('C-23 registered, directly registered and filed are counted apart, and owe different things each year', async () => {
    const registered = await put(
      'social-organisation',
      org('registered', { sponsor: 'civil-affairs', sponsorSince: '2024-02-01', registeredOn: '2024-03-01' }),
    )
    const direct = await put('social-organisation', org('direct', { registeredOn: '2024-03-01' }))
    const filed = await put('social-organisation', org('filed', { filedOn: '2024-03-01' }))
    for (const one of ['orgs-registered', 'orgs-direct', 'orgs-filed'])
      expect([one, (await figure(one, on('2026-09-01'))).numerator]).toEqual([one, 1])
    const duties = async (id: string) => {
      const { body } = await world.call('qin-lan', 'GET', `${base('social-organisation')}/${id}`)
      return [...new Set(body.duties.map((d: { duty: string }) => d.duty))].sort()
    }
    expect(await duties(registered)).toEqual(['annual-registry', 'annual-sponsor'])
    expect(await duties(direct)).toEqual(['annual-registry'])
    expect(await duties(filed)).toEqual(['annual-summary'])
    expect(await panel('social-organisation', filed, '身份核对')).toContainEqual(
      expect.objectContaining({ 项目: '法人资格', 登记情况: '没有' }),
    )
  })
  test('a filed one is never graded; a registered one after two years and a check', async () => {
    const id = await put('social-organisation', org('direct', { registeredOn: '2023-03-01' }))
    const verdicts = async () => (await panel('social-organisation', id, '能否申请评估')).map((r) => r.结论)
    expect(await verdicts()).toEqual(['符合', '符合', '符合', '不符合', '符合', '符合'])
    await put('annual-check', {
      number: no('N'),
      organisation: id,
      community: 'tianjinghu',
      year: 2025,
      submittedOn: '2026-05-20',
      decidedOn: '2026-06-10',
      result: 'qualified',
      status: 'decided',
    })
    expect(await verdicts()).toEqual(Array(6).fill('符合'))
    expect(await figure('annual-check-passed')).toMatchObject({ numerator: 1, denominator: 1, value: 100 })
  })
  test('R-11.1 incubated: registered and filed together and apart', async () => {
    for (const outcome of ['registered', 'direct', 'filed', 'filed', 'none'])
      await put('incubation', {
        number: no('I'),
        name: '培育对象',
        community: 'tianjinghu',
        stage: 'start',
        appliedOn: '2026-01-05',
        outcome,
        outcomeOn: '2026-05-01',
        status: 'graduated',
      })
    expect((await figure('org-incubated')).numerator).toBe(4)
    expect((await figure('org-incubated-registered')).numerator).toBe(2)
    expect((await figure('org-incubated-filed')).numerator).toBe(2)
  })
})

const worker = (more: object = {}) => ({
  staffNo: no('W'),
  name: '试验员甲',
  community: 'tianjinghu',
  post: 'general',
  channel: 'recruited',
  education: 'bachelor',
  joinedOn: '2016-09-01',
  status: 'active',
  ...more,
})
const certificate = (more: object) => ({
  number: no('C'),
  community: 'tianjinghu',
  holder: 'worker',
  level: 'social-worker',
  issuedOn: '2025-01-01',
  ...more,
})

describe('workers (12)', () => {
  test('R-12.2 the grade is reckoned, said line by line, and holds when the head has agreed', async () => {
    await put('pay-table', {
      version: 1,
      name: '试验薪酬表',
      effectiveFrom: '2026-01-01',
      assumed: true,
      stepYears: 3,
      bands: [{ post: 'general', from: 1, to: 12 }],
      degrees: [{ education: 'bachelor', years: 3 }],
      certificates: [{ level: 'social-worker', steps: 2, allowance: 300 }],
      amounts: [{ grade: 7, basic: 3600, performance: 900 }],
    })
    const id = await put('community-worker', worker())
    await put('certificate', certificate({ worker: id }))
    const lines = await panel('community-worker', id, '岗位等级测算')
    const line = (what: string) => lines.find((r) => r.项目 === what)
    // Ten years and three for the degree: four steps of three years; two for the certificate; from grade 1.
    expect(line('年限升级')).toMatchObject({ 结果: '4 级', 怎么算的: '（10＋3）年，每 3 年一级' })
    expect(line('测算等级')).toMatchObject({ 结果: '7 级', 怎么算的: '1＋4＋2' })
    expect(line('月基本报酬')).toMatchObject({ 结果: '3600 元' })
    const grade = await put('pay-grade', {
      number: no('G'),
      worker: id,
      community: 'tianjinghu',
      table: (await world.call('qin-lan', 'GET', base('pay-table'))).body.rows[0].id,
      grade: 7,
      from: '2026-09-01',
      basis: 'certificate',
      status: 'proposed',
    })
    const own = await change('pay-grade', grade, '2026-09-21', { status: 'approved' })
    expect([own.status, own.body.message]).toEqual([400, expect.stringContaining('其他岗位')])
    const agreed = { status: 'approved', decidedOn: '2026-09-21' }
    expect((await change('pay-grade', grade, '2026-09-21', agreed, 'yang-hui')).status).toBe(200)
  })
  test('what somebody earns is reckoned before the keeper and the head, and nobody else who reads the file', async () => {
    const id = await put('community-worker', worker())
    const titles = async (who: string) =>
      (await world.call(who, 'GET', `${base('community-worker')}/${id}`)).body.panels.map(
        (p: { title: string }) => p.title,
      )
    expect(await titles('yang-hui')).toContain('岗位等级测算')
    expect(await titles('xu-zhengyang')).toEqual(['资格证书', '培训', '变动'])
  })
  test('A1.1 the label says professionals, the numerator is certified community workers; each once', async () => {
    const before = (await figure('certified-social-workers', on('2026-09-01'))).numerator
    const id = await put('community-worker', worker())
    await put('certificate', certificate({ worker: id }))
    await put('certificate', certificate({ worker: id, level: 'senior', issuedOn: '2026-02-01' }))
    const assistant = await put('community-worker', worker())
    await put('certificate', certificate({ worker: assistant, level: 'assistant' }))
    const professional = await put('social-work-professional', {
      number: no('P'),
      name: '试验员乙',
      community: 'tianjinghu',
      basis: ['certificate'],
      status: 'active',
    })
    await put('certificate', certificate({ holder: 'professional', professional }))
    const { numerator } = await figure('certified-social-workers', on('2026-09-01'))
    expect(numerator).toBe(before + 1)
    const rate = await figure('social-workers-per-10000', on('2026-09-01'))
    const people = (await figure('resident-population', on('2026-09-01'))).numerator
    expect(rate).toMatchObject({ numerator, denominator: people })
    expect(rate.value).toBeCloseTo((numerator / people) * 10_000, 10)
    expect((await figure('social-work-professionals', on('2026-09-01'))).numerator).toBe(1)
  })
  test('R-12.6 a move between communities is no leaving; the rate is by the average of the year', async () => {
    const id = await put('community-worker', worker({ joinedOn: '2025-01-01' }), '2025-01-01')
    const gone = await put('community-worker', worker({ joinedOn: '2025-01-01' }), '2025-01-01')
    const moved = { number: no('M'), worker: id, community: 'tianjinghu', kind: 'transfer', on: '2025-05-01' }
    await put('worker-change', moved, '2025-05-01')
    await put(
      'worker-change',
      { ...moved, number: no('M'), worker: gone, kind: 'leaving', on: '2025-07-01' },
      '2025-07-01',
    )
    await change('community-worker', gone, '2025-07-01', { status: 'left', leftOn: '2025-07-01' })
    const last = 'from=2025-01-01&to=2025-12-31'
    expect((await figure('worker-years', last)).numerator).toBeCloseTo(1.5, 10)
    const turnover = await figure('worker-turnover', last)
    expect(turnover.numerator).toBe(1)
    expect(turnover.value).toBeCloseTo(100 / 1.5, 8)
  })
  test('R-13.1 who came twice to training is one', async () => {
    const id = await put('community-worker', worker())
    for (const name of ['社会工作实务', '调解技巧']) {
      const training = await put('training', { year: 2026, name, channel: 'class', from: '2026-03-01', hours: 8 })
      await put('training-attendance', {
        number: no('T'),
        training,
        worker: id,
        community: 'tianjinghu',
        on: '2026-03-01',
        hours: 8,
      })
    }
    expect((await figure('training-coverage')).numerator).toBe(1)
    expect(await panel('community-worker', id, '培训')).toMatchObject([{ 期数: 2, 学时: 16 }])
  })
})
