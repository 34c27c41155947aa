import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { scratchDb } from '../../test/db.ts'
import { loadGround } from '../ground.ts'
import { makeCrypto } from '../platform/crypto.ts'
import type { House } from '../platform/house.ts'
import { type App, httpApp } from '../platform/http.ts'
import postRoutes from '../post/routes.ts'
import placeRoutes from './routes.ts'

const content = join(import.meta.dirname, '..', '..', 'content', 'tongguan')
const crypto = makeCrypto([Buffer.alloc(32, 7)])
const { db } = await scratchDb()
let app: App

beforeAll(async () => {
  await db.transaction().execute((tx) => loadGround(tx, crypto, content))
  const clock = { now: () => new Date('2026-10-09T09:00:00+08:00') }
  const house = { district: '340705', db, clock, crypto, demo: false, dataDir: '' } as unknown as House
  app = await httpApp(house)
  await placeRoutes(app, house)
  await postRoutes(app, house)
  await app.ready()
})

const get = async (url: string) => {
  const answer = await app.inject({ url })
  return { status: answer.statusCode, body: answer.json(), type: answer.headers['content-type'] }
}

describe('GET /api/places', () => {
  test('without a date it is the tree as the clock stands, without the grids', async () => {
    const { status, body } = await get('/api/places')
    expect(status).toBe(200)
    expect(body).toHaveLength(74)
    expect(body.map((p: { kind: string }) => p.kind)).not.toContain('grid')
  })

  test('R-B.2 a date gives the tree of that day, a parent what stands under it', async () => {
    const { body } = await get('/api/places?at=2017-06-09&parent=tianjinghu')
    expect(body).toHaveLength(25)
    expect(body[0]).toMatchObject({ kind: 'grid', code: '340705198001001', real: false })
  })

  test.each([
    ['/api/places?at=2017-02-30', '日期'],
    ['/api/places?at=yesterday', '日期'],
    ["/api/places?parent=x'%20or%201=1", '上级'],
    ['/api/places?what=1', 'what'],
    ['/api/places.geojson?kind=moon', '层级'],
    ['/api/places.geojson', '层级'],
  ])('%s is refused in Chinese, naming %s', async (url, field) => {
    const { status, body } = await get(url)
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain(field)
  })
})

test('a place tells its history; one that never was does not exist', async () => {
  const { body } = await get('/api/places/meitang')
  expect(body.history.map((h: { from: string }) => h.from)).toEqual(['2016-01-01', '2019-01-01', '2021-01-01'])
  expect((await get('/api/places/atlantis')).status).toBe(404)
})

test('boundaries come as GeoJSON, one layer at a time, in degrees', async () => {
  const { body, type } = await get('/api/places.geojson?kind=community')
  expect(type).toContain('application/geo+json')
  expect(body.features).toHaveLength(49)
  for (const [lon, lat] of body.features.flatMap((f: { geometry: { coordinates: unknown[] } }) =>
    f.geometry.coordinates.flat(Infinity).reduce<[number, number][]>((pairs, n, i, all) => {
      if (i % 2 === 0) pairs.push([n as number, all[i + 1] as number])
      return pairs
    }, []),
  )) {
    expect(lon > 117.7 && lon < 118.1).toBe(true)
    expect(lat > 30.8 && lat < 31.1).toBe(true)
  }
})

test('units can be asked by kind and place', async () => {
  const { body } = await get('/api/units?place=xingfu')
  expect(body.map((u: { name: string }) => u.name)).toEqual(['幸福社区公共服务中心', '幸福社区居民委员会'])
  expect((await get('/api/units?kind=department')).body.map((u: { id: string }) => u.id)).toContain('civil-affairs')
})
