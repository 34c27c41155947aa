import { useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, tidy } from '../../ui/form/schema.ts'
import { t } from '../../ui/t.ts'
import type { KeptFigure } from './Kept.tsx'

/** A value set by hand stands beside the reckoned one, with its reason and who signed for it. */
export function Override({ kept, unit }: { kept: KeptFigure; unit: string }) {
  const [open, setOpen] = useState(false)
  const [given, setGiven] = useState<Answers>({})
  const put = useAct(
    (body: { value: number; reason: string }, key: string) =>
      change('POST', '/api/kept-figures/{id}/override', { path: { id: kept.id }, key, body }),
    () => setOpen(false),
  )
  if (!open)
    return (
      <ActionButton why={kept.may.override} onClick={() => setOpen(true)}>
        {t('figures.kept.override')}
      </ActionButton>
    )
  const problems = problemsOf(put.error)
  const fields = {
    value: { title: t('figures.kept.override.value', { unit }), type: 'number' as const },
    reason: { title: t('figures.kept.override.reason'), maxLength: 300 },
  }
  return (
    <form
      className="panel"
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        put.mutate(tidy({ properties: fields }, given) as { value: number; reason: string })
      }}
    >
      <ErrorSummary problems={problems} />
      <p className="hint">{t('figures.kept.override.hint')}</p>
      {Object.entries(fields).map(([name, q]) => (
        <Field
          key={name}
          name={name}
          q={q}
          required
          value={given[name]}
          problems={problems}
          onChange={(v) => setGiven({ ...given, [name]: v })}
        />
      ))}
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={put.isPending}>
          {t('figures.kept.override')}
        </ActionButton>
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
