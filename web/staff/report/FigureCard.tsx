import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { day } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { DataTable } from '../pages/DataTable.tsx'
import type { Figure } from './data.ts'

/** What a figure is, where it comes from, how far it has come, and the rows it is made of. */
export function FigureCard({ figure: f }: { figure: Figure }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <h2>{f.title}</h2>
      <p className="report-value">{f.text}</p>
      <dl className="report-card">
        <dt>{t('reports.figure.class')}</dt>
        <dd>{t(`reports.class.${f.class}`)}</dd>
        <dt>{t('reports.figure.source')}</dt>
        <dd>{f.source}</dd>
        {f.asked && (
          <>
            <dt>{t('reports.figure.period')}</dt>
            <dd>
              {f.asked.from
                ? t('reports.figure.span', { from: day(f.asked.from), to: day(f.asked.to) })
                : t(f.asked.period ? 'reports.figure.until' : 'reports.figure.at', { to: day(f.asked.to) })}
            </dd>
          </>
        )}
        {f.now && (
          <>
            <dt>{t('reports.figure.now')}</dt>
            <dd>{f.now}</dd>
          </>
        )}
        {f.status && (
          <>
            <dt>{t('reports.figure.status')}</dt>
            <dd>{t(`reports.figure.status.${f.status}`)}</dd>
          </>
        )}
        {f.note && (
          <>
            <dt>{t('reports.figure.note')}</dt>
            <dd>{f.note}</dd>
          </>
        )}
      </dl>
      {f.indicator && f.asked && (
        <>
          <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'reports.rows.close' : 'reports.rows.open', { n: f.rows ?? 0 })}
          </button>
          {open && <Rows indicator={f.indicator} asked={f.asked} title={f.title} />}
        </>
      )}
    </>
  )
}

function Rows({ indicator, asked, title }: { indicator: string; asked: NonNullable<Figure['asked']>; title: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['indicator-rows', indicator, asked],
    queryFn: ({ signal }) => read('/api/indicators/{id}/rows', { path: { id: indicator }, query: asked }, signal),
  })
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (!data.rows.length)
    return (
      <Empty>
        <p>{t('reports.rows.none')}</p>
      </Empty>
    )
  return (
    <>
      {data.more && <p>{t('ledgers.more')}</p>}
      <DataTable caption={title} columns={data.columns} rows={data.rows} />
    </>
  )
}
