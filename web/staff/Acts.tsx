import { useState } from 'react'
import { change, problemsOf, useAct } from '../api/client.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Field } from '../ui/form/Field.tsx'
import { type Answers, tidy } from '../ui/form/schema.ts'
import { t } from '../ui/t.ts'
import type { Act } from './acts.ts'

/**
 * Buttons for what can be done here; one pressed opens its few questions below. Acts refused only for want of the right
 * post are left out, since a list of other people's work helps nobody; those that are ours but not now say why.
 */
export function Acts({
  acts,
  abilities,
  base,
  onDone,
}: {
  acts: Act[]
  abilities: Record<string, string | null>
  base: string
  onDone?: () => void
}) {
  const [open, setOpen] = useState('')
  const ours = acts.filter((a) => abilities[a.act] !== undefined && !/^\u53ea\u6709/.test(abilities[a.act] ?? ''))
  const ready = ours.filter((a) => abilities[a.act] === null)
  const act = ready.find((a) => a.act === open)
  if (!ours.length) return null
  return (
    <div className="acts">
      <div className="actions">
        {ready.map((a) => (
          <ActionButton
            key={a.act}
            kind={a.main ? 'main' : 'plain'}
            onClick={() => setOpen(open === a.act ? '' : a.act)}
          >
            {t(`act.${a.act}`)}
          </ActionButton>
        ))}
      </div>
      {act && (
        <ActForm
          key={act.act}
          act={act}
          base={base}
          onDone={() => {
            setOpen('')
            onDone?.()
          }}
          onCancel={() => setOpen('')}
        />
      )}
      <WhyNot acts={ours.filter((a) => abilities[a.act] !== null)} abilities={abilities} />
    </div>
  )
}

function WhyNot({ acts, abilities }: { acts: Act[]; abilities: Record<string, string | null> }) {
  if (!acts.length) return null
  return (
    <details className="why-not">
      <summary>{t('acts.not-now')}</summary>
      <div className="actions">
        {acts.map((a) => (
          <ActionButton key={a.act} why={abilities[a.act] ?? null}>
            {t(`act.${a.act}`)}
          </ActionButton>
        ))}
      </div>
    </details>
  )
}

function ActForm({
  act,
  base,
  onDone,
  onCancel,
}: {
  act: Act
  base: string
  onDone: () => void
  onCancel: () => void
}) {
  const [given, setGiven] = useState<Answers>({})
  const send = useAct(
    (body: object, key: string) => change('POST', `${base}/${act.path}` as never, { key, body } as never),
    onDone,
  )
  const problems = problemsOf(send.error)
  return (
    <form
      className="panel"
      aria-label={t(`act.${act.act}`)}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        const answers = tidy({ properties: act.fields }, given)
        send.mutate(act.shape ? act.shape(answers) : answers)
      }}
    >
      <ErrorSummary problems={problems} />
      {Object.entries(act.fields).map(([name, question]) => (
        <Field
          key={name}
          name={name}
          q={question}
          value={given[name]}
          onChange={(v) => setGiven({ ...given, [name]: v })}
          required={!act.optional?.includes(name)}
          problems={problems}
        />
      ))}
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={send.isPending}>
          {t('acts.confirm', { act: t(`act.${act.act}`) })}
        </ActionButton>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
