import { useId, useState } from 'react'
import { day } from '../../ui/format.ts'
import { t } from '../../ui/t.ts'
import { useToday } from './data.ts'

export type Moment = { on?: string | undefined; known?: string | undefined }

/** Two days of two kinds: as it was on one, and as one knew it on the other. Without them it is now. */
export function AsKnown({ on, known, onChange }: Moment & { onChange: (at: Moment) => void }) {
  const id = useId()
  const today = useToday()
  const past = Boolean(on || known)
  const [given, setGiven] = useState<Moment>({ on, known })
  const field = (name: 'on' | 'known') => (
    <span className="as-known-field">
      <label htmlFor={`${id}${name}`}>{t(`register.at.${name}`)}</label>
      <input
        id={`${id}${name}`}
        type="date"
        aria-describedby={`${id}about`}
        {...(name === 'known' && { max: today })}
        value={given[name] ?? ''}
        onChange={(e) => setGiven({ ...given, [name]: e.target.value || undefined })}
      />
    </span>
  )
  return (
    <details className="why-not as-known no-print" open={past || undefined}>
      <summary>{t('register.at')}</summary>
      <form
        className="filters"
        onSubmit={(e) => {
          e.preventDefault()
          onChange(given)
        }}
      >
        {field('on')}
        {field('known')}
        <button type="submit">{t('register.at.go')}</button>
      </form>
      <p className="hint" id={`${id}about`}>
        {t('register.at.about')}
      </p>
    </details>
  )
}

/** Said above all else where what is shown is not what is so now. */
export function Past({ on, known, back }: Moment & { back: () => void }) {
  if (!on && !known) return null
  return (
    <div className="panel past" role="status">
      <p>
        <strong>
          {on && known
            ? t('register.past.both', { on: day(on), known: day(known) })
            : on
              ? t('register.past.on', { on: day(on) })
              : t('register.past.known', { known: day(known ?? '') })}
        </strong>
      </p>
      <button type="button" className="no-print" onClick={back}>
        {t('register.past.back')}
      </button>
    </div>
  )
}
