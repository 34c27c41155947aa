import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, labelOf, type Question, tidy } from '../../ui/form/schema.ts'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Link } from '../link.ts'
import { type Definition, type EntryFile, useToday } from './data.ts'
import { dayAsk, wordsAsk } from './EntryForm.tsx'

type Props = { def: Definition; file: EntryFile; past: boolean; say: (words: string) => void }
/** The steps of its road, a change, an end: what cannot be done now says why. */
export function EntryActs({ def, file, past, say }: Props) {
  const [open, setOpen] = useState('')
  const { has } = useDuties()
  const why = past ? t('register.past.why') : (file.abilities.change ?? null)
  const { flow } = def
  const q = flow && def.form.properties[flow.field]
  const now = file.fields.find((f) => f.field === flow?.field)?.value
  const steps = (flow?.steps ?? []).filter((s) => s.from === now && file.version)
  const path = { register: def.id, id: file.id }
  const close = () => setOpen('')
  const after = (words: string) => {
    close()
    say(words)
  }
  const label = (to: string) => t('register.step', { to: q ? labelOf(q, to) : to })
  const step = steps.find((s) => open === `step ${s.to}`)
  return (
    <div className="acts no-print">
      <div className="actions">
        {steps.map((s) => (
          <ActionButton
            key={s.to}
            kind="main"
            why={
              why ??
              (has(...s.by)
                ? null
                : t('register.step.by', { who: s.by.map((d) => t(`duty.${d}`)).join(t('home.comma')) }))
            }
            onClick={() => setOpen(open === `step ${s.to}` ? '' : `step ${s.to}`)}
          >
            {label(s.to)}
          </ActionButton>
        ))}
        {why ? (
          <ActionButton why={why}>{t('register.change')}</ActionButton>
        ) : (
          <Link className="button" to="/desk/registers/$id/$entry/change" params={{ id: def.id, entry: file.id }}>
            {t('register.change')}
          </Link>
        )}
        <ActionButton
          why={past ? t('register.past.why') : (file.abilities.end ?? null)}
          onClick={() => setOpen(open === 'end' ? '' : 'end')}
        >
          {t('register.end')}
        </ActionButton>
        <button type="button" onClick={() => window.print()}>
          {t('register.print')}
        </button>
      </div>
      {step && flow && (
        <Deed
          key={step.to}
          title={label(step.to)}
          dayName="from"
          reason={t('register.reason')}
          close={close}
          send={(given, key) =>
            change('POST', '/api/registers/{register}/entries/{id}/changes', {
              key,
              path,
              body: { ...given, data: { [flow.field]: step.to } } as never,
            })
          }
          done={() => after(t('register.told.step', { to: q ? labelOf(q, step.to) : step.to }))}
        >
          <p className="hint">
            {t('register.step.more')}{' '}
            <Link to="/desk/registers/$id/$entry/change" params={{ id: def.id, entry: file.id }}>
              {t('register.change')}
            </Link>
          </p>
        </Deed>
      )}
      {open === 'end' && (
        <Deed
          title={t('register.end')}
          dayName="on"
          reason={t('register.reason.end')}
          close={close}
          send={(given, key) =>
            change('POST', '/api/registers/{register}/entries/{id}/end', { key, path, body: given as never })
          }
          done={() => after(t('register.told.ended'))}
        >
          <p className="hint">{t('register.end.about')}</p>
        </Deed>
      )}
    </div>
  )
}

type DeedProps = {
  title: string
  dayName: string
  reason: string
  close: () => void
  send: (given: Answers, key: string) => Promise<unknown>
  done: () => void
  children: ReactNode
}
/** An act that needs a day and a reason. */
function Deed({ title, dayName, reason, close, send, done, children }: DeedProps) {
  const scope = useId().replace(/\W/g, '')
  const today = useToday()
  const [given, setGiven] = useState<Answers>({ [dayName]: today })
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input')?.focus(), [])
  const asks: Record<string, Question> = { [dayName]: dayAsk(t('register.from')), reason: wordsAsk(reason) }
  const act = useAct((body: Answers, key: string) => send(tidy({ properties: asks }, body), key), done)
  const problems = problemsOf(act.error).map((p) => ({
    ...p,
    field: p.field && `${scope}.${p.field.replace(/^data\..*/, '')}`,
  }))
  return (
    <form
      ref={box}
      className="panel act-form"
      aria-label={title}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (!act.isPending) act.mutate(given)
      }}
    >
      <ErrorSummary problems={problems} />
      {children}
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
        <ActionButton kind="main" type="submit" busy={act.isPending}>
          {title}
        </ActionButton>
        <button type="button" className="quiet" onClick={close}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
