import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useLive, useUnits } from '../data.ts'
import { Filters } from '../Filters.tsx'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { Rows } from '../Rows.tsx'
import { Shell } from '../Shell.tsx'

type Search = {
  status?: string
  light?: 'red' | 'yellow' | 'green' | 'stopped' | 'done'
  unit?: string
  q?: string
  solution?: 'disputed'
}
const views: { key: string; search: Search }[] = [
  { key: 'all', search: {} },
  { key: 'received', search: { status: 'received' } },
  { key: 'correction', search: { status: 'correction' } },
  { key: 'processing', search: { status: 'processing' } },
  { key: 'decided', search: { status: 'decided' } },
  { key: 'issued', search: { status: 'issued' } },
  { key: 'red', search: { light: 'red' } },
  { key: 'yellow', search: { light: 'yellow' } },
  { key: 'stopped', search: { light: 'stopped' } },
  { key: 'disputed', search: { solution: 'disputed' } },
]

/** Saved filters whose state is the address; newest first, fifty at a time. */
export function Matters() {
  useLive()
  const search = useSearch({ strict: false }) as Search
  const navigate = useGo()
  const list = useInfiniteQuery({
    queryKey: ['matters', search],
    queryFn: ({ pageParam, signal }) =>
      read('/api/matters', { query: { ...search, ...(pageParam && { cursor: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  const unit = useUnits().data?.find((u) => u.id === search.unit)?.shortName ?? search.unit
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? []
  return (
    <Shell title={t('matters.title')}>
      <nav className="views" aria-label={t('matters.views')}>
        {views.map((v) => (
          <Link
            key={v.key}
            to="/desk/matters"
            search={{ ...v.search, unit: search.unit }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`matters.view.${v.key}`)}
          </Link>
        ))}
      </nav>
      <Filters q={search.q} onSearch={(q) => navigate({ to: '/desk/matters', search: { ...search, q } })} />
      {search.unit && (
        <p>
          {t('matters.unit', { unit: unit ?? '' })}{' '}
          <Link to="/desk/matters" search={{ ...search, unit: undefined }}>
            {t('matters.every-unit')}
          </Link>
        </p>
      )}
      {list.error ? (
        <Trouble error={list.error} retry={list.refetch} />
      ) : list.isPending ? (
        <Loading />
      ) : rows.length ? (
        <>
          <Rows rows={rows} />
          {list.hasNextPage && (
            <ActionButton busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {t('matters.more')}
            </ActionButton>
          )}
        </>
      ) : Object.keys(search).length ? (
        <NoMatch clear={() => navigate({ to: '/desk/matters', search: {} })}>
          <p>{t('matters.no-match')}</p>
        </NoMatch>
      ) : (
        <Empty>
          <p>{t('matters.empty')}</p>
        </Empty>
      )}
      <Keys />
    </Shell>
  )
}
