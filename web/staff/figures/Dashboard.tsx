import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { read } from '../../api/client.ts'
import { Figure } from '../../ui/Figure.tsx'
import { moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, NoPermission, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useUnits } from '../data.ts'
import { useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { type Asked, type Card, targetOf, useAsked, useCards, type Value } from './data.ts'
import { Lines } from './Lines.tsx'
import { Matrix } from './Matrix.tsx'
import { Where } from './Where.tsx'
import './figures.css'
import './dashboard.css'

export type Line = { card: Card; figure: Value | undefined }

/** For leaders: what is measured by a target, who answers for what, and the communities side by side. On paper and on the wall too. */
export function Dashboard() {
  const { group, screen } = useSearch({ strict: false }) as { group?: string; screen?: string }
  const { places, asked, error, refetch } = useAsked()
  const go = useGo()
  const to = (search: Partial<Asked> & { group?: string; screen?: string | undefined }) =>
    go({ to: '/command/figures', search: { ...asked, group, screen, ...search } })
  // The wall's screen is dark, whatever the room; the page's own colours come back with the page.
  useEffect(() => {
    if (screen) document.documentElement.dataset.screen = 'wall'
    return () => {
      delete document.documentElement.dataset.screen
    }
  }, [screen])
  return (
    <Shell title={t('dashboard.title')}>
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
          <div className="actions no-print">
            <button type="button" className="plain" onClick={() => print()}>
              {t('figures.print')}
            </button>
            <button
              type="button"
              className="plain"
              aria-pressed={Boolean(screen)}
              onClick={() => to({ screen: screen ? undefined : 'wall' })}
            >
              {t('dashboard.screen')}
            </button>
          </div>
          <Shown asked={asked} group={group} onGroup={(g) => to({ group: g })} />
        </>
      )}
    </Shell>
  )
}

function Shown({
  asked,
  group,
  onGroup,
}: {
  asked: Asked
  group: string | undefined
  onGroup: (group: string) => void
}) {
  const cards = useCards()
  const units = useUnits().data ?? []
  const figures = useQuery({
    queryKey: ['figures', asked],
    queryFn: ({ signal }) => read('/api/indicators/figures', { query: asked }, signal),
    refetchInterval: 300_000,
  })
  const error = cards.error ?? figures.error
  if (error) return <Trouble error={error} retry={() => Promise.all([cards.refetch(), figures.refetch()])} />
  if (!cards.data || !figures.data) return <Loading />
  const lines: Line[] = cards.data.map((card) => ({ card, figure: figures.data.find((f) => f.indicator === card.id) }))
  const [first] = figures.data
  return (
    <>
      {first && (
        <p className="soft">
          {t('figures.of', { place: first.placeName, from: asked.from, to: asked.to })}
          {t('figures.dot')}
          {t('figures.cut-off', { at: moment(first.cutOff) })}
        </p>
      )}
      <Part title={t('dashboard.targets')}>
        <ul className="tiles">
          {lines
            .filter((l) => l.card.target)
            .map(({ card, figure }) => (
              <li key={card.id} className={`tile-figure tile-${figure?.light ?? 'unknown'}`}>
                <span>{card.name}</span>
                <Figure
                  of={figure ?? { indicator: card.id, value: null, light: 'unknown', ...asked }}
                  unit={card.unit}
                  size="large"
                  stand
                />
                <span className="soft small">{t('dashboard.target', { target: targetOf(card) ?? '' })}</span>
              </li>
            ))}
        </ul>
      </Part>
      <Part title={t('dashboard.lines')}>
        <Lines lines={lines} asked={asked} nameOf={(id) => units.find((u) => u.id === id)?.shortName ?? id} />
      </Part>
      <Part title={t('dashboard.communities')}>
        <Matrix lines={lines} asked={asked} group={group} onGroup={onGroup} />
      </Part>
    </>
  )
}
