import { useEffect, useRef } from 'react'
import type { Problem } from '../api/client.ts'
import { t } from './t.ts'

/** The id under which a field's control stands, so that the summary can lead to it. */
export const fieldId = (field: string) => `field-${field.replace(/\./g, '-')}`

/** Above the title, always, even for one error; takes the focus each time problems arrive; each leads to its field. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
  const box = useRef<HTMLDivElement>(null)
  // By what they say: the same problems drawn again, as the person types, must not take the focus again.
  const said = JSON.stringify(problems)
  useEffect(() => {
    if (said !== '[]') box.current?.focus()
  }, [said])
  if (!problems.length) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errors.title')}</h2>
      <ul>
        {problems.map((p) => (
          <li key={`${p.field} ${p.message}`}>
            {p.field ? (
              <a href={`#${fieldId(p.field)}`} onClick={(e) => lead(e, p.field)}>
                {p.message}
              </a>
            ) : (
              p.message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function lead(e: { preventDefault(): void }, field: string) {
  e.preventDefault()
  // "members.0.name" may have no control of its own: then to the nearest that holds it.
  for (let name = field; name; name = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '') {
    const control = document.getElementById(fieldId(name))
    if (!control) continue
    const target = control.matches('input,select,textarea,button,[tabindex]')
      ? control
      : (control.querySelector<HTMLElement>('input,select,textarea,button') ?? control)
    target.scrollIntoView({ block: 'center' })
    return target.focus({ preventScroll: true })
  }
}

/** The same words beside the field. */
export function FieldError({ field, problems }: { field: string; problems: Problem[] }) {
  const mine = problems.filter((p) => p.field === field)
  if (!mine.length) return null
  return (
    <p className="field-error" id={`${fieldId(field)}-error`}>
      <span className="visually-hidden">{t('errors.here')}</span>
      {mine.map((p) => p.message).join(' ')}
    </p>
  )
}
