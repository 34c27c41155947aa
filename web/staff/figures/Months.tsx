import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import { Figure } from '../../ui/Figure.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useToday } from '../pages/Period.tsx'
import type { Asked, Card } from './data.ts'
import { Parts } from './Figures.tsx'
import { Line } from './Line.tsx'
import { monthsTo } from './months.ts'

/** How it went over twelve months: what stood at the end of each, or what came in it. */
export function Months({ card, asked }: { card: Card; asked: Asked }) {
  const today = useToday()
  const last = asked.to < today ? asked.to : today
  const { data, error, refetch } = useQuery({
    queryKey: ['months', card.id, asked.place, last],
    queryFn: ({ signal }) =>
      Promise.all(
        monthsTo(last).map(async ({ key, from, to }) => {
          const query = {
            place: asked.place,
            from,
            to,
            ...(card.period === 'cumulative' && { period: 'span' as const }),
          }
          return { key, figure: await read('/api/indicators/{id}/figure', { path: { id: card.id }, query }, signal) }
        }),
      ),
  })
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  return (
    <div className="months">
      <Line points={data.map(({ key, figure }) => ({ key, value: figure.value }))} mark={card.target?.value} />
      <section className="table-scroll" aria-label={t('figures.view.months')}>
        <table className="table figure-table leading">
          <caption className="soft">{t(`figures.months.${card.period === 'point' ? 'point' : 'span'}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.column.month')}</th>
              <th scope="col" className="value">
                {t('figures.column.value')}
              </th>
              {card.kind !== 'count' && (
                <th scope="col" className="of">
                  {t('figures.column.of')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {data.map(({ key, figure }) => (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td className="value">
                  <Figure of={figure} unit={card.unit} />
                </td>
                {card.kind !== 'count' && (
                  <td className="of">
                    <Parts of={figure} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
