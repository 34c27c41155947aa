import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { Report } from './data.ts'

/** All versions, and two of them side by side by sentence. */
export function Versions({ report }: { report: Report }) {
  const last = report.versions.at(-1)?.n ?? 1
  const [from, setFrom] = useState(Math.max(1, last - 1))
  const [to, setTo] = useState(last)
  const choose = (label: string, value: number, set: (n: number) => void) => (
    <div className="field">
      <label htmlFor={label}>{t(`reports.versions.${label}`)}</label>
      <select id={label} value={value} onChange={(e) => set(Number(e.target.value))}>
        {report.versions.map((v) => (
          <option key={v.n} value={v.n}>
            {t('reports.version', { n: v.n })}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <>
      <Part title={t('reports.versions')}>
        <ol className="rows">
          {report.versions.toReversed().map((v) => (
            <li key={v.n}>
              <Link
                className="row-link"
                to="/desk/reports/$id"
                params={{ id: report.id }}
                search={{ version: String(v.n) }}
              >
                <strong>{t('reports.version', { n: v.n })}</strong>
                <span className="soft">
                  {v.note} · {v.madeBy} · {moment(v.madeAt)}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('reports.changes')}>
        <div className="fields">
          {choose('from', from, setFrom)}
          {choose('to', to, setTo)}
        </div>
        <Changes id={report.id} from={from} to={to} />
      </Part>
    </>
  )
}

function Changes({ id, from, to }: { id: string; from: number; to: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['report', id, 'changes', from, to],
    queryFn: ({ signal }) => read('/api/reports/{id}/changes', { path: { id }, query: { from, to } }, signal),
  })
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (data.changes.every((c) => c.kind === 'same') && !data.figures.length)
    return (
      <NoMatch>
        <p>{t('reports.changes.none')}</p>
      </NoMatch>
    )
  return (
    <>
      {data.figures.length > 0 && (
        <ul>
          {data.figures.map((f) => (
            <li key={f.mark}>
              {t('reports.changes.figure', {
                mark: f.mark,
                before: f.before ?? t('reports.no-figure'),
                after: f.after,
              })}
            </li>
          ))}
        </ul>
      )}
      <div className="report-changes">
        {data.changes.map((c, i) => {
          const key = `${i}`
          return c.kind === 'gone' ? (
            <del key={key}>{c.text}</del>
          ) : c.kind === 'new' ? (
            <ins key={key}>{c.text}</ins>
          ) : (
            <span key={key}>{c.text}</span>
          )
        })}
      </div>
    </>
  )
}
