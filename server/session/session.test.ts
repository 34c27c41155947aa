import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const signIn = async (account: string) =>
  (await world.app.inject({ method: 'POST', url: '/api/session', payload: { account } })).json()

test('who signs in is told the same as who asks later', async () => {
  const told = await signIn('zhou-min')
  expect(told.posts).toMatchObject([
    { duty: 'clerk', unitName: '天井湖社区服务中心', capacity: '公共服务中心' },
    { duty: 'clerk', unitName: '天井湖社区居委会', capacity: '居委会' },
  ])
  expect((await world.call('zhou-min', 'GET', '/api/session')).body).toEqual(told)
  expect((await world.call(null, 'GET', '/api/session')).body).toMatchObject({ signedIn: false })
})

test('a post that has ended, or not begun, is no post', async () => {
  const { db, district } = world.house
  expect((await signIn('shi-rui')).posts).toHaveLength(1)
  for (const dates of [sql`valid_to = '2026-09-21'`, sql`valid_to = null, valid_from = '2026-09-22'`]) {
    await sql`update post set ${dates} where district = ${district} and account_id = 'shi-rui'`.execute(db)
    expect((await signIn('shi-rui')).posts).toEqual([])
    expect((await world.call('shi-rui', 'GET', '/api/session')).body.posts).toEqual([])
  }
})
