import { Link as AnyLink } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { t } from './t.ts'
import './figure.css'

/** Where a figure stands to its target. Having none is a class of its own. */
export type Stand = 'met' | 'near' | 'missed' | 'unknown' | 'no-target'

/** As the server reckoned it: nothing here is computed, only written. */
export type FigureOf = {
  indicator: string
  /** In the unit of the indicator; of nothing there is none. */
  value: number | null
  light?: Stand
  place?: string | undefined
  from?: string | null | undefined
  to: string
}

const Link = AnyLink as unknown as (props: {
  to: string
  params: Record<string, string>
  search: Record<string, string | undefined>
  className: string
  children: ReactNode
}) => ReactElement

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })
export const written = (n: number) => number.format(n)

/** With its unit, in words: what a file or a title says. */
export const told = (value: number | null, unit: string) =>
  value === null ? t('figure.none') : t(unit === '%' ? 'figure.percent' : 'figure.count', { n: written(value), unit })

/**
 * The one way a figure is shown, on any screen: its value with the unit, or that there is none; where it stands to its
 * target; and always a link to the rows behind it. `words` is how the server says it.
 */
export function Figure({
  of,
  unit,
  words,
  size = 'plain',
  stand = false,
}: {
  of: FigureOf
  unit: string
  words?: string | undefined
  /** `bare`: in a table whose heading says the unit, and whose key says the shapes. */
  size?: 'plain' | 'large' | 'bare'
  stand?: boolean
}) {
  const search = { place: of.place || undefined, from: of.from ?? undefined, to: of.to, view: 'rows' }
  return (
    <span className={`figure figure-${size}`}>
      <Link to="/desk/figures/$id" params={{ id: of.indicator }} search={search} className="figure-link">
        <Said of={of} unit={unit} words={words} />
        <span className="visually-hidden">{t('figure.rows')}</span>
      </Link>
      {stand && of.light && <Standing light={of.light} wordless={size === 'bare'} />}
    </span>
  )
}

function Said({ of, unit, words }: { of: FigureOf; unit: string; words: string | undefined }) {
  if (words) return <strong className="figure-value">{words}</strong>
  if (of.value === null) return <span className="figure-none">{t('figure.none')}</span>
  return (
    <>
      <strong className="figure-value">{written(of.value)}</strong>
      <span className={unit === '%' ? 'figure-percent' : 'figure-unit'}>{unit}</span>
    </>
  )
}

/** Colours belong to clocks: here the word and the shape say it, in ink; they print grey as they are. */
const shapes: Record<Exclude<Stand, 'no-target'>, ReactNode> = {
  met: <path d="m2.5 8.5 3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  near: (
    <>
      <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  missed: <path d="M1.5 3h13L8 14.5z" fill="currentColor" />,
  unknown: <path d="M3 8h10" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.5" />,
}

export function Standing({ light, wordless }: { light: Stand; wordless?: boolean }) {
  return (
    <span className={`standing standing-${light}`}>
      {light !== 'no-target' && (
        <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true">
          {shapes[light]}
        </svg>
      )}
      <span className={wordless ? 'visually-hidden' : ''}>{t(`figure.stand.${light}`)}</span>
    </span>
  )
}
