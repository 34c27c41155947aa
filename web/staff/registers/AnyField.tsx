import type { ReactNode } from 'react'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Field, type FieldProps } from '../../ui/form/Field.tsx'
import { Rows } from '../../ui/form/Rows.tsx'
import { t } from '../../ui/t.ts'
import type { RegisterField } from './data.ts'
import { headed } from './Lines.tsx'
import { LinkField } from './LinkField.tsx'

type Props = Omit<FieldProps, 'q'> & { q: RegisterField; own?: boolean; register: string }

/** One field of a register: as a form's question, with its unit; links found by name, also within rows. */
export function AnyField({ own, ...props }: Props) {
  const q: RegisterField = {
    ...props.q,
    title: headed({ title: props.q.title ?? props.name, unit: props.q['x-unit'] ?? null }),
  }
  if (q['x-link']) return <LinkField {...props} q={q} {...(own && { own })} />
  if (q.type !== 'array' || !q.items?.properties) return <Field {...props} q={q} />
  const id = fieldId(props.name)
  const Each = eachOf(props.register)
  const failed = props.problems?.some((p) => p.field === props.name || p.field.startsWith(`${props.name}.`))
  return (
    <fieldset id={id} className={failed ? 'field failed' : 'field'}>
      <legend>
        {q.title}
        {!props.required && <span className="optional">{t('form.optional')}</span>}
      </legend>
      {q.description && <p className="hint">{q.description}</p>}
      <FieldError field={props.name} problems={props.problems ?? []} />
      <Rows {...props} q={q} Each={Each} />
    </fieldset>
  )
}

/** One component a register, so that what is being typed in a row is not drawn anew. */
const each = new Map<string, (props: FieldProps) => ReactNode>()
function eachOf(register: string) {
  const known = each.get(register) ?? ((props: FieldProps) => <AnyField {...props} register={register} />)
  each.set(register, known)
  return known
}
