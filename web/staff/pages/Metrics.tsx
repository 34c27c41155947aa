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

type Metric = Answer<'get', '/api/metrics'>[number]

/** Every figure with what it means; each opens to the rows behind it. */
export function Metrics() {
  const { id } = useSearch({ strict: false }) as { id?: string }
  const period = usePeriod()
  const go = useGo()
  const { data, error, refetch } = useQuery({
    queryKey: ['metrics', period],
    queryFn: ({ signal }) => read('/api/metrics', { query: period }, signal),
  })
  const open = data?.find((m) => m.id === id)
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
                <tr key={m.id}>
                  <th scope="row">
                    <Link to="/desk/metrics" search={{ id: m.id, ...period }}>
                      {m.name}
                    </Link>
                  </th>
                  <td>{said(m)}</td>
                  <td>{m.kind === 'share' && `${m.numerator} / ${m.denominator}`}</td>
                  <td>{m.meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {open && <Rows m={open} period={period} />}
    </Shell>
  )
}

/** A figure with its unit; of nothing there is none. The share comes from the server, here it is only written as a percentage. */
const said = (m: Metric) =>
  m.value === null
    ? t('metrics.none')
    : m.kind === 'share'
      ? new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 }).format(m.value)
      : t('metrics.count', { n: m.value, unit: m.unit })

function Rows({ m, period }: { m: Metric; period: { from: string; to: string } }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['metric', m.id, period],
    queryFn: ({ signal }) => read('/api/metrics/{id}/rows', { path: { id: m.id }, query: period }, signal),
  })
  return (
    <Part title={t('metrics.rows', { name: m.name })}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {data.more && <p>{t('ledgers.more')}</p>}
          <DataTable caption={m.name} columns={data.columns} rows={data.rows} />
        </>
      )}
    </Part>
  )
}
