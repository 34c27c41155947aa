import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { day, inGroups } from '../../ui/format.ts'
import { Deadline } from '../../ui/Light.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

export function Mine() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['matters', 'mine'],
    queryFn: ({ pageParam, signal }) =>
      read('/api/matters', { query: { mine: true, ...(pageParam && { cursor: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const rows = data?.pages.flatMap((p) => p.rows)
  return (
    <Shell title={t('mine.title')} back={<Back to="/" />}>
      <p>
        <Link to="/messages">{t('messages.title')}</Link>
      </p>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !rows ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty>
          <p>{t('mine.none')}</p>
          <p>
            <Link className="button main" to="/items">
              {t('mine.none.start')}
            </Link>
          </p>
        </Empty>
      ) : (
        <ul className="rows">
          {rows.map((r) => (
            <li key={r.number}>
              <Link className="row-link" to="/matters/$number" params={{ number: r.number }}>
                <strong>{r.title}</strong>
                <span>
                  {r.statusText} <Deadline {...r} />
                </span>
                <span className="soft">
                  {t('mine.received', { date: day(r.receivedAt) })} · {inGroups(r.number)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <ActionButton busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('mine.more')}
        </ActionButton>
      )}
    </Shell>
  )
}
