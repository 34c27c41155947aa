import { type ReactNode, useRef, useState } from 'react'
import { type Problem, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, isRequired, type Question, tidy } from '../../ui/form/schema.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { AnyField } from './AnyField.tsx'
import type { Definition, EntryFile } from './data.ts'
import { isPersonal, statesOf } from './values.ts'
import '../registry/registry.css'
import './registers.css'

/** `before`: what was so when the form was opened; only what differs from it is sent. */
export type Draft = { before: Answers; data: Answers; act: Answers; removed: string[] }
/** What was typed and not yet sent, by address: gone with the tab, never written down. */
const drafts = new Map<string, Draft>()

type Props = {
  def: Definition
  title: string
  back: ReactNode
  about: string
  /** The file that is changed; without one something new is entered. */
  file?: EntryFile
  initial: Draft
  /** The day, the reason: asked after the fields. */
  asks: { name: string; q: Question; required: boolean }[]
  label: string
  /** A correction. */
  mends?: boolean
  send: (given: Draft, key: string) => Promise<{ id: string }>
  done: (id: string) => void
}

/** A form made of a definition: short questions side by side, rows over the whole width, then from which day and why. */
export function EntryForm({ def, title, back, about, file, initial, asks, label, mends, send, done }: Props) {
  const address = location.pathname + location.search
  const [draft, setDraft] = useState<Draft>(() => drafts.get(address) ?? initial)
  const keep = (next: Draft) => {
    drafts.set(address, next)
    setDraft(next)
  }
  const form = useRef<HTMLFormElement>(null)
  const schema: Question = { properties: Object.fromEntries(asks.map((a) => [a.name, a.q])) }
  const act = useAct(
    (given: Draft, key: string) => send({ ...given, act: tidy(schema, given.act) }, key),
    ({ id }) => {
      drafts.delete(address)
      done(id)
    },
  )
  const problems: Problem[] = problemsOf(act.error)
  const now = def.flow && file?.fields.find((f) => f.field === def.flow?.field)?.value
  const entries = Object.entries(def.form.properties).map(([name, q]) => {
    // What was so is said anew by a correction: it takes no step.
    const states = name === def.flow?.field && !mends ? statesOf(def, now ?? undefined) : undefined
    return { name, q: states ? { ...q, enum: states, 'x-labels': labelsOf(q) } : q }
  })
  const mine = entries.filter((e) => def.changeable.includes(e.name))
  const theirs = entries.filter((e) => !def.changeable.includes(e.name))
  return (
    <Shell title={title} problems={problems} back={back}>
      <form
        ref={form}
        className="act-form entry-form stack"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          if (!act.isPending) act.mutate(draft)
        }}
      >
        <p className="soft about">{about}</p>
        <Part title={t('register.fields')}>
          <div className="fields">
            {mine.map(({ name, q }) => {
              const masked = file && isPersonal(q) ? file.fields.find((f) => f.field === name)?.text : null
              const field = (
                <AnyField
                  key={name}
                  name={`data.${name}`}
                  q={masked ? { ...q, description: t('register.masked', { masked }) } : q}
                  required={isRequired(def.form, name) && !masked}
                  value={draft.data[name]}
                  problems={problems}
                  own={name === def.place}
                  register={def.id}
                  onChange={(v) => keep({ ...draft, data: { ...draft.data, [name]: v } })}
                />
              )
              if (!masked || isRequired(def.form, name)) return field
              return (
                <div key={name} className="field">
                  {field}
                  <div className="choices">
                    <label className="choice">
                      <input
                        type="checkbox"
                        checked={draft.removed.includes(name)}
                        onChange={(e) =>
                          keep({
                            ...draft,
                            removed: e.target.checked
                              ? [...draft.removed, name]
                              : draft.removed.filter((x) => x !== name),
                          })
                        }
                      />
                      <span>{t('register.take-away', { what: q.title ?? name })}</span>
                    </label>
                  </div>
                </div>
              )
            })}
          </div>
          {theirs.length > 0 && (
            <p className="soft">
              {t('register.theirs', { what: theirs.map((e) => e.q.title ?? e.name).join(t('home.comma')) })}
            </p>
          )}
        </Part>
        <Part title={t('register.when')}>
          <div className="fields">
            {asks.map(({ name, q, required }) => (
              <Field
                key={name}
                name={name}
                q={q}
                required={required}
                value={draft.act[name]}
                problems={problems}
                onChange={(v) => keep({ ...draft, act: { ...draft.act, [name]: v } })}
              />
            ))}
          </div>
        </Part>
        <div className="actions">
          <ActionButton kind="main" type="submit" busy={act.isPending}>
            {label}
          </ActionButton>
          {file ? (
            <Link className="button quiet" to="/desk/registers/$id/$entry" params={{ id: def.id, entry: file.id }}>
              {t('acts.cancel')}
            </Link>
          ) : (
            <Link className="button quiet" to="/desk/registers/$id" params={{ id: def.id }}>
              {t('acts.cancel')}
            </Link>
          )}
        </div>
      </form>
    </Shell>
  )
}

/** By value, so that they stay right where fewer values stand to choose from. */
function labelsOf(q: Question): Record<string, string> {
  const labels = q['x-labels']
  if (!Array.isArray(labels)) return labels ?? {}
  return Object.fromEntries((q.enum ?? []).map((v, i) => [String(v), labels[i] ?? String(v)]))
}

export const dayAsk = (title: string, description?: string): Question => ({
  type: 'string',
  format: 'date',
  title,
  ...(description && { description }),
})
export const wordsAsk = (title: string, description?: string): Question => ({
  type: 'string',
  maxLength: 200,
  title,
  ...(description && { description }),
})
