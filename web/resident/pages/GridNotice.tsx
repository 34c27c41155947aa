import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { type Geometry, Shape } from '../../ui/Shape.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

/** What hangs on the wall of every grid, for anyone: who to turn to, and where to complain. */
export function GridNotice() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['grid-notice', id],
    queryFn: ({ signal }) => read('/api/grids/{id}/notice', { path: { id } }, signal),
  })
  return (
    <Shell title={data?.name ?? t('grid.title')} back={<Back to="/" />}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {data.until && (
            <div className="panel">
              <p>{t('grid.ended', { until: day(data.until) })}</p>
              <ul>
                {data.successors.map((s) => (
                  <li key={s.id}>
                    <Link to="/grid/$id" params={{ id: s.id }}>
                      {s.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Part title={t('grid.who')}>
            <dl className="pairs">
              {data.workers.map((w) => (
                <div key={`${w.duty} ${w.name}`}>
                  <dt>{t(`grid.duty.${w.duty}`)}</dt>
                  <dd>
                    {w.name}
                    {w.away && ` ${w.substitute ? t('grid.substitute', { name: w.substitute }) : t('grid.away')}`}
                    {w.phone && (
                      <>
                        <br />
                        <a href={`tel:${w.phone}`}>{t('grid.call', { phone: w.phone })}</a>
                      </>
                    )}
                  </dd>
                </div>
              ))}
              {!data.workers.some((w) => w.duty === 'grid-worker') && (
                <div>
                  <dt>{t('grid.duty.grid-worker')}</dt>
                  <dd>{t('grid.nobody')}</dd>
                </div>
              )}
              <div>
                <dt>{t('grid.supervision')}</dt>
                <dd>
                  {data.supervision ? (
                    <a href={`tel:${data.supervision}`}>{t('grid.call', { phone: data.supervision })}</a>
                  ) : (
                    t('grid.unknown')
                  )}
                </dd>
              </div>
            </dl>
          </Part>
          <Part title={t('grid.where')}>
            {data.boundary ? (
              <Shape
                pieces={[{ id: data.id, geometry: data.boundary as Geometry }]}
                title={t('grid.shape', { name: data.name, community: data.community })}
              />
            ) : null}
            <dl className="pairs">
              {(
                [
                  ['community', data.community],
                  ['code', data.code],
                  ['people', t('grid.people.words', { n: data.people, day: day(data.counted) })],
                  ['updated', day(data.updated)],
                ] as const
              ).map(([name, value]) => (
                <div key={name}>
                  <dt>{t(`grid.${name}`)}</dt>
                  <dd>{value ?? t('grid.unknown')}</dd>
                </div>
              ))}
            </dl>
          </Part>
          <p>
            <a className="button" href={`/api/grids/${data.id}/notice.pdf`}>
              {t('grid.print')}
            </a>
          </p>
        </>
      )}
    </Shell>
  )
}
