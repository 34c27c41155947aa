import type { ReactNode } from 'react'

export type Geometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
export type Piece = { id: string; label?: string; geometry: Geometry; strong?: boolean }
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
  const middle = (g: Geometry) => centre((polygonsOf(g)[0]?.[0] ?? []).map(at))
  const [width, height] = [(east - west) * squeeze * scale, (north - south) * scale]
  return (
    <figure className="shape">
      <svg viewBox={`-12 -12 ${width + 24} ${height + 24}`} role="img" aria-label={title}>
        {pieces.map((p) => (
          <path
            key={p.id}
            d={path(p.geometry)}
            className={p.strong ? 'shape-strong' : 'shape-piece'}
            fillRule="evenodd"
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

/** Where the weight of a ring is: a good place for a label, unless the ring is bent around it. */
function centre(ring: (readonly [number, number])[]): [number, number] {
  let [x, y, twice] = [0, 0, 0]
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as readonly [number, number]
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
    twice += cross
  })
  return twice ? [x / (3 * twice), y / (3 * twice)] : ([...(ring[0] ?? [0, 0])] as [number, number])
}
