import { Delaunay } from 'd3-delaunay'
import { intersection } from 'polyclip-ts'
import { inside, type Point } from '../../server/place/shape.ts'

/** Polygons as polyclip wants them: each a list of closed rings, outer first. */
export type Area = [number, number][][][]

/** A lattice of points inside the area; `count` is roughly how many. */
export function lattice(area: Area, count: number, squeeze: number): Point[] {
  const all = area.flat(2)
  const [x0, x1] = extent(all.map((p) => p[0]))
  const [y0, y1] = extent(all.map((p) => p[1]))
  const step = Math.sqrt((sizeOf(area) * squeeze) / count)
  const points: Point[] = []
  for (let y = y0 + step / 2; y < y1; y += step)
    for (let x = x0 + step / squeeze / 2; x < x1; x += step / squeeze) if (within([x, y], area)) points.push([x, y])
  return points
}
const extent = (values: number[]) =>
  [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] as const
const within = (p: Point, area: Area) =>
  area.some((polygon) => polygon.filter((ring) => inside(p, ring.slice(0, -1))).length % 2 === 1)

/** Area in square degrees. */
const sizeOf = (area: Area) =>
  Math.abs(
    area
      .flat()
      .reduce(
        (sum, ring) =>
          sum + ring.reduce((s, [x, y], i) => s + x * (ring[i + 1]?.[1] ?? y) - (ring[i + 1]?.[0] ?? x) * y, 0) / 2,
        0,
      ),
  )

/** Lloyd's relaxation: each site moves to the weighted middle of the points nearest to it, and in the end onto one of them. */
export function relax(
  sites: Point[],
  points: Point[],
  weight: (p: Point) => number,
  rounds: number,
  squeeze: number,
): Point[] {
  let at = sites
  for (let round = 0; round < rounds; round++) {
    const sums = at.map(() => [0, 0, 0] as [number, number, number])
    for (const p of points) {
      const w = weight(p)
      const sum = sums[nearest(p, at, squeeze)] as [number, number, number]
      sum[0] += p[0] * w
      sum[1] += p[1] * w
      sum[2] += w
    }
    at = sums.map(([x, y, w], i) => (w ? [x / w, y / w] : (at[i] as Point)))
  }
  return at.map((site) => points[nearest(site, points, squeeze)] as Point)
}

/** `squeeze`: a degree of longitude is that much shorter than one of latitude. */
function nearest(p: Point, among: Point[], squeeze: number): number {
  let best = 0
  let least = Infinity
  among.forEach((q, i) => {
    const dx = (p[0] - q[0]) * squeeze
    const dy = p[1] - q[1]
    const far = dx * dx + dy * dy
    if (far < least) [best, least] = [i, far]
  })
  return best
}

/** The part of the area nearest to each site. */
export function cells(sites: Point[], area: Area, squeeze: number): Area[] {
  if (sites.length === 1) return [area]
  const flat = sites.map(([x, y]): [number, number] => [x * squeeze, y])
  const voronoi = Delaunay.from(flat).voronoi([100 * squeeze, 20, 130 * squeeze, 40])
  return sites.map((_, i) => {
    const cell = voronoi.cellPolygon(i).map(([x, y]): [number, number] => [x / squeeze, y])
    return intersection(area, [[cell]]) as Area
  })
}
