import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ask, Refused } from '../../api/client.ts'
import type { Held, Item, Place } from '../../api/types.ts'
import { type Answers, type Facts, stepsOf, tidy } from '../../ui/form/schema.ts'
import { useSession } from '../../ui/session.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { draftQuery, heldQuery, itemQuery, placesQuery } from '../data.ts'
import { Back, Shell } from '../Shell.tsx'
import { CheckStep } from './CheckStep.tsx'
import { type Draft, useDraft } from './draft.ts'
import { MaterialsStep } from './MaterialsStep.tsx'
import { QuestionStep } from './QuestionStep.tsx'
import { YouStep } from './YouStep.tsx'

/** One question a page; each page an address of its own, so that the browser's back is a step back. */
export function Apply() {
  const { item: id } = useParams({ from: '/apply/$item/$step' })
  const session = useSession()
  const signedIn = session.data?.signedIn === true
  const item = useQuery(itemQuery(id))
  const held = useQuery(heldQuery(signedIn))
  const places = useQuery(placesQuery)
  const draft = useQuery(draftQuery(id, signedIn))
  const error =
    session.data && !signedIn ? new Refused(401, {}) : (item.error ?? held.error ?? places.error ?? draft.error)
  if (!error && item.data && held.data && places.data && draft.data !== undefined)
    return <Flow key={id} item={item.data} held={held.data} places={places.data} kept={draft.data} />
  return (
    <Shell title={item.data?.name ?? t('items.title')} back={<Back to={`/items/${id}`} />}>
      {error ? (
        <Trouble
          error={error}
          retry={() => {
            for (const q of [item, held, places, draft]) if (q.error) q.refetch()
          }}
        />
      ) : (
        <Loading />
      )}
    </Shell>
  )
}

export type Checked = { problems: { field: string; message: string }[]; facts: Facts }
export type FlowProps = ReturnType<typeof useFlow>

function useFlow(item: Item, held: Held[], places: Place[], kept: Draft | null) {
  const [facts, setFacts] = useState<Facts | null>(null)
  const kit = useDraft(item.id, kept)
  /** Asks the server, who alone judges; what is not shown to this person is not sent. */
  const check = async (form: Answers, only?: string[]): Promise<Checked> => {
    const answer = await ask('/api/items/{item}/check', {
      path: { item: item.id },
      body: { form: tidy(item.form, form), ...(only && { only }) },
    })
    setFacts(answer.facts)
    return answer
  }
  const steps = stepsOf(item.form, facts ?? {})
  const shown = (form: Answers): Answers => {
    const names = new Set(steps.flatMap((s) => s.names))
    return Object.fromEntries(Object.entries(tidy(item.form, form)).filter(([name]) => names.has(name)))
  }
  return {
    item,
    held,
    places,
    facts,
    steps,
    order: ['you', ...steps.map((s) => s.key), 'materials', 'check'],
    check,
    shown,
    ...kit,
  }
}

function Flow({ item, held, places, kept }: { item: Item; held: Held[]; places: Place[]; kept: Draft | null }) {
  const { step } = useParams({ from: '/apply/$item/$step' })
  const flow = useFlow(item, held, places, kept)
  const [error, setError] = useState<Error | null>(null)
  const begin = () => {
    setError(null)
    flow.check(flow.draft.form).catch(setError)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, to learn which questions concern this person
  useEffect(begin, [])
  if (!flow.facts)
    return (
      <Shell title={item.name} back={<Back to={`/items/${item.id}`} />}>
        {error ? <Trouble error={error} retry={begin} /> : <Loading />}
      </Shell>
    )
  if (step === 'you') return <YouStep key={step} {...flow} />
  if (step === 'materials') return <MaterialsStep key={step} {...flow} />
  if (step === 'check') return <CheckStep key={step} {...flow} />
  const question = flow.steps.find((s) => s.key === step)
  if (!question) return <Navigate to="/apply/$item/$step" params={{ item: item.id, step: 'you' }} replace />
  return <QuestionStep key={step} {...flow} step={question} />
}
