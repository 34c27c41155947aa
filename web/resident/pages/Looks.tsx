import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { moment } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

type Look = Answer<'get', '/api/held/looks'>['rows'][number]

/** Who looked at what is held about me, newest first: who, when, what, why. */
export function Looks() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['looks'],
    queryFn: ({ pageParam, signal }) =>
      read('/api/held/looks', { query: pageParam ? { before: pageParam } : {} }, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const rows = data?.pages.flatMap((p) => p.rows)
  return (
    <Shell title={t('looks.title')} back={<Back to="/held" />}>
      <p>{t('looks.lead')}</p>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !rows ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty>
          <p>{t('looks.none')}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {rows.map((r, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: newest first, and nothing is ever taken away
            <li key={`${r.at} ${i}`} className="look">
              <strong>{whoOf(r)}</strong>
              <span>
                {t(`looks.did.${r.what === 'person.looked-up' ? (r.how ?? 'window') : r.what.split('.')[1]}`)}
              </span>
              {r.purpose && <span>{t('looks.purpose', { purpose: r.purpose })}</span>}
              <span className="soft">
                {moment(r.at)}
                {r.number && ` · ${t('looks.number', { number: r.number })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <ActionButton busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('looks.more')}
        </ActionButton>
      )}
      <p>{t('looks.wrong')}</p>
      <p>
        <Link to="/held">{t('held.title')}</Link>
      </p>
    </Shell>
  )
}

/** Who may open files at all: the words for other duties are the desks' own. */
const known = ['clerk', 'grid-worker', 'grid-head', 'data-manager']
const whoOf = (r: Look) =>
  r.unit && r.duty && known.includes(r.duty)
    ? t('looks.who', { unit: r.unit, capacity: t(`looks.duty.${r.duty}`) })
    : namedOf(r)
const namedOf = (r: Look) =>
  r.unit && r.capacity && !r.unit.includes(r.capacity)
    ? t('looks.who', { unit: r.unit, capacity: r.capacity })
    : (r.unit ?? r.capacity ?? t('looks.unknown'))
