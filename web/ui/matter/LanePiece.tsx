import { t } from '../t.ts'
import { lengthOf, placed, type Span, wordsAt } from './layout.ts'

export const kinds = ['running', 'waiting', 'stopped', 'late', 'returned', 'done'] as const

/** One stretch or moment: told apart by pattern, by mark, and by its word where there is room for it. */
export function LanePiece({
  span,
  now,
  x,
  y,
  size,
  pattern,
}: {
  span: Span
  now: string
  x: (at: string) => number
  y: number
  size: number
  pattern: string
}) {
  const p = placed(span, now, x)
  const word = t(`lanes.kind.${span.kind}`)
  const title = <title>{`${word} ${span.label}`}</title>
  const high = size * 1.5
  if (p.mark)
    return (
      <g
        transform={`translate(${p.x - high / 2} ${y}) scale(${high / 16})`}
        className={`lanes-mark lanes-${span.kind}`}
      >
        {title}
        <circle cx="8" cy="8" r="7" />
        <path d={span.kind === 'returned' ? 'M11 5v5H5m3-3-3 3 3 3' : 'm4.5 8 2.5 2.5L11.5 6'} />
      </g>
    )
  return (
    <g className={`lanes-span lanes-${span.kind}`}>
      {title}
      <rect className="lanes-bar" x={p.x} width={p.width} y={y} height={high} rx={3} />
      {(span.kind === 'stopped' || span.kind === 'late') && (
        <rect x={p.x} width={p.width} y={y} height={high} rx={3} fill={`url(#${pattern}-${span.kind})`} />
      )}
      {wordsAt(p.x, p.width, lengthOf(word, size), size).map((at) => (
        <text key={at} x={at} y={y + high / 2} dominantBaseline="central">
          {word}
        </text>
      ))}
    </g>
  )
}

/** The key below the drawing: every pattern with its word. */
export function LaneKey({ pattern, size }: { pattern: string; size: number }) {
  return (
    <p className="lanes-key">
      {kinds.map((k) => {
        const moment = k === 'done' || k === 'returned'
        return (
          <span key={k}>
            <svg width={size * 2} height={size * 1.5} aria-hidden="true">
              <LanePiece
                span={{ from: '0', to: moment ? '0' : '1', kind: k, label: '' }}
                now="1"
                x={(at) => (moment ? size : at === '0' ? 1 : size * 2 - 1)}
                y={0}
                size={size}
                pattern={pattern}
              />
            </svg>
            {t(`lanes.kind.${k}`)}
          </span>
        )
      })}
      <span className="lanes-rest-key">{t('lanes.rest')}</span>
    </p>
  )
}
