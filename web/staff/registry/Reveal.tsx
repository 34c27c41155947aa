import { useEffect, useId, useState } from 'react'
import { change, problemsOf, read, useAct } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary, FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { t } from '../../ui/t.ts'
import type { PersonFile } from './data.ts'

const seconds = 60
type Numbers = Answer<'get', '/api/persons/{id}/numbers'>

/** The two numbers: masked, or for a minute in full against a purpose that the person can read. Never printed in full. */
export function Reveal({ p }: { p: PersonFile }) {
  const scope = useId().replace(/\W/g, '')
  const [open, setOpen] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [full, setFull] = useState<Numbers | null>(null)
  const [left, setLeft] = useState(0)
  const send = useAct(
    (body: { purpose: string }, key: string) =>
      change('POST', '/api/persons/{id}/reveal', { key, path: { id: p.id }, body }),
    async () => {
      setFull(await read('/api/persons/{id}/numbers', { path: { id: p.id } }))
      setLeft(seconds)
      setOpen(false)
      setPurpose('')
    },
  )
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
  const problems = problemsOf(send.error).map((x) => ({ ...x, field: x.field && `${scope}.${x.field}` }))
  const why = p.abilities.reveal
  const masked = { id: p.idNumber ?? t('registry.no-id'), phone: p.phone ?? t('registry.unknown') }
  return (
    <>
      <dl className="pairs">
        {(['id', 'phone'] as const).map((k) => {
          const number = k === 'id' ? full?.idNumber : full?.phone
          return (
            <div key={k}>
              <dt>{t(`registry.col.${k}`)}</dt>
              <dd>
                {number ? (
                  <>
                    <strong className="revealed">{number}</strong>
                    <span className="print-only">{masked[k]}</span>
                  </>
                ) : (
                  masked[k]
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {full ? (
        <div className="actions no-print">
          <span role="timer">{t('registry.reveal.left', { n: left })}</span>
          <button type="button" onClick={() => setFull(null)}>
            {t('registry.reveal.hide')}
          </button>
        </div>
      ) : (
        why === null &&
        (p.idNumber || p.phone) && (
          <div className="no-print">
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('registry.reveal')}
            </button>
            {open && (
              <form
                className="panel"
                noValidate
                onSubmit={(e) => {
                  e.preventDefault()
                  if (!send.isPending) send.mutate({ purpose })
                }}
              >
                <ErrorSummary problems={problems} />
                <div className="field">
                  <label htmlFor={fieldId(`${scope}.purpose`)}>{t('registry.reveal.purpose')}</label>
                  <p className="hint">{t('registry.reveal.hint')}</p>
                  <FieldError field={`${scope}.purpose`} problems={problems} />
                  <input
                    id={fieldId(`${scope}.purpose`)}
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
                  <button type="button" className="quiet" onClick={() => setOpen(false)}>
                    {t('acts.cancel')}
                  </button>
                </div>
              </form>
            )}
          </div>
        )
      )}
    </>
  )
}
