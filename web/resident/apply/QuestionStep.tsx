import { useRef, useState } from 'react'
import { Field } from '../../ui/form/Field.tsx'
import { type Offer, offerFor } from '../../ui/form/held.ts'
import { type Answers, isRequired, type Step, wordsOf } from '../../ui/form/schema.ts'
import type { FlowProps } from './Apply.tsx'
import { HeldOffer } from './HeldOffer.tsx'
import { StepPage } from './StepPage.tsx'

/** One question, or the few that its item's author found to belong together. */
export function QuestionStep({ step, ...flow }: FlowProps & { step: Step }) {
  const { item, held, draft, update, check } = flow
  const [confirmed, setConfirmed] = useState(false)
  const answers = useRef<Answers>(draft.form)
  const set = (more: Answers) => {
    answers.current = { ...answers.current, ...more }
    update({ form: answers.current })
  }
  const offers = new Map<string, Offer>()
  for (const name of step.names) {
    const offer =
      draft.form[name] === undefined && !confirmed ? offerFor(item.form.properties[name] ?? {}, held) : undefined
    if (offer) offers.set(name, offer)
  }
  const asked = step.names.filter((name) => !offers.has(name))
  const take = () => {
    setConfirmed(true)
    set(Object.fromEntries([...offers].map(([name, { value }]) => [name, value])))
  }
  const single = step.names.length === 1
  return (
    <StepPage
      flow={flow}
      name={step.key}
      title={step.title}
      titleInside={single && offers.size === 0}
      judge={async () => (await check(answers.current, step.names)).problems}
      {...(offers.size > 0 &&
        asked.length === 0 && {
          buttons: (go, busy) => (
            <HeldOffer
              rows={rowsOf(offers, item.form.properties)}
              busy={busy}
              change={take}
              use={() => {
                set(Object.fromEntries([...offers].map(([name, { value }]) => [name, value])))
                go()
              }}
            />
          ),
        })}
    >
      {(problems) => (
        <>
          {offers.size > 0 && asked.length > 0 && (
            <HeldOffer rows={rowsOf(offers, item.form.properties)} busy={false} use={take} change={take} />
          )}
          {asked.map((name) => (
            <Field
              key={name}
              name={name}
              q={item.form.properties[name] ?? {}}
              value={draft.form[name]}
              required={isRequired(item.form, name)}
              problems={problems}
              asTitle={single}
              onChange={(v) => set({ [name]: v })}
            />
          ))}
        </>
      )}
    </StepPage>
  )
}

const rowsOf = (offers: Map<string, Offer>, questions: FlowProps['item']['form']['properties']) =>
  [...offers].map(([name, { held, value }]) => ({
    label: questions[name]?.title ?? held.label,
    words: wordsOf(questions[name] ?? {}, value) ?? '',
    source: held.source,
    collectedAt: held.collectedAt,
  }))
