import { useId, useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, type Question, tidy } from '../../ui/form/schema.ts'
import { t } from '../../ui/t.ts'
import type { Definition, Search } from './data.ts'

/** The list as it stands, as a file: for what is said first, and kept. */
export function Export({ def, search, close }: { def: Definition; search: Search; close: () => void }) {
  const scope = useId().replace(/\W/g, '')
  const [given, setGiven] = useState<Answers>({ format: 'xlsx' })
  const asks: Record<string, Question> = {
    purpose: { type: 'string', title: t('register.export.purpose'), maxLength: 90 },
    format: {
      type: 'string',
      title: t('register.export.format'),
      enum: ['xlsx', 'csv'],
      'x-labels': { xlsx: t('register.export.xlsx'), csv: t('register.export.csv') },
    },
  }
  const get = useAct(
    (body: Answers, key: string) =>
      change('POST', '/api/registers/{register}/exports', {
        key,
        path: { register: def.id },
        body: { ...search, ...tidy({ properties: asks }, body) } as never,
      }),
    ({ id, name }) => {
      const link = document.createElement('a')
      link.href = `/api/registers/${def.id}/exports/${id}`
      link.download = name
      link.click()
    },
  )
  const problems = problemsOf(get.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  return (
    <form
      className="panel act-form no-print"
      aria-label={t('register.export')}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (!get.isPending) get.mutate(given)
      }}
    >
      <ErrorSummary problems={problems} />
      {get.data && !get.error && <p role="status">{t('register.export.done', { name: get.data.name })}</p>}
      <p className="hint">{t('register.export.about')}</p>
      <div className="fields">
        {Object.entries(asks).map(([name, q]) => (
          <Field
            key={name}
            name={`${scope}.${name}`}
            q={q}
            value={given[name]}
            required
            problems={problems}
            onChange={(v) => setGiven({ ...given, [name]: v })}
          />
        ))}
      </div>
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={get.isPending}>
          {t('register.export.go')}
        </ActionButton>
        <button type="button" className="quiet" onClick={close}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
