import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bare } from '../../ui/format.ts'
import { Empty, Loading } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { SaveButton, TextInput, useTaking } from '../Taking.tsx'
import { usePhone } from '../usePhone.ts'
import { useSheetOf } from './Person.tsx'

const names = ['name', 'idNumber', 'phone', 'since'] as const

/** Somebody behind a known door whom nobody has registered: taken down here, registered by somebody else. */
export function Newcomer() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { day } = usePhone()
  const { sheet, asked } = useSheetOf(id)
  const [entered, setEntered] = useState<Record<string, string>>({})
  const { problems, saving, take } = useTaking()
  if (!sheet?.dwelling)
    return (
      <Frame title={t('field.kind.newcomer')}>
        {asked.isFetching ? <Loading /> : <Empty>{t('field.no-sheet')}</Empty>}
      </Frame>
    )
  const typed: Record<string, string> = { since: day?.day ?? '', ...entered } // the list may come after the form
  const of = (name: string) => (typed[name] ?? '').trim()
  const submit = () => {
    const [idNumber, phone, since] = [bare(of('idNumber')).toUpperCase(), bare(of('phone')), of('since')]
    const wrong = [
      ...(of('name') ? [] : [{ field: 'values.name', message: t('field.newcomer-no-name') }]),
      ...(/^\d{17}[\dX]$/.test(idNumber) ? [] : [{ field: 'values.idNumber', message: t('field.newcomer-bad-id') }]),
      ...(!phone || /^(1\d{10}|0\d{9,11})$/.test(phone)
        ? []
        : [{ field: 'values.phone', message: t('field.bad-phone') }]),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(since) ? [] : [{ field: 'values.since', message: t('field.newcomer-bad-day') }]),
    ]
    void take(
      {
        kind: 'newcomer',
        subject: `dwelling:${sheet.dwelling}`,
        title: of('name'),
        where: sheet.address,
        text: '',
        values: { name: of('name'), idNumber, since, ...(phone && { phone }) },
      },
      [],
      { wrong, place: false },
    )
  }
  return (
    <Frame title={t('field.kind.newcomer')} problems={problems}>
      <p className="soft">{sheet.address}</p>
      <p>{t('field.newcomer-why')}</p>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          submit()
        }}
      >
        {names.map((name) => (
          <TextInput
            key={name}
            name={`values.${name}`}
            label={t(`field.newcomer-${name}`)}
            value={typed[name] ?? ''}
            problems={problems}
            {...(name === 'phone' && { type: 'tel', inputMode: 'tel' as const })}
            {...(name === 'since' && { type: 'date' })}
            onChange={(v) => setEntered({ ...entered, [name]: v })}
          />
        ))}
        <SaveButton saving={saving} />
      </form>
    </Frame>
  )
}
