import { useState } from 'react'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'

type Step = { event: { type: string; node?: string }; effects: { type: string; node?: string }[] }
type Played = { facts: string[]; end: string; steps: Step[]; message?: string }

/** Plays the drawing through with chosen facts: what opens after what, as its golden trace would say. */
export function Simulation({ xml }: { xml: string }) {
  const [facts, setFacts] = useState<string[]>([])
  const [played, setPlayed] = useState<Played | null>(null)
  const [busy, setBusy] = useState(false)
  async function run() {
    setBusy(true)
    const res = await fetch('/api/workshop/simulation', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ xml, facts }),
    }).catch(() => null)
    setPlayed(res ? await res.json() : null)
    setBusy(false)
  }
  const toggle = (fact: string) => setFacts(facts.includes(fact) ? facts.filter((f) => f !== fact) : [...facts, fact])
  return (
    <Part title={t('workshop.simulation')}>
      {played?.facts?.map((fact) => (
        <label key={fact} className="check">
          <input type="checkbox" checked={facts.includes(fact)} onChange={() => toggle(fact)} /> {fact}
        </label>
      ))}
      <div className="actions">
        <ActionButton busy={busy} onClick={() => void run()}>
          {t('workshop.play')}
        </ActionButton>
      </div>
      {played?.message && <p role="alert">{played.message}</p>}
      {played?.steps && (
        <ol>
          {played.steps.map((s, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a path that was walked does not change
            <li key={i}>{told(s)}</li>
          ))}
          <li>{t(`workshop.end.${played.end}`)}</li>
        </ol>
      )}
    </Part>
  )
}

const told = (s: Step) =>
  [
    `${t(`workshop.event.${s.event.type}`)} ${s.event.node ?? ''}`,
    ...s.effects.map((e) => `${t(`workshop.effect.${e.type}`)} ${e.node ?? ''}`),
  ].join(' · ')
