import { useEffect, useId, useState } from 'react'
import { change, problemsOf, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary, FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { t } from '../../ui/t.ts'
import type { EntryFile } from './data.ts'

const seconds = 60
export type Full = Record<string, unknown>

/** Personal fields in full for a minute, against a purpose that the history keeps. Never printed in full. */
export function useReveal(file: EntryFile) {
  const [full, setFull] = useState<Full | null>(null)
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
  const open = async () => {
    const path = { register: file.register, id: file.id }
    const { fields } = await read('/api/registers/{register}/entries/{id}/personal', { path })
    setLeft(seconds)
    setFull(fields as Full)
  }
  return { full, left, open, hide: () => setFull(null) }
}

export function Reveal({ file, by }: { file: EntryFile; by: ReturnType<typeof useReveal> }) {
  const scope = useId().replace(/\W/g, '')
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const send = useAct(
    (body: { purpose: string }, key: string) =>
      change('POST', '/api/registers/{register}/entries/{id}/reveal', {
        key,
        path: { register: file.register, id: file.id },
        body,
      }),
    async () => {
      await by.open()
      setAsking(false)
      setPurpose('')
    },
  )
  const field = `${scope}.purpose`
  const problems = problemsOf(send.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  if (by.full)
    return (
      <div className="actions no-print">
        <span role="timer">{t('registry.reveal.left', { n: by.left })}</span>
        <button type="button" onClick={by.hide}>
          {t('registry.reveal.hide')}
        </button>
      </div>
    )
  return (
    <div className="no-print">
      <button type="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {t('register.reveal')}
      </button>
      {asking && (
        <form
          className="panel reveal"
          noValidate
          onSubmit={(e) => {
            e.preventDefault()
            if (!send.isPending) send.mutate({ purpose })
          }}
        >
          <ErrorSummary problems={problems} />
          <div className="field">
            <label htmlFor={fieldId(field)}>{t('registry.reveal.purpose')}</label>
            <p className="hint">{t('register.reveal.hint')}</p>
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
            <ActionButton kind="main" type="submit" busy={send.isPending}>
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
