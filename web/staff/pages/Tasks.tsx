import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { type TaskFilter, tasksQuery, useDuties, useLive } from '../data.ts'
import { Filters } from '../Filters.tsx'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { Rows } from '../Rows.tsx'
import { Shell } from '../Shell.tsx'

const views: { key: string; search: TaskFilter }[] = [
  { key: 'open', search: {} },
  { key: 'red', search: { light: 'red' } },
  { key: 'yellow', search: { light: 'yellow' } },
  { key: 'stopped', search: { light: 'stopped' } },
  { key: 'returned', search: { state: 'returned' } },
  { key: 'done', search: { state: 'done' } },
]

/** What waits for one's unit. The filter is the address. */
export function Tasks() {
  useLive()
  const search = useSearch({ strict: false }) as TaskFilter
  const navigate = useGo()
  const { data, error, refetch } = useQuery(tasksQuery(search))
  const open = useQuery(tasksQuery({})).data?.rows
  // A list ends at two hundred: from there on a count says "at least".
  const count = (key: string) => {
    const n = key === 'open' ? open?.length : open?.filter((r) => r.light === key).length
    return n === undefined ? '' : t(open && open.length >= 200 ? 'tasks.at-least' : 'tasks.count', { n })
  }
  const { has } = useDuties()
  const filtered = Boolean(search.q || search.light || search.state)
  return (
    <Shell title={t('tasks.title')}>
      <nav className="views" aria-label={t('tasks.views')}>
        {views
          .filter((v) => v.key !== 'returned' || has('clerk'))
          .map((v) => (
            <Link key={v.key} to="/desk/tasks" search={v.search} activeOptions={{ exact: true, includeSearch: true }}>
              {t(`tasks.view.${v.key}`)}
              {!v.search.state && <span className="count">{count(v.key)}</span>}
            </Link>
          ))}
      </nav>
      <Filters q={search.q} onSearch={(q) => navigate({ to: '/desk/tasks', search: { ...search, q } })} />
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : data.rows.length ? (
        <Rows rows={data.rows} />
      ) : filtered ? (
        <NoMatch clear={() => navigate({ to: '/desk/tasks', search: {} })}>
          <p>{t('tasks.no-match')}</p>
        </NoMatch>
      ) : (
        <Empty>
          <p>{t('tasks.empty')}</p>
        </Empty>
      )}
      <Keys />
    </Shell>
  )
}
