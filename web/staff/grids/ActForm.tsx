import { type ReactNode, useState } from 'react'
import { problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, type Question, tidy } from '../../ui/form/schema.ts'
import { Part } from '../../ui/Page.tsx'

export type Ask = { name: string; q: Question; required?: boolean }

type Props<T> = {
  title: string
  asks: Ask[]
  initial?: Answers
  /** Seen by whoever needs to ask on: what was typed, as typed. */
  onType?: (given: Answers) => void
  send: (given: Answers, key: string) => Promise<T>
  label: string
  done: (answer: T) => string
  after?: (answer: T) => void
  children?: ReactNode
}

/** One act of the desks with a few questions: keeps what was typed when it is refused, says what changed when it is done. */
export function ActForm<T>({ title, asks, initial = {}, onType, send, label, done, after, children }: Props<T>) {
  const [given, setGiven] = useState(initial)
  const schema: Question = { type: 'object', properties: Object.fromEntries(asks.map((a) => [a.name, a.q])) }
  const act = useAct(
    (body: Answers, key: string) => send(tidy(schema, body), key),
    (answer) => {
      setGiven(initial)
      onType?.(initial)
      after?.(answer)
    },
  )
  const problems = problemsOf(act.error)
  return (
    <Part title={title}>
      <form
        className="panel act-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          act.mutate(given)
        }}
      >
        <ErrorSummary problems={problems} />
        {act.data !== undefined && !act.error && <p role="status">{done(act.data)}</p>}
        <div className="fields">
          {asks.map(({ name, q, required = true }) => (
            <Field
              key={name}
              name={name}
              q={q}
              required={required}
              value={given[name]}
              problems={problems}
              onChange={(v) => {
                const next = { ...given, [name]: v }
                setGiven(next)
                onType?.(next)
              }}
            />
          ))}
        </div>
        {children}
        <ActionButton kind="main" type="submit" busy={act.isPending}>
          {label}
        </ActionButton>
      </form>
    </Part>
  )
}

/** A choice among people or places, by their names. */
export const among = (title: string, of: { id: string; name: string }[], description?: string): Question => ({
  type: 'string',
  title,
  ...(description && { description }),
  // More than eight stand in a list to choose from; few are shown at once.
  enum: of.map((o) => o.id),
  'x-labels': Object.fromEntries(of.map((o) => [o.id, o.name])),
})
