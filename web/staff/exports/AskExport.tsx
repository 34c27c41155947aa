import { useEffect, useRef, useState } from 'react'
import { change, type Problem, problemsOf, useAct } from '../../api/client.ts'
import type { Body } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, type Question, tidy } from '../../ui/form/schema.ts'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { indented, useGrids, usePlaces } from '../places.ts'
import type { ExportPage } from './Exports.tsx'

type Asked = Body<'post', '/api/exports'>
type Done = (got: { number: string; lines: number }) => void
const duties = ['clerk', 'grid-head', 'data-manager']
/** Ticked to begin with: masked, and what one finds people by. */
const usual = ['name', 'age', 'community', 'grid', 'building', 'members', 'kind']

/** What is asked for, of whom, why: as one page, for people who do it often. */
export function AskExport({ page, onDone, onCancel }: { page: ExportPage; onDone: Done; onCancel: () => void }) {
  const { places, error, refetch } = usePlaces(duties)
  const [given, setGiven] = useState<Answers>({ what: 'residents', columns: null, format: 'xlsx', days: '7' })
  const form = useRef<HTMLFormElement>(null)
  const ready = Boolean(places)
  useEffect(() => {
    if (ready) form.current?.querySelector<HTMLElement>('input, select')?.focus()
  }, [ready])
  const place = String(given.place ?? (places?.length === 1 ? places[0]?.id : '') ?? '')
  const community = places?.find((p) => p.id === place && ['community', 'village'].includes(p.kind))
  const grids = useGrids(community?.id).data ?? []
  const kind = page.kinds.find((k) => k.what === given.what)
  const send = useAct((body: Asked, key: string) => change('POST', '/api/exports', { key, body }), onDone)
  if (error) return <Trouble error={error} retry={refetch} />
  if (!places || !kind) return <Loading />

  const offered = kind.columns.map((c) => c.id)
  const chosen = (Array.isArray(given.columns) ? (given.columns as string[]) : usual).filter((c) => offered.includes(c))
  const isFull = (id: string) => kind.columns.some((c) => c.full && c.id === id)
  const fulls = kind.columns.filter((c) => c.full)
  const oneOf = (title: string, list: { id: string; title: string }[], more: Partial<Question> = {}): Question => ({
    title: t(title),
    enum: list.map((x) => x.id),
    'x-labels': Object.fromEntries(list.map((x) => [x.id, x.title])),
    ...more,
  })
  const several = (title: string, list: { id: string; title: string }[], description: string): Question => ({
    title: t(title),
    description,
    type: 'array',
    items: { enum: list.map((x) => x.id), 'x-labels': Object.fromEntries(list.map((x) => [x.id, x.title])) },
  })
  const byName = (list: { id: string; name: string }[]) => list.map((x) => ({ id: x.id, title: x.name }))

  const fields: Record<string, Question> = {
    what: oneOf(
      'exports.kind',
      page.kinds.map((k) => ({ id: k.what, title: k.title })),
    ),
    place: oneOf(
      'exports.place',
      places.map((p) => ({ id: p.id, title: indented(p) })),
    ),
    ...(grids.length && { grid: oneOf('exports.grid', byName(grids)) }),
    ...(given.what === 'residents' && {
      standing: oneOf('exports.standing', page.standings, { description: t('exports.standing.hint') }),
      ageFrom: { title: t('exports.age-from'), type: 'integer' },
      ageTo: { title: t('exports.age-to'), type: 'integer' },
    }),
    ...(given.what === 'care' && { category: oneOf('exports.category', byName(page.categories)) }),
    columns: several(
      'exports.columns',
      kind.columns.filter((c) => !c.full),
      t('exports.columns.hint'),
    ),
    ...(fulls.length && {
      full: several('exports.columns-full', fulls, t('exports.columns-full.hint', { n: page.most.full ?? 0 })),
    }),
    ...(chosen.some(isFull) && { justification: { title: t('exports.justification'), maxLength: 200 } }),
    purpose: { title: t('exports.purpose'), description: t('exports.purpose.hint'), maxLength: 200 },
    format: oneOf(
      'exports.format',
      ['xlsx', 'csv'].map((id) => ({ id, title: t(`exports.format.${id}`, page.most) })),
    ),
    days: { title: t('exports.days'), description: t('exports.days.hint'), type: 'integer' },
  }
  const optional = ['grid', 'ageFrom', 'ageTo', 'full']
  const valueAt = (name: string) =>
    name === 'place'
      ? place
      : name === 'columns'
        ? chosen.filter((c) => !isFull(c))
        : name === 'full'
          ? chosen.filter(isFull)
          : given[name]
  const put = (name: string, v: unknown) => {
    if (name === 'what') return setGiven({ ...given, what: v, columns: null, category: '' })
    if (name === 'place') return setGiven({ ...given, place: v, grid: '' })
    if (name === 'columns') return setGiven({ ...given, columns: [...(v as string[]), ...chosen.filter(isFull)] })
    if (name === 'full')
      return setGiven({ ...given, columns: [...chosen.filter((c) => !isFull(c)), ...(v as string[])] })
    setGiven({ ...given, [name]: v })
  }
  const problems: Problem[] = problemsOf(send.error).map((p) => ({
    ...p,
    field: p.field.replace(/^columns\..*/, 'columns'),
  }))
  const submit = () => {
    const asked = Object.fromEntries(Object.keys(fields).map((name) => [name, valueAt(name)]))
    const { grid, full: _, ...rest } = tidy({ properties: fields }, asked)
    send.mutate({ ...rest, place: grid || place, columns: chosen } as Asked)
  }
  return (
    <form
      ref={form}
      className="panel take"
      aria-label={t('exports.ask')}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (!send.isPending) submit()
      }}
    >
      <ErrorSummary problems={problems} />
      {Object.entries(fields).map(([name, q]) => (
        <Field
          key={name}
          name={name}
          q={q}
          value={valueAt(name)}
          required={!optional.includes(name)}
          problems={problems}
          onChange={(v) => put(name, v)}
        />
      ))}
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={send.isPending}>
          {t('exports.send')}
        </ActionButton>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
