import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'

const spans = ['late', 'week', 'all'] as const
const daysBetween = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)

/** Whom somebody should visit by when; who waits longest stands first. Only what one may know of. */
export function Care() {
  const [span, setSpan] = useState<(typeof spans)[number]>('all')
  const { data, error, refetch } = useQuery({
    queryKey: ['care-due'],
    queryFn: ({ signal }) => read('/api/care/due', {}, signal),
  })
  const left = (due: string) => daysBetween(data?.today ?? due, due)
  const fits = (due: string) => span === 'all' || (span === 'late' ? left(due) < 0 : left(due) <= 7)
  const rows = data?.visits.filter((v) => fits(v.due)) ?? []
  return (
    <Shell title={t('visits.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.visits.length ? (
        <Empty>
          <p>{t('visits.none')}</p>
        </Empty>
      ) : (
        <>
          <p>
            {t('visits.rhythm', {
              high: data.everyDays.high ?? 0,
              key: data.everyDays.key ?? 0,
              general: data.everyDays.general ?? 0,
              hours: data.withinHoursOfChange,
            })}
          </p>
          <fieldset className="counts">
            <legend className="visually-hidden">{t('visits.show')}</legend>
            {spans.map((s) => (
              <button key={s} type="button" aria-pressed={span === s} onClick={() => setSpan(s)}>
                {t(`visits.${s}`, {
                  n: data.visits.filter((v) => s === 'all' || (s === 'late' ? left(v.due) < 0 : left(v.due) <= 7))
                    .length,
                })}
              </button>
            ))}
          </fieldset>
          {!rows.length ? (
            <NoMatch clear={() => setSpan('all')}>
              <p>{t('visits.no-match')}</p>
            </NoMatch>
          ) : (
            <TableScroll label={t('visits.title')}>
              <table className="table">
                <thead>
                  <tr>
                    {['who', 'why', 'grid', 'last', 'by'].map((c) => (
                      <th key={c} scope="col">
                        {t(`visits.${c}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((v) => (
                    <tr key={v.person}>
                      <th scope="row">
                        <Link to="/desk/residents/$id" params={{ id: v.person }}>
                          {v.name}
                        </Link>
                        <br />
                        <span className="soft">{v.address}</span>
                      </th>
                      <td>
                        {v.categories
                          .map((c) => t('visits.category', { name: c.name, level: t(`visits.level.${c.level}`) }))
                          .join(t('home.comma'))}
                      </td>
                      <td>{v.gridName}</td>
                      <td>{v.last ?? t('visits.never')}</td>
                      <td>
                        {v.due}
                        <br />
                        <strong>
                          {left(v.due) < 0
                            ? t('visits.over', { n: -left(v.due) })
                            : left(v.due) === 0
                              ? t('visits.today')
                              : t('visits.left', { n: left(v.due) })}
                        </strong>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )}
        </>
      )}
    </Shell>
  )
}
