import { t } from '../../ui/t.ts'
import { type Lines, measures } from './figures.ts'
import './population.css'

const wide = 1000
const row = 40

/**
 * A line each: above who is registered there, below who lives there, and inside that who has lived there for half a year. Lengths
 * stand for what the server says; nothing is computed but their scale. The table beside it says the same.
 */
export function Bars({ lines }: { lines: Lines }) {
  const most = Math.max(1, ...lines.flatMap((l) => [l.registered, l.present, l.usual]))
  const x = (n: number) => (n / most) * wide
  return (
    <figure className="bars" aria-hidden>
      {lines.map((l) => (
        <div className="bars-line" key={l.key}>
          <span className="bars-label">{l.label}</span>
          <svg viewBox={`0 0 ${wide} ${row}`} preserveAspectRatio="none" aria-hidden focusable="false">
            <line x1="0" x2={wide} y1={row - 1} y2={row - 1} className="bar-ground" vectorEffect="non-scaling-stroke" />
            <rect x="0" y="4" height="13" width={x(l.registered)} className="bar-registered" />
            <rect x="0" y="20" height="13" width={x(l.present)} className="bar-present" />
            <rect x="0" y="20" height="13" width={x(l.usual)} className="bar-usual" />
          </svg>
        </div>
      ))}
      <figcaption className="bars-key">
        {measures.map((m) => (
          <span key={m}>
            <i className={`bars-swatch bar-${m}`} />
            {t(`population.${m}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
