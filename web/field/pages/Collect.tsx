import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bare, halfWidth } from '../../ui/format.ts'
import { Empty, Loading } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import type { Values } from '../outbox/types.ts'
import type { Sheet } from '../phone.ts'
import { AskPosition, type Bytes, Photos, SaveButton, TextInput, useTaking } from '../Taking.tsx'
import { usePhone } from '../usePhone.ts'
import { useSheetOf } from './Person.tsx'

export function Collect() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { sheet, asked } = useSheetOf(id)
  const { day } = usePhone()
  if (!sheet || !day)
    return (
      <Frame title={t('field.collect')}>{asked.isFetching ? <Loading /> : <Empty>{t('field.no-sheet')}</Empty>}</Frame>
    )
  return <Form key={id} sheet={sheet} asked={day.collect} />
}

/** Filled in with what is known; only what changed is sent, with what stood here when it was changed. */
function Form({ sheet, asked }: { sheet: Sheet; asked: { name: string; label: string }[] }) {
  const { items } = usePhone()
  // What this phone has collected and not yet sent is known here too.
  const pending: Values = Object.assign(
    {},
    ...items.flatMap(({ draft }) => (draft?.subject === sheet.subject && draft.values ? [draft.values] : [])),
  )
  const known: Values = {
    ...Object.fromEntries(sheet.attributes.map((x) => [x.name, (x.value ?? null) as string | number | null])),
    ...pending,
    phone: null,
  }
  const [base] = useState(known)
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      asked.map(({ name }) => [name, base[name] === null || base[name] === undefined ? '' : String(base[name])]),
    ),
  )
  const [photos, setPhotos] = useState<Bytes[]>([])
  const { problems, saving, take } = useTaking()
  const changed = valuesOf(typed, base)
  const submit = () => {
    const names = Object.keys(changed)
    const phone = changed.phone
    const wrong = [
      ...(names.length ? [] : [{ field: '', message: t('field.nothing-changed') }]),
      ...(typeof phone === 'string' && !/^(1\d{10}|0\d{9,11})$/.test(phone)
        ? [{ field: 'values.phone', message: t('field.bad-phone') }]
        : []),
    ]
    const { phone: _, ...seen } = Object.fromEntries(names.map((n) => [n, base[n] ?? null]))
    void take(
      {
        kind: 'collect',
        subject: sheet.subject,
        title: sheet.name,
        where: sheet.address,
        text: '',
        values: changed,
        base: seen,
      },
      photos,
      { wrong },
    )
  }
  return (
    <Frame title={t('field.collect-of', { name: sheet.name })} problems={problems}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          submit()
        }}
      >
        {asked.map(({ name, label }) => (
          <TextInput
            key={name}
            name={`values.${name}`}
            label={label}
            value={typed[name] ?? ''}
            problems={problems}
            hint={name === 'phone' && sheet.phone ? t('field.phone-known', { phone: sheet.phone }) : undefined}
            {...(name === 'phone' && { type: 'tel', inputMode: 'tel' as const })}
            {...(name === 'household-size' && { inputMode: 'numeric' as const })}
            onChange={(v) => setTyped({ ...typed, [name]: v })}
          />
        ))}
        <Photos photos={photos} onChange={setPhotos} />
        <AskPosition />
        <SaveButton saving={saving} />
      </form>
    </Frame>
  )
}

/** Numbers stay numbers; an emptied field says that it is no longer so. The telephone left empty stays as it is. */
export function valuesOf(typed: Record<string, string>, base: Values): Values {
  const out: Values = {}
  for (const [name, text] of Object.entries(typed)) {
    const tidy = name === 'phone' ? bare(text).replace(/^(\+86|0086)/, '') : halfWidth(text).trim()
    const number = (name === 'household-size' || typeof base[name] === 'number') && /^\d+$/.test(tidy)
    const value = tidy === '' ? null : number ? Number(tidy) : tidy
    if (value !== (base[name] ?? null)) out[name] = value
  }
  return out
}
