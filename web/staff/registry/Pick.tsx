import { type KeyboardEvent, useState } from 'react'
import { problemsOf } from '../../api/client.ts'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import type { FieldProps } from '../../ui/form/Field.tsx'
import { t } from '../../ui/t.ts'

export type Picked = { id: string; label: string; hint?: string }
type Finder = (typed: string) => Promise<Picked[]>

type Kind = 'home' | 'person' | 'entry'
/** A question answered by finding something and choosing it: a home, a resident, an entry of a register. */
export function picker(kind: Kind, find: Finder, free?: boolean) {
  return (props: FieldProps) => <Pick {...props} kind={kind} find={find} free={free ?? false} />
}

export function Pick({
  name,
  q,
  value,
  onChange,
  required,
  problems = [],
  kind,
  find,
  free,
}: FieldProps & { kind: Kind; find: Finder; free: boolean }) {
  const id = fieldId(name)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Picked[] | null>(null)
  const [trouble, setTrouble] = useState('')
  const chosen = value as Picked | { address: string } | undefined
  const search = () => {
    if (!typed.trim()) return
    setTrouble('')
    find(typed.trim()).then(setFound, (error) => {
      setFound(null)
      setTrouble(problemsOf(error)[0]?.message ?? '')
    })
  }
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key !== 'Enter') return
    e.preventDefault()
    search()
  }
  const failed = problems.some((p) => p.field === name)
  return (
    <fieldset className={failed ? 'field failed' : 'field'} id={id}>
      <legend>
        {q.title}
        {!required && <span className="optional">{t('form.optional')}</span>}
      </legend>
      <FieldError field={name} problems={problems} />
      {chosen && (
        <p className="picked">
          <strong>{'id' in chosen ? chosen.label : chosen.address}</strong>{' '}
          {'id' in chosen ? <span className="soft">{chosen.hint}</span> : <span className="soft">{t('pick.new')}</span>}
          <button type="button" className="quiet" onClick={() => onChange(undefined)}>
            {t('pick.again')}
          </button>
        </p>
      )}
      {!chosen && (
        <>
          <div className="search">
            <label htmlFor={`${id}-q`} className="visually-hidden">
              {t(`pick.${kind}`)}
            </label>
            <input
              id={`${id}-q`}
              value={typed}
              maxLength={60}
              autoComplete="off"
              placeholder={t(`pick.${kind}`)}
              onChange={(e) => setTyped(e.target.value)}
              onKeyDown={onKeyDown}
            />
            <button type="button" onClick={search}>
              {t('filter.go')}
            </button>
          </div>
          <div role="status">
            {trouble && <p>{trouble}</p>}
            {found && !found.length && <p>{t(`pick.${kind}.none`)}</p>}
          </div>
          {found && found.length > 0 && (
            <div className="choices">
              {found.map((f) => (
                <label key={f.id} className="choice">
                  <input type="radio" name={id} checked={false} onChange={() => onChange(f)} />
                  <span>
                    {f.label} {f.hint && <span className="soft">{f.hint}</span>}
                  </span>
                </label>
              ))}
            </div>
          )}
          {free && found && typed.trim() && (
            <button type="button" className="plain" onClick={() => onChange({ address: typed.trim() })}>
              {t('pick.free', { address: typed.trim() })}
            </button>
          )}
        </>
      )}
    </fieldset>
  )
}
