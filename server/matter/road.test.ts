import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import type { MatterView } from './view.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const page = async (who: string, n: string): Promise<MatterView> => {
  const { status, body } = await world.call(who, 'GET', `/api/matters/${n}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const act = async (who: string, n: string, path: string, body: object = {}) => {
  const res = await world.call(who, 'POST', `/api/matters/${n}/${path}`, body)
  expect(res.status, `${path}: ${JSON.stringify(res.body)}`).toBe(200)
  return res.body
}
const task = (m: MatterView, unit: string, status = 'open') => {
  const found = m.tasks.find((t) => t.unit === unit && t.status === status)
  if (!found) throw new Error(`no ${status} task of ${unit}`)
  return found
}

describe('joint handling: asked once, three departments, one answer', () => {
  let n: string

  test('received: the five days to tell begin, and the window sees what is lacking', async () => {
    n = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance', { materials: [] })
    const m = await page('zhou-min', n)
    expect(m.status).toBe('received')
    expect(m.abilities.accept).toBe('缺少必要材料：户口簿、申请人身份证、租房合同、家庭经济状况核对授权书')
    // 21 September; 25–27 are 中秋节: the fifth working day is the 29th.
    expect(m.dueAt).toBe('2026-09-29T16:00:00.000Z')
    expect(m.holding).toBe('天井湖社区服务中心自9月21日起审查，应于9月29日（含）前受理或一次性告知')
  })

  test('one-time notice: all items at once; the office clock stands, the applicant’s runs (R-1.7)', async () => {
    await act('zhou-min', n, 'correction', { items: ['户口簿', '身份证', '租房合同', '核对授权书'] })
    const m = await page('liu-zhiqiang', n)
    expect(m.status).toBe('correction')
    expect(m.clocks.filter((k) => !k.endedAt).map((k) => k.name)).toEqual(['correction'])
    expect(m.correction?.items).toHaveLength(4)
    expect(m.papers.map((p) => p.kind)).toEqual(['correction'])
    expect(m.papers[0]?.number).toMatch(/补〔2026〕1号$/)
  })

  test('supplied: the five days begin anew', async () => {
    await world.goTo('2026-09-22T10:00:00+08:00')
    const codes = ['id-card', 'household-register', 'lease', 'verification-consent'].map((code) => ({ code }))
    await act('liu-zhiqiang', n, 'supplement', { materials: codes })
    const m = await page('zhou-min', n)
    expect(m.status).toBe('received')
    expect(m.abilities.accept).toBeNull()
    expect(m.dueAt).toBe('2026-09-30T16:00:00.000Z')
  })

  test('tolerance: a deferrable material only on a signed promise', async () => {
    const bare = await world.call('zhou-min', 'POST', `/api/matters/${n}/acceptance`, {})
    expect(bare).toMatchObject({ status: 409, body: { message: '缺少“收入情况说明”：请容缺受理或一次性告知补正' } })
    const unsigned = await world.call('zhou-min', 'POST', `/api/matters/${n}/acceptance`, {
      tolerated: ['income-statement'],
    })
    expect(unsigned).toMatchObject({ status: 400, body: { field: 'promiseSigned' } })
    await act('zhou-min', n, 'acceptance', { tolerated: ['income-statement'], promiseSigned: true })
  })

  test('accepted: three departments hold it at once, each under its own clock', async () => {
    const m = await page('wu-jianguo', n)
    expect(m.status).toBe('processing')
    expect(m.tasks.map((t) => [t.unit, t.status])).toEqual([
      ['police', 'open'],
      ['human-resources', 'open'],
      ['housing', 'open'],
    ])
    expect(m.lanes.lanes.map((l) => l.role)).toEqual(['申请人', '受理', '协办', '协办', '协办'])
    expect(m.papers.map((p) => p.title)).toContain('受理通知书')
  })

  test('return: a unit gives back its part with a reason; the window reroutes; the others go on', async () => {
    const before = await page('han-lei', n)
    await act('han-lei', n, `tasks/${task(before, 'police').id}/return`, {
      code: 'wrong-unit',
      reason: '车辆信息请向交警调取',
    })
    const back = await page('zhou-min', n)
    expect(back.holding).toContain('天井湖社区服务中心自9月22日起处理铜官公安分局退回的“户籍与车辆核查”')
    const returned = task(back, 'police', 'returned')
    expect(returned.abilities.reroute).toBeNull()
    const inbox = await world.call('zhou-min', 'GET', '/api/tasks?state=returned')
    expect(inbox.body.rows.map((r: { number: string }) => r.number)).toEqual([n])
    await act('zhou-min', n, `tasks/${returned.id}/reroute`, { unit: 'police', note: '请户籍科一并核查' })
    const again = await page('zhou-min', n)
    expect(again.tasks.filter((t) => t.status === 'open')).toHaveLength(3)
  })

  test('special procedure: one stops its clock, the total runs on; over a holiday with a make-up day (R-1.5)', async () => {
    await world.goTo('2026-09-24T10:00:00+08:00')
    const m = await page('zheng-xiao', n)
    const mine = task(m, 'human-resources')
    // five days from the 22nd: 23, 24, then 中秋 25–27, 28, 29, 30
    expect(mine.clock?.dueAt).toBe('2026-09-30T16:00:00.000Z')
    await act('zheng-xiao', n, `tasks/${mine.id}/stop`, {
      kind: '家庭经济状况核对',
      reason: '向税务部门函询',
      expectedEnd: '2026-10-09',
    })
    await act('wei-dongming', n, `tasks/${task(m, 'housing').id}/completion`, {
      outcome: 'agree',
      opinion: '名下无房产',
    })
    await act('han-lei', n, `tasks/${task(m, 'police').id}/completion`, {
      outcome: 'agree',
      opinion: '户籍属实，无车辆',
    })
    const stopped = await page('zheng-xiao', n)
    expect(task(stopped, 'human-resources').clock?.light).toBe('stopped')
    expect(stopped.light).toBe('stopped') // every open part stands still: so does the total
    await world.goTo('2026-10-09T15:00:00+08:00')
    await act('zheng-xiao', n, `tasks/${mine.id}/resume`, { result: '函询已答复' })
    const resumed = await page('zheng-xiao', n)
    // used: 23, 24; the stop takes out 25 September to 9 October; three more: 10 (make-up Saturday), 12, 13
    expect(task(resumed, 'human-resources').clock?.dueAt).toBe('2026-10-13T16:00:00.000Z')
    expect(task(resumed, 'human-resources').clock?.explanation.map((s) => s.text)).toContain(
      '10月10日国庆节调休上班，计',
    )
    await act('zheng-xiao', n, `tasks/${mine.id}/completion`, { outcome: 'agree', opinion: '无就业登记，无养老金' })
  })

  test('the decision waits for the promised paper', async () => {
    const m = await page('wu-jianguo', n)
    const decide = task(m, 'civil-affairs')
    expect(decide.abilities.complete).toBe('容缺材料尚未补齐，不能作出决定')
    await act('liu-zhiqiang', n, 'supplement', { materials: [{ code: 'income-statement' }] })
    const asked = await world.call('wu-jianguo', 'POST', `/api/matters/${n}/tasks/${decide.id}/consultation`, {
      unit: 'finance',
      question: '资金是否落实？',
      days: 3,
    })
    expect(asked.status).toBe(200)
    expect(task(await page('wu-jianguo', n), 'civil-affairs').abilities.complete).toBe('还有征求的意见没有答复')
    const asking = task(await page('shen-yue', n), 'finance')
    await act('shen-yue', n, `tasks/${asking.id}/completion`, { outcome: 'answered', opinion: '已列入本季度预算' })
  })

  test('extension: once, by the government’s head where handling is joint; the deadline moves and the clock runs', async () => {
    await act('wu-jianguo', n, 'extension', { amount: 10, reason: '公示期间有异议需要核实' })
    const m = await page('yang-hui', n)
    expect(m.abilities.decideExtension).toBe('联合办理的延长须经区政府负责人批准')
    const before = m.clocks.find((k) => k.name === 'total')
    await act('xu-zhengyang', n, 'extension/decision', { approve: true, note: '同意' })
    const after = await page('wu-jianguo', n)
    const total = after.clocks.find((k) => k.name === 'total')
    expect(total?.extensions).toHaveLength(1)
    expect(Date.parse(total?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''))
    expect(after.abilities.requestExtension).toBe('已经延长过一次，不能再次延长')
  })

  test('urge is a word, supervision a numbered order with its own clock', async () => {
    await act('liu-zhiqiang', n, 'urge', { words: '孩子要交学费了，请快一点' })
    await act('shi-rui', n, 'supervisions', {
      target: 'civil-affairs',
      basis: '区政府督查要求',
      demand: '说明进度',
      days: 3,
    })
    const m = await page('wu-jianguo', n)
    const order = m.supervisions[0]
    expect(order?.number).toMatch(/^督办〔2026〕1号$/)
    expect(order?.clock?.dueAt).toBe('2026-10-13T16:00:00.000Z')
    await act('wu-jianguo', n, `supervisions/${order?.id}/reply`, { reply: '三日内办结' })
    expect((await page('shi-rui', n)).supervisions[0]?.clock?.endedAt).not.toBeNull()
  })

  test('decided, issued, delivered, rated; a bad rating opens a contact duty (R-1.10)', async () => {
    const m = await page('yang-hui', n)
    await act('yang-hui', n, `tasks/${task(m, 'civil-affairs').id}/completion`, {
      outcome: 'yes',
      opinion: '符合条件，月补差 1200 元',
    })
    await act('wu-jianguo', n, 'result', { number: '铜低保 2026-0001' })
    await act('zhou-min', n, 'delivery', { method: 'window', receivedBy: '刘志强' })
    expect((await page('liu-zhiqiang', n)).rating).toBeNull() // no default praise
    await act('liu-zhiqiang', n, 'rating', { level: 4, words: '等得太久' })
    const done = await page('zhou-min', n)
    expect(done).toMatchObject({ status: 'delivered', light: 'done', rating: null }) // not for those rated
    expect(done.events.some((e) => e.verb === 'matter.rated')).toBe(false)
    const contact = (await page('mao-xin', n)).clocks.find((k) => k.name === 'contact')
    expect(contact?.dueAt).toBe('2026-10-10T16:00:00.000Z')
    await act('mao-xin', n, 'contact', { note: '已电话道歉并说明原因' })
    expect((await page('mao-xin', n)).rating?.contactedAt).not.toBeNull()
  })
})

test('the departments are chosen by the facts of the case (inclusive gateway)', async () => {
  const n = await applyFor(world, 'li-changfu', 'disabled-family-support', {
    form: { 'wants-adaptation': true, home: 'own', 'wants-job': false, 'low-income': true },
    materials: ['id-card', 'disability-certificate', 'income-statement'],
  })
  await act('zhou-min', n, 'acceptance')
  const m = await page('chu-fang', n)
  expect(m.tasks.map((t) => t.unit).sort()).toEqual(['civil-affairs', 'disabled-federation', 'housing'])
})
