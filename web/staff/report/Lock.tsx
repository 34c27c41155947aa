import { useRef } from 'react'
import { change, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Part } from '../../ui/Page.tsx'
import { Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import type { Report } from './data.ts'

/** What a second person has yet to look at; the head of a unit for its own. */
export function Review({ report }: { report: Report }) {
  const { has } = useDuties()
  const marks = report.figures.flatMap((f) => (f.status === 'draft' || f.status === 'department' ? f.mark : []))
  const review = useAct((given: string[], key: string) =>
    change('POST', '/api/reports/{id}/review', { path: { id: report.id }, key, body: { marks: given } }),
  )
  const newest = report.version === report.versions.at(-1)?.n
  if (!has('leader', 'supervisor', 'head') || report.status !== 'draft' || !newest) return null
  return (
    <div className="no-print">
      <Part title={t('reports.review')}>
        {review.error && <Trouble error={review.error} />}
        {marks.length ? (
          <>
            <p>{t('reports.review.about', { n: marks.length })}</p>
            <ActionButton kind="main" busy={review.isPending} onClick={() => review.mutate(marks)}>
              {t('reports.review.do')}
            </ActionButton>
          </>
        ) : (
          <p>{t('reports.review.none')}</p>
        )}
      </Part>
    </div>
  )
}

/** The steps of the whole: locked, given, ended. What is still lacking is told before anybody presses. */
export function Lock({ report }: { report: Report }) {
  const { has } = useDuties()
  const dialog = useRef<HTMLDialogElement>(null)
  const step = useAct(
    (path: 'lock' | 'delivery' | 'closing', key: string) =>
      change('POST', `/api/reports/{id}/${path}` as '/api/reports/{id}/lock', {
        path: { id: report.id },
        key,
        body: {},
      }),
    () => dialog.current?.close(),
  )
  if (!has('statistician') || report.status === 'closed') return null
  const lacking = report.may.lock
  return (
    <div className="no-print">
      <Part title={t('reports.step')}>
        {step.error && <Trouble error={step.error} />}
        <div className="actions">
          {report.status === 'draft' ? (
            <ActionButton kind="main" onClick={() => dialog.current?.showModal()}>
              {t('reports.lock')}
            </ActionButton>
          ) : report.status === 'locked' ? (
            <ActionButton
              kind="main"
              why={report.may.deliver}
              busy={step.isPending}
              onClick={() => step.mutate('delivery')}
            >
              {t('reports.deliver')}
            </ActionButton>
          ) : (
            <ActionButton
              kind="main"
              why={report.may.close}
              busy={step.isPending}
              onClick={() => step.mutate('closing')}
            >
              {t('reports.close')}
            </ActionButton>
          )}
        </div>
      </Part>
      <dialog ref={dialog} className="sheet report-lock" aria-labelledby="lock-title">
        <h2 id="lock-title">{t('reports.lock')}</h2>
        {lacking.length ? (
          <>
            <p>{t('reports.lock.lacking', { n: lacking.length })}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrollable by keys */}
            <ul className="report-lacking" tabIndex={0} aria-label={t('reports.lock.list')}>
              {lacking.map((l) => (
                <li key={l}>{l}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t('reports.lock.ready')}</p>
        )}
        <div className="actions">
          {lacking.length === 0 && (
            <ActionButton kind="main" busy={step.isPending} onClick={() => step.mutate('lock')}>
              {t('reports.lock.do')}
            </ActionButton>
          )}
          <button type="button" className="plain" onClick={() => dialog.current?.close()}>
            {t('reports.lock.back')}
          </button>
        </div>
      </dialog>
    </div>
  )
}
