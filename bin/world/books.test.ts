import { afterAll, beforeAll, expect, test } from 'vitest'
import { movableClock } from '../../server/platform/clock.ts'
import { openWorld, type World } from '../../test/world.ts'
import { makeBooks } from './books.ts'

/** The figures of 2017 come out of rows: the same figures move when the rows do. */
const day = '2017-06-09'
const clock = movableClock(new Date(`${day}T09:00:00+08:00`), () => 0)
let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeBooks({ ...world.house, clock }, (at) => clock.set(at), day)
}, 120_000)
afterAll(() => world.close())

const figure = async (id: string, to = day, from = '2016-01-01') => {
  const { status, body } = await world.call(
    'bian-cheng',
    'GET',
    `/api/indicators/${id}/figure?place=tongguan&from=${from}&to=${to}`,
  )
  if (status !== 200) throw new Error(`${id}: ${JSON.stringify(body)}`)
  return body.value as number
}

test.each([
  ['delegations', 36],
  ['policy-documents', 8],
  ['windows-merged', 7],
  ['communities-new-media', 16],
  ['unit-pilots', 5],
  ['deliberation-pilots', 5],
  ['certified-social-workers', 218],
  ['rural-facilities-planned', 6],
])('%s is %d on the day of the report', async (id, value) => expect(await figure(id)).toBe(value))

test.each([
  ['facilities-renewed', 5],
  ['facilities-renewed-area', 10_200],
  ['facility-households', 35_000],
  ['facility-residents', 99_700],
  ['org-incubated', 26],
])('%s is %d in the year before', async (id, value) => expect(await figure(id, '2016-12-31')).toBe(value))

test('5.59 social workers in ten thousand: the 218 over the residents of the tree (A1.1)', async () => {
  expect((await figure('social-workers-per-10000')).toFixed(2)).toBe('5.59')
})

test('a worker who left the day before is counted no more, nor one whose certificate came the day after', async () => {
  const { body } = await world.call('qin-lan', 'GET', '/api/registers/community-worker/entries?limit=200')
  const worker = body.rows.find((r: { cells: { staffNo: unknown } }) =>
    JSON.stringify(r.cells.staffNo).includes('W0001'),
  )
  const ended = await world.call('qin-lan', 'POST', `/api/registers/community-worker/entries/${worker.id}/end`, {
    on: '2017-06-08',
    reason: '辞职',
  })
  expect([ended.status, ended.body.message]).toEqual([200, undefined])
  expect(await figure('certified-social-workers')).toBe(217)
  expect(await figure('certified-social-workers', '2017-06-07')).toBe(218)
})

test('a facility counts when it is opened to the residents, not before (R-10.1)', async () => {
  const enter = (status: string) =>
    world.call('qin-lan', 'POST', '/api/registers/facility/entries', {
      from: '2016-11-01',
      data: {
        code: `X-${status}`,
        name: '试验设施',
        community: 'xingfu',
        source: 'swap',
        area: 100,
        openedOn: '2016-11-01',
        status,
      },
    })
  expect((await enter('building')).status).toBe(200)
  expect(await figure('facilities-renewed-area', '2016-12-31')).toBe(10_200)
  expect((await enter('opened')).status).toBe(200)
  expect(await figure('facilities-renewed-area', '2016-12-31')).toBe(10_300)
})
