import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('one window, three departments, one answer', async () => {
  const { call } = world
  const held = (await call('liu-zhiqiang', 'GET', '/api/held')).body
  const of = (name: string) => held.find((h: { name: string }) => h.name === name)?.value
  const sent = await call('liu-zhiqiang', 'POST', '/api/matters', {
    item: 'minimum-living-allowance',
    place: 'tianjinghu',
    applicant: { name: of('name'), idNumber: of('idNumber'), phone: of('phone'), address: of('address') },
    form: {
      'household-size': 3, 'monthly-income': 800, employment: 'none', housing: 'rent', 'has-car': false,
      'ill-member': false, reason: '失业，孩子上学', 'bank-card-tail': '1234',
    },
    materials: [],
  })
  console.log(sent.body)
  const n = sent.body.number
  const page = await call('zhou-min', 'GET', `/api/matters/${n}`)
  console.log(JSON.stringify(page.body, null, 1).slice(0, 6000))
  expect(page.status).toBe(200)
})
