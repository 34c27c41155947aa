import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import { newNumber } from '../platform/id.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let address = 0
/** Each from an address of its own, as whoever guesses would. */
const track = (number: string, idTail: string) =>
  world.app.inject({
    method: 'POST',
    url: '/api/matters/track',
    remoteAddress: `192.0.2.${++address}`,
    payload: { number, idTail },
  })

test('the last four cannot be tried out from many addresses: a number takes ten tries a day, however it is typed', async () => {
  const number = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance')
  const spaced = `${number.slice(0, 4).toLowerCase()} ${number.slice(4)}`
  const guesses = await Promise.all([...Array(12).keys()].map((i) => track(i % 2 ? spaced : number, `100${i % 10}`)))
  expect(guesses.map((g) => g.statusCode).sort()).toEqual([...Array(10).fill(404), 429, 429])
  const right = await track(number, '0017')
  expect([right.statusCode, right.json()]).toEqual([
    429,
    expect.objectContaining({
      code: 'too-often',
      field: 'number',
      message: '这个“办件编号”一天最多查 10 次，请 24 小时后再查，或者登录后在“我的办件”里看',
    }),
  ])
  const other = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance')
  expect((await track(other, '0017')).statusCode).toBe(200)
})

test('a number that is none is refused after as many tries: it is not told apart', async () => {
  const none = newNumber()
  const statuses = []
  for (let i = 0; i < 11; i++) statuses.push((await track(none, '0017')).statusCode)
  expect(statuses).toEqual([...Array(10).fill(404), 429])
})
