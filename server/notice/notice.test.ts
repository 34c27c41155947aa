import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellIn } from '../../test/story.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import { seal } from '../platform/seal.ts'
import { sendMessages, writeMessages } from './keep.ts'
import { recipientsOf, waitMinutes } from './rules.ts'

let world: World
let { act } = {} as ReturnType<typeof tellIn>
const sent: { to: string; text: string; id: string }[] = []
let broken = false
const gateways = {
  sms: async (to: string, text: string, id: string) => {
    if (broken) throw new Error('no line')
    sent.push({ to, text, id })
  },
  wechat: null,
}
const materials = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
const mine = async (who: string) => (await world.call(who, 'GET', '/api/messages')).body
async function keep() {
  await seal(world.house)
  const made = await writeMessages(world.house, world.house.notices)
  await sendMessages(world.house, gateways)
  return made
}
beforeAll(async () => {
  world = await openWorld()
  ;({ act } = tellIn(world))
})
afterAll(() => world.close())

test('the applicant is told in the app, with the reason; what the law asks for goes by SMS too', async () => {
  const number = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance', { materials })
  await act('zhou-min', number, 'acceptance')
  expect(await keep()).toBeGreaterThan(2)
  const { unread, rows } = await mine('liu-zhiqiang')
  expect(unread).toBe(2)
  expect(rows[0]).toMatchObject({ number, legal: true, why: '您是这件事的申请人' })
  expect(rows[0].text).toContain('受理')
  expect(sent).toHaveLength(1) // the receipt is no legal notice
  expect(sent[0]).toMatchObject({ to: '10000000004', text: expect.stringContaining(number) })
  expect(sent[0]?.text).not.toContain('340799')
})

test('nothing is told twice, however often the keeper comes', async () => {
  const before = sent.length
  expect(await keep()).toBe(0)
  expect(sent).toHaveLength(before)
})

test('each unit that got a part is told, by the people who work there', async () => {
  expect((await mine('han-lei')).rows[0].why).toBe('这件事有您单位的环节')
  expect((await mine('feng-juan')).rows).toEqual([])
})

test('one may ask for every message by SMS; refusing them does not refuse legal notices', async () => {
  const set = (sms: boolean) => world.call('wang-guilan', 'PUT', '/api/messages/preferences', { sms, wechat: false })
  expect((await set(true)).status).toBe(200)
  const before = sent.length
  const number = await applyFor(world, 'wang-guilan', 'minimum-living-allowance', { materials })
  await keep()
  expect(sent).toHaveLength(before + 1)
  await set(false)
  await act('zhou-min', number, 'acceptance')
  await keep()
  expect(sent).toHaveLength(before + 2)
  expect((await world.call('wang-guilan', 'GET', '/api/messages/preferences')).body).toEqual({
    sms: false,
    wechat: false,
  })
})

test('a gateway that is down is tried again, further and further apart, and gets the same id', async () => {
  broken = true
  const number = await applyFor(world, 'chen-siyuan', 'minimum-living-allowance', { materials })
  await act('zhou-min', number, 'acceptance')
  await keep()
  const state = async () =>
    (
      await sql<{
        attempts: number
        error: string
      }>`select attempts, error from message_send where sent_at is null`.execute(world.house.db)
    ).rows
  expect(await state()).toEqual([{ attempts: 1, error: 'no line' }])
  await sendMessages(world.house, gateways)
  expect((await state())[0]?.attempts).toBe(1) // not before its time
  broken = false
  await world.goTo('2026-09-21T09:02:00+08:00')
  await sendMessages(world.house, gateways)
  expect(await state()).toEqual([])
  expect([0, 1, 2, 20].map(waitMinutes)).toEqual([1, 2, 4, 1440])
})

describe('read marks', () => {
  test('are the reader’s own', async () => {
    const upTo = world.house.clock.now().toISOString()
    expect((await world.call('liu-zhiqiang', 'POST', '/api/messages/read', { upTo })).body).toEqual({ read: 2 })
    expect((await mine('liu-zhiqiang')).unread).toBe(0)
    expect((await mine('han-lei')).unread).toBeGreaterThan(0)
  })
})

test('who is told follows the pack: an opinion is the units’ affair, a decision the applicant’s', () => {
  const e = {
    verb: 'task.completed',
    data: { outcome: 'agree' },
    title: '',
    number: '',
    accept_unit: 'a',
    lead_unit: 'b',
  }
  expect(recipientsOf(world.house.notices, e)).toBeNull()
  expect(recipientsOf(world.house.notices, { ...e, data: { outcome: 'no' } })).toMatchObject({
    applicant: true,
    legal: true,
  })
})
