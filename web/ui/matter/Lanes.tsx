import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Track } from '../../api/types.ts'
import { lastDay } from '../format.ts'
import { useMode } from '../mode.ts'
import { t } from '../t.ts'
import { LaneKey, LanePiece } from './LanePiece.tsx'
import { LaneTable } from './LaneTable.tsx'
import {
  begins,
  closest,
  flags,
  type Lanes as LanesData,
  lengthOf,
  restEdges,
  type Span,
  scale,
  ticks,
  widthOf,
} from './layout.ts'
import './lanes.css'

export type Lived = Pick<Track, 'lanes' | 'acceptedAt' | 'decidedAt' | 'closedAt'>

/**
 * A matter's life, one lane a unit, over rest days, with what was promised, what the law says and now; the same as a
 * table.
 */
export function Lanes({ m }: { m: Lived }) {
  const data = m.lanes
  const id = useId()
  const { elder } = useMode()
  // A drawing is scanned, a table is read: the elder edition begins with reading.
  const [table, setTable] = useState(elder)
  const [zoom, setZoom] = useState(1)
  // Before acceptance the date is that of the five days to accept, after the decision that of delivery: no promise to anyone.
  const due = m.acceptedAt && (!m.decidedAt || m.closedAt) ? 'lanes.promised' : 'lanes.due'
  const step = (by: number) => setZoom(Math.max(0, Math.min(closest, zoom + by)))
  return (
    <section className="lanes" aria-labelledby={id}>
      <div className="lanes-head">
        <h2 id={id}>{t('lanes.title')}</h2>
        <div className="actions">
          {!table && (
            <>
              <button type="button" className="quiet" aria-pressed={zoom === 0} onClick={() => setZoom(0)}>
                {t('lanes.fit')}
              </button>
              <button type="button" className="quiet" aria-disabled={zoom === 0} onClick={() => step(-1)}>
                {t('lanes.out')}
              </button>
              <button type="button" className="quiet" aria-disabled={zoom === closest} onClick={() => step(1)}>
                {t('lanes.in')}
              </button>
            </>
          )}
          <button type="button" className="quiet" onClick={() => setTable(!table)}>
            {t(table ? 'lanes.picture' : 'lanes.table')}
          </button>
        </div>
      </div>
      {!table && <Picture data={data} zoom={zoom} due={due} />}
      <section
        className={table ? 'lanes-scroll' : 'visually-hidden'}
        tabIndex={table ? 0 : -1}
        aria-label={t('lanes.table')}
      >
        <LaneTable data={data} due={due} />
      </section>
    </section>
  )
}

/** How wide the box is and how big its letters are, as they change with the window, the edition and the browser's text size. */
function useBox() {
  const ref = useRef<HTMLElement>(null)
  const mode = useMode()
  const [box, setBox] = useState({ width: 0, size: 13 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the edition changes the size of letters, not a value read here
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const { paddingLeft, paddingRight, fontSize } = getComputedStyle(element)
      const width = Math.floor(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight))
      setBox({ width, size: Number.parseFloat(fontSize) })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [mode])
  return [ref, box] as const
}

