import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import { Figure } from '../../ui/Figure.tsx'
import { moment } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Behind } from './Behind.tsx'
import { CardView } from './CardView.tsx'
import { Communities } from './Communities.tsx'
import { type Asked, type Card, useAsked, useCards, whenOf } from './data.ts'
import { Parts } from './Figures.tsx'
import { Kept } from './Kept.tsx'
import { Months } from './Months.tsx'
import { Where } from './Where.tsx'
import './figures.css'

const views = ['card', 'communities', 'months', 'rows', 'kept'] as const
type View = (typeof views)[number]

/** One indicator: its figure for a place and a time above; under it what it means, how it spreads, how it went, and its rows. */
export function Indicator() {
  const { id } = useParams({ strict: false }) as { id: string }
  const cards = useCards()
  const { places, asked, error, refetch } = useAsked()
  const card = cards.data?.find((c) => c.id === id)
  const title = card?.name ?? t('figures.one')
  const trouble = cards.error ?? error
  return (
    <Shell title={title}>
      <p className="no-print">
        <Link to="/desk/figures" search={{ ...asked }}>
          {t('figures.back')}
        </Link>
      </p>
      {trouble ? (
        <Trouble error={trouble} retry={() => Promise.all([cards.refetch(), refetch()])} />
      ) : !cards.data || !places ? (
        <Loading />
      ) : !card ? (
        <Empty>
          <p>{t('figures.unknown')}</p>
        </Empty>
      ) : (
        <Shown card={card} places={places} asked={asked} />
      )}
    </Shell>
  )
}

function Shown({
  card,
  places,
  asked,
}: {
  card: Card
  places: NonNullable<ReturnType<typeof useAsked>['places']>
  asked: Asked
}) {
  const { view, only } = useSearch({ strict: false }) as { view?: View; only?: string }
  const go = useGo()
  const offered = views.filter(
    (v) =>
      v === 'card' ||
      (card.collection === 'auto' &&
        (v === 'rows' || v === 'kept' || card.dimensions.includes(v === 'communities' ? 'community' : 'month'))),
  )
  const open: View = view && offered.includes(view) ? view : 'card'
  const to = (search: Record<string, string | undefined>) =>
    go({ to: '/desk/figures/$id', params: { id: card.id }, search: { ...asked, view, only, ...search } })
  return (
    <>
      <Where places={places} asked={asked} onChange={to} />
      <Headline card={card} asked={asked} />
      <nav className="views no-print" aria-label={t('figures.views')}>
        {offered.map((v) => (
          <Link
            key={v}
            to="/desk/figures/$id"
            params={{ id: card.id }}
            search={{ ...asked, view: v }}
            className={v === open ? 'active' : ''}
          >
            {t(`figures.view.${v}`)}
          </Link>
        ))}
      </nav>
      {open === 'card' && <CardView card={card} />}
      {open === 'communities' && <Communities card={card} asked={asked} />}
      {open === 'months' && <Months card={card} asked={asked} />}
      {open === 'rows' && <Behind card={card} asked={asked} only={only} onOnly={(o) => to({ only: o })} />}
      {open === 'kept' && <Kept card={card} asked={asked} />}
    </>
  )
}

/** Where and when, how much, and how it stands: with what it is made of and when its rows were read. */
function Headline({ card, asked }: { card: Card; asked: Asked }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['figure', card.id, asked],
    queryFn: ({ signal }) => read('/api/indicators/{id}/figure', { path: { id: card.id }, query: asked }, signal),
    enabled: card.collection === 'auto',
  })
  if (card.collection === 'told' && !data)
    return (
      <div className="headline">
        <Figure of={{ indicator: card.id, value: null, ...asked }} unit={card.unit} size="large" />
        <p className="soft">{t('figures.told.none', { source: card.source })}</p>
      </div>
    )
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  return (
    <div className="headline">
      <p>
        {data.placeName} · {whenOf(data)}
      </p>
      <Figure of={data} unit={card.unit} size="large" stand />
      <p className="soft">
        {data.denominator !== null && (
          <>
            {t('figures.made-of')} <Parts of={data} />
            {t('figures.dot')}
          </>
        )}
        {t('figures.behind', { n: data.rows.toLocaleString('zh-CN') })}
        {t('figures.dot')}
        {t('figures.cut-off', { at: moment(data.cutOff) })}
      </p>
      {card.small && <p className="hint">{t('figures.rounded', { n: card.small })}</p>}
    </div>
  )
}
