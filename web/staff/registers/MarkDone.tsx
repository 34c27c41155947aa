import { useId, useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, type Question, tidy } from '../../ui/form/schema.ts'
import { t } from '../../ui/t.ts'
import { useToday } from './data.ts'

/** A duty is done on a day; what it came to is said in a word. */
export function MarkDone({
  register,
  entry,
  due,
  may,
}: {
  register: string
  entry: string
  due: { duty: string; dueOn: string; title: string }
  may: boolean
}) {
  const scope = useId().replace(/\W/g, '')
  const today = useToday()
  const [open, setOpen] = useState(false)
  const [given, setGiven] = useState<Answers>({})
  const asks: Record<string, Question> = {
    doneOn: { type: 'string', format: 'date', title: t('register.done-on') },
    note: { type: 'string', title: t('register.done-note'), maxLength: 90 },
  }
  const act = useAct(
    (body: Answers, key: string) =>
      change('POST', '/api/registers/{register}/entries/{id}/duties', {
        key,
        path: { register, id: entry },
        body: { duty: due.duty, dueOn: due.dueOn, ...tidy({ properties: asks }, body) } as never,
      }),
    () => setOpen(false),
  )
  const problems = problemsOf(act.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  if (!open)
    return (
      <ActionButton
        why={may ? null : t('register.keeper-only')}
        onClick={() => {
          setGiven({ doneOn: today })
          setOpen(true)
        }}
      >
        {t('register.mark-done')}
        <span className="visually-hidden">{due.title}</span>
      </ActionButton>
    )
  return (
    <form
      className="panel mark-done"
      noValidate
      aria-label={`${t('register.mark-done')} ${due.title}`}
      onSubmit={(e) => {
        e.preventDefault()
        if (!act.isPending) act.mutate(given)
      }}
    >
      <ErrorSummary problems={problems} />
      {Object.entries(asks).map(([name, q]) => (
        <Field
          key={name}
          name={`${scope}.${name}`}
          q={q}
          value={given[name]}
          required={name === 'doneOn'}
          problems={problems}
          onChange={(v) => setGiven({ ...given, [name]: v })}
        />
      ))}
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={act.isPending}>
          {t('register.mark-done')}
        </ActionButton>
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
