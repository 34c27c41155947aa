import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { read } from '../../api/client.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { useToday } from './data.ts'

const parts = ['visits', 'patrols', 'accuracy', 'freshness'] as const
const of = {
  visits: ['visitsDone', 'visitsDue'],
  patrols: ['pointsSeen', 'pointsPlanned'],
  accuracy: ['agreed', 'verified'],
  freshness: ['fresh', 'subjects'],
} as const

/** How a month went, in shares of what was due: every number beside its whole. */
export function Appraisal() {
  const id = useId()
  const go = useGo()
  const today = useToday()
  const { month = today.slice(0, 7) } = useSearch({ strict: false }) as { month?: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['appraisal', month],
    queryFn: ({ signal }) => read('/api/appraisal', { query: { month } }, signal),
    enabled: Boolean(month),
  })
  return (
    <Shell title={t('appraisal.title')}>
      <form className="filters" onSubmit={(e) => e.preventDefault()}>
        <label htmlFor={id}>{t('appraisal.month')}</label>
        <input
          id={id}
          type="month"
          className="short"
          value={month}
          onChange={(e) => e.target.value && go({ to: '/desk/appraisal', search: { month: e.target.value } })}
        />
      </form>
      <p>{t('appraisal.why')}</p>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.rows.length ? (
        <Empty>
          <p>{t('appraisal.none')}</p>
        </Empty>
      ) : (
        <TableScroll label={t('appraisal.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('appraisal.who')}</th>
                {parts.map((p) => (
                  <th key={p} scope="col">
                    {t(`appraisal.${p}`)}
                    <br />
                    <span className="soft">{t('appraisal.weight', { n: data.weights[p] ?? 0 })}</span>
                  </th>
                ))}
                <th scope="col">{t('appraisal.score')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((r) => (
                <tr key={`${r.account} ${r.grid}`}>
                  <th scope="row">
                    {r.name}
                    <br />
                    <span className="soft">{r.grid}</span>
                  </th>
                  {parts.map((p) => (
                    <td key={p}>
                      {r.parts[p] === null || r.parts[p] === undefined
                        ? t('appraisal.nothing')
                        : t('appraisal.part', {
                            n: r[of[p][0]],
                            of: r[of[p][1]],
                            share: percent(r.parts[p] as number),
                          })}
                    </td>
                  ))}
                  <td>
                    <strong>{r.score ?? t('appraisal.nothing')}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Shell>
  )
}
const percent = (n: number) => new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 }).format(n)
