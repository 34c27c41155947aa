import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type Problem, problemsOf } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { bare } from '../../ui/format.ts'
import { t } from '../../ui/t.ts'
import { LaneView } from '../LaneView.tsx'
import { ProgressView } from '../ProgressView.tsx'
import { Back, Shell } from '../Shell.tsx'

/** Progress by number and the last four of the identity number; nothing of it ever stands in an address. */
export function Track() {
  const [given, setGiven] = useState({ number: '', idTail: '' })
  const [empty, setEmpty] = useState<Problem[]>([])
  const find = useMutation({ mutationFn: (body: typeof given) => ask('/api/matters/track', { body }) })
  const go = () => {
    const clean = { number: bare(given.number).toUpperCase(), idTail: bare(given.idTail).toUpperCase() }
    const problems = [
      ...(clean.number ? [] : [{ field: 'number', message: t('track.missing.number') }]),
      ...(clean.idTail ? [] : [{ field: 'idTail', message: t('track.missing.tail') }]),
    ]
    setEmpty(problems)
    find.reset()
    if (!problems.length) find.mutate(clean)
  }
  if (find.data)
    return (
      <Shell
        key="found"
        title={find.data.title}
        back={
          <button type="button" className="quiet" onClick={() => find.reset()}>
            {t('track.again')}
          </button>
        }
      >
        <ProgressView m={find.data} />
        <LaneView m={find.data} />
        <p className="soft">{t('track.more')}</p>
      </Shell>
    )
  const problems = empty.length ? empty : problemsOf(find.error)
  return (
    <Shell key="form" title={t('track.title')} back={<Back to="/" />} problems={problems}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          go()
        }}
      >
        <Field
          name="number"
          required
          q={{ title: t('track.number'), description: t('track.number.hint') }}
          value={given.number}
          problems={problems}
          onChange={(v) => setGiven({ ...given, number: String(v) })}
        />
        <Field
          name="idTail"
          required
          q={{ title: t('track.tail'), description: t('track.tail.hint') }}
          value={given.idTail}
          problems={problems}
          onChange={(v) => setGiven({ ...given, idTail: String(v) })}
        />
        <ActionButton kind="main" type="submit" busy={find.isPending}>
          {t('track.go')}
        </ActionButton>
      </form>
    </Shell>
  )
}
