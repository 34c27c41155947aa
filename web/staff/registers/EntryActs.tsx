import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, labelOf, type Question, tidy } from '../../ui/form/schema.ts'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Link } from '../link.ts'
import { AnyField } from './AnyField.tsx'
import { type Definition, type EntryFile, useToday } from './data.ts'
import { dayAsk, wordsAsk } from './EntryForm.tsx'
import { dataOf } from './values.ts'

type Props = { def: Definition; file: EntryFile; past: boolean; say: (words: string) => void }
/** The steps of its road, a change, an end: what cannot be done now says why. */
export function EntryActs({ def, file, past, say }: Props) {
  const [open, setOpen] = useState('')
  const { has } = useDuties()
  const id = useId()
  const why = file.abilities.change ?? null
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
  const unsaid = (name: string) => {
    const f = file.fields.find((x) => x.field === name)
    return !f || (f.text === null && !f.rows)
  }
  const step = steps.find((s) => open === `step ${s.to}`)
  return (
    <div className="acts no-print">
      <div className="actions">
        {!past &&
          steps.map((s) => (
            <Act
              key={s.to}
              kind="main"
              off={why ? id : null}
              why={has(...s.by) ? null : t('register.step.by', { who: dutiesOf(s.by) })}
              onClick={() => setOpen(open === `step ${s.to}` ? '' : `step ${s.to}`)}
            >
              {label(s.to)}
            </Act>
          ))}
        {!past && !why && (
          <Link className="button" to="/desk/registers/$id/$entry/change" params={{ id: def.id, entry: file.id }}>
            {t('register.change')}
          </Link>
        )}
        {!past && why && <Act off={id}>{t('register.change')}</Act>}
        {!past && (
          <Act off={why ? id : null} why={file.abilities.end} onClick={() => setOpen(open === 'end' ? '' : 'end')}>
            {t('register.end')}
          </Act>
        )}
        <button type="button" onClick={() => window.print()}>
          {t('register.print')}
        </button>
      </div>
      {!past && why && (
        <p className="why" id={id}>
          {why}
        </p>
      )}
      {step && flow && (
        <Deed
          key={step.to}
          title={label(step.to)}
          dayName="from"
          reason={t('register.reason')}
          needs={(flow.needs?.[step.to] ?? []).filter((n) => unsaid(n) && def.changeable.includes(n))}
          def={def}
          close={close}
          send={(given, data, key) =>
            change('POST', '/api/registers/{register}/entries/{id}/changes', {
              key,
              path,
              body: { ...given, data: { ...data, [flow.field]: step.to } } as never,
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
          def={def}
          close={close}
          send={(given, _, key) =>
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

const dutiesOf = (duties: string[]) => duties.map((d) => t(`duty.${d}`)).join(t('home.comma'))

type ActProps = {
  /** Where the one reason stands that keeps all of them. */
  off: string | null
  why?: string | null | undefined
  kind?: 'main'
  onClick?: () => void
  children: ReactNode
}
const Act = ({ off, why, kind, onClick, children }: ActProps) =>
  off ? (
    <button type="button" className={kind} aria-disabled aria-describedby={off}>
      {children}
    </button>
  ) : (
    <ActionButton {...(kind && { kind })} why={why} {...(onClick && { onClick })}>
      {children}
    </ActionButton>
  )

type DeedProps = {
  title: string
  dayName: string
  reason: string
  def: Definition
  /** Fields that must be said on the way, and are not yet. */
  needs?: string[]
  close: () => void
  send: (given: Answers, data: Answers, key: string) => Promise<unknown>
  done: () => void
  children: ReactNode
}
/** An act that needs a day and a reason. */
function Deed({ title, dayName, reason, def, needs = [], close, send, done, children }: DeedProps) {
  const scope = useId().replace(/\W/g, '')
  const today = useToday()
  const [given, setGiven] = useState<Answers>({ [dayName]: today })
  const [data, setData] = useState<Answers>({})
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input')?.focus(), [])
  const asks: Record<string, Question> = { [dayName]: dayAsk(t('register.from')), reason: wordsAsk(reason) }
  const act = useAct(
    (said: { given: Answers; data: Answers }, key: string) =>
      send(tidy({ properties: asks }, said.given), dataOf(def.form, said.data), key),
    done,
  )
  const at = (field: string) => {
    const name = field.replace(/^data\./, '')
    return name === field || needs.includes(name.split('.')[0] ?? '') ? `${scope}.${name}` : ''
  }
  const problems = problemsOf(act.error).map((p) => ({ ...p, field: p.field && at(p.field) }))
  return (
    <form
      ref={box}
      className="panel act-form"
      aria-label={title}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (!act.isPending) act.mutate({ given, data })
      }}
    >
      <ErrorSummary problems={problems} />
      {children}
      <div className="fields">
        {needs.map((name) => (
          <AnyField
            key={name}
            name={`${scope}.${name}`}
            q={def.form.properties[name] ?? {}}
            register={def.id}
            required
            value={data[name]}
            problems={problems}
            onChange={(v) => setData({ ...data, [name]: v })}
          />
        ))}
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
