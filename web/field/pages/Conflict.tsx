import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, read } from '../../api/client.ts'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Discard } from '../Discard.tsx'
import { Frame } from '../Frame.tsx'
import { useGo } from '../link.ts'
import { settleConflict } from '../outbox/mend.ts'
import type { Draft, Values } from '../outbox/types.ts'
import { type Item, onBox } from '../phone.ts'
import { SaveButton } from '../Taking.tsx'
import { usePhone } from '../usePhone.ts'

type Choice = 'mine' | 'theirs'

/** Two people changed the same. Three columns: what I saw, what stands now, what I want; the worker decides, one by one. */
export function Conflict({ item, draft }: { item: Item; draft: Draft }) {
  const { online } = usePhone()
  const id = draft.subject.slice('person:'.length)
  const now = useQuery({
    queryKey: ['stands', item.row.id],
    enabled: online,
    queryFn: ({ signal }) => read('/api/field/persons/{id}', { path: { id } }, signal),
  })
  const title = t('field.conflict-of', { name: draft.title })
  if (!now.data)
    return (
      <Frame title={title}>
        {now.error ? (
          <Trouble error={now.error} retry={now.refetch} />
        ) : online ? (
          <Loading />
        ) : (
          <p className="state">{t('field.conflict-offline')}</p>
        )}
      </Frame>
    )
  const stands: Values = Object.fromEntries(
    now.data.attributes.map((x) => [x.name, (x.value ?? null) as string | number | null]),
  )
  return <Deciding title={title} item={item} draft={draft} stands={stands} />
}

function Deciding({ title, item, draft, stands }: { title: string; item: Item; draft: Draft; stands: Values }) {
  const { day } = usePhone()
  const navigate = useGo()
  const [choice, setChoice] = useState<Record<string, Choice>>({})
  const [problems, setProblems] = useState<Problem[]>([])
  const names = (item.said?.problems ?? []).map((p) => p.field.replace('values.', ''))
  const label = (name: string) => day?.collect.find((c) => c.name === name)?.label ?? name
  const words = (v: Values[string] | undefined) => (v === null || v === undefined ? t('form.unanswered') : String(v))
  const back = () => navigate({ to: '/field/outbox', replace: true })
  const submit = async () => {
    const open = names.filter((n) => !choice[n])
    setProblems(open.map((n) => ({ field: `values.${n}`, message: t('field.conflict-open', { what: label(n) }) })))
    if (open.length) return
    await onBox((box) => settleConflict(box, item.row, stands, choice))
    await back()
  }
  return (
    <Frame title={title} problems={problems}>
      <p>{t('field.conflict-why')}</p>
      <form
        noValidate
        className="field-three"
        onSubmit={(e) => {
          e.preventDefault()
          void submit()
        }}
      >
        {names.map((name) => (
          <fieldset key={name} id={fieldId(`values.${name}`)} className="field">
            <legend>{label(name)}</legend>
            <FieldError field={`values.${name}`} problems={problems} />
            <dl className="columns">
              {[
                [t('field.conflict-saw'), draft.base?.[name]],
                [t('field.conflict-stands'), stands[name]],
                [t('field.conflict-want'), draft.values?.[name]],
              ].map(([heading, value]) => (
                <div key={String(heading)}>
                  <dt>{heading}</dt>
                  <dd>{words(value)}</dd>
                </div>
              ))}
            </dl>
            <div className="choices">
              {(['mine', 'theirs'] as const).map((which) => (
                <label key={which} className="choice">
                  <input
                    type="radio"
                    name={name}
                    checked={choice[name] === which}
                    onChange={() => setChoice({ ...choice, [name]: which })}
                  />
                  {t(`field.conflict-${which}`, {
                    value: words(which === 'mine' ? draft.values?.[name] : stands[name]),
                  })}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <SaveButton saving={false} />
      </form>
      <Discard item={item} then={back} />
    </Frame>
  )
}
