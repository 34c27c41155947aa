import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellIn } from '../../test/story.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'

/** What may happen before the formal road, and what ends it early. Time only goes forward through this file. */
let world: World
let { page, act, refused, task } = {} as ReturnType<typeof tellIn>
beforeAll(async () => {
  world = await openWorld()
  ;({ page, act, refused, task } = tellIn(world))
})
afterAll(() => world.close())

const allowance = 'minimum-living-allowance'
const needed = ['id-card', 'household-register', 'lease', 'verification-consent']
const clockOf = async (who: string, n: string, name: string) =>
  (await page(who, n)).clocks.filter((k) => k.name === name).at(-1)

describe('on the spot', () => {
  test('R-1.6 settled at the window in one act: a result and a delivery, but no acceptance paper', async () => {
    const n = await applyFor(world, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
    const given = { opinion: '年满六十周岁', receivedBy: '王桂兰' }
    expect(await refused('zhou-min', n, 'settlement', given)).toEqual([400, '请填写“证照或文书编号”'])
    expect((await page('zhou-min', n)).status).toBe('received')
    await act('zhou-min', n, 'settlement', { ...given, resultNumber: '铜老 001' })
    const m = await page('wang-guilan', n)
    expect(m).toMatchObject({ status: 'delivered', light: 'done', result: { number: '铜老 001' } })
    expect(m.papers).toEqual([])
    expect(m.clocks.filter((k) => !k.endedAt)).toEqual([])
    expect(m.abilities.rate).toBeNull()
  })

  test('R-1.6 not with materials lacking, and not for what needs a department', async () => {
    const card = await applyFor(world, 'wang-guilan', 'elderly-card')
    const given = { opinion: '办', receivedBy: '王桂兰', resultNumber: '1' }
    expect(await refused('zhou-min', card, 'settlement', given)).toEqual([409, '材料不齐，不能当场办结'])
    const joint = await applyFor(world, 'liu-zhiqiang', allowance, { materials: needed })
    expect(await refused('zhou-min', joint, 'settlement', given)).toEqual([409, '本事项不是即办件'])
  })
})

describe('refusal', () => {
  test('not ours: the right body must be named, and the applicant reads it', async () => {
    const n = await applyFor(world, 'liu-zhiqiang', allowance)
    const given = { kind: 'not-ours', reason: '户籍不在本区' }
    expect(await refused('zhou-min', n, 'refusal', given)).toEqual([
      400,
      '不属于本机关职权的，请填写“应当向哪个机关申请”',
    ])
    await act('zhou-min', n, 'refusal', { ...given, rightBody: '义安区民政局' })
    const m = await page('liu-zhiqiang', n)
    expect(m).toMatchObject({ status: 'refused', refusal: { rightBody: '义安区民政局', reason: '户籍不在本区' } })
    expect(m.papers.map((p) => p.kind)).toEqual(['refusal'])
    expect(await refused('zhou-min', n, 'acceptance')).toEqual([409, '已不予受理'])
    const track = await world.call(null, 'POST', '/api/matters/track', { number: n, idTail: '0017' })
    expect(track.body.statusText).toBe('不予受理')
  })
})

describe('withdrawal', () => {
  test('undone within ten minutes it is as if it had not been: every part and clock with its old dates', async () => {
    const n = await applyFor(world, 'liu-zhiqiang', allowance, { materials: [...needed, 'income-statement'] })
    await act('zhou-min', n, 'acceptance')
    const before = await page('wu-jianguo', n)
    const police = task(before, 'police')
    await act('han-lei', n, `tasks/${police.id}/return`, { code: 'wrong-unit', reason: '不是我们' })
    const then = await page('wu-jianguo', n)
    await act('liu-zhiqiang', n, 'withdrawal', { reason: '找到工作了' })
    const gone = await page('wu-jianguo', n)
    expect(gone).toMatchObject({ status: 'withdrawn', light: 'done', closing: 'withdrawn' })
    expect(gone.tasks.filter((t) => t.status === 'open')).toEqual([])
    await world.goTo('2026-09-21T09:10:00+08:00')
    const undo = await world.call('liu-zhiqiang', 'DELETE', `/api/matters/${n}/withdrawal`)
    expect(undo.status, JSON.stringify(undo.body)).toBe(200)
    const again = await page('wu-jianguo', n)
    const kept = ({ tasks, clocks, status, dueAt, closing, closedAt }: typeof again) => ({
      ...{ status, dueAt, closing, closedAt },
      tasks: tasks.map(({ id, status, endedAt, clock }) => ({ id, status, endedAt, dueAt: clock?.dueAt })),
      clocks: clocks.map(({ id, endedAt, dueAt }) => ({ id, endedAt, dueAt })),
    })
    expect(kept(again)).toEqual(kept(then))
    expect(again.events.map((e) => e.verb)).toEqual(
      expect.arrayContaining(['matter.withdrawn', 'matter.withdrawal-undone']),
    )
  })

  test('undone after ten minutes: refused, nobody else may either, and applying anew is the remedy', async () => {
    const n = await applyFor(world, 'liu-zhiqiang', allowance)
    await act('liu-zhiqiang', n, 'withdrawal', { reason: '先不办了' })
    const foreign = await world.call('wu-jianguo', 'DELETE', `/api/matters/${n}/withdrawal`)
    expect(foreign.status).toBe(409)
    await world.goTo('2026-09-21T09:20:01+08:00')
    const late = await world.call('liu-zhiqiang', 'DELETE', `/api/matters/${n}/withdrawal`)
    expect([late.status, late.body.message]).toEqual([409, '撤回已超过 10 分钟，不能取消，请重新申请'])
    expect((await page('liu-zhiqiang', n)).status).toBe('withdrawn')
  })
})

describe('when nobody acts in time', () => {
  let [untold, corrected, promised] = ['', '', '']
  beforeAll(async () => {
    untold = await applyFor(world, 'liu-zhiqiang', allowance)
    corrected = await applyFor(world, 'li-changfu', allowance)
    promised = await applyFor(world, 'chen-siyuan', allowance, { materials: needed })
    await act('zhou-min', corrected, 'correction', { items: ['租房合同'], days: 10 })
    await act('zhou-min', promised, 'acceptance', { tolerated: ['income-statement'], promiseSigned: true })
  })

  test('1.5 not told within five working days: accepted by law from the day of receipt, the total counts from then', async () => {
    await world.goTo('2026-09-29T23:59:59+08:00')
    expect((await page('zhou-min', untold)).status).toBe('received')
    await world.goTo('2026-09-30T00:00:00+08:00')
    const m = await page('zhou-min', untold)
    expect(m).toMatchObject({ status: 'processing', deemed: true, acceptedAt: m.receivedAt })
    expect(m.clocks.find((k) => k.name === 'total')?.startedAt).toBe(m.receivedAt)
    expect(m.tasks.map((t) => t.unit)).toEqual(['police', 'human-resources', 'housing'])
    expect(m.events.find((e) => e.verb === 'matter.deemed-accepted')?.who).toBe('系统')
  })

  test('1.5 what was asked for and came is received on that day: deemed accepted from then, not from the first receipt', async () => {
    const number = await applyFor(world, 'liu-zhiqiang', allowance)
    await act('zhou-min', number, 'correction', { items: ['租房合同'], days: 10 })
    await world.goTo('2026-10-09T10:00:00+08:00')
    await act('liu-zhiqiang', number, 'supplement', { materials: [] })
    await world.goTo('2026-10-16T00:00:00+08:00') // 10 (a make-up Saturday), 12, 13, 14, 15
    const m = await page('zhou-min', number)
    expect(m).toMatchObject({ status: 'processing', deemed: true, acceptedAt: '2026-10-09T02:00:00.000Z' })
    expect(m.clocks.find((k) => k.name === 'total')?.startedAt).toBe('2026-10-09T02:00:00.000Z')
  })

  test('1.5 what nobody supplied in the correction time lapses, and says so', async () => {
    // ten working days from the 21st: 22–24, 28–30, 8–9, the make-up Saturday 10, 12
    expect((await clockOf('zhou-min', corrected, 'correction'))?.dueAt).toBe('2026-10-12T16:00:00.000Z')
    await world.goTo('2026-10-13T00:00:00+08:00')
    const m = await page('li-changfu', corrected)
    expect(m).toMatchObject({ status: 'lapsed', closing: 'lapsed' })
    expect(m.holding).toContain('补正')
    expect(await refused('li-changfu', corrected, 'supplement', { materials: [{ code: 'lease' }] })).toEqual([
      409,
      '逾期未补正，已办结',
    ])
  })

  test('a promise not kept counts as a withdrawal, and cannot be undone like one', async () => {
    const due = (await clockOf('zhou-min', promised, 'tolerance'))?.dueAt ?? ''
    await world.goTo(due)
    const m = await page('chen-siyuan', promised)
    expect(m).toMatchObject({ status: 'withdrawn', closing: 'tolerance-lapsed' })
    expect(m.tasks.every((t) => t.status === 'cancelled')).toBe(true)
    const undo = await world.call('chen-siyuan', 'DELETE', `/api/matters/${promised}/withdrawal`)
    expect([undo.status, undo.body.message]).toEqual([409, '没有可以取消的撤回'])
  })

  test('the clock acting twice does no more than once', async () => {
    const count = async () => (await page('li-changfu', corrected)).events.length
    const before = await count()
    await Promise.all([world.house.tick(), world.house.tick(), world.house.tick()])
    expect(await count()).toBe(before)
  })
})
