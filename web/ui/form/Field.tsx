import type { ReactNode } from 'react'
import type { Problem } from '../../api/client.ts'
import { FieldError, fieldId } from '../ErrorSummary.tsx'
import { t } from '../t.ts'
import { DateInput } from './DateInput.tsx'
import { Rows } from './Rows.tsx'
import { labelOf, type Question } from './schema.ts'

export type FieldProps = {
  /** The path of the answer, as problems name it: "members.0.name". */
  name: string
  q: Question
  value: unknown
  onChange: (value: unknown) => void
  required?: boolean
  problems?: Problem[]
  /** One question a page: the label is the page's h1. */
  asTitle?: boolean
  autoComplete?: string
}

/** One question of a form, drawn from its schema. Controlled by what the person typed; `tidy` makes answers of it. */
export function Field(props: FieldProps) {
  const { name, q, problems = [], asTitle, required } = props
  const id = fieldId(name)
  const failed = problems.some((p) => p.field === name || p.field.startsWith(`${name}.`))
  const described =
    [q.description && `${id}-hint`, problems.some((p) => p.field === name) && `${id}-error`]
      .filter(Boolean)
      .join(' ') || undefined
  const words = (
    <>
      {q.title ?? name}
      {!required && <span className="optional">{t('form.optional')}</span>}
    </>
  )
  const label = asTitle ? <h1 className="label-title">{words}</h1> : words
  const hint = q.description && (
    <p className="hint" id={`${id}-hint`}>
      {q.description}
    </p>
  )
  const error = <FieldError field={name} problems={problems} />
  const grouped = q.type === 'array' || q.type === 'boolean' || q.format === 'date' || (q.enum && q.enum.length <= 8)
  if (!grouped)
    return (
      <div className={failed ? 'field failed' : 'field'}>
        <label htmlFor={id}>{label}</label>
        {hint}
        {error}
        <Control {...props} id={id} describedBy={described} failed={failed} />
      </div>
    )
  return (
    <fieldset id={id} className={failed ? 'field failed' : 'field'} aria-describedby={described}>
      <legend>{label}</legend>
      {hint}
      {error}
      {q.type === 'boolean' ? (
        <Choices
          {...props}
          id={id}
          options={[
            [true, t('form.yes')],
            [false, t('form.no')],
          ]}
        />
      ) : q.type === 'array' && q.items?.properties ? (
        <Rows {...props} Each={Field} />
      ) : q.type === 'array' ? (
        <Choices {...props} id={id} many options={(q.items?.enum ?? []).map((v) => [v, labelOf(q.items ?? {}, v)])} />
      ) : q.format === 'date' ? (
        <DateInput id={id} value={String(props.value ?? '')} onChange={props.onChange} failed={failed} />
      ) : (
        <Choices {...props} id={id} options={(q.enum ?? []).map((v) => [v, labelOf(q, v)])} />
      )}
    </fieldset>
  )
}

function Control({
  q,
  value,
  onChange,
  id,
  describedBy,
  failed,
  required,
  autoComplete,
}: FieldProps & { id: string; describedBy: string | undefined; failed: boolean }) {
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': failed || undefined,
    'aria-required': required || undefined,
    value: value === undefined || value === null ? '' : String(value),
  }
  if (q.enum)
    return (
      <select {...common} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t('form.choose')}</option>
        {q.enum.map((v) => (
          <option key={v} value={v}>
            {labelOf(q, v)}
          </option>
        ))}
      </select>
    )
  if ((q.maxLength ?? 0) > 100) return <textarea {...common} rows={4} onChange={(e) => onChange(e.target.value)} />
  const numeric = q.type === 'integer' || q.type === 'number'
  return (
    <input
      {...common}
      type={q['x-pii'] === 'phone' || q.format === 'cn-phone' ? 'tel' : 'text'}
      inputMode={q.type === 'integer' ? 'numeric' : numeric ? 'decimal' : undefined}
      className={numeric ? 'short' : undefined}
      autoComplete={autoComplete ?? 'off'}
      spellCheck={false}
      onChange={(e) => onChange(e.target.value)}
    />
  )
}

type Option = [string | number | boolean, ReactNode]
function Choices({
  id,
  options,
  many,
  value,
  onChange,
}: FieldProps & { id: string; options: Option[]; many?: boolean }) {
  const chosen: unknown[] = many && Array.isArray(value) ? value : []
  const toggle = (v: unknown) => onChange(chosen.includes(v) ? chosen.filter((x) => x !== v) : [...chosen, v])
  return (
    <div className="choices">
      {options.map(([v, words]) => (
        <label key={String(v)} className="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={id}
            checked={many ? chosen.includes(v) : value === v}
            onChange={() => (many ? toggle(v) : onChange(v))}
          />
          <span>{words}</span>
        </label>
      ))}
    </div>
  )
}
