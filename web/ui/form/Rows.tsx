import type { ComponentType } from 'react'
import { t } from '../t.ts'
import type { FieldProps } from './Field.tsx'
import { type Answers, isRequired } from './schema.ts'

/** Several of a kind (members of a household), each with the same few questions. */
export function Rows({
  name,
  q,
  value,
  onChange,
  problems = [],
  Each,
}: FieldProps & { Each: ComponentType<FieldProps> }) {
  const rows = Array.isArray(value) ? (value as Answers[]) : []
  const row = q.items ?? {}
  const set = (i: number, field: string, v: unknown) =>
    onChange(rows.map((r, n) => (n === i ? { ...r, [field]: v } : r)))
  return (
    <div className="form-rows">
      {rows.map((r, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <fieldset key={i} className="form-row">
          <legend>{t('form.row', { n: i + 1 })}</legend>
          {Object.entries(row.properties ?? {}).map(([field, sub]) => (
            <Each
              key={field}
              name={`${name}.${i}.${field}`}
              q={sub}
              value={r[field]}
              required={isRequired(row, field)}
              problems={problems}
              onChange={(v) => set(i, field, v)}
            />
          ))}
          <button type="button" className="plain" onClick={() => onChange(rows.filter((_, n) => n !== i))}>
            {t('form.remove-row', { n: i + 1 })}
          </button>
        </fieldset>
      ))}
      {rows.length < (q.maxItems ?? 30) && (
        <button type="button" className="plain" onClick={() => onChange([...rows, {}])}>
          {t('form.add-row')}
        </button>
      )}
    </div>
  )
}
