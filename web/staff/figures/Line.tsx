import { written } from '../../ui/Figure.tsx'
import { t } from '../../ui/t.ts'

type Point = { key: string; value: number | null }
const [wide, high] = [1000, 300]

/** A line through what is known; where nothing is known it breaks. The table beside it says the same. */
export function Line({ points, mark }: { points: Point[]; mark?: number | undefined }) {
  const most = Math.max(0, mark ?? 0, ...points.map((p) => p.value ?? 0))
  const x = (i: number) => ((i + 0.5) / points.length) * wide
  const y = (n: number) => high - (most > 0 ? (n / most) * (high - 20) : 0)
  const pieces: string[] = []
  points.forEach((p, i) => {
    if (p.value === null) return
    const before = points[i - 1]
    pieces.push(`${before && before.value !== null ? 'L' : 'M'}${x(i).toFixed(1)} ${y(p.value).toFixed(1)}`)
  })
  return (
    <figure className="line" aria-hidden="true">
      <div className="line-scale">
        <span>{written(most)}</span>
        <span>0</span>
      </div>
      <svg viewBox={`0 0 ${wide} ${high + 8}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <line x1="0" x2={wide} y1={high} y2={high} className="bar-ground" vectorEffect="non-scaling-stroke" />
        {mark !== undefined && (
          <line x1="0" x2={wide} y1={y(mark)} y2={y(mark)} className="line-mark" vectorEffect="non-scaling-stroke" />
        )}
        <path d={pieces.join('')} className="line-path" vectorEffect="non-scaling-stroke" />
        {points.map(
          (p, i) =>
            p.value !== null && (
              // A line of no length with round ends: a dot that stays round however wide the drawing is.
              <path
                key={p.key}
                d={`M${x(i).toFixed(1)} ${y(p.value).toFixed(1)}h0.01`}
                className="line-dot"
                vectorEffect="non-scaling-stroke"
              />
            ),
        )}
      </svg>
      <div className="line-months">
        {points.map((p) => (
          <span key={p.key}>{Number(p.key.slice(5))}</span>
        ))}
      </div>
      {mark !== undefined && (
        <figcaption className="bar-key">
          <i className="dashed" />
          {t('figures.target.line', { n: mark })}
        </figcaption>
      )}
    </figure>
  )
}
