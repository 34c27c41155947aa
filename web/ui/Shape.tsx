import { type ReactNode, useId } from 'react'

export type Geometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
/** `part`: one of several that must be told apart, by tint and by hatching. */
export type Piece = { id: string; label?: string; geometry: Geometry; strong?: boolean; part?: number }
export type Dot = { id: string; at: [number, number] }

const polygonsOf = (g: Geometry) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates)

/** Boundaries as a drawing, for pages that need no map to move about in: it scales, prints, and asks for nothing. */
export function Shape({
  pieces,
  dots = [],
  title,
  children,
}: {
  pieces: Piece[]
  dots?: Dot[]
  title: string
  children?: ReactNode
}) {
  const id = useId()
  const all = pieces.flatMap((p) => polygonsOf(p.geometry).flat(2))
  if (!all.length) return null
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  // A degree of longitude is shorter than one of latitude.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = 1000 / Math.max((east - west) * squeeze, north - south)
  const at = ([lon, lat]: [number, number]) => [(lon - west) * squeeze * scale, (north - lat) * scale] as const
  const path = (g: Geometry) =>
    polygonsOf(g)
      .flat()
      .map(
        (ring) =>
          `M${ring
            .map((p) =>
              at(p)
                .map((n) => n.toFixed(1))
                .join(' '),
            )
            .join('L')}Z`,
      )
      .join('')
  const middle = (g: Geometry) => inside(polygonsOf(g).map((rings) => rings.map((ring) => ring.map(at))))
  const [width, height] = [(east - west) * squeeze * scale, (north - south) * scale]
  return (
    <figure className="shape">
      <svg viewBox={`-12 -12 ${width + 24} ${height + 24}`} role="img" aria-label={title}>
        <defs>
          {pieces.map(
            (p) =>
              p.part !== undefined && (
                <pattern
                  key={p.id}
                  id={`${id}${p.part}`}
                  width={spacing(p.part)}
                  height={spacing(p.part)}
                  patternUnits="userSpaceOnUse"
                  patternTransform={`rotate(${(p.part * 55) % 180})`}
                >
                  <rect width="100%" height="100%" className={`shape-tint-${p.part % 6}`} />
                  <line x1="0" y1="0" x2={spacing(p.part)} y2="0" className="shape-hatch" />
                </pattern>
              ),
          )}
        </defs>
        {pieces.map((p) => (
          <path
            key={p.id}
            d={path(p.geometry)}
            className={p.strong ? 'shape-strong' : 'shape-piece'}
            fillRule="evenodd"
            {...(p.part !== undefined && { style: { fill: `url(#${id}${p.part})` } })}
          />
        ))}
        {dots.map((d) => {
          const [x, y] = at(d.at)
          return <circle key={d.id} cx={x} cy={y} r={9} className="shape-dot" />
        })}
        {pieces.map((p) => {
          const [x, y] = middle(p.geometry)
          return (
            p.label && (
              <text key={p.id} x={x} y={y} className="shape-label" aria-hidden>
                {p.label}
              </text>
            )
          )
        })}
      </svg>
      {children && <figcaption className="soft">{children}</figcaption>}
    </figure>
  )
}

/** Far hatching and close hatching take turns, beside the angle. */
const spacing = (part: number) => 28 + (part % 3) * 16

type Point = readonly [number, number]
/** Where a label stands best: of a fine raster, the point farthest from every border, inside the area and in none of its holes. */
function inside(polygons: Point[][][]): Point {
  const rings = polygons.flat()
  const all = rings.flat()
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])]
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const edges = rings.flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length] as Point] as const))
  const isIn = ([x, y]: Point) =>
    edges.filter(([a, b]) => a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])).length %
      2 ===
    1
  const room = ([x, y]: Point) => Math.min(...edges.map(([a, b]) => distance(x, y, a, b)))
  const fine = 24
  const raster = Array.from({ length: fine * fine }, (_, i): Point => {
    const [column, row] = [(i % fine) + 0.5, Math.floor(i / fine) + 0.5]
    return [x0 + (column / fine) * (x1 - x0), y0 + (row / fine) * (y1 - y0)]
  }).filter(isIn)
  const best = raster.map((p) => [room(p), p] as const).sort((a, b) => b[0] - a[0])[0]
  return best?.[1] ?? all[0] ?? [0, 0]
}
function distance(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}
