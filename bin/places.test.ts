import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type GridsFile, lineAt, type PlacesFile, treeAt } from '../server/place/rules.ts'
import { area2, ringsOf } from '../server/place/shape.ts'
import { outline } from './places/grids.ts'
import { draw } from './places.ts'

const dir = join(import.meta.dirname, '..', 'content', 'tongguan', 'places')
const read = <T>(name: string): T => JSON.parse(readFileSync(join(dir, name), 'utf8'))
const { places, successions } = read<PlacesFile>('places.json')
const grids = read<GridsFile>('grids.geojson').features
const gridsAt = (day: string) =>
  grids.flatMap((g) => {
    const period = g.properties.periods.find((p) => p.from <= day && (p.to === null || day < p.to))
    return period ? [{ id: g.id, ...period }] : []
  })
const days = ['2017-06-09', '2018-06-01', '2019-06-01', '2020-06-01', '2021-06-01', '2023-06-01', '2026-10-01']
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

test('drawing again gives the committed files, byte for byte', () => {
  for (const [name, text] of Object.entries(draw(dir)))
    expect(text === readFileSync(join(dir, name), 'utf8'), name).toBe(true)
})

describe('the tree', () => {
  const under = (day: string, parent: string) =>
    [...treeAt(places, day).values()].filter((p) => p.period.parent === parent)

  test('R-B.2 in 2017, 23 communities stand directly under the district', () => {
    const direct = under('2017-06-09', 'tongguan')
    expect(direct.filter((p) => p.kind === 'community')).toHaveLength(23)
    const rest = direct.filter((p) => p.kind !== 'community').map((p) => p.period.name)
    expect(rest).toEqual(['东郊办事处', '西湖镇', '铜陵市经济开发区'])
  })

  test('R-B.2 in 2023 every community stands under something, 18 of them under a street of their own name', () => {
    const direct = under('2023-06-01', 'tongguan')
    expect(direct.map((p) => p.kind)).not.toContain('community')
    const own = direct.filter((p) => p.period.name.endsWith('社区街道'))
    expect(own).toHaveLength(18)
    for (const street of own)
      expect(under('2023-06-01', street.id).map((p) => `${p.period.name}街道`)).toEqual([street.period.name])
  })

  test('R-B.1 the depth is never assumed: the same community is at depth 2 in 2017 and at depth 3 in 2023', () => {
    const line = (day: string, id: string) => lineAt(treeAt(places, day), id)
    expect(line('2017-06-09', 'tianjinghu')).toEqual(['tongguan', 'tianjinghu'])
    expect(line('2023-06-01', 'tianjinghu')).toEqual(['tongguan', 'tianjinghu-street', 'tianjinghu'])
    for (const day of days) for (const id of treeAt(places, day).keys()) expect(line(day, id)[0]).toBe('tongguan')
  })

  test('R-B.2 codes change and are never identity: 梅塘 has had three and is one place', () => {
    const meitang = places.find((p) => p.id === 'meitang')
    expect(meitang?.periods.map((p) => p.code)).toEqual(['340705198005', '340705006012', '340705006008'])
    expect(places.filter((p) => p.name === '梅塘社区')).toHaveLength(1)
  })

  test('R-B.2 a code can pass to another place on the day the first one ends', () => {
    expect(successions).toHaveLength(7)
    for (const { from, to, at } of successions) {
      const before = places.find((p) => p.id === from)?.periods.at(-1)
      const after = places.find((p) => p.id === to)?.periods.find((p) => p.from === at)
      expect({ to: before?.to, code: before?.code }).toEqual({ to: at, code: after?.code })
    }
  })

  test('a village and a community of the same name are two places', () => {
    const both = [...treeAt(places, '2023-06-01').values()].filter(
      (p) => p.period.name.startsWith('狮子山') && !p.period.name.includes('街道'),
    )
    expect(both.map((p) => p.id).sort()).toEqual(['shizishan', 'shizishan-village'])
  })

  test('the count of every kind is what the lists say', () => {
    for (const year of [2016, 2017, 2018, 2019, 2020, 2021, 2023]) {
      const listed = (level: string) =>
        readFileSync(join(dir, 'source', `tongguan_${level}_${year}.csv`), 'utf8')
          .trim()
          .split('\n')
          .slice(1)
      const upper = listed('streets').filter((l) => !/虚镇|直辖村级/.test(l))
      const codes = [...upper, ...listed('villages')].map((l) => l.split(',')[0])
      const ours = [...treeAt(places, `${year}-06-01`).values()].map((p) => p.period.code).filter((c) => c !== '340705')
      expect(ours.sort()).toEqual(codes.sort())
    }
  })
})

describe('the grids', () => {
  test('there are 620 on the day of the report and today', () => {
    for (const day of days) expect(gridsAt(day)).toHaveLength(620)
    expect(gridsAt('2016-06-30')).toHaveLength(0)
  })

  test('390,000 residents live in them, in 136,000 households', () => {
    expect(sum(grids.map((g) => g.properties.residents))).toBe(390_000)
    expect(sum(grids.map((g) => g.properties.households))).toBe(136_000)
    for (const { properties: p } of grids) expect(p.residents).toBeGreaterThan(p.households)
  })

  test('R-B.3 on any day a grid belongs to exactly one community that stands on that day', () => {
    for (const day of days) {
      const tree = treeAt(places, day)
      for (const grid of gridsAt(day))
        expect(['community', 'village'], `${grid.id} on ${day}`).toContain(tree.get(grid.parent)?.kind)
    }
    for (const { properties } of grids)
      properties.periods.forEach((p, i) => {
        expect(p.to).toBe(properties.periods[i + 1]?.from ?? null)
      })
  })

  test('a grid code is the code of its community and three digits, and on any day names one grid', () => {
    const owners = new Map<string, string>()
    for (const grid of grids)
      for (const { code, parent, from } of grid.properties.periods) {
        expect(code).toMatch(/^\d{15}$/)
        expect(treeAt(places, from).get(parent)?.period.code).toBe(code.slice(0, 12))
      }
    for (const day of days) {
      const codes = gridsAt(day).map((g) => g.code)
      expect(new Set(codes).size).toBe(codes.length)
    }
    // A community that takes in others goes on counting; within one community no number comes back.
    for (const grid of grids)
      for (const { code, parent } of grid.properties.periods) {
        const key = `${parent} ${code}`
        expect(owners.get(key) ?? grid.id).toBe(grid.id)
        owners.set(key, grid.id)
      }
  })

  test('no grid is empty, none overlaps another, and together they fill the outline', () => {
    const sides = new Map<string, string>()
    let total = 0
    for (const grid of grids) {
      const rings = ringsOf(grid.geometry)
      const size = sum(rings.map(area2)) / 2
      expect(size, grid.id).toBeGreaterThan(10_000)
      total += size
      // Neighbours share whole sides and run along them in opposite directions; a side run twice the same way would be an overlap.
      for (const ring of rings)
        ring.forEach((a, i) => {
          const side = `${a}>${ring[(i + 1) % ring.length]}`
          expect(sides.get(side), `${grid.id} ${side}`).toBeUndefined()
          sides.set(side, grid.id)
        })
    }
    const whole =
      sum(
        outline(join(dir, 'source', 'outline-2018-gcj02.geojson'))
          .flat()
          .map((r) => area2(r.slice(0, -1)) / 2),
      ) * 1e10
    expect(Math.abs(total / whole - 1)).toBeLessThan(1e-4)
  })
})
