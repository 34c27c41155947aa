import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { download } from '../../api/download.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { day } from '../../ui/format.ts'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Days } from './Days.tsx'
import { Draft } from './Draft.tsx'
import { reportQuery, type Report as Whole } from './data.ts'
import { Lock, Review } from './Lock.tsx'
import { Opinions } from './Opinions.tsx'
import { Reading } from './Reading.tsx'
import { Versions } from './Versions.tsx'
import './report.css'

const views = ['text', 'draft', 'opinions', 'days', 'versions'] as const

/** One report: to read, with each figure open to its rows; to write; its opinions, days and versions. */
export function Report() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { view = 'text', version } = useSearch({ strict: false }) as { view?: string; version?: string }
  const { data, error, refetch } = useQuery(reportQuery(id, version))
  if (error)
    return (
      <Shell title={t('reports.title')}>
        <Trouble error={error} retry={refetch} />
      </Shell>
    )
  if (!data)
    return (
      <Shell title={t('reports.title')}>
        <Loading />
      </Shell>
    )
  const shown = views.filter((v) => v !== 'draft' || data.may.write === null)
  return (
    <Shell title={data.title}>
      <p className="report-facts">
        {t('reports.facts', {
          audience: data.audience,
          meeting: day(data.meetingOn),
          asOf: day(data.asOf),
          n: data.version,
        })}{' '}
        <strong>{t(`reports.status.${data.status}`)}</strong>
      </p>
      <Files report={data} />
      <nav className="views no-print" aria-label={t('reports.views')}>
        {shown.map((v) => (
          <Link
            key={v}
            to="/desk/reports/$id"
            params={{ id }}
            search={{ view: v === 'text' ? undefined : v, version }}
            {...(v === view && { className: 'active' })}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`reports.view.${v}`)}
          </Link>
        ))}
      </nav>
      {view === 'draft' && data.may.write === null ? (
        <Draft key={data.version} report={data} />
      ) : view === 'opinions' ? (
        <Opinions report={data} />
      ) : view === 'days' ? (
        <Days report={data} />
      ) : view === 'versions' ? (
        <Versions report={data} />
      ) : (
        <Reading report={data} />
      )}
      <Review report={data} />
      <Lock report={data} />
    </Shell>
  )
}

function Files({ report }: { report: Whole }) {
  const [error, setError] = useState<Error | null>(null)
  const take = (format: string) => {
    setError(null)
    download(`/api/reports/${report.id}/file?format=${format}&version=${report.version}`).catch(setError)
  }
  return (
    <div className="no-print">
      {error && <Trouble error={error} />}
      <div className="actions">
        <ActionButton onClick={() => take('docx')}>{t('reports.word')}</ActionButton>
        <ActionButton onClick={() => take('pdf')}>{t('reports.pdf')}</ActionButton>
        <ActionButton kind="quiet" onClick={() => window.print()}>
          {t('reports.print')}
        </ActionButton>
      </div>
    </div>
  )
}
