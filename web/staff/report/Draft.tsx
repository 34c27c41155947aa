import { useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useGo } from '../link.ts'
import type { Report } from './data.ts'

/** The text with its marks, and beside it what each mark says now. Saving makes a new version; none is ever changed. */
export function Draft({ report }: { report: Report }) {
  const [body, setBody] = useState(report.body)
  const [note, setNote] = useState('')
  const go = useGo()
  const save = useAct(
    (given: { body?: string; note: string }, key: string) =>
      change('POST', '/api/reports/{id}/versions', { path: { id: report.id }, key, body: given }),
    () => go({ to: '/desk/reports/$id', params: { id: report.id } }),
  )
  const problems = problemsOf(save.error)
  const unused = report.figures.filter((f) => !body.includes(`{{${f.mark}}}`))
  return (
    <div className="report-columns">
      <form
        onSubmit={(e) => {
          e.preventDefault()
          save.mutate({ ...(body !== report.body && { body }), note: note.trim() })
        }}
      >
        {problems.length ? (
          <div className="field-error" role="alert">
            {problems.map((p) => (
              <p key={p.message}>{p.message}</p>
            ))}
          </div>
        ) : (
          save.error && <Trouble error={save.error} />
        )}
        <div className="field">
          <label htmlFor="report-body">{t('reports.draft.body')}</label>
          <p className="hint" id="report-body-hint">
            {t('reports.draft.hint')}
          </p>
          <textarea
            id="report-body"
            aria-describedby="report-body-hint"
            className="report-editor"
            rows={24}
            maxLength={60_000}
            value={body}
            onChange={(e) => setBody(e.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="report-note">{t('reports.draft.note')}</label>
          <input
            id="report-note"
            type="text"
            maxLength={300}
            required
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        </div>
        <div className="actions">
          <ActionButton kind="main" type="submit" busy={save.isPending}>
            {t('reports.draft.save')}
          </ActionButton>
          <ActionButton busy={save.isPending} onClick={() => save.mutate({ note: t('reports.draft.anew') })}>
            {t('reports.draft.reckon')}
          </ActionButton>
        </div>
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrollable by keys */}
      <aside className="report-side" tabIndex={0} aria-label={t('reports.figures')}>
        <h2>{t('reports.figures')}</h2>
        {unused.length > 0 && <p>{t('reports.draft.unused', { n: unused.length })}</p>}
        <dl className="report-marks">
          {report.figures.map((f) => (
            <div key={f.mark} className={`report-mark is-${f.class}`}>
              <dt>
                {f.title} <code>{`{{${f.mark}}}`}</code>
              </dt>
              <dd>
                {f.text}
                <span className="soft"> {f.source}</span>
              </dd>
            </div>
          ))}
        </dl>
      </aside>
    </div>
  )
}
