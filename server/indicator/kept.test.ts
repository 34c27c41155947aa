import { afterAll, beforeAll, expect, test } from 'vitest'
import { stages } from '../../test/stages.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
const to = '2026-12-31'
const keep = (more = {}, who = 'bian-cheng', indicator = 'accepted') =>
  world.call(who, 'POST', `/api/indicators/${indicator}/kept`, { to, ...more })
const sign = (who: string, id: string, step: string) =>
  world.call(who, 'POST', `/api/kept-figures/${id}/signature`, { step })
const override = (who: string, id: string, value: number) =>
  world.call(who, 'POST', `/api/kept-figures/${id}/override`, { value, reason: '两件漏报' })
const kept = async (indicator = 'accepted') =>
  (await world.call('shi-rui', 'GET', `/api/indicators/${indicator}/kept`)).body
const one = async (id: string, indicator = 'accepted') =>
  (await kept(indicator)).find((f: { id: string }) => f.id === id)

beforeAll(async () => {
  world = await openWorld()
  await stages(world).received()
  await stages(world).late()
})
afterAll(() => world.close())

test('16.2 draft, department, review, lock: each step after the other, each by another person', async () => {
  const { id, value } = (await keep()).body
  expect((await sign('shi-rui', id, 'reviewed')).body.message).toContain('前一步')
  expect((await sign('bian-cheng', id, 'department')).body.message).toContain('不同的人')
  expect((await sign('yang-hui', id, 'department')).body.message).toContain('责任单位')
  expect((await sign('mao-xin', id, 'department')).status).toBe(200)
  expect((await sign('mao-xin', id, 'reviewed')).body.message).toContain('不同的人')
  expect((await sign('zhang-heng', id, 'reviewed')).body.message).toContain('审核人')
  expect((await sign('shi-rui', id, 'reviewed')).status).toBe(200)
  expect((await sign('shi-rui', id, 'locked')).body.message).toContain('不同的人')
  expect((await sign('xu-zhengyang', id, 'locked')).status).toBe(200)
  expect(await one(id)).toMatchObject({ status: 'locked', value, computedBy: '卞程', lockedBy: '许正阳' })
})

test('R-16.2 rows change after the lock: the locked figure stays, the new one restates it and says why', async () => {
  const [locked] = await kept()
  await stages(world).received()
  await stages(world).stopped()
  expect((await keep()).status).toBe(400)
  const again = (await keep({ reason: '补录两件' })).body
  expect(again.restates).toBe(locked.id)
  expect(again.value).toBeGreaterThan(locked.value)
  expect(await one(locked.id)).toEqual(locked)
  expect(await one(again.id)).toMatchObject({ restates: locked.id, reason: '补录两件', status: 'draft' })
  expect((await one(again.id)).digest).toBe(locked.digest)
})

test('R-16.3 an override keeps both values, reason and signer, and is signed anew; what is locked is not touched', async () => {
  const { id, value } = (await keep({}, 'bian-cheng', 'closing-rate')).body
  await sign('mao-xin', id, 'department')
  expect((await override('shi-rui', id, 99)).body).toEqual({ id, status: 'draft', value, override: 99 })
  expect(await one(id, 'closing-rate')).toMatchObject({
    value,
    override: 99,
    overrideBy: '施锐',
    overrideReason: '两件漏报',
    departmentBy: null,
  })
  await sign('mao-xin', id, 'department')
  expect((await sign('shi-rui', id, 'reviewed')).body.message).toContain('不同的人')
  const locked = (await kept()).find((f: { status: string }) => f.status === 'locked')
  expect((await override('shi-rui', locked.id, 1)).status).toBe(409)
})
