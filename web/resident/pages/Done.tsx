import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { inGroups, lastDay, moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { matterQuery } from '../data.ts'
import { Shell } from '../Shell.tsx'

/** The receipt: the number, what happens next and by when. Its address can be visited again. */
export function Done() {
  const { number } = useParams({ from: '/done/$number' })
  const { data: m, error, refetch } = useQuery(matterQuery(number))
  const notice = m?.clocks.find((c) => c.name === 'notice')?.dueAt
  return (
    <Shell title={t('done.title')}>
      <div className="panel">
        <p>{t('done.number')}</p>
        <p className="number">{inGroups(number)}</p>
        <p>{t('done.copy')}</p>
      </div>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !m ? (
        <Loading />
      ) : (
        <>
          <dl className="pairs">
            <div>
              <dt>{t('done.item')}</dt>
              <dd>{m.title}</dd>
            </div>
            <div>
              <dt>{t('done.received')}</dt>
              <dd>{moment(m.receivedAt)}</dd>
            </div>
          </dl>
          {m.others[0] && (
            <div className="todo">
              <p>{t('done.others', { number: inGroups(m.others[0]) })}</p>
              <p>
                <Link to="/matters/$number/withdraw" params={{ number }}>
                  {t('done.others.withdraw')}
                </Link>
              </p>
            </div>
          )}
          <Part title={t('done.next')}>
            <ol>
              <li>
                {notice
                  ? t('done.next.1', { unit: m.acceptUnitName, date: lastDay(notice) })
                  : t('done.next.1.nodate', { unit: m.acceptUnitName })}
              </li>
              <li>{t('done.next.2')}</li>
              <li>{t('done.next.3')}</li>
            </ol>
          </Part>
        </>
      )}
      <div className="actions no-print">
        <Link className="button main" to="/matters/$number" params={{ number }}>
          {t('done.see')}
        </Link>
        <button type="button" onClick={() => window.print()}>
          {t('done.print')}
        </button>
        <Link className="button" to="/">
          {t('done.home')}
        </Link>
      </div>
    </Shell>
  )
}
