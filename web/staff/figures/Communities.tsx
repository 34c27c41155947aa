import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { Figure, Standing } from '../../ui/Figure.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Bar } from './Bar.tsx'
import type { Asked, Card } from './data.ts'
import { Parts } from './Figures.tsx'

/** Each community beside the others: a bar and its figure in one line. What lies in none of them stands last. */
export function Communities({ card, asked }: { card: Card; asked: Asked }) {
  const [byValue, setByValue] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['figure', card.id, asked, 'community'],
    queryFn: ({ signal }) =>
      read('/api/indicators/{id}/figure', { path: { id: card.id }, query: { ...asked, by: 'community' } }, signal),
  })
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  const cells = data.cells ?? []
  if (!cells.length)
    return (
      <Empty>
        <p>{t('figures.communities.none')}</p>
      </Empty>
    )
  const most = Math.max(0, card.target?.value ?? 0, ...cells.map((c) => c.value ?? 0))
  const rank = (v: number | null) => v ?? Number.NEGATIVE_INFINITY
  const shown = byValue ? [...cells].sort((a, b) => rank(b.value) - rank(a.value)) : cells
  return (
    <>
      <div className="actions no-print">
        {[false, true].map((by) => (
          <button
            key={String(by)}
            type="button"
            className="plain"
            aria-pressed={byValue === by}
            onClick={() => setByValue(by)}
          >
            {t(by ? 'figures.sort.value' : 'figures.sort.place')}
          </button>
        ))}
      </div>
      <section className="table-scroll" aria-label={t('figures.view.communities')}>
        <table className="table figure-table leading bar-table">
          <thead>
            <tr>
              <th scope="col">{t('figures.column.community')}</th>
              <th scope="col" className="value">
                {t('figures.column.value')}
              </th>
              {card.kind !== 'count' && (
                <th scope="col" className="of">
                  {t('figures.column.of')}
                </th>
              )}
              {card.target && <th scope="col">{t('figures.column.stand')}</th>}
              <th scope="col" className="bar-cell">
                {card.target ? (
                  <span className="bar-key">
                    <i aria-hidden="true" />
                    {t('figures.target.line', { n: card.target.value })}
                  </span>
                ) : (
                  <span className="visually-hidden">{t('figures.column.bar')}</span>
                )}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((c) => (
              <tr key={c.place || '-'}>
                <th scope="row">{c.name}</th>
                <td className="value">
                  <Figure
                    of={{ ...c, indicator: card.id, from: asked.from, to: asked.to, place: c.place || asked.place }}
                    unit={card.unit}
                  />
                </td>
                {card.kind !== 'count' && (
                  <td className="of">
                    <Parts of={c} />
                  </td>
                )}
                {card.target && (
                  <td>
                    <Standing light={c.light} />
                  </td>
                )}
                <td className="bar-cell">
                  <Bar value={c.value} most={most} mark={card.target?.value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
