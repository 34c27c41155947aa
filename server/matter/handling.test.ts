import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellIn } from '../../test/story.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'

/** The back office's exceptions, and the end of the road. */
let world: World
let { page, act, refused, task } = {} as ReturnType<typeof tellIn>
beforeAll(async () => {
  world = await openWorld()
  ;({ page, act, refused, task } = tellIn(world))
})
afterAll(() => world.close())

const everything = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
const accepted = async (who = 'liu-zhiqiang') => {
  const n = await applyFor(world, who, 'minimum-living-allowance', { materials: everything })
  await act('zhou-min', n, 'acceptance')
  return n
}
const settled = async () => {
  const n = await applyFor(world, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
  await act('zhou-min', n, 'settlement', { opinion: '办', receivedBy: '王桂兰', resultNumber: `老 ${n}` })
  return n
}

describe('return', () => {
  test('退件: what a unit returned may go back to the applicant; without a return it may not', async () => {
    const n = await accepted()
    expect(await refused('zhou-min', n, 'sending-back', { reason: '不归我们' })).toEqual([
      409,
      '没有被承办单位退回的环节',
    ])
    const { id } = task(await page('han-lei', n), 'police')
    await act('han-lei', n, `tasks/${id}/return`, { code: 'wrong-item', reason: '应走特困供养' })
    expect(await refused('wu-jianguo', n, 'sending-back', { reason: '退' })).toEqual([
      409,
      '只有受理窗口的受理员可以办理',
    ])
    await act('zhou-min', n, 'sending-back', { reason: '请改办特困供养' })
    const m = await page('liu-zhiqiang', n)
    expect(m).toMatchObject({ status: 'returned', closing: 'returned', light: 'done' })
    expect(m.refusal?.reason).toBe('请改办特困供养')
    expect(m.tasks.map((t) => t.status).sort()).toEqual(['cancelled', 'cancelled', 'returned'])
    expect(m.clocks.every((k) => k.endedAt)).toBe(true)
  })

  test('a part once returned is not sent on twice', async () => {
    const n = await accepted()
    const { id } = task(await page('han-lei', n), 'police')
    await act('han-lei', n, `tasks/${id}/return`, { code: 'wrong-unit', reason: '请找交警' })
    await act('zhou-min', n, `tasks/${id}/reroute`, { unit: 'police', note: '再核' })
    const again = { unit: 'police', note: '再核' }
    expect(await refused('zhou-min', n, `tasks/${id}/reroute`, again)).toEqual([409, '这个环节没有被退回'])
    expect(await refused('han-lei', n, `tasks/${id}/completion`, { outcome: 'agree', opinion: '好' })).toEqual([
      409,
      '这个环节已经结束',
    ])
  })
})

describe('whose act it is', () => {
  test('nobody acts for another unit, not even its head or the window', async () => {
    const n = await accepted()
    const { id } = task(await page('wu-jianguo', n), 'police')
    for (const who of ['wu-jianguo', 'yang-hui', 'zhou-min', 'zheng-xiao', 'qin-lang', 'xu-zhengyang', 'shi-rui'])
      expect(await refused(who, n, `tasks/${id}/completion`, { outcome: 'agree', opinion: '好' }), who).toEqual([
        409,
        '只有承办单位的人员可以办理',
      ])
    for (const who of ['liu-zhiqiang', 'mao-xin', 'yan-ke', 'hua-yun'])
      expect(
        (await world.call(who, 'POST', `/api/matters/${n}/tasks/${id}/return`, { code: 'wrong-unit', reason: '退' }))
          .status,
        who,
      ).toBeGreaterThanOrEqual(403)
    expect(task(await page('han-lei', n), 'police').status).toBe('open')
  })

  test('the extension: once, asked by the lead, decided by the right approver only', async () => {
    const n = await accepted()
    const ask = { amount: 15, reason: '需要实地核查' }
    expect(await refused('han-lei', n, 'extension', ask)).toEqual([409, '只有牵头单位可以申请延长'])
    expect(await refused('wu-jianguo', n, 'extension', { ...ask, amount: 16 })).toEqual([
      400,
      '“延长天数”不能超过 15 个工作日',
    ])
    await act('wu-jianguo', n, 'extension', ask)
    expect(await refused('wu-jianguo', n, 'extension', ask)).toEqual([409, '延长申请正在审批'])
    const yes = { approve: true, note: '同意' }
    for (const who of ['yang-hui', 'wu-jianguo', 'shi-rui', 'zhou-min'])
      expect((await refused(who, n, 'extension/decision', yes))[0], who).toBe(409)
    const before = await page('wu-jianguo', n)
    await act('xu-zhengyang', n, 'extension/decision', yes)
    const after = await page('wu-jianguo', n)
    expect(after.dueAt?.localeCompare(before.dueAt ?? '')).toBe(1)
    expect(await refused('wu-jianguo', n, 'extension', ask)).toEqual([409, '已经延长过一次，不能再次延长'])
    expect(await refused('xu-zhengyang', n, 'extension/decision', yes)).toEqual([409, '没有待审批的延长申请'])
  })

  test('a refused extension moves nothing, and may be asked for again with better reasons', async () => {
    const n = await accepted()
    await act('wu-jianguo', n, 'extension', { amount: 5, reason: '忙' })
    const before = await page('wu-jianguo', n)
    await act('xu-zhengyang', n, 'extension/decision', { approve: false, note: '理由不足' })
    const after = await page('wu-jianguo', n)
    expect(after.dueAt).toBe(before.dueAt)
    expect(after.abilities.requestExtension).toBeNull()
    expect(after.papers.map((p) => p.kind)).not.toContain('extension')
  })
})

describe('rating', () => {
  test('R-1.9 once, voluntarily, by the applicant and only after the end', async () => {
    const open = await accepted()
    expect(await refused('liu-zhiqiang', open, 'rating', { level: 1 })).toEqual([409, '办结后才能评价'])
    const n = await settled()
    expect((await page('wang-guilan', n)).rating).toBeNull()
    expect(await refused('zhou-min', n, 'rating', { level: 1 })).toEqual([409, '只有申请人可以评价'])
    await act('wang-guilan', n, 'rating', { level: 2 })
    expect(await refused('wang-guilan', n, 'rating', { level: 1 })).toEqual([409, '已经评价过'])
    expect((await page('wang-guilan', n)).rating).toMatchObject({ level: 2, words: null })
  })

  test.each([1, 2, 3])('R-1.10 level %i opens no duty to contact', async (level) => {
    const n = await settled()
    await act('wang-guilan', n, 'rating', { level })
    expect((await page('mao-xin', n)).clocks.filter((k) => k.name === 'contact')).toEqual([])
    expect(await refused('mao-xin', n, 'contact', { note: '打过' })).toEqual([409, '没有待联系的差评'])
  })

  test.each([4, 5])('R-1.10 level %i does; only the manager of ratings contacts, once', async (level) => {
    const n = await settled()
    await act('wang-guilan', n, 'rating', { level })
    expect(await refused('zhou-min', n, 'contact', { note: '打过' })).toEqual([409, '只有好差评管理员可以登记联系'])
    await act('mao-xin', n, 'contact', { note: '已联系' })
    expect(await refused('mao-xin', n, 'contact', { note: '再打' })).toEqual([409, '没有待联系的差评'])
  })
})

describe('voiding', () => {
  const given = { kind: 'entry-error', reason: '重复录入' }

  test('R-B.15 before acceptance by the window, after it by the lead’s head; everything stays to be read', async () => {
    const early = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance')
    await act('zhou-min', early, 'voiding', given)
    const late = await accepted()
    expect((await refused('zhou-min', late, 'voiding', given))[0]).toBe(409)
    expect((await refused('wu-jianguo', late, 'voiding', given))[0]).toBe(409)
    const before = await page('yang-hui', late)
    await act('yang-hui', late, 'voiding', given)
    const m = await page('yang-hui', late)
    expect(m).toMatchObject({
      status: 'voided',
      closing: 'entry-error',
      answers: before.answers,
      papers: before.papers,
    })
    expect(m.tasks.map((t) => t.id)).toEqual(before.tasks.map((t) => t.id))
    expect(m.events.length).toBeGreaterThan(before.events.length)
    expect(await refused('yang-hui', late, 'voiding', given)).toEqual([409, '已作废'])
  })

  test('what was handed over is not voided', async () => {
    const n = await settled()
    expect((await refused('zhou-min', n, 'voiding', given))[0]).toBe(409)
    expect((await page('zhou-min', n)).status).toBe('delivered')
  })
})
