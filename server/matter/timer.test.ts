import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellIn } from '../../test/story.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import type { Item } from '../content/item.ts'
import { digestOf } from '../content/publish.ts'
import { compile } from '../kernel/compile.ts'
import { sketch } from '../kernel/sketch.ts'
import { sweep } from './clockwork.ts'

/** The formal road under time and accident: what the diagram says comes due, and what a wrong diagram does to nobody. */
let world: World
let { page, act, refused, task } = {} as ReturnType<typeof tellIn>

const materials = ['id-card', 'photo']
const units = { review: 'police', remind: 'health', decide: 'civil-affairs', other: 'housing' }
const roads = {
  timed: `
    start s > review
    task review > j
    timer soon on review PT4H beside > remind
    timer late on review P3D cancel > j
    task remind > e
    exclusive j > decide
    task decide > e
    end e`,
  stuck: `
    start s > split
    parallel split > review other
    task review > x
    exclusive x > lost:e else:join
    task other > join
    parallel join > decide
    task decide > e
    end e`,
}
beforeAll(async () => {
  world = await openWorld()
  ;({ page, act, refused, task } = tellIn(world))
  const { db, district, clock } = world.house
  const { body } = await db
    .selectFrom('definition')
    .select('body')
    .where('kind', '=', 'item')
    .where('id', '=', 'elderly-card')
    .executeTakeFirstOrThrow()
  const publish = async (kind: 'item' | 'process', id: string, body: object) => {
    const digest = digestOf(body)
    const row = { district, kind, digest, id, version: 9, body: JSON.stringify(body), published_at: clock.now() }
    await db.insertInto('definition').values(row).execute()
    return digest
  }
  for (const [id, text] of Object.entries(roads)) {
    const xml = sketch(text)
    const process = await compile(xml)
    const limit = { amount: 5, unit: 'workday' as const }
    const tasks = Object.entries(units)
      .filter(([node]) => node in process.nodes)
      .map(([node, unit]) => [node, { unit, kind: node === 'decide' ? 'decision' : 'opinion', limit }])
    const item = {
      ...(body as Item),
      id,
      projectType: 'promised',
      bodies: { accept: '@community', decide: 'civil-affairs', issue: 'civil-affairs' },
      limits: { legal: null, promised: { amount: 20, unit: 'workday' } },
      facts: { lost: { properties: { first: { const: 'lost' } }, required: ['first'] } },
      tasks: Object.fromEntries(tasks),
      process: await publish('process', id, { xml, process }),
    }
    await publish('item', id, item)
  }
  await new Promise((done) => setTimeout(done, 2100)) // the catalogue asks anew every two seconds at most
})
afterAll(() => world.close())

const form = { first: 'first', 'blood-type': 'A', 'contact-name': '张三', 'contact-phone': '10000000000' }
const accepted = async (item: string, first = 'first') => {
  const n = await applyFor(world, 'wang-guilan', item, { form: { ...form, first }, materials })
  await act('zhou-min', n, 'acceptance')
  return n
}
const opened = async (n: string) => {
  const { tasks } = await page('zhou-min', n)
  return tasks.filter((t) => t.status === 'open').map((t) => t.unit)
}
const opinion = { outcome: 'agree', opinion: '属实' }

