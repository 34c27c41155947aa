import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor, openWorld, type World } from '../../test/world.ts'

let world: World
let base: string
beforeAll(async () => {
  world = await openWorld()
  base = await world.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => world.close())

/** Opens the stream as somebody and notes what it says, and whether it has ended. */
async function listenAs(who: string, signal: AbortSignal) {
  const res = await fetch(`${base}/api/stream`, { headers: { cookie: await world.cookieOf(who) }, signal })
  const heard = { who, text: '', ended: false }
  const read = async () => {
    for await (const part of res.body ?? []) heard.text += Buffer.from(part).toString()
    heard.ended = true
  }
  read().catch(() => {})
  return heard
}

test('a stream ends with its session: signed out, expired, post ended; the others hear on', async () => {
  const { db, district } = world.house
  const gone = new AbortController()
  const people = ['wang-guilan', 'wu-jianguo', 'shi-rui', 'zhou-min']
  const [out, expired, removed, stays] = await Promise.all(people.map((who) => listenAs(who, gone.signal)))
  const cookie = await world.cookieOf('wang-guilan')
  await world.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
  await sql`update session set expires_at = now() where district = ${district} and account_id = 'wu-jianguo'`.execute(
    db,
  )
  await sql`update post set valid_to = '2026-09-21' where district = ${district} and account_id = 'shi-rui'`.execute(db)
  const patient = { timeout: 20_000 }
  for (const one of [out, expired, removed]) await expect.poll(() => one?.ended, patient).toBe(true)

  const again = await listenAs('shi-rui', gone.signal)
  const number = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance')
  await expect.poll(() => stays?.text, patient).toContain(number)
  expect(stays?.ended).toBe(false)
  expect([again.ended, again.text]).toEqual([false, expect.not.stringContaining(number)])
  gone.abort()
})
