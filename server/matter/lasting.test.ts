import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellIn } from '../../test/story.ts'
import { application, applyFor, openWorld, type World } from '../../test/world.ts'
import { digestOf } from '../content/publish.ts'

/** What does not change under an open matter, what is never shown, and where the calendar ends. */
let world: World
let { page, act } = {} as ReturnType<typeof tellIn>
beforeAll(async () => {
  world = await openWorld()
  ;({ page, act } = tellIn(world))
})
afterAll(() => world.close())

const materials = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
const file = (name: string) => JSON.parse(readFileSync(join('content/tongguan', name), 'utf8'))
const refresh = () => new Promise((done) => setTimeout(done, 2100)) // the catalogue asks anew every two seconds at most

describe('an open matter', () => {
  test('R-1.4 keeps the version of its item when a new one is published; the next applicant gets the new one', async () => {
    const { db, district, clock } = world.house
    const n = await applyFor(world, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
    const { body } = await db
      .selectFrom('definition')
      .select('body')
      .where('kind', '=', 'item')
      .where('id', '=', 'elderly-card')
      .executeTakeFirstOrThrow()
    const next = { ...(body as object), name: '老年优待证办理（新）', projectType: 'promised' }
    await db
      .insertInto('definition')
      .values({
        district,
        kind: 'item',
        digest: digestOf(next),
        id: 'elderly-card',
        version: 2,
        body: JSON.stringify(next),
        published_at: clock.now(),
      })
      .execute()
    await refresh()
    const later = await applyFor(world, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
    const [old, fresh] = [await page('zhou-min', n), await page('zhou-min', later)]
    expect(old).toMatchObject({ itemVersion: 1, title: '老年优待证办理', abilities: { settle: null } })
    expect(fresh).toMatchObject({ itemVersion: 2, title: '老年优待证办理（新）' })
    expect(fresh.abilities.settle).toBe('本事项不是即办件')
  })

  test('R-B.6 keeps who the applicant was: later changes to the person do not reach it', async () => {
    const { db, crypto } = world.house
    const n = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance', { materials })
    const before = await page('zhou-min', n)
    await sql`update person set name = '刘改名', phone = ${crypto.seal('10000000099')} where id = 'person-liu-zhiqiang'`.execute(
      db,
    )
    await sql`update record set body = ${crypto.seal('{"address":"新地址"}')} where subject_id = 'person-liu-zhiqiang' and 'address' = any(names)`.execute(
      db,
    )
    await act('zhou-min', n, 'acceptance')
    const after = await page('zhou-min', n)
    expect([after.applicantParty, after.answers]).toEqual([before.applicantParty, before.answers])
    const offered = await application(world, 'liu-zhiqiang', 'minimum-living-allowance')
    expect(offered.applicant.address).toBe('新地址')
  })
})

describe('what is never told in full', () => {
  test('no answer, event, paper or kept reply of a whole road carries an identity number or a phone', async () => {
    const seen: string[] = []
    const call = async (...given: Parameters<typeof world.call>) => {
      const res = await world.call(...given)
      seen.push(JSON.stringify([res.body, res.headers]))
      return res
    }
    const who = 'chen-siyuan'
    const { person } = file('cast.json').residents.find((r: { id: string }) => r.id === who)
    const given = await application(world, who, 'minimum-living-allowance', { materials })
    expect([given.applicant.idNumber, given.applicant.phone]).toEqual([person.idNumber, person.phone])
    const n = (await call(who, 'POST', '/api/matters', given)).body.number
    const post = (who: string, path: string, body: object = {}) =>
      call(who, 'POST', `/api/matters/${n}/${path}`, body).then((r) => expect(r.status, path).toBe(200))
    await post('zhou-min', 'correction', { items: ['租房合同'] })
    await post(who, 'supplement', { materials: [{ code: 'lease' }] })
    await post('zhou-min', 'acceptance')
    for (const w of ['han-lei', 'zheng-xiao', 'wei-dongming', 'wu-jianguo']) {
      const m = await page(w, n)
      const mine = m.tasks.find((t) => t.status === 'open' && t.abilities.complete === null)
      const outcome = mine?.kind === 'decision' ? 'yes' : 'agree'
      await post(w, `tasks/${mine?.id}/completion`, { outcome, opinion: '属实' })
    }
    await post('wu-jianguo', 'result', { number: '铜低保 2026-0002' })
    await post('zhou-min', 'delivery', { method: 'window', receivedBy: '陈思远' })
    await post(who, 'rating', { level: 5, words: '慢' })
    for (const w of [who, 'zhou-min', 'han-lei', 'wu-jianguo', 'yang-hui', 'xu-zhengyang', 'shi-rui', 'mao-xin']) {
      await call(w, 'GET', `/api/matters/${n}`)
      await call(w, 'GET', '/api/matters')
      await call(w, 'GET', '/api/tasks')
      await call(w, 'GET', '/api/oversight')
    }
    await call(null, 'POST', '/api/matters/track', { number: n, idTail: person.idNumber.slice(-4) })
    await call(who, 'POST', '/api/matters', { ...given, item: 'none' })
    await call(who, 'POST', '/api/matters', {
      ...given,
      applicant: { ...given.applicant, idNumber: '340799199901180038' },
    })
    // Beside what was answered: every row of every table, as PostgreSQL would dump it.
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(world.house.db)
    for (const { name } of tables) {
      const { rows } = await sql<{ all: string }>`select to_jsonb(t)::text as all from ${sql.table(name)} t`.execute(
        world.house.db,
      )
      seen.push(...rows.map((r) => `${name} ${r.all}`))
    }
    const leaks = (canary: string) => seen.filter((s) => s.includes(canary)).map((s) => s.slice(0, 200))
    expect(leaks('****').length).toBeGreaterThan(0) // masked, they are shown
    for (const canary of [person.idNumber, person.phone, '340799199901180038']) expect(leaks(canary)).toEqual([])
  })
})

describe('where the calendar ends', () => {
  test('R-B.9 a deadline in a year without a holiday notice is refused in words, and nothing has changed', async () => {
    await world.goTo('2026-12-20T10:00:00+08:00')
    const n = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance', { materials })
    const rows = async () =>
      (
        await sql`select (select count(*) from event) e, (select count(*) from clock) k, (select count(*) from paper) p,
          (select count(*) from command) c, (select count(*) from case_task) t, (select sum(version) from cases) v`.execute(
          world.house.db,
        )
      ).rows[0]
    const before = await rows()
    const res = await world.call('zhou-min', 'POST', `/api/matters/${n}/acceptance`, {})
    expect([res.status, res.body.message]).toEqual([
      409,
      '2027年的放假安排尚未录入（现有2007—2026年），期限不能计算；请系统管理员导入国务院办公厅的放假通知',
    ])
    expect(await rows()).toEqual(before)
    expect((await page('zhou-min', n)).status).toBe('received')
  })

  test('the last days of the year: an application whose first limit lies beyond is refused, not lost in a fault', async () => {
    await world.goTo('2026-12-30T10:00:00+08:00')
    const given = await application(world, 'liu-zhiqiang', 'minimum-living-allowance', { materials })
    const res = await world.call('liu-zhiqiang', 'POST', '/api/matters', given)
    expect(res.status).toBe(409)
    expect(res.body.message).toContain('2027年的放假安排尚未录入')
  })

  test('pages of matters still open are read and explained all the same', async () => {
    await world.goTo('2027-01-05T10:00:00+08:00')
    const { body } = await world.call('zhou-min', 'GET', '/api/matters')
    expect(body.rows.length).toBeGreaterThan(0)
    for (const { number } of body.rows) expect((await page('zhou-min', number)).number).toBe(number)
    for (const [who, url] of [
      ['shi-rui', '/api/oversight'],
      ['wu-jianguo', '/api/tasks'],
    ] as const)
      expect((await world.call(who, 'GET', url)).status, url).toBe(200)
  })
})

test('personal numbers lie in clear in no table', async () => {
  const { db } = world.house
  await applyFor(world, 'li-changfu', 'disability-living-subsidy', {
    form: {
      who: 'self',
      'certificate-number': '34079919580920001743',
      kind: '肢体',
      level: '三级',
      group: 'dibao',
      other: false,
      'bank-name': '邮储',
      'bank-card-tail': '1187',
    },
  }).catch(() => {}) // whether its form is complete is not the point: a draft of it would do
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)} x
      where x::text ~ '340799[12][0-9]{11}|1000000000[0-9]'`.execute(db)
    if (hits[0]?.n) found.push(name)
  }
  expect(found).toEqual([])
})