describe('boundary timers', () => {
  let [slow, quick, returned] = ['', '', '']
  beforeAll(async () => {
    ;[slow, quick, returned] = [await accepted('timed'), await accepted('timed'), await accepted('timed')]
  })

  test('a part done in time clears its timers', async () => {
    await act('han-lei', quick, `tasks/${task(await page('han-lei', quick), 'police').id}/completion`, opinion)
    const timers = (await page('zhou-min', quick)).clocks.filter((k) => k.name === 'timer')
    expect(timers).toHaveLength(2)
    expect(timers.every((k) => k.endedAt)).toBe(true)
  })

  test('one beside the part opens another and leaves the part open', async () => {
    await world.goTo('2026-09-21T12:59:59+08:00')
    expect(await opened(slow)).toEqual(['police'])
    await world.goTo('2026-09-21T13:00:00+08:00')
    expect(await opened(slow)).toEqual(['police', 'health'])
    expect(await opened(quick)).toEqual(['civil-affairs'])
    const fired = (await page('zhou-min', slow)).events.find((e) => e.verb === 'timer.fired')
    expect(fired?.who).toBe('系统')
    await world.house.tick()
    expect(await opened(slow)).toEqual(['police', 'health'])
  })

  test('one that interrupts takes the part away and the road goes on without it', async () => {
    const { id } = task(await page('han-lei', returned), 'police')
    await act('han-lei', returned, `tasks/${id}/return`, { code: 'wrong-unit', reason: '请找交警' })
    await world.goTo('2026-09-24T23:59:59+08:00')
    expect(await opened(slow)).toEqual(['police', 'health'])
    await world.goTo('2026-09-25T00:00:00+08:00')
    expect(await opened(slow)).toEqual(['health', 'civil-affairs'])
    const m = await page('han-lei', slow)
    const mine = task(m, 'police', 'cancelled')
    expect(mine.clock?.endedAt).toBe('2026-09-24T16:00:00.000Z')
    expect(await refused('han-lei', slow, `tasks/${mine.id}/completion`, opinion)).toEqual([409, '这个环节已经结束'])
  })

  test('a returned part that the timer overtook is no longer the window’s to send on', async () => {
    expect(await opened(returned)).toEqual(['health', 'civil-affairs'])
    const { id } = task(await page('zhou-min', returned), 'police', 'cancelled')
    const again = { unit: 'police', note: '再核' }
    expect(await refused('zhou-min', returned, `tasks/${id}/reroute`, again)).toEqual([409, '这个环节没有被退回'])
    const inbox = (await world.call('zhou-min', 'GET', '/api/tasks?state=returned')).body.rows
    expect(inbox.map((r: { number: string }) => r.number)).not.toContain(returned)
  })

  test('the road ends when every part has', async () => {
    const decide = task(await page('wu-jianguo', slow), 'civil-affairs')
    await act('wu-jianguo', slow, `tasks/${decide.id}/completion`, { outcome: 'yes', opinion: '同意' })
    expect((await page('zhou-min', slow)).status).toBe('processing')
    await act('chen-mo', slow, `tasks/${task(await page('chen-mo', slow), 'health').id}/completion`, opinion)
    expect((await page('zhou-min', slow)).status).toBe('decided')
  })
})

describe('what the road cannot take', () => {
  test('a step after which nobody would hold the case is refused in words, and nothing has changed', async () => {
    const n = await accepted('stuck', 'lost')
    const first = task(await page('han-lei', n), 'police')
    await act('han-lei', n, `tasks/${first.id}/completion`, opinion)
    const before = await page('wei-dongming', n)
    const res = await world.call(
      'wei-dongming',
      'POST',
      `/api/matters/${n}/tasks/${task(before, 'housing').id}/completion`,
      opinion,
    )
    expect([res.status, res.body.code]).toEqual([409, 'stuck'])
    expect(res.body.message).toBe(
      '流程图在这里走不下去，这一步没有做；请联系事项管理员改流程，或由牵头单位负责人作废后重新申请',
    )
    expect(await page('wei-dongming', n)).toEqual(before)
  })

  test('a part the road no longer knows is refused in words, not lost in a fault', async () => {
    const n = await accepted('stuck')
    const { id } = task(await page('han-lei', n), 'police')
    await sql`update cases set state = jsonb_set(state, '{live}', '[]') where number = ${n}`.execute(world.house.db)
    expect(await refused('han-lei', n, `tasks/${id}/completion`, opinion)).toEqual([
      409,
      '这个环节已经不在办理中，请刷新页面',
    ])
  })

  test('cases the clock cannot move hold up no others, however many they are', async () => {
    const broken = await Promise.all([1, 2, 3].map(() => accepted('timed')))
    await sql`update cases set state = '{"live": 7}' where number = any(${broken})`.execute(world.house.db)
    const sound = await accepted('timed')
    await expect(world.goTo('2026-09-25T04:00:00+08:00')).rejects.toThrow() // it is not hidden either
    expect(await opened(sound)).toEqual(['police', 'health'])
    // three to a page, and the three are the broken ones
    const last = await accepted('timed')
    await sql`update clock set due_at = due_at + interval '1 minute' where case_id = (select id from cases where number = ${last})`.execute(
      world.house.db,
    )
    world.house.tick = async () => {}
    await world.goTo('2026-09-25T09:00:00+08:00')
    await expect(sweep(world.house, 3)).rejects.toThrow()
    expect(await opened(last)).toEqual(['police', 'health'])
  })
})
