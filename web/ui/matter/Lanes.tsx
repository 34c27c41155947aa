import { useId, useState } from 'react'
import { day, lastDay, moment } from '../format.ts'
import { useMode } from '../mode.ts'
import { t } from '../t.ts'
import { type Lanes as LanesData, placed, restEdges, type Span, scale, ticks, widthOf } from './layout.ts'
import './lanes.css'

const row = 46
const top = 34

/** A matter's life, one lane a unit: kinds told apart by pattern, mark and word as well as colour; the same as a table. */
export function Lanes({ data, box = 680 }: { data: LanesData; box?: number }) {
  const id = useId()
  // The drawing's labels are small: the elder edition begins with the table, in its own text size.
  const { elder } = useMode()
  const [table, setTable] = useState(elder)
  return (
    <section className="lanes" aria-labelledby={id}>
      <div className="lanes-head">
        <h2 id={id}>{t('lanes.title')}</h2>
        <button type="button" className="quiet" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'lanes.picture' : 'lanes.table')}
        </button>
      </div>
      {!table && <Picture data={data} box={box} />}
      <div className={table ? 'lanes-scroll' : 'visually-hidden'}>
        <Table data={data} />
      </div>
    </section>
  )
}

function Picture({ data, box }: { data: LanesData; box: number }) {
  const width = widthOf(data.from, data.to, box)
  const x = scale(data.from, data.to, width)
  const height = top + data.lanes.length * row + 26
  const pattern = useId()
  const line = (at: string, kind: string, words: string, low: boolean) => (
    <g className={`lanes-line lanes-${kind}`}>
      <line x1={x(at)} x2={x(at)} y1={top - 12} y2={height - 22} />
      <text
        x={Math.min(x(at), width - 40)}
        y={low ? height - 6 : 12}
        textAnchor={x(at) > width - 60 ? 'end' : 'middle'}
      >
        {words}
      </text>
    </g>
  )
  return (
    // The table beside it says the same to screen readers; keyboards scroll this box.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="lanes-scroll" tabIndex={0} aria-label={t('lanes.axis')}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="lanes-svg">
        <defs>
          <pattern
            id={`${pattern}-stopped`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3" height="6" className="lanes-hatch" />
          </pattern>
          <pattern id={`${pattern}-late`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 0h6v3H0z" className="lanes-late-band" />
          </pattern>
        </defs>
        {data.rest.map((r) => {
          const [a, b] = restEdges(r)
          return (
            <rect
              key={r.from}
              x={x(a)}
              width={Math.max(0, x(b) - x(a))}
              y={top - 8}
              height={height - top - 14}
              className="lanes-rest"
            >
              <title>{r.name}</title>
            </rect>
          )
        })}
        {ticks(data.from, data.to, width).map((at) => (
          <g key={at} className="lanes-tick">
            <line x1={x(at)} x2={x(at)} y1={top - 8} y2={height - 22} />
            <text x={x(at)} y={26} textAnchor="middle">
              {shortDay(at)}
            </text>
          </g>
        ))}
        {data.lanes.map((lane, i) => (
          <g key={lane.unit} transform={`translate(0 ${top + i * row})`}>
            <text x={x(data.from)} y={10} className="lanes-name">
              {lane.name} · {lane.role}
            </text>
            <line x1={x(data.from)} x2={x(data.to)} y1={26} y2={26} className="lanes-rail" />
            {lane.spans.map((s, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity of their own and never move
              <Piece key={n} span={s} now={data.now} x={x} pattern={pattern} />
            ))}
          </g>
        ))}
        {data.promisedAt &&
          line(data.promisedAt, 'promised', t('lanes.promised', { date: lastDay(data.promisedAt) }), true)}
        {data.legalAt && data.legalAt !== data.promisedAt && line(data.legalAt, 'legal', t('lanes.legal'), false)}
        {line(data.now, 'now', t('lanes.now'), false)}
      </svg>
      <p className="lanes-key">
        {(['running', 'waiting', 'stopped', 'late', 'returned', 'done'] as const).map((k) => (
          <span key={k}>
            <svg width="20" height="14" aria-hidden="true">
              <Piece
                span={{ from: '0', to: k === 'done' || k === 'returned' ? '0' : '1', kind: k, label: '' }}
                now="1"
                x={(at) => (at === '0' ? (k === 'done' || k === 'returned' ? 10 : 0) : 20)}
                pattern={pattern}
                y={0}
              />
            </svg>
            {t(`lanes.kind.${k}`)}
          </span>
        ))}
        <span className="lanes-rest-key">{t('lanes.rest')}</span>
      </p>
    </section>
  )
}

function Piece({
  span,
  now,
  x,
  pattern,
  y = 18,
}: {
  span: Span
  now: string
  x: (at: string) => number
  pattern: string
  y?: number
}) {
  const p = placed(span, now, x)
  const title = <title>{`${t(`lanes.kind.${span.kind}`)} ${span.label}`}</title>
  if (p.mark)
    return (
      <g transform={`translate(${p.x - 8} ${y - 1})`} className={`lanes-mark lanes-mark-${span.kind}`}>
        {title}
        <circle cx="8" cy="8" r="8" />
        <path d={span.kind === 'returned' ? 'M11 5v5H5m3-3-3 3 3 3' : 'm4.5 8 2.5 2.5L11.5 6'} />
      </g>
    )
  return (
    <g className={`lanes-span lanes-span-${span.kind}`}>
      {title}
      <rect x={p.x} width={p.width} y={y} height={14} rx={3} />
      {(span.kind === 'stopped' || span.kind === 'late') && (
        <rect x={p.x} width={p.width} y={y} height={14} rx={3} fill={`url(#${pattern}-${span.kind})`} />
      )}
    </g>
  )
}

const shortDay = (at: number) => {
  const d = new Date(at + 8 * 3_600_000)
  return `${d.getUTCMonth() + 1}.${d.getUTCDate()}`
}

function Table({ data }: { data: LanesData }) {
  return (
    <table className="table">
      <caption>
        {t('lanes.caption')}
        {data.promisedAt && ` ${t('lanes.promised', { date: lastDay(data.promisedAt) })}`}
      </caption>
      <thead>
        <tr>
          {['unit', 'what', 'state', 'from', 'to'].map((c) => (
            <th key={c} scope="col">
              {t(`lanes.column.${c}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.lanes.flatMap((lane) =>
          lane.spans.map((s) => (
            <tr key={`${lane.unit} ${s.from} ${s.kind} ${s.label}`}>
              <th scope="row">{t('lanes.who', { name: lane.name, role: lane.role })}</th>
              <td>{s.label}</td>
              <td>{t(`lanes.kind.${s.kind}`)}</td>
              <td>{moment(s.from)}</td>
              <td>{s.to === null ? t('lanes.open') : s.to === s.from ? '' : moment(s.to)}</td>
            </tr>
          )),
        )}
        {data.rest.map((r) => (
          <tr key={r.from}>
            <th scope="row">{t('lanes.rest')}</th>
            <td>{r.name}</td>
            <td />
            <td>{day(`${r.from}T00:00:00+08:00`)}</td>
            <td>{day(`${r.to}T00:00:00+08:00`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
