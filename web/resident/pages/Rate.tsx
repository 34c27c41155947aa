import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { change, type Problem, problemsOf, useAct } from '../../api/client.ts'
import type { Rating } from '../../api/types.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

const levels = [1, 2, 3, 4, 5]

/** Five levels, none chosen beforehand; words are optional; nobody has to. */
export function Rate() {
  const { number } = useParams({ from: '/matters/$number/rate' })
  const [level, setLevel] = useState<number | undefined>()
  const [words, setWords] = useState('')
  const [empty, setEmpty] = useState<Problem[]>([])
  const navigate = useNavigate()
  const rate = useAct(
    (body: Rating, key: string) => change('POST', '/api/matters/{number}/rating', { path: { number }, key, body }),
    () => navigate({ to: '/matters/$number', params: { number }, replace: true }),
  )
  const problems = empty.length ? empty : problemsOf(rate.error)
  const go = () => {
    const missing = level ? [] : [{ field: 'level', message: t('rate.missing') }]
    setEmpty(missing)
    if (level) rate.mutate({ level, ...(words.trim() && { words: words.trim() }) })
  }
  return (
    <Shell title={t('rate.title')} back={<Back to={`/matters/${number}`} />} problems={problems}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          go()
        }}
      >
        <Field
          name="level"
          required
          q={{ title: t('rate.question'), enum: levels, 'x-labels': levels.map((l) => t(`rate.level.${l}`)) }}
          value={level}
          problems={problems}
          onChange={(v) => setLevel(Number(v))}
        />
        <Field
          name="words"
          q={{ title: t('rate.words'), description: t('rate.words.hint'), maxLength: 500 }}
          value={words}
          problems={problems}
          onChange={(v) => setWords(String(v))}
        />
        <ActionButton kind="main" type="submit" busy={rate.isPending}>
          {t('rate.go')}
        </ActionButton>
      </form>
    </Shell>
  )
}