function Picture({ data, zoom, due }: { data: LanesData; zoom: number; due: string }) {
  const [ref, { width: box, size }] = useBox()
  const pattern = useId()
  const width = widthOf(data.from, data.to, box, zoom)
  const x = scale(data.from, data.to, width)
  const poles = flags(
    [
      { kind: 'now', x: x(data.now), text: t('lanes.now') },
      ...(data.promisedAt
        ? [{ kind: 'promised', x: x(data.promisedAt), text: t(due, { date: lastDay(data.promisedAt) }) }]
        : []),
      ...(data.legalAt && data.legalAt !== data.promisedAt
        ? [{ kind: 'legal', x: x(data.legalAt), text: t('lanes.legal', { date: lastDay(data.legalAt) }) }]
        : []),
    ],
    width,
    size,
  )
  const flagRow = size * 1.5
  const row = size * 3.8
  const top = Math.max(...poles.map((p) => p.row + 1)) * flagRow + size / 2
  const foot = top + data.lanes.length * row
  const height = foot + size * 3.6
  // What is happening is what one looks for: a drawing wider than its box begins around now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the drawing gets another width, not as time passes
  useEffect(() => {
    if (ref.current && box) ref.current.scrollLeft = x(data.now) - box * 0.7
  }, [width, box])
  return (
    <>
      {/* The table says the same to screen readers; keyboards scroll this box. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={ref} className="lanes-scroll lanes-picture" tabIndex={0} aria-label={t('lanes.axis')}>
        <div className="lanes-canvas" style={{ width, height }} aria-hidden="true">
          <svg width={width} height={height} className="lanes-svg" aria-hidden="true">
            <Patterns id={pattern} />
            {data.rest.map((r) => {
              const [a, b] = restEdges(r)
              const wide = Math.max(0, x(b) - x(a))
              const length = lengthOf(r.name, size)
              return (
                <g key={r.from} className="lanes-rest">
                  <title>{r.name}</title>
                  <rect x={x(a)} width={wide} y={top} height={foot - top + size * 1.8} />
                  {length < wide && (
                    <text x={begins(x(a) + wide / 2, length, width)} y={foot + size * 1.3}>
                      {r.name}
                    </text>
                  )}
                </g>
              )
            })}
            {ticks(data.from, data.to, width, size * 4.5).map((at) => {
              const words = shortDay(at)
              return (
                <g key={at} className="lanes-tick">
                  <line x1={x(at)} x2={x(at)} y1={top} y2={foot + size * 1.8} />
                  <text x={begins(x(at), lengthOf(words, size), width)} y={foot + size * 3}>
                    {words}
                  </text>
                </g>
              )
            })}
            {data.lanes.map((lane, i) => (
              <g key={lane.unit} transform={`translate(0 ${top + i * row + size * 1.8})`}>
                <line x1={x(data.from)} x2={x(data.to)} y1={size * 0.75} y2={size * 0.75} className="lanes-rail" />
                {marksLast(lane.spans).map((s, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity of their own and never move
                  <LanePiece key={n} span={s} now={data.now} x={x} y={0} size={size} pattern={pattern} />
                ))}
              </g>
            ))}
            {poles.map((p) => (
              <g key={p.kind} className={`lanes-pole lanes-pole-${p.kind}`}>
                <line x1={p.x} x2={p.x} y1={(p.row + 1) * flagRow} y2={foot} />
                <text x={p.from} y={(p.row + 1) * flagRow - size * 0.4}>
                  {p.text}
                </text>
              </g>
            ))}
          </svg>
          {data.lanes.map((lane, i) => (
            <div key={lane.unit} className="lanes-label" style={{ top: top + i * row, width }}>
              <span>
                {lane.name}
                {lane.role !== lane.name && ` · ${lane.role}`}
              </span>
            </div>
          ))}
        </div>
      </section>
      <LaneKey pattern={pattern} size={size} />
    </>
  )
}

/** A mark stands on the bars it ends and begins, not under them. */
const marksLast = (spans: Span[]) => [...spans].sort((a, b) => Number(a.from === a.to) - Number(b.from === b.to))

const Patterns = ({ id }: { id: string }) => (
  <defs>
    <pattern id={`${id}-stopped`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2" height="6" className="lanes-hatch" />
    </pattern>
    <pattern id={`${id}-late`} width="8" height="8" patternUnits="userSpaceOnUse">
      <path d="M0 0h8v2H0z" className="lanes-late-band" />
    </pattern>
  </defs>
)

const shortDay = (at: number) => {
  const d = new Date(at + 8 * 3_600_000)
  return `${d.getUTCMonth() + 1}.${d.getUTCDate()}`
}
