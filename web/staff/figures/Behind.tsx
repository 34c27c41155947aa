import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused, read } from '../../api/client.ts'
import { Empty, Loading, NoMatch, NoPermission, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { DataTable } from '../pages/DataTable.tsx'
import type { Asked, Card } from './data.ts'

const page = 50

/** The rows behind a figure: the same query, not summed. Of a share, what counted and what did not can be looked at apart. */
export function Behind({
  card,
  asked,
  only,
  onOnly,
}: {
  card: Card
  asked: Asked
  only: string | undefined
  onOnly: (only: string | undefined) => void
}) {
  const [at, setAt] = useState(0)
  const { data, error, refetch } = useQuery({
    queryKey: ['indicator-rows', card.id, asked],
    queryFn: ({ signal }) => read('/api/indicators/{id}/rows', { path: { id: card.id }, query: asked }, signal),
  })
  if (error instanceof Refused && error.status === 404)
    return (
      <NoPermission>
        <p>{t('figures.rows.not-yours')}</p>
      </NoPermission>
    )
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (!data.rows.length)
    return (
      <Empty>
        <p>{t('figures.rows.none')}</p>
      </Empty>
    )
  const shares = card.kind === 'share'
  const rows = data.rows.filter((r) => !shares || !only || r.counted === (only === 'counted'))
  const columns = shares ? data.columns : data.columns.filter((c) => c !== 'counted')
  const from = at * page < rows.length ? at * page : 0
  return (
    <>
      {data.more && <p>{t('figures.rows.more')}</p>}
      {shares && (
        <div className="actions no-print">
          {([undefined, 'counted', 'rest'] as const).map((o) => (
            <button
              key={o ?? 'all'}
              type="button"
              className="plain"
              aria-pressed={only === o}
              onClick={() => {
                setAt(0)
                onOnly(o)
              }}
            >
              {t(`figures.only.${o ?? 'all'}`)}
            </button>
          ))}
        </div>
      )}
      {rows.length ? (
        <>
          <DataTable
            caption={t('figures.rows', { name: card.name })}
            columns={columns}
            rows={rows.slice(from, from + page)}
          />
          {rows.length > page && (
            <div className="pager no-print">
              <button type="button" className="plain" disabled={from === 0} onClick={() => setAt(from / page - 1)}>
                {t('figures.page.before')}
              </button>
              <span>
                {t('figures.page', { from: from + 1, to: Math.min(from + page, rows.length), of: rows.length })}
              </span>
              <button
                type="button"
                className="plain"
                disabled={from + page >= rows.length}
                onClick={() => setAt(from / page + 1)}
              >
                {t('figures.page.after')}
              </button>
            </div>
          )}
        </>
      ) : (
        <NoMatch clear={() => onOnly(undefined)}>
          <p>{t('figures.rows.no-match')}</p>
        </NoMatch>
      )}
    </>
  )
}
