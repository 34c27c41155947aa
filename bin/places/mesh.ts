import type { Point, Ring } from '../../server/place/shape.ts'

/**
 * Makes polygons that were cut separately fit each other exactly: wherever the corner of one lies on the side of
 * another, that side gets the corner too. Points are whole numbers (1e-5 degrees, about a metre).
 * Afterwards neighbours share whole sides, so a partition can be proved by pairing sides.
 */
export function weld(shapes: Ring[][]): Ring[][] {
  let welded = shapes
  for (let round = 0; round < 8; round++) {
    const near = index(welded)
    let changed = false
    welded = welded.map((rings) =>
      rings.map((ring) => {
        const grown = ring.flatMap((a, i) => [a, ...between(a, ring[(i + 1) % ring.length] as Point, near)])
        if (grown.length !== ring.length) changed = true
        return grown
      }),
    )
    if (!changed) return welded
  }
  throw new Error('welding does not settle')
}

const cell = 64
const tolerance = 0.75
type Near = Map<string, Point[]>

function index(shapes: Ring[][]): Near {
  const unique = new Map(shapes.flat(2).map((p) => [p.join(), p]))
  return Map.groupBy(unique.values(), ([x, y]) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`)
}

/** The corners that lie on the side from a to b, in order. */
function between(a: Point, b: Point, near: Near): Point[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const square = dx * dx + dy * dy
  const found: [number, Point][] = []
  const span = (i: 0 | 1) =>
    [Math.floor((Math.min(a[i], b[i]) - 1) / cell), Math.floor((Math.max(a[i], b[i]) + 1) / cell)] as const
  const [x0, x1] = span(0)
  const [y0, y1] = span(1)
  for (let x = x0; x <= x1; x++)
    for (let y = y0; y <= y1; y++)
      for (const p of near.get(`${x},${y}`) ?? []) {
        const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square
        if (along <= 0 || along >= 1) continue
        const off = Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / Math.sqrt(square)
        if (off <= tolerance && p.join() !== a.join() && p.join() !== b.join()) found.push([along, p])
      }
  return found.sort((p, q) => p[0] - q[0]).map(([, p]) => p)
}
