import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { read } from '../../api/client.ts'
import { Figure, Standing } from '../../ui/Figure.tsx'
import { Loading, NoMatch, NoPermission, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { useUnits } from '../data.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import {
  type Asked,
  type Card,
  grouped,
  groupName,
  shortWhen,
  targetOf,
  useAsked,
  useCards,
  type Value,
} from './data.ts'
import { Files } from './Files.tsx'
import { Where } from './Where.tsx'
import './figures.css'

const stands = ['missed', 'near', 'met', 'unknown', 'no-target'] as const
type Line = { card: Card; figure: Value | undefined }

/** Everything that is counted, by subject, for a place and a time: each with where it stands, each opening to its rows. */
export function Figures() {
  const { q, light } = useSearch({ strict: false }) as { q?: string; light?: string }
  const { places, asked, error, refetch } = useAsked()
  const go = useGo()
  const to = (search: Partial<Asked> & { q?: string | undefined; light?: string | undefined }) =>
    go({ to: '/desk/figures', search: { ...asked, q, light, ...search }, replace: true })
  return (
    <Shell title={t('figures.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !places ? (
        <Loading />
      ) : !asked.place ? (
        <NoPermission>
          <p>{t('figures.nowhere')}</p>
        </NoPermission>
      ) : (
        <>
          <Where places={places} asked={asked} onChange={to} />
          <Narrow key={q === undefined ? 'all' : 'some'} q={q} light={light} onChange={to} />
          <Lines asked={asked} q={q} light={light} clear={() => to({ q: undefined, light: undefined })} />
        </>
      )}
    </Shell>
  )
}

function Narrow({
  q = '',
  light = '',
  onChange,
}: {
  q: string | undefined
  light: string | undefined
  onChange: (search: { q?: string | undefined; light?: string | undefined }) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState(q)
  return (
    <form className="filters no-print" onSubmit={(e) => e.preventDefault()}>
      <label htmlFor={`${id}q`}>{t('figures.find')}</label>
      <input
        id={`${id}q`}
        type="search"
        value={typed}
        maxLength={40}
        onChange={(e) => {
          setTyped(e.target.value)
          onChange({ q: e.target.value.trim() || undefined })
        }}
      />
      <label htmlFor={`${id}l`}>{t('figures.stand')}</label>
      <select id={`${id}l`} value={light} onChange={(e) => onChange({ light: e.target.value || undefined })}>
        <option value="">{t('figures.all')}</option>
        {stands.map((s) => (
          <option key={s} value={s}>
            {t(`figure.stand.${s}`)}
          </option>
        ))}
      </select>
    </form>
  )
}

function Lines({
  asked,
  q,
  light,
  clear,
}: {
  asked: Asked
  q: string | undefined
  light: string | undefined
  clear: () => void
}) {
  const cards = useCards()
  const units = useUnits().data ?? []
  const ownerOf = (card: Card) => units.find((u) => u.id === card.owner)?.shortName ?? card.owner
  const figures = useQuery({
    queryKey: ['figures', asked],
    queryFn: ({ signal }) => read('/api/indicators/figures', { query: asked }, signal),
  })
  const error = cards.error ?? figures.error
  if (error) return <Trouble error={error} retry={() => Promise.all([cards.refetch(), figures.refetch()])} />
  if (!cards.data || !figures.data) return <Loading />
  const lines: Line[] = cards.data.map((card) => ({ card, figure: figures.data.find((f) => f.indicator === card.id) }))
  const shown = lines.filter(
    ({ card, figure }) =>
      (!q || `${card.code} ${card.name} ${ownerOf(card)}`.toLowerCase().includes(q.toLowerCase())) &&
      (!light || (figure?.light ?? (card.target ? 'unknown' : 'no-target')) === light),
  )
  const [first] = figures.data
  const title = t('figures.of', { place: first?.placeName ?? '', from: asked.from, to: asked.to })
  if (!shown.length)
    return (
      <NoMatch clear={clear}>
        <p>{t('figures.no-match')}</p>
      </NoMatch>
    )
  return (
    <>
      <div className="figures-head">
        <h2>{title}</h2>
        <Files title={title} lines={shown.map(({ card, figure }) => ({ ...card, figure, owner: ownerOf(card) }))} />
      </div>
      <Table title={title} groups={grouped(shown)} asked={asked} ownerOf={ownerOf} />
    </>
  )
}

const columns = ['name', 'value', 'of', 'when', 'target', 'stand', 'owner'] as const
function Table({
  title,
  groups,
  asked,
  ownerOf,
}: {
  title: string
  groups: [string, Line[]][]
  asked: Asked
  ownerOf: (card: Card) => string
}) {
  return (
    <TableScroll label={title}>
      <table className="table figure-table">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c} scope="col" className={c}>
                {t(`figures.column.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(([letter, lines]) => (
          <tbody key={letter}>
            <tr className="group">
              <th scope="rowgroup" colSpan={columns.length}>
                {groupName(letter)}
              </th>
            </tr>
            {lines.map(({ card, figure }) => (
              <tr key={card.id}>
                <th scope="row" className="name">
                  <Link to="/desk/figures/$id" params={{ id: card.id }} search={{ ...asked }}>
                    {card.name}
                  </Link>{' '}
                  <span className="soft code">{card.code}</span>
                </th>
                <td className="value">
                  <Figure of={figure ?? { indicator: card.id, value: null, ...asked }} unit={card.unit} />
                </td>
                <td className="of">{figure && <Parts of={figure} />}</td>
                <td className="when">{figure ? shortWhen(figure) : t(`figures.collection.${card.collection}`)}</td>
                <td className="target">{targetOf(card)}</td>
                <td className="stand">
                  <Standing light={figure?.light ?? (card.target ? 'unknown' : 'no-target')} />
                </td>
                <td className="owner">{ownerOf(card)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  )
}

/** What a share or a ratio is made of. */
export function Parts({ of }: { of: { numerator: number; denominator: number | null } }) {
  if (of.denominator === null) return null
  const n = (x: number) => x.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
  return (
    <span className="soft">
      {n(of.numerator)} / {n(of.denominator)}
    </span>
  )
}
