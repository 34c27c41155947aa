import { useEffect, useId, useState } from 'react'
import { problemsOf, useAct } from '../api/client.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ErrorSummary, FieldError, fieldId } from '../ui/ErrorSummary.tsx'
import { t } from '../ui/t.ts'

/** What is shown in full for a minute and then no more, against a purpose that is kept. */

const seconds = 60

/** Something that is gone again after a minute. `left`: the seconds it still has. */
export function useMinute<T>() {
  const [full, setFull] = useState<T | null>(null)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (!full) return
    const end = Date.now() + seconds * 1000
    const tick = setInterval(() => {
      const rest = Math.ceil((end - Date.now()) / 1000)
      setLeft(rest)
      if (rest <= 0) setFull(null)
    }, 250)
    return () => clearInterval(tick)
  }, [full])
  const show = (what: T) => {
    setLeft(seconds)
    setFull(what)
  }
  return { full, left, show, hide: () => setFull(null) }
}

/** How long it is still shown, and a button that ends it before. */
export const Minute = ({ left, hide }: { left: number; hide: () => void }) => (
  <div className="actions no-print">
    <span role="timer">{t('registry.reveal.left', { n: left })}</span>
    <button type="button" onClick={hide}>
      {t('registry.reveal.hide')}
    </button>
  </div>
)

type Props = {
  label: string
  hint: string
  className?: string
  send: (body: { purpose: string }, key: string) => Promise<unknown>
  /** What was asked for may be read now. */
  then: () => Promise<void>
}
export function AskPurpose({ label, hint, className = 'panel', send, then }: Props) {
  const scope = useId().replace(/\W/g, '')
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const act = useAct(send, async () => {
    await then()
    setAsking(false)
    setPurpose('')
  })
  const field = `${scope}.purpose`
  const problems = problemsOf(act.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  return (
    <div className="no-print">
      <button type="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {label}
      </button>
      {asking && (
        <form
          className={className}
          noValidate
          onSubmit={(e) => {
            e.preventDefault()
            if (!act.isPending) act.mutate({ purpose })
          }}
        >
          <ErrorSummary problems={problems} />
          <div className="field">
            <label htmlFor={fieldId(field)}>{t('registry.reveal.purpose')}</label>
            <p className="hint">{hint}</p>
            <FieldError field={field} problems={problems} />
            <input
              id={fieldId(field)}
              value={purpose}
              maxLength={100}
              autoComplete="off"
              onChange={(e) => setPurpose(e.target.value)}
            />
          </div>
          <div className="actions">
            <ActionButton kind="main" type="submit" busy={act.isPending}>
              {t('registry.reveal.go')}
            </ActionButton>
            <button type="button" className="quiet" onClick={() => setAsking(false)}>
              {t('acts.cancel')}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}
