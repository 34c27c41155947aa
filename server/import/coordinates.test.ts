import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importer } from '../../bin/world/bring.ts'
import { openWorld, type World } from '../../test/world.ts'
import { toWgs84 } from './apply-others.ts'

const metres = ([a, b]: [number, number], [c, d]: [number, number]) =>
  Math.hypot((a - c) * 111_320 * Math.cos((b * Math.PI) / 180), (b - d) * 111_320)

describe('coordinates are kept as WGS84, whatever they were measured in', () => {
  // Pairs published with coordtransform (the inverse of GCJ-02 there is good to a metre or two).
  test.each([
    ['GCJ-02', [116.404, 39.915], [116.39775550083061, 39.91359571849836]],
    ['GCJ-02', [116.41024449916938, 39.91640428150164], [116.404, 39.915]],
    ['WGS84', [116.404, 39.915], [116.404, 39.915]],
  ] as const)('%s %j', (datum, [lon, lat], [x, y]) => {
    expect(metres(toWgs84(lon, lat, datum), [x, y])).toBeLessThan(3)
  })

  test('BD-09 goes over GCJ-02: 116.404, 39.915 there is 116.39762729, 39.90865674 here', () => {
    const [lon, lat] = toWgs84(116.404, 39.915, 'BD-09')
    expect(metres([lon, lat], toWgs84(116.39762729119315, 39.90865673957631, 'GCJ-02'))).toBeLessThan(1)
  })

  test('anywhere in the district the three lie some hundred metres apart, never the same spot', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 117.7, max: 118.1, noNaN: true }),
        fc.double({ min: 30.8, max: 31.1, noNaN: true }),
        (lon, lat) => {
          const [gcj, bd] = [
            metres(toWgs84(lon, lat, 'GCJ-02'), [lon, lat]),
            metres(toWgs84(lon, lat, 'BD-09'), [lon, lat]),
          ]
          expect(gcj).toBeGreaterThan(300)
          expect(gcj).toBeLessThan(800)
          expect(bd).toBeGreaterThan(600)
          expect(bd).toBeLessThan(1800)
        },
      ),
    )
  })
})

describe('a building that came in another datum', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    const base = await world.app.listen({ port: 0, host: '127.0.0.1' })
    const head = '楼栋名称,社区,网格,层数,单元数,户数,经度,纬度,坐标系'
    const rows = ['GCJ-02', 'BD-09', 'WGS84'].map(
      (d, i) => `试点路${i + 1}栋,天井湖社区,天井湖第7网格,6,3,36,117.81234,30.95321,${d}`,
    )
    await importer(base, await world.cookieOf('ding-yi')).bring(
      'buildings',
      new Blob([[head, ...rows, ''].join('\n')]),
      'a.csv',
      {
        source: '部门共享：演示',
        collectedOn: '2026-09-01',
      },
    )
  })
  afterAll(() => world.close())

  test('stands on the map in WGS84, and its file tells what was given and in which datum', async () => {
    const { body: map } = await world.call('lu-wei', 'GET', '/api/buildings.geojson?grid=tianjinghu-g007')
    for (const [i, datum] of (['GCJ-02', 'BD-09', 'WGS84'] as const).entries()) {
      const id = `tianjinghu:试点路${i + 1}栋`
      const there = map.features.find((f: { id: string }) => f.id === id).geometry.coordinates
      expect(there, datum).toEqual(toWgs84(117.81234, 30.95321, datum))
      const { body } = await world.call('lu-wei', 'GET', `/api/buildings/${encodeURIComponent(id)}`)
      expect([body.lon, body.lat], datum).toEqual(there)
      expect(body.origin, datum).toBe(datum === 'WGS84' ? null : `${datum} 117.81234, 30.95321`)
    }
  })
})
