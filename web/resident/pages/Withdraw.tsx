import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { change, type Problem, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

export function Withdraw() {
  const { number } = useParams({ from: '/matters/$number/withdraw' })
  const [reason, setReason] = useState('')
  const [empty, setEmpty] = useState<Problem[]>([])
  const navigate = useNavigate()
  const withdraw = useAct(
    (text: string, key: string) =>
      change('POST', '/api/matters/{number}/withdrawal', { path: { number }, key, body: { reason: text } }),
    () => navigate({ to: '/matters/$number', params: { number }, replace: true }),
  )
  const problems = empty.length ? empty : problemsOf(withdraw.error)
  const go = () => {
    const missing = reason.trim() ? [] : [{ field: 'reason', message: t('withdraw.missing') }]
    setEmpty(missing)
    if (!missing.length) withdraw.mutate(reason.trim())
  }
  return (
    <Shell title={t('withdraw.title')} back={<Back to={`/matters/${number}`} />} problems={problems}>
      <p>{t('withdraw.hint')}</p>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          go()
        }}
      >
        <Field
          name="reason"
          required
          q={{ title: t('withdraw.reason'), maxLength: 300 }}
          value={reason}
          problems={problems}
          onChange={(v) => setReason(String(v))}
        />
        <ActionButton kind="main" type="submit" busy={withdraw.isPending}>
          {t('withdraw.go')}
        </ActionButton>
      </form>
    </Shell>
  )
}
