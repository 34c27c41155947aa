import { readFileSync } from 'node:fs'
import module from 'gcoord'
import { union as clipUnion } from 'polyclip-ts'
import type { GridPeriod, Place } from '../../server/place/rules.ts'
import { treeAt } from '../../server/place/rules.ts'
import { area2, type Geometry, geometry, type Point, type Ring, union } from '../../server/place/shape.ts'
import { type Area, cells, lattice, relax } from './cells.ts'
import { chance, gridCount, gridsFrom, handovers, households, partings, residents, seeds, share } from './made.ts'
import { weld } from './mesh.ts'

export type Grid = { id: string; residents: number; households: number; periods: GridPeriod[]; geometry: Geometry }

// A CommonJS package whose types describe its ES twin: at run time the default import is already the converter.
const gcoord = module as unknown as typeof module.default

const squeeze = Math.cos((30.94 * Math.PI) / 180)
const downtown: Point = [117.817, 30.938]

/** The outline comes in GCJ-02, the offset datum of Chinese maps; everything of ours is WGS84. */
export function outline(path: string): Area {
  const { features } = gcoord.transform(JSON.parse(readFileSync(path, 'utf8')), gcoord.GCJ02, gcoord.WGS84)
  return clipUnion(features[0].geometry.coordinates) as Area
}

/** Denser towards the old town, where communities are small. Made up. */
const density = ([x, y]: Point) =>
  0.06 + Math.exp(-(((x - downtown[0]) * squeeze) ** 2 + (y - downtown[1]) ** 2) / (2 * 0.017 ** 2))

/** 620 grids inside the communities of 2017, which are cells inside the outline. */
export function grids(places: Place[], outlinePath: string): Grid[] {
  const area = outline(outlinePath)
  const ids = Object.keys(seeds)
  const people = ids.map((id) => (seeds[id]?.[2] ?? 0) * (0.9 + 0.2 * chance(id)))
  const counts = share(gridCount, people, 1)
  const start = ids.map((id) => (seeds[id] as [number, number, number]).slice(0, 2) as unknown as Point)
  const communities = cells(relax(start, lattice(area, 9000, squeeze), density, 3, squeeze), area, squeeze)
  const drawn = ids.flatMap((id, i) =>
    divide(communities[i] as Area, counts[i] ?? 1, id).map((shape) => ({ community: id, shape })),
  )
  const shapes = weld(drawn.map((d) => whole(d.shape))).map((rings) => union([rings]))
  const weights = drawn.map((_, i) => 0.7 + 0.6 * chance(`grid ${i}`))
  const living = share(residents, weights)
  const homes = share(
    households,
    living.map((n, i) => n * (0.95 + 0.1 * chance(`home ${i}`))),
  )
  const chains = holders(drawn.map((d, i) => ({ community: d.community, middle: middle(shapes[i] as Ring[]) })))
  const serials = new Map<string, number>()
  return drawn.map(({ community }, i) => {
    const n = (serials.get(community) ?? 0) + 1
    serials.set(community, n)
    return {
      id: `${community}-g${pad(n)}`,
      residents: living[i] ?? 0,
      households: homes[i] ?? 0,
      periods: periodsOf(chains[i] ?? [], places),
      geometry: geometry(shapes[i] as Ring[]),
    }
  })
}

const pad = (n: number) => String(n).padStart(3, '0')

/** A community cut into n grids, numbered from west to east, line after line from north to south. */
function divide(area: Area, n: number, id: string): Area[] {
  const points = lattice(area, Math.max(60, n * 50), squeeze)
  const order = points.toSorted((a, b) => a[0] + a[1] / 3 - b[0] - b[1] / 3)
  const sites = Array.from(
    { length: n },
    (_, i) => order[Math.floor(((i + 0.2 + 0.6 * chance(`${id} ${i}`)) * order.length) / n)] as Point,
  )
  const settled = new Set(relax(sites, points, () => 1, 25, squeeze))
  if (settled.size !== n) throw new Error(`${id}: two grids fell on one spot`)
  return inLines(cells([...settled], area, squeeze), (cell) => middle(whole(cell)))
}

