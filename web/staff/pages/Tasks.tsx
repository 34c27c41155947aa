import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useLive } from '../data.ts'
import { Filters } from '../Filters.tsx'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { Rows } from '../Rows.tsx'
import { Shell } from '../Shell.tsx'

type Search = { state?: 'open' | 'done' | 'returned'; light?: 'red' | 'yellow' | 'stopped'; q?: string }
const views: { key: string; search: Search }[] = [
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
  const search = useSearch({ strict: false }) as Search
  const navigate = useGo()
  const { data, error, refetch } = useQuery({
    queryKey: ['tasks', search],
    queryFn: ({ signal }) => read('/api/tasks', { query: search }, signal),
  })
  const filtered = Boolean(search.q || search.light || search.state)
  return (
    <Shell title={t('tasks.title')}>
      <nav className="views" aria-label={t('tasks.views')}>
        {views.map((v) => (
          <Link key={v.key} to="/desk/tasks" search={v.search} activeOptions={{ exact: true, includeSearch: true }}>
            {t(`tasks.view.${v.key}`)}
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
