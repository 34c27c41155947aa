import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import gcoordModule from 'gcoord'
import type { GridsFile, PlacesFile } from '../../server/place/rules.ts'
import { inside, type Ring, ringsOf } from '../../server/place/shape.ts'
import { type Chance, chance } from './chance.ts'

/** Compounds, houses and doors that nobody lives behind in truth: for each of the 620 grids as many as it has households. */

const gcoord = gcoordModule as unknown as typeof gcoordModule.default
export type House = {
  name: string
  floors: number
  units: number
  doors: number
  lon: string
  lat: string
  datum: string
  business: boolean
}
export type Grid = {
  id: string
  name: string
  community: string
  /** What stands before the house in an address: the town's name too where a village lies in a town. */
  before: string
  village: boolean
  residents: number
  households: number
  houses: House[]
}

const first =
  '东风 红星 光明 新华 和平 胜利 友谊 团结 青山 翠竹 明珠 阳明 锦绣 金色 玉兰 桂花 梧桐 银杏 枫林 荷塘 望江 临湖 映月 清风 康乐 安居 富民 兴业 长虹 宏图'.split(
    ' ',
  )
const second = '新村 花园 小区 家园 雅苑'.split(' ')
const groups = '新屋 老屋 上湾 下湾 桥头 塘边 山脚 大路 中心 河东 河西 柏树 石井 竹园 庙前'.split(' ')

/**
 * The grids with their houses, under the names of the tree as it stands: an import reads addresses by today's names, whatever day the people
 * in them are of. `only` keeps those of a few communities.
 */
export function makeGrids(contentDir: string, seed: number, only?: string[]): Grid[] {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(contentDir, 'places', name), 'utf8'))
  const { places } = read<PlacesFile>('places.json')
  const { features } = read<GridsFile>('grids.geojson')
  const standing = <P extends { from: string; to: string | null }>(periods: P[]) =>
    periods.find((p) => p.to === null) ?? periods.at(-1)
  const nth = new Map<string, number>()
  return features.flatMap((f) => {
    const period = standing(f.properties.periods)
    if (!period || (only && !only.includes(period.parent))) return []
    const parent = places.find((p) => p.id === period.parent)
    const own = parent && standing(parent.periods)
    if (!parent || !own) throw new Error(`${f.id} stands nowhere`)
    const k = nth.get(parent.id) ?? 0
    nth.set(parent.id, k + 1)
    const village = parent.kind === 'village'
    const town = places.find((p) => p.id === own.parent && p.kind === 'town')
    const { residents, households } = f.properties
    const draw = chance('houses', seed, f.id)
    const point = pointIn(ringsOf(f.geometry)[0] as Ring)
    const houses = village ? villageHouses(k, households, draw, point) : cityHouses(k, households, draw, point)
    return [
      {
        id: f.id,
        name: period.name,
        community: own.name,
        before: village && town ? town.name : '',
        village,
        residents,
        households,
        houses,
      },
    ]
  })
}

type Draw = (c: Chance) => { lon: string; lat: string; datum: string }

function cityHouses(k: number, households: number, c: Chance, point: Draw): House[] {
  const compound = `${first[k % first.length]}${second[Math.floor(k / first.length) % second.length]}`
  const houses: House[] = []
  for (let doors = 0, n = 1; doors < households; n++) {
    const [units, floors] = [c.int(2, 4), c.int(5, 7)]
    houses.push({ name: `${compound}${n}栋`, floors, units, doors: units * floors * 2, business: false, ...point(c) })
    doors += units * floors * 2
  }
  const shops = houses.length + 1
  houses.push({ name: `${compound}${shops}栋`, floors: 2, units: 1, doors: 8, business: true, ...point(c) })
  return houses
}

function villageHouses(k: number, households: number, c: Chance, point: Draw): House[] {
  const group = `${groups[k % groups.length]}${k >= groups.length ? Math.floor(k / groups.length) + 1 : ''}组`
  return Array.from({ length: households }, (_, i) => ({
    name: `${group}${i + 1}号`,
    floors: c.int(1, 3),
    units: 1,
    doors: 1,
    business: false,
    ...point(c),
  }))
}

/** A point of the grid; every tenth measured in GCJ-02, as phones and maps sold in China do. */
const pointIn =
  (ring: Ring): Draw =>
  (c) => {
    const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])]
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    let at: [number, number] = [0, 0]
    do at = [c.int(x0, x1), c.int(y0, y1)]
    while (!inside(at, ring))
    const wgs: [number, number] = [at[0] / 1e5, at[1] / 1e5]
    const other = c.is(0.1)
    const [lon, lat] = other ? (gcoord.transform(wgs, gcoord.WGS84, gcoord.GCJ02) as [number, number]) : wgs
    return { lon: lon.toFixed(5), lat: lat.toFixed(5), datum: other ? 'GCJ-02' : 'WGS84' }
  }

/** The address behind the n-th door of a grid, counted through its houses. */
export function doorOf(grid: Grid, n: number): { house: House; address: string } {
  let rest = n
  const homes = grid.houses.filter((h) => !h.business)
  for (const house of homes) {
    if (rest < house.doors) return { house, address: addressOf(grid, house, rest) }
    rest -= house.doors
  }
  return doorOf(grid, n % homes.reduce((sum, h) => sum + h.doors, 0))
}
export function addressOf(grid: Grid, house: House, door: number): string {
  const start = `${grid.before}${grid.community}${house.name}`
  if (grid.village) return start
  const perUnit = house.floors * 2
  const inUnit = door % perUnit
  return `${start}${Math.floor(door / perUnit) + 1}单元${Math.floor(inUnit / 2) + 1}0${(inUnit % 2) + 1}室`
}
