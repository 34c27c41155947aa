import { useEffect, useId, useRef, useState } from 'react'
import { change, problemsOf, Refused, useAct } from '../api/client.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Field } from '../ui/form/Field.tsx'
import { type Answers, tidy } from '../ui/form/schema.ts'
import { t } from '../ui/t.ts'
import type { Act } from './acts.ts'
import { Link } from './link.ts'

type Abilities = Record<string, string | null>
export type Doing = { onSend?: () => void; onDone: (act: string, answer: unknown) => void }

/**
 * Buttons for what can be done here; one pressed opens its few questions below. Acts refused only for want of the right
 * post are left out, since a list of other people's work helps nobody; those that are ours but not now say why.
 */
export function Acts({
  acts,
  abilities,
  base,
  onSend,
  onDone,
}: { acts: Act[]; abilities: Abilities; base: string } & Doing) {
  const [open, setOpen] = useState('')
  const buttons = useRef<HTMLDivElement>(null)
  const ours = acts.filter((a) => abilities[a.act] !== undefined && !/^\u53ea\u6709/.test(abilities[a.act] ?? ''))
  const ready = ours.filter((a) => abilities[a.act] === null)
  // An act that ceases to be possible while it is being filled in stays on screen with the reason, and what was typed.
  const act = ours.find((a) => a.act === open)
  const toggle = (name: string) => setOpen(open === name ? '' : name)
  const rare = ready.filter((a) => a.more)
  const button = (a: Act) => (
    <span key={a.act} className="action">
      <button
        type="button"
        className={a.main ? 'main' : 'plain'}
        data-act={a.act}
        aria-expanded={open === a.act}
        onClick={() => toggle(a.act)}
      >
        {t(`act.${a.act}`)}
      </button>
    </span>
  )
  if (!ours.length) return null
  return (
    <div className="acts">
      <div className="actions" ref={buttons}>
        {ready.filter((a) => !a.more).map(button)}
        {rare.length > 0 && (
          <details className="more-acts" open={rare.some((a) => a.act === open)}>
            <summary>{t('acts.more')}</summary>
            <div className="actions">{rare.map(button)}</div>
          </details>
        )}
      </div>
      {act && (
        <ActForm
          key={act.act}
          act={act}
          base={base}
          why={abilities[act.act] ?? null}
          {...(onSend && { onSend })}
          onDone={(name, answer) => {
            setOpen('')
            onDone(name, answer)
          }}
          onCancel={() => {
            setOpen('')
            buttons.current?.querySelector<HTMLElement>(`[data-act=${act.act}]`)?.focus()
          }}
        />
      )}
      <WhyNot acts={ours.filter((a) => abilities[a.act] !== null)} abilities={abilities} />
    </div>
  )
}

function WhyNot({ acts, abilities }: { acts: Act[]; abilities: Abilities }) {
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

/** What was typed and not yet sent, by address: closing a form, or leaving the page and coming back, loses nothing. */
const drafts = new Map<string, Answers>()

function ActForm({
  act,
  base,
  why,
  onSend,
  onDone,
  onCancel,
}: { act: Act; base: string; why: string | null; onCancel: () => void } & Doing) {
  const address = `${base}/${act.path}`
  // Two forms may stand open on one page with questions of the same name: each has names of its own.
  const scope = useId().replace(/\W/g, '')
  const [given, setGiven] = useState<Answers>(() => drafts.get(address) ?? act.initial ?? {})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [])
  const send = useAct(
    (body: object, key: string) =>
      change(act.method ?? 'POST', address as never, { key, ...(act.method !== 'DELETE' && { body }) } as never),
    (answer) => {
      drafts.delete(address)
      onDone(act.act, answer)
    },
  )
  const fields = typeof act.fields === 'function' ? act.fields(given) : act.fields
  // What is wrong with one line of a list is said beside the list.
  const homeOf = (field: string) => {
    let name = act.says?.[field] ?? field
    while (name && !(name in fields)) name = name.slice(0, Math.max(0, name.lastIndexOf('.')))
    return name || field
  }
  const problems = problemsOf(send.error).map((p) => ({ ...p, field: p.field && `${scope}.${homeOf(p.field)}` }))
  return (
    <form
      ref={form}
      className="panel"
      aria-label={t(`act.${act.act}`)}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (why || send.isPending) return
        const answers = tidy({ properties: fields }, given)
        onSend?.()
        send.mutate(act.shape ? act.shape(answers) : answers)
      }}
    >
      <ErrorSummary problems={problems} />
      {send.error instanceof Refused && send.error.see && (
        <p>
          <Link className="button" to="/desk/residents/$id" params={{ id: send.error.see }}>
            {t('acts.see')}
          </Link>
        </p>
      )}
      {Object.entries(fields).map(([name, question]) => {
        const Drawn = act.draw?.[name] ?? Field
        return (
          <Drawn
            key={name}
            name={`${scope}.${name}`}
            q={question}
            value={given[name]}
            onChange={(v) => {
              const next = { ...given, [name]: v }
              drafts.set(address, next)
              setGiven(next)
            }}
            required={!act.optional?.includes(name)}
            problems={problems}
          />
        )
      })}
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={send.isPending} why={why}>
          {t('acts.confirm', { act: t(`act.${act.act}`) })}
        </ActionButton>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
