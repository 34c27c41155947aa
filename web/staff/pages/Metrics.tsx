import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { DataTable } from './DataTable.tsx'
import { Period, usePeriod } from './Period.tsx'

type Card = Answer<'get', '/api/indicators'>[number]
type Figure = Answer<'get', '/api/indicators/figures'>[number]
type Metric = { card: Card; figure: Figure }

/** Every figure with what it means; each opens to the rows behind it. */
export function Metrics() {
  const { id } = useSearch({ strict: false }) as { id?: string }
  const period = usePeriod()
  const go = useGo()
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators', period],
    queryFn: async ({ signal }): Promise<Metric[]> => {
      const [cards, figures] = await Promise.all([
        read('/api/indicators', {}, signal),
        read('/api/indicators/figures', { query: period }, signal),
      ])
      return figures.flatMap((figure) =>
        cards.filter((c) => c.id === figure.indicator).map((card) => ({ card, figure })),
      )
    },
  })
  const open = data?.find((m) => m.card.id === id)
  return (
    <Shell title={t('metrics.title')}>
      <Period {...period} onChange={(p) => go({ to: '/desk/metrics', search: { id, ...p } })} />
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <section className="table-scroll" aria-label={t('metrics.title')}>
          <table className="table">
            <thead>
              <tr>
                {['name', 'value', 'of', 'meaning'].map((c) => (
                  <th key={c} scope="col">
                    {t(`metrics.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((m) => (
                <tr key={m.card.id}>
                  <th scope="row">
                    <Link to="/desk/metrics" search={{ id: m.card.id, ...period }}>
                      {m.card.name}
                    </Link>
                  </th>
                  <td>{said(m)}</td>
                  <td>{m.figure.denominator !== null && `${m.figure.numerator} / ${m.figure.denominator}`}</td>
                  <td>{m.card.meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {open && <Rows card={open.card} period={period} />}
    </Shell>
  )
}

/** A figure with its unit, as the server reckoned it; of nothing there is none. */
const said = ({ card: { unit }, figure: { value } }: Metric) =>
  value === null
    ? t('metrics.none')
    : unit === '%'
      ? `${written(value)}%`
      : t('metrics.count', { n: written(value), unit })
const written = (n: number) => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(n)

function Rows({ card, period }: { card: Card; period: { from: string; to: string } }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['indicator', card.id, period],
    queryFn: ({ signal }) => read('/api/indicators/{id}/rows', { path: { id: card.id }, query: period }, signal),
  })
  return (
    <Part title={t('metrics.rows', { name: card.name })}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {data.more && <p>{t('ledgers.more')}</p>}
          <DataTable caption={card.name} columns={data.columns} rows={data.rows} />
        </>
      )}
    </Part>
  )
}
