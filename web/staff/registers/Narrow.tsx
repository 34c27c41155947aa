import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useSession } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'
import { useUnits } from '../data.ts'
import { indented, usePlaces } from '../places.ts'
import { DayBox } from './DayBox.tsx'
import { type Definition, entryQuery, type Filter } from './data.ts'
import { LinkField } from './LinkField.tsx'
import { narrowed, rangeOf, whereOf } from './where.ts'

export function Find({ q, onSearch }: { q: string | undefined; onSearch: (q: string | undefined) => void }) {
  const id = useId()
  const [typed, setTyped] = useState(q ?? '')
  return (
    <form
      className="search"
      onSubmit={(e) => {
        e.preventDefault()
        onSearch(typed.trim() || undefined)
      }}
    >
      <label htmlFor={id}>{t('register.find')}</label>
      <input id={id} type="search" value={typed} maxLength={60} onChange={(e) => setTyped(e.target.value)} />
      <button type="submit">{t('filter.go')}</button>
    </form>
  )
}

const few = 4
/** One control a field that can be narrowed: those of the list in sight, the others behind “more”. */
export function Narrow({
  def,
  where,
  onChange,
}: {
  def: Definition
  where: string | undefined
  onChange: (where: string | undefined) => void
}) {
  const set = whereOf(where)
  const shown = def.list
    .flatMap((c) => def.filters.filter((f) => f.field === c.field && f.kind !== 'date'))
    .slice(0, few)
  const rest = def.filters.filter((f) => !shown.includes(f))
  const hidden = rest.filter((f) => set[f.field]).length
  const one = (f: Filter) => (
    <One
      key={f.field}
      def={def}
      filter={f}
      value={set[f.field]}
      onChange={(value) => onChange(narrowed(where, f.field, value))}
    />
  )
  if (!def.filters.length) return null
  return (
    <div className="narrow-fields">
      <div className="filter-grid">{shown.map(one)}</div>
      {rest.length > 0 && (
        <details className="why-not" open={hidden > 0 || undefined}>
          <summary>{hidden ? t('register.more-filters.set', { n: hidden }) : t('register.more-filters')}</summary>
          <div className="filter-grid">{rest.map(one)}</div>
        </details>
      )}
      {where && (
        <button type="button" className="quiet" onClick={() => onChange(undefined)}>
          {t('empty.clear')}
        </button>
      )}
    </div>
  )
}

type OneProps = { def: Definition; filter: Filter; value: string | undefined; onChange: (value: string) => void }
function One({ def, filter, value, onChange }: OneProps) {
  const id = useId()
  const kind = def.form.properties[filter.field]?.['x-link']
  const { places } = usePlaces(useSession().data?.posts?.map((p) => p.duty) ?? [])
  const units = useUnits()
  const of = kind?.startsWith('register:') ? kind.slice('register:'.length) : ''
  const named = useQuery({ ...entryQuery(of, value ?? '', {}), enabled: Boolean(of && value) })
  if (filter.kind === 'date') return <Days {...{ filter, value, onChange }} />
  if (kind && kind !== 'place' && kind !== 'unit')
    return (
      <LinkField
        name={`filter.${filter.field}`}
        register={def.id}
        q={{ title: filter.title, 'x-link': kind }}
        value={value ? { id: value, label: named.data?.title ?? t('register.chosen') } : undefined}
        required
        onChange={(v) => onChange((v as { id: string } | undefined)?.id ?? '')}
      />
    )
  const options: [string, string][] =
    kind === 'place'
      ? (places ?? []).map((p) => [p.id, indented(p)])
      : kind === 'unit'
        ? (units.data ?? []).map((u) => [u.id, u.shortName])
        : filter.options.map((o) => [String(o.value), o.label])
  return (
    <div className="filter">
      <label htmlFor={id}>{filter.title}</label>
      <select id={id} value={value ?? ''} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t('register.all')}</option>
        {options.map(([v, words]) => (
          <option key={v} value={v}>
            {words}
          </option>
        ))}
        {value && !options.some(([v]) => v === value) && (
          <option value={value}>{several(options, value) ?? value}</option>
        )}
      </select>
    </div>
  )
}
/** A link somebody was sent may name several values at once. */
const several = (options: [string, string][], value: string) =>
  value
    .split(',')
    .map((v) => options.find(([o]) => o === v)?.[1])
    .filter(Boolean)
    .join(t('home.comma')) || null

function Days({ filter, value, onChange }: Omit<OneProps, 'def'>) {
  const id = useId()
  const [from, to] = rangeOf(value)
  return (
    <fieldset className="filter filter-days">
      <legend>{filter.title}</legend>
      <label htmlFor={`${id}from`} className="visually-hidden">
        {t('register.day-from')}
      </label>
      <DayBox id={`${id}from`} value={from} onChange={(d) => onChange(`${d}..${to}`)} />
      <span>{t('register.day-to')}</span>
      <label htmlFor={`${id}to`} className="visually-hidden">
        {t('register.day-until')}
      </label>
      <DayBox id={`${id}to`} value={to} onChange={(d) => onChange(`${from}..${d}`)} />
    </fieldset>
  )
}
