import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { useSession } from '../../ui/session.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Period } from './Period.tsx'

type Audit = Answer<'get', '/api/looks'>
const columns = ['account', 'persons', 'opened', 'revealed', 'taken', 'lines'] as const

/** Who looked at whom and why: whoever stands out first, then each look. */
export function Looks() {
  const { from, to, account } = useSearch({ strict: false }) as { from?: string; to?: string; account?: string }
  const { data: me } = useSession()
  const today = me?.now ? new Date(Date.parse(me.now) + 8 * 3_600_000).toISOString().slice(0, 10) : ''
  const days = { from: from ?? today, to: to ?? today }
  const go = useGo()
  const where = (search: Record<string, string | undefined>) =>
    go({ to: '/desk/looks', search: { from, to, account, ...search } })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['looks', days, account],
    queryFn: ({ pageParam, signal }) =>
      read('/api/looks', { query: { ...days, account, ...(pageParam && { before: pageParam }) } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: Boolean(today),
  })
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((p) => p.rows) ?? []
  const who = first?.lookers.find((l) => l.account === account)?.name ?? account
  return (
    <Shell title={t('looks.title')}>
      {today && <Period {...days} onChange={where} />}
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !first ? (
        <Loading />
      ) : !first.lookers.length ? (
        <Empty>
          <p>{t('looks.none')}</p>
        </Empty>
      ) : (
        <>
          <Lookers audit={first} onChoose={(id) => where({ account: id })} />
          <Part title={account ? t('looks.each-of', { who: who ?? '' }) : t('looks.each')}>
            {account && (
              <p>
                <button type="button" className="plain" onClick={() => where({ account: undefined })}>
                  {t('looks.all')}
                </button>
              </p>
            )}
            {rows.length ? (
              <Each rows={rows} />
            ) : (
              <NoMatch clear={() => where({ account: undefined })}>
                <p>{t('looks.no-match')}</p>
              </NoMatch>
            )}
            {hasNextPage && (
              <ActionButton busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
                {t('looks.more')}
              </ActionButton>
            )}
          </Part>
        </>
      )}
    </Shell>
  )
}

function Lookers({ audit, onChoose }: { audit: Audit; onChoose: (account: string) => void }) {
  return (
    <Part title={t('looks.lookers')}>
      <p>{t('looks.usual', { n: audit.usual })}</p>
      <TableScroll label={t('looks.table', { of: t('looks.lookers') })}>
        <table className="table leading">
          <thead>
            <tr>
              {columns.map((c) => (
                <th key={c} scope="col">
                  {t(`looks.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {audit.lookers.map((l) => (
              <tr key={l.account}>
                <th scope="row">
                  <button type="button" className="quiet" onClick={() => onChoose(l.account)}>
                    {l.name}
                  </button>
                  <br />
                  <span className="soft">{l.unit}</span>
                </th>
                <td>
                  {l.persons}
                  {l.standsOut && <strong className="mark">{t('looks.stands-out')}</strong>}
                </td>
                <td>{l.opened}</td>
                <td>{l.revealed}</td>
                <td>{l.taken}</td>
                <td>{l.lines}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Part>
  )
}

const Each = ({ rows }: { rows: Audit['rows'] }) => (
  <TableScroll label={t('looks.table', { of: t('looks.each') })}>
    <table className="table">
      <thead>
        <tr>
          {['at', 'account', 'person', 'what', 'why'].map((c) => (
            <th key={c} scope="col">
              {t(`looks.${c}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((r, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: newest first, and nothing is ever taken away
          <tr key={`${r.at} ${i}`}>
            <td>{moment(r.at)}</td>
            <td>
              {r.name}
              <br />
              <span className="soft">
                {[r.unit, r.duty ? t(`duty.${r.duty}`) : r.capacity].filter(Boolean).join(' ')}
              </span>
            </td>
            <td>{r.person ?? t('looks.many', { n: r.lines ?? 0 })}</td>
            <td>{t(`looks.did.${r.what === 'person.looked-up' ? (r.how ?? 'window') : r.what.split('.')[1]}`)}</td>
            <td>{[r.purpose, r.number].filter(Boolean).join(' ') || t('looks.no-purpose')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
)
