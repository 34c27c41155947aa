import { Delaunay } from 'd3-delaunay'
import * as clip from 'polyclip-ts'

/** New boundaries where grids are divided: who is nearer to which houses. Pure. */

export type Geometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
type Multi = [number, number][][][]
const multi = (g: Geometry): Multi => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates)
const geometry = (m: Multi): Geometry =>
  m.length === 1
    ? { type: 'Polygon', coordinates: m[0] as [number, number][][] }
    : { type: 'MultiPolygon', coordinates: m }

export const together = (shapes: Geometry[]): Geometry => {
  const [first, ...rest] = shapes.map(multi)
  return geometry(clip.union(first as Multi, ...rest) as Multi)
}

/** Each part gets what of `whole` is nearest to one of its points; null for a part without any. */
export function cutUp(whole: Geometry, parts: [number, number][][]): (Geometry | null)[] {
  const owners = parts.flatMap((points, part) => points.map((point) => ({ point, part })))
  // Two houses on one spot would have no line between them.
  const spots = [...new Map(owners.toReversed().map((o) => [o.point.join(), o])).values()]
  const [only] = spots
  if (spots.length < 2) return parts.map((_, part) => (only?.part === part ? whole : null))
  const all = multi(whole).flat(2)
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])]
  const frame: [number, number, number, number] = [
    Math.min(...xs) - 1,
    Math.min(...ys) - 1,
    Math.max(...xs) + 1,
    Math.max(...ys) + 1,
  ]
  const cells = Delaunay.from(spots.map((s) => s.point)).voronoi(frame)
  return parts.map((_, part) => {
    const own = spots.flatMap((s, i) => {
      const cell = s.part === part ? cells.cellPolygon(i) : null
      return cell ? [[cell] as [number, number][][]] : []
    })
    if (!own.length) return null
    const [first, ...rest] = own.map((polygon) => [polygon] as Multi)
    const ours = clip.intersection(multi(whole), clip.union(first as Multi, ...rest)) as Multi
    return ours.length ? geometry(ours) : null
  })
}

/** In square degrees; holes count away. To compare, not to tell. */
export function areaOf(g: Geometry): number {
  const ring = (points: [number, number][]) =>
    Math.abs(
      points.reduce((sum, [x, y], i) => {
        const [nx, ny] = points[(i + 1) % points.length] as [number, number]
        return sum + x * ny - nx * y
      }, 0) / 2,
    )
  return multi(g).reduce((sum, [outer = [], ...holes]) => sum + ring(outer) - holes.reduce((h, r) => h + ring(r), 0), 0)
}
