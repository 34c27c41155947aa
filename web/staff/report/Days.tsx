import { useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Alarm } from './Alarm.tsx'
import type { Report } from './data.ts'

/** The days counted back from the meeting, and what the report promises. */
export function Days({ report }: { report: Report }) {
  return (
    <>
      <Part title={t('reports.nodes')}>
        <ol className="report-days">
          {report.nodes.map((n) => (
            <li key={n.node}>
              <strong>{day(n.dueOn)}</strong> {n.title} <Alarm state={n.alarm} />
              <br />
              <span className="soft">
                {n.law}
                {n.doneOn && t('reports.node.done', { day: day(n.doneOn), by: n.doneBy ?? '' })}
              </span>
              {!n.doneOn && <Pass report={report} node={n.node} title={n.title} />}
            </li>
          ))}
          <li>
            <strong>{day(report.meetingOn)}</strong> {t('reports.node.meeting', { audience: report.audience })}
          </li>
        </ol>
      </Part>
      <Part title={t('reports.promises')}>
        {report.promises.length ? (
          <Promises report={report} />
        ) : (
          <Empty>
            <p>{t('reports.promises.none')}</p>
          </Empty>
        )}
      </Part>
    </>
  )
}

function Pass({ report, node, title }: { report: Report; node: string; title: string }) {
  const { has } = useDuties()
  const [doneOn, setDoneOn] = useState('')
  const pass = useAct((on: string, key: string) =>
    change('POST', '/api/reports/{id}/nodes/{node}', { path: { id: report.id, node }, key, body: { doneOn: on } }),
  )
  if (!has('statistician')) return null
  const wrong = problemsOf(pass.error)[0]?.message
  return (
    <div className="report-pass">
      {wrong ? <p className="field-error">{wrong}</p> : pass.error && <Trouble error={pass.error} />}
      <label htmlFor={`node-${node}`}>
        {t('reports.node.on')}
        <span className="visually-hidden">{title}</span>
      </label>
      <input id={`node-${node}`} type="date" value={doneOn} onChange={(e) => setDoneOn(e.target.value)} />
      <ActionButton
        busy={pass.isPending}
        why={doneOn ? null : t('reports.node.first')}
        onClick={() => pass.mutate(doneOn)}
      >
        {t('reports.node.pass')}
      </ActionButton>
    </div>
  )
}

function Promises({ report }: { report: Report }) {
  return (
    <div className="table-scroll">
      <table className="table rows-table">
        <thead>
          <tr>
            {['text', 'owner', 'due', 'became'].map((c) => (
              <th key={c} scope="col">
                {t(`reports.promise.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.promises.map((p) => (
            <tr key={p.n}>
              <td data-label={t('reports.promise.text')}>{p.text}</td>
              <td data-label={t('reports.promise.owner')}>{p.ownerName}</td>
              <td data-label={t('reports.promise.due')}>{p.dueOn && day(p.dueOn)}</td>
              <td data-label={t('reports.promise.became')}>
                <Became report={report} promise={p} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const outcomes = ['kept', 'partly', 'not'] as const
function Became({ report, promise: p }: { report: Report; promise: Report['promises'][number] }) {
  const { has } = useDuties()
  const [note, setNote] = useState('')
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('kept')
  const settle = useAct((given: { outcome: (typeof outcomes)[number]; note: string }, key: string) =>
    change('POST', '/api/reports/{id}/promises/{n}', {
      path: { id: report.id, n: String(p.n) },
      key,
      body: given,
    }),
  )
  if (p.outcome)
    return (
      <>
        {t(`reports.outcome.${p.outcome}`)}
        <br />
        <span className="soft">{p.note}</span>
      </>
    )
  const given = report.status === 'delivered' || report.status === 'closed'
  if (!given || !has('statistician', 'head', 'handler')) return <>{t('reports.outcome.open')}</>
  return (
    <>
      {settle.error && <Trouble error={settle.error} />}
      <div className="field">
        <label htmlFor={`outcome-${p.n}`}>{t('reports.promise.outcome')}</label>
        <select
          id={`outcome-${p.n}`}
          value={outcome}
          onChange={(e) => setOutcome(e.target.value as (typeof outcomes)[number])}
        >
          {outcomes.map((o) => (
            <option key={o} value={o}>
              {t(`reports.outcome.${o}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`note-${p.n}`}>{t('reports.promise.note')}</label>
        <input id={`note-${p.n}`} type="text" maxLength={500} value={note} onChange={(e) => setNote(e.target.value)} />
      </div>
      <ActionButton
        busy={settle.isPending}
        why={note.trim() ? null : t('reports.promise.first')}
        onClick={() => settle.mutate({ outcome, note: note.trim() })}
      >
        {t('reports.promise.settle')}
      </ActionButton>
    </>
  )
}
