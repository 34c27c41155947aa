import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pack } from '../../test/broken.ts'
import { tellIn } from '../../test/story.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import { publishContent } from '../content/publish.ts'

let world: World
const author = 'yan-ke'
const second = 'shi-rui'
const post = (who: string, path: string, body: object) => world.call(who, 'POST', `/api/workshop/${path}`, body)
const latest = async (kind: string, id: string) =>
  (await world.call(author, 'GET', `/api/workshop/definitions/${kind}/${id}`)).body
async function propose(kind: string, target: string, body: object, effectiveFrom?: string) {
  const { body: kept } = await post(author, 'proposals', { kind, target, body, note: '试' })
  return {
    id: kept.id as string,
    sent: await post(author, `proposals/${kept.id}/submission`, effectiveFrom ? { effectiveFrom } : {}),
  }
}
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('an item in the workshop', () => {
  test('R-1.1 R-1.2 R-1.3 what the pack’s check refuses is refused here, each by its place', async () => {
    const { body } = await latest('item', 'residence-permit')
    body.limits.promised.amount = 99
    body.materials.push(
      { ...body.materials[0], code: 'more', name: '其他材料' },
      { ...body.materials[0], code: 'proof', name: '婚姻状况证明' },
    )
    const faults = (await post(author, 'check', { kind: 'item', target: 'residence-permit', body })).body as {
      path: string
      reason: string
    }[]
    expect(faults.map((f) => f.reason).join()).toMatch(/不能长于法定时限.*兜底的说法.*社区不得出具/s)
    const { sent } = await propose('item', 'residence-permit', body)
    expect(sent.status).toBe(400)
  })
  test('needs a second person; open matters keep their version (R-1.4)', async () => {
    const before = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance')
    const { body } = await latest('item', 'minimum-living-allowance')
    body.summary = '新的说明'
    const { id, sent } = await propose('item', 'minimum-living-allowance', body)
    expect(sent.body.status).toBe('submitted')
    expect(
      (await world.call(author, 'POST', `/api/workshop/proposals/${id}/review`, { approve: true, note: '好' })).body
        .message,
    ).toContain('不能审核自己')
    expect((await post(second, `proposals/${id}/review`, { approve: true, note: '同意' })).body.status).toBe(
      'published',
    )
    expect((await latest('item', 'minimum-living-allowance')).version).toBe(2)
    await new Promise((r) => setTimeout(r, 2100)) // the catalogue looks again after two seconds
    expect((await world.call(null, 'GET', '/api/items/minimum-living-allowance')).body.summary).toBe('新的说明')
    const { page } = tellIn(world)
    expect((await page('zhou-min', before)).itemVersion).toBe(1)
    // Starting again with the same files does not undo it.
    await world.house.db
      .transaction()
      .execute((tx) => publishContent(tx, world.house.district, pack, world.house.clock.now()))
    expect((await latest('item', 'minimum-living-allowance')).version).toBe(2)
  })
  test('in force from a day: until then the old one is asked for', async () => {
    const { body } = await latest('item', 'elderly-card')
    const old = body.summary
    const { id } = await propose(
      'item',
      'elderly-card',
      { ...body, summary: '以后的说明' },
      '2026-09-22T00:00:00+08:00',
    )
    await post(second, `proposals/${id}/review`, { approve: true, note: '同意' })
    const summary = async () => (await world.call(null, 'GET', '/api/items/elderly-card')).body.summary
    await new Promise((r) => setTimeout(r, 2100))
    expect(await summary()).toBe(old)
    await world.goTo('2026-09-22T09:00:00+08:00')
    await new Promise((r) => setTimeout(r, 2100))
    expect(await summary()).toBe('以后的说明')
  })
  test('suspended: nobody can ask for it; who has asked goes on', async () => {
    const open = await applyFor(world, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
    const { body } = await post(author, 'items/elderly-card/state', { state: 'suspended', reason: '系统升级' })
    expect(body).toMatchObject({ state: 'suspended', openMatters: 1 })
    await new Promise((r) => setTimeout(r, 2100))
    await expect(applyFor(world, 'liu-zhiqiang', 'elderly-card', { materials: ['id-card', 'photo'] })).rejects.toThrow(
      '没有',
    )
    const { act } = tellIn(world)
    await act('zhou-min', open, 'settlement', { opinion: '办', receivedBy: '王桂兰', resultNumber: 'Y-1' })
  })
})

describe('a process in the workshop', () => {
  test('what cannot run is refused by the element', async () => {
    const { body } = await latest('process', 'two-level')
    const xml = body.xml.replace(
      '<bpmn:userTask id="preliminary" name="社区初审" />',
      '<bpmn:scriptTask id="preliminary" name="社区初审" />',
    )
    const faults = (await post(author, 'check', { kind: 'process', target: 'two-level', body: { xml } })).body
    expect(faults[0]).toMatchObject({ path: 'preliminary' })
  })
  test('is played through with facts, and published with the items that run on it', async () => {
    const { body } = await latest('process', 'two-level')
    const xml = body.xml.replace('name="社区初审"', 'name="社区核实"')
    const played = (await post(author, 'simulation', { xml, facts: [] })).body
    expect(played.end).toBe('finished')
    expect(played.steps).toHaveLength(3)
    const { id } = await propose('process', 'two-level', { xml })
    expect((await post(second, `proposals/${id}/review`, { approve: true, note: '同意' })).body.status).toBe(
      'published',
    )
    await new Promise((r) => setTimeout(r, 2100))
    const { act, page } = tellIn(world)
    const n = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance')
    expect((await page('zhou-min', n)).status).toBe('received') // another process: untouched
    const temp = await latest('item', 'pension-arrears')
    expect(temp.body.process).toBe('two-level')
    expect(temp.version).toBe(2)
    expect(act).toBeTruthy()
  })
})

test('平台以外无受理: what a department still owes, and that it is overdue', async () => {
  const plan = { unit: 'housing', name: '公租房配租', owner: '卫东明', promisedOn: '2026-09-01' }
  expect((await post(author, 'plans', plan)).status).toBe(200)
  const plans = async () => (await world.call(second, 'GET', '/api/workshop/plans')).body
  expect(await plans()).toMatchObject([{ name: '公租房配租', overdue: true, onlineAs: null }])
  await post(author, 'plans', { ...plan, onlineAs: 'public-rental-housing' })
  expect(await plans()).toMatchObject([{ overdue: false, onlineAs: 'public-rental-housing' }])
})
