import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { change, type Problem, problemsOf, useAct } from '../../api/client.ts'
import type { MatterPage, Supplementing } from '../../api/types.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { fieldId } from '../../ui/ErrorSummary.tsx'
import { FileButton, type SentFile } from '../../ui/FileButton.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { matterQuery } from '../data.ts'
import { Back, Shell } from '../Shell.tsx'

export function Supplement() {
  const { number } = useParams({ from: '/matters/$number/supplement' })
  const { data: m, error, refetch } = useQuery(matterQuery(number))
  if (m) return <Form m={m} />
  return (
    <Shell title={t('supplement.title')} back={<Back to={`/matters/${number}`} />}>
      {error ? <Trouble error={error} retry={refetch} /> : <Loading />}
    </Shell>
  )
}

/** All that was asked for stands on one page, with a place for each material of the matter. */
function Form({ m }: { m: MatterPage }) {
  const [files, setFiles] = useState<Record<string, SentFile[]>>({})
  const [note, setNote] = useState('')
  const [empty, setEmpty] = useState<Problem[]>([])
  const navigate = useNavigate()
  const send = useAct(
    (body: Supplementing, key: string) =>
      change('POST', '/api/matters/{number}/supplement', { path: { number: m.number }, key, body }),
    () => navigate({ to: '/matters/$number', params: { number: m.number }, replace: true }),
  )
  const problems = empty.length ? empty : problemsOf(send.error)
  const go = () => {
    const materials = Object.entries(files)
      .filter(([, f]) => f.length)
      .map(([code, f]) => ({ code, files: f.map((x) => x.id) }))
    const missing = materials.length || note.trim() ? [] : [{ field: 'note', message: t('supplement.nothing') }]
    setEmpty(missing)
    if (!missing.length) send.mutate({ materials, ...(note.trim() && { note: note.trim() }) })
  }
  const wanted = m.materials.filter((x) => x.status === 'missing' || x.status === 'promised')
  const others = m.status === 'correction' ? m.materials.filter((x) => !wanted.includes(x)) : []
  return (
    <Shell title={t('supplement.title')} back={<Back to={`/matters/${m.number}`} />} problems={problems}>
      {m.correction && m.status === 'correction' && (
        <Part title={t('supplement.items')}>
          <ol>
            {m.correction.items.map((i) => (
              <li key={i}>{i}</li>
            ))}
          </ol>
        </Part>
      )}
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          go()
        }}
      >
        {[...wanted, ...others].map((x) => (
          <section key={x.code} className="panel" aria-labelledby={`material-${x.code}`}>
            <h2 id={`material-${x.code}`}>{x.name}</h2>
            <FileButton
              id={fieldId(`materials.${x.code}`)}
              label={x.name}
              files={files[x.code] ?? []}
              onChange={(f) => setFiles({ ...files, [x.code]: f })}
            />
          </section>
        ))}
        <Field
          name="note"
          q={{ title: t('supplement.note'), description: t('supplement.note.hint'), maxLength: 500 }}
          value={note}
          problems={problems}
          onChange={(v) => setNote(String(v))}
        />
        <ActionButton kind="main" type="submit" busy={send.isPending}>
          {t('supplement.go')}
        </ActionButton>
      </form>
    </Shell>
  )
}