function inLines<T>(items: T[], at: (item: T) => Point): T[] {
  const placed = items.map((item) => ({ item, at: at(item) }))
  const ys = placed.map((p) => p.at[1])
  const top = Math.max(...ys)
  const lines = Math.max(1, Math.round(Math.sqrt(items.length)))
  const height = (top - Math.min(...ys)) / lines || 1
  const line = (p: Point) => Math.min(lines - 1, Math.floor((top - p[1]) / height))
  return placed.sort((a, b) => line(a.at) - line(b.at) || a.at[0] - b.at[0]).map((p) => p.item)
}

/** On whole numbers of 1e-5 degrees, outer rings counter-clockwise, without repeated points. */
const whole = (area: Area): Ring[] =>
  area.flatMap((polygon) =>
    polygon.map((ring, i) => {
      const points = ring.slice(0, -1).map(([x, y]): Point => [Math.round(x * 1e5), Math.round(y * 1e5)])
      const distinct = points.filter((p, k) => p.join() !== points.at(k - 1)?.join())
      return area2(distinct) > 0 === (i === 0) ? distinct : distinct.reverse()
    }),
  )

const middle = (rings: Ring[]): Point => {
  const points = rings.reduce((a, b) => (Math.abs(area2(a)) >= Math.abs(area2(b)) ? a : b))
  return [points.reduce((s, p) => s + p[0], 0) / points.length, points.reduce((s, p) => s + p[1], 0) / points.length]
}

type Holding = { at: string; community: string; serial: number }

/** Which community each grid belonged to since when, and its number there: numbers are handed out once and never again. */
function holders(drawn: { community: string; middle: Point }[]): Holding[][] {
  const used = new Map<string, number>()
  const chains: Holding[][] = drawn.map(() => [])
  const give = (grid: number, at: string, community: string) => {
    const serial = (used.get(community) ?? 0) + 1
    used.set(community, serial)
    chains[grid]?.push({ at, community, serial })
  }
  for (const [i, d] of drawn.entries()) give(i, gridsFrom, d.community)
  const heldBy = (community: string) => chains.flatMap((chain, i) => (chain.at(-1)?.community === community ? [i] : []))
  const days = [...new Set([...partings, ...handovers].map((c) => c.at))].sort()
  for (const at of days) {
    for (const { from, among } of partings.filter((p) => p.at === at)) {
      const held = heldBy(from).sort((a, b) => (drawn[a]?.middle[0] ?? 0) - (drawn[b]?.middle[0] ?? 0))
      held.forEach((grid, i) => {
        const to = among[Math.floor((i * among.length) / held.length)] as string
        if (to !== from) give(grid, at, to)
      })
    }
    const arriving = handovers
      .filter((h) => h.at === at)
      .flatMap((h) => heldBy(h.from).map((grid) => ({ grid, to: h.to })))
    for (const { grid, to } of inLines(arriving, (a) => drawn[a.grid]?.middle as Point)) give(grid, at, to)
  }
  return chains
}

/** A grid's code is its community's twelve digits and three of its own, so it changes whenever the community's does. */
function periodsOf(chain: Holding[], places: Place[]): GridPeriod[] {
  const days = [
    ...new Set([gridsFrom, ...places.flatMap((p) => p.periods.map((q) => q.from)), ...chain.map((h) => h.at)]),
  ].sort()
  const periods: GridPeriod[] = []
  for (const day of days.filter((d) => d >= gridsFrom)) {
    const holder = chain.findLast((h) => h.at <= day) as Holding
    const community = treeAt(places, day).get(holder.community)?.period
    if (!community) throw new Error(`${holder.community} holds a grid on ${day} but does not stand`)
    const code = `${community.code}${pad(holder.serial)}`
    const last = periods.at(-1)
    if (last?.code === code && last.parent === holder.community) continue
    if (last) last.to = day
    const name = `${community.name.replace(/社区$/, '')}第${holder.serial}网格`
    periods.push({ from: day, to: null, name, code, parent: holder.community })
  }
  return periods
}
