import { useId, useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { inGroups, moment } from '../../ui/format.ts'
import { Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import type { ExportLine } from './Exports.tsx'

/** One request: what, of where, why; and what can be done with it here. */
export function ExportCard({ r, where }: { r: ExportLine; where: string }) {
  const id = useId()
  const full = r.columns.filter((c) => c.full)
  const masked = r.columns.filter((c) => !c.full)
  const names = (list: typeof masked) => list.map((c) => c.title).join(t('home.comma'))
  return (
    <li className="task" aria-labelledby={id}>
      <h3 id={id}>
        {t('exports.what', { what: r.title, place: r.place })} <span className="soft">{inGroups(r.number)}</span>
      </h3>
      <p className="facts">
        <strong>{t(`exports.state.${r.state}`)}</strong>
        <span>{t('exports.lines', { n: r.lines })}</span>
        <span>{r.format}</span>
        {r.expiresAt && r.state === 'ready' && (
          <span className="soft">{t('exports.until', { at: moment(r.expiresAt) })}</span>
        )}
      </p>
      <dl className="pairs">
        <Pair name="exports.purpose" value={r.purpose} />
        {masked.length > 0 && <Pair name="exports.columns" value={names(masked)} />}
        {full.length > 0 && <Pair name="exports.columns-full" value={names(full)} />}
        {r.justification && <Pair name="exports.justification" value={r.justification} />}
        <Pair
          name="exports.requester"
          value={t('exports.by', { who: r.requester, unit: r.unit, at: moment(r.requestedAt) })}
        />
        {r.decider && r.decidedAt && (
          <Pair
            name="exports.decider"
            value={t('exports.said', { who: r.decider, at: moment(r.decidedAt), note: r.note ?? '' })}
          />
        )}
      </dl>
      {where === 'exports.mine' && <Mine r={r} />}
      {where === 'exports.to-decide' && <Decide r={r} />}
    </li>
  )
}

const Pair = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{t(name)}</dt>
    <dd>{value}</dd>
  </div>
)

function Mine({ r }: { r: ExportLine }) {
  const take = useAct(() => download(`/api/exports/${r.id}/file`))
  const cancel = useAct((_: object, key: string) =>
    change('POST', '/api/exports/{id}/cancel', { path: { id: r.id }, key, body: {} }),
  )
  if (r.state === 'making')
    return (
      <p role="status">
        <progress max={r.lines} value={r.done} aria-label={t('exports.state.making')} />{' '}
        {t('exports.progress', { done: r.done, lines: r.lines })}
      </p>
    )
  if (r.state === 'waiting')
    return (
      <>
        <ActionButton busy={cancel.isPending} onClick={() => cancel.mutate({})}>
          {t('exports.cancel')}
        </ActionButton>
        {cancel.error && <Trouble error={cancel.error} />}
      </>
    )
  if (r.state !== 'ready') return null
  return (
    <>
      <ActionButton kind="main" why={r.takes} busy={take.isPending} onClick={() => take.mutate(r.taken)}>
        {t('exports.take', { n: r.taken, most: r.mostTaken })}
      </ActionButton>
      <p className="hint">{t('exports.take.hint')}</p>
      {take.error && <Trouble error={take.error} />}
    </>
  )
}

function Decide({ r }: { r: ExportLine }) {
  const scope = useId().replace(/\W/g, '')
  const [note, setNote] = useState('')
  const send = useAct((body: { approve: boolean; note: string }, key: string) =>
    change('POST', '/api/exports/{id}/decision', { path: { id: r.id }, key, body }),
  )
  if (r.decides) return <p className="soft">{r.decides}</p>
  const problems = problemsOf(send.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  return (
    <form noValidate onSubmit={(e) => e.preventDefault()}>
      <ErrorSummary problems={problems} />
      <Field
        name={`${scope}.note`}
        q={{ title: t('exports.note'), maxLength: 200 }}
        value={note}
        required
        problems={problems}
        onChange={(v) => setNote(String(v))}
      />
      <div className="actions">
        <ActionButton
          kind="main"
          busy={send.isPending}
          onClick={() => send.mutate({ approve: true, note: note.trim() })}
        >
          {t('exports.approve')}
        </ActionButton>
        <ActionButton busy={send.isPending} onClick={() => send.mutate({ approve: false, note: note.trim() })}>
          {t('exports.refuse')}
        </ActionButton>
      </div>
    </form>
  )
}
