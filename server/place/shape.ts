/** Plane geometry on whole-number points (1e-5 degrees). Pure. */

export type Point = readonly [number, number]
/** Open: the last point is joined to the first. Outer rings run counter-clockwise, holes clockwise. */
export type Ring = Point[]
export type Geometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }

/** Twice the signed area, counter-clockwise positive. */
export const area2 = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] as Point
    return sum + x * ny - nx * y
  }, 0)

/** The sides left when sides that two shapes share cancel out. With one shape: its own doubled-back sides. */
function outerSides(shapes: Ring[][]): Map<string, Point[]> {
  const sides = new Map<string, [Point, Point, number]>()
  for (const ring of shapes.flat())
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] as Point
      if (a[0] === b[0] && a[1] === b[1]) return
      const back = sides.get(`${b}>${a}`)
      if (back) {
        if (back[2] > 1) back[2]--
        else sides.delete(`${b}>${a}`)
        return
      }
      const same = sides.get(`${a}>${b}`)
      if (same) same[2]++
      else sides.set(`${a}>${b}`, [a, b, 1])
    })
  const from = new Map<string, Point[]>()
  for (const [a, b, times] of sides.values())
    for (let t = 0; t < times; t++) from.set(a.join(), [...(from.get(a.join()) ?? []), b])
  return from
}

/** The rings around all shapes together; exact, for shapes that share whole sides. */
export function union(shapes: Ring[][]): Ring[] {
  const from = outerSides(shapes)
  const rings: Ring[] = []
  for (const start of from.keys()) {
    while (from.get(start)?.length) {
      const ring: Ring = []
      let at = start.split(',').map(Number) as unknown as Point
      let before: Point | null = null
      do {
        const next = turn(before, at, from)
        ring.push(at)
        before = at
        at = next
      } while (at.join() !== start)
      rings.push(ring)
    }
  }
  return rings
}

/** Where rings touch in a corner, the sharpest left turn keeps them apart. Takes the side it goes along. */
function turn(before: Point | null, at: Point, from: Map<string, Point[]>): Point {
  const ways = from.get(at.join())
  if (!ways?.length) throw new Error(`a boundary breaks off at ${at}`)
  const heading = (p: Point, q: Point) => Math.atan2(q[1] - p[1], q[0] - p[0])
  const left = (to: Point) => {
    const bend = before ? heading(at, to) - heading(before, at) : 0
    return bend > Math.PI ? bend - 2 * Math.PI : bend <= -Math.PI ? bend + 2 * Math.PI : bend
  }
  const best = ways.reduce((a, b) => (left(b) > left(a) ? b : a))
  ways.splice(ways.indexOf(best), 1)
  return best
}

/** Corners that only a former neighbour needed. */
export const straighten = (ring: Ring): Ring =>
  ring.filter((p, i) => {
    const a = ring.at(i - 1) as Point
    const b = ring[(i + 1) % ring.length] as Point
    return (p[0] - a[0]) * (b[1] - p[1]) !== (p[1] - a[1]) * (b[0] - p[0])
  })

export function inside([x, y]: Point, ring: Ring): boolean {
  let within = false
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Point
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within
  })
  return within
}

/** Rings as GeoJSON in degrees, each hole with the outer ring around it. */
export function geometry(rings: Ring[]): Geometry {
  const degrees = (ring: Ring) => [...ring, ring[0] as Point].map(([x, y]): [number, number] => [x / 1e5, y / 1e5])
  const outer = rings.filter((r) => area2(r) > 0).sort((a, b) => area2(b) - area2(a))
  const holes = rings.filter((r) => area2(r) < 0)
  // A hole touches its outer ring in corners at most, so the middle of its first side decides.
  const home = (hole: Ring) => {
    const [a, b] = hole as [Point, Point]
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    return outer.findLast((o) => inside(middle, o))
  }
  const polygons = outer.map((o) => [degrees(o), ...holes.filter((h) => home(h) === o).map(degrees)])
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] as [number, number][][] }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** The rings of a GeoJSON geometry, back on whole numbers. */
export const ringsOf = (g: Geometry): Ring[] =>
  (g.type === 'Polygon' ? g.coordinates : g.coordinates.flat()).map((ring) =>
    ring.slice(0, -1).map(([x, y]): Point => [Math.round(x * 1e5), Math.round(y * 1e5)]),
  )
