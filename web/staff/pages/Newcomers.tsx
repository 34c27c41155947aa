import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import { day, moment } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'

/** Whom grid workers met and nobody has registered: a second person takes the numbers from the card once more, and registers. */
export function Newcomers() {
  const { data, error, refetch } = useQuery({
    queryKey: ['newcomers'],
    queryFn: ({ signal }) => read('/api/field/newcomers', {}, signal),
  })
  return (
    <Shell title={t('newcomers.title')}>
      <p>{t('newcomers.hint')}</p>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : data.length ? (
        <ul className="task-list">
          {data.map((n) => (
            <li key={n.id} className="task">
              <p className="facts">
                <strong>{n.name}</strong>
                <Link to="/desk/dwellings/$id" params={{ id: n.dwelling }}>
                  {n.address}
                </Link>
              </p>
              <p className="facts soft">
                <span>{t('newcomers.id', { number: n.idNumber })}</span>
                {n.phone && <span>{t('newcomers.phone', { number: n.phone })}</span>}
                <span>{t('newcomers.since', { day: day(n.since) })}</span>
                <span>{t('newcomers.by', { name: n.collector, grid: n.grid, at: moment(n.at) })}</span>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <Empty>
          <p>{t('newcomers.none')}</p>
        </Empty>
      )}
    </Shell>
  )
}
