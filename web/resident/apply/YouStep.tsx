import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import type { Place } from '../../api/types.ts'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { bare } from '../../ui/format.ts'
import { t } from '../../ui/t.ts'
import type { FlowProps } from './Apply.tsx'
import type { You } from './draft.ts'
import { HeldOffer } from './HeldOffer.tsx'
import { StepPage } from './StepPage.tsx'

const names = ['name', 'idNumber', 'phone', 'address', 'place'] as const
const autoComplete: Partial<Record<keyof You, string>> = { name: 'name', phone: 'tel', address: 'street-address' }

/** Who asks. What we hold of it is shown to be confirmed. */
export function YouStep(flow: FlowProps) {
  const { held, draft, update, places } = flow
  const offered = Object.fromEntries(
    names.map((n) => [n, held.find((h) => h.name === n)?.value]).filter(([, v]) => typeof v === 'string'),
  ) as Partial<You>
  const untouched = Object.keys(draft.you).length === 0
  const complete = names.every((n) => offered[n])
  const [typing, setTyping] = useState(!untouched || !complete)
  const you: Partial<You> = untouched ? offered : draft.you
  const set = (n: keyof You, value: string) => update({ you: { ...you, [n]: value } })
  const judge = (): Problem[] => {
    const given = Object.fromEntries(
      names.map((n) => [
        n,
        n === 'idNumber' || n === 'phone' ? bare(you[n] ?? '').toUpperCase() : (you[n] ?? '').trim(),
      ]),
    ) as You
    update({ you: given })
    return names
      .filter((n) => !given[n])
      .map((n) => ({
        field: n,
        message: n === 'place' ? t('apply.you.missing.place') : t('apply.you.missing', { label: t(`apply.you.${n}`) }),
      }))
  }
  return (
    <StepPage
      flow={flow}
      name="you"
      title={t('apply.you.title')}
      judge={judge}
      {...(!typing && {
        buttons: (go, busy) => (
          <HeldOffer
            busy={busy}
            use={go}
            change={() => setTyping(true)}
            rows={names.map((n) => {
              const h = held.find((x) => x.name === n)
              return {
                label: t(`apply.you.${n}`),
                words: wordsFor(n, offered[n] ?? '', places),
                source: h?.source ?? '',
                collectedAt: h?.collectedAt ?? '',
              }
            })}
          />
        ),
      })}
    >
      {(problems) =>
        typing &&
        names.map((n) =>
          n === 'place' ? (
            <PlaceField
              key={n}
              value={you.place ?? ''}
              places={places}
              problems={problems}
              onChange={(v) => set('place', v)}
            />
          ) : (
            <Field
              key={n}
              name={n}
              required
              q={{ title: t(`apply.you.${n}`), ...hintOf(n), ...(n === 'phone' && { 'x-pii': 'phone' as const }) }}
              value={you[n]}
              problems={problems}
              onChange={(v) => set(n, String(v))}
              {...(autoComplete[n] && { autoComplete: autoComplete[n] })}
            />
          ),
        )
      }
    </StepPage>
  )
}

const hintOf = (n: keyof You) =>
  n === 'phone'
    ? { description: t('apply.you.phone.hint') }
    : n === 'address'
      ? { description: t('apply.you.address.hint') }
      : {}

export const wordsFor = (n: keyof You, value: string, places: Place[]) =>
  n === 'place'
    ? (places.find((p) => p.id === value)?.name ?? value)
    : n === 'idNumber'
      ? value.replace(/^(.{6}).*(.{4})$/, '$1********$2')
      : value

function PlaceField({
  value,
  places,
  problems,
  onChange,
}: {
  value: string
  places: Place[]
  problems: Problem[]
  onChange: (id: string) => void
}) {
  const communities = places.filter((p) => p.kind === 'community' || p.kind === 'village')
  const failed = problems.some((p) => p.field === 'place')
  const id = fieldId('place')
  return (
    <div className={failed ? 'field failed' : 'field'}>
      <label htmlFor={id}>{t('apply.you.place')}</label>
      <p className="hint" id={`${id}-hint`}>
        {t('apply.you.place.hint')}
      </p>
      <FieldError field="place" problems={problems} />
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-hint${failed ? ` ${id}-error` : ''}`}
        aria-invalid={failed || undefined}
        aria-required
        onChange={(e) => onChange(e.target.value)}
      >
        <option value="">{t('form.choose')}</option>
        {communities.map((p) => (
          <option key={p.id} value={p.id}>
            {p.name}
          </option>
        ))}
      </select>
    </div>
  )
}
