import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Shell } from '../Shell.tsx'
import { AskExport } from './AskExport.tsx'
import { ExportCard } from './ExportCard.tsx'

export type ExportPage = Answer<'get', '/api/exports'>
export type ExportLine = ExportPage['mine'][number]

/** Lists that leave: what I asked for, what waits for my word, what was decided. */
export function Exports() {
  const { data, error, refetch } = useQuery({
    queryKey: ['exports'],
    queryFn: ({ signal }) => read('/api/exports', {}, signal),
    refetchInterval: (q) => (q.state.data?.mine.some((r) => r.state === 'making') ? 1000 : false),
  })
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState<{ number: string; lines: number }>()
  return (
    <Shell title={t('exports.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <p>{t('exports.lead')}</p>
          {asked && <p role="status">{t('exports.asked', asked)}</p>}
          {data.kinds.length > 0 &&
            (asking ? (
              <AskExport
                page={data}
                onDone={(got) => {
                  setAsked(got)
                  setAsking(false)
                }}
                onCancel={() => setAsking(false)}
              />
            ) : (
              <p>
                <button type="button" className="main" onClick={() => setAsking(true)}>
                  {t('exports.ask')}
                </button>
              </p>
            ))}
          {data.toDecide.length > 0 && <List title="exports.to-decide" rows={data.toDecide} />}
          {data.kinds.length > 0 &&
            (data.mine.length ? (
              <List title="exports.mine" rows={data.mine} />
            ) : (
              <Part title={t('exports.mine')}>
                <Empty>
                  <p>{t('exports.mine.none')}</p>
                </Empty>
              </Part>
            ))}
          {data.decided.length > 0 && <List title="exports.decided" rows={data.decided} />}
          {!data.kinds.length && !data.toDecide.length && !data.decided.length && (
            <Empty>
              <p>{t('exports.none')}</p>
            </Empty>
          )}
        </>
      )}
    </Shell>
  )
}

const List = ({ title, rows }: { title: string; rows: ExportLine[] }) => (
  <Part title={`${t(title)} ${t('home.count', { n: rows.length })}`}>
    <ul className="task-list">
      {rows.map((r) => (
        <ExportCard key={r.id} r={r} where={title} />
      ))}
    </ul>
  </Part>
)
