import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Acts, type Doing } from '../Acts.tsx'
import { q } from '../acts.ts'
import { personPicker, undoMergeAct } from './acts.ts'
import { type PersonFile, personQuery } from './data.ts'
import type { Picked } from './Pick.tsx'

const Picker = personPicker

/** Two files that are one human being: seen side by side before they are one, and two again whenever that was wrong. */
export function MergePart({ p, onDone }: { p: PersonFile; onDone: Doing['onDone'] }) {
  const [open, setOpen] = useState(false)
  return (
    <Part title={t('registry.merges')}>
      {p.merges.map((m) => (
        <div key={m.id} className="task">
          <p>
            {t('registry.merge.was', { name: m.name, date: day(m.at) })} <span className="soft">{m.reason}</span>
          </p>
          <Acts
            acts={[undoMergeAct()]}
            abilities={{ undoMerge: null }}
            base={`/api/persons/merges/${m.id}`}
            onDone={onDone}
          />
        </div>
      ))}
      <div className="no-print">
        <ActionButton why={p.abilities.mergePersons} onClick={() => setOpen(!open)}>
          {t('act.mergePersons')}
        </ActionButton>
        {open && <MergeForm p={p} onDone={onDone} close={() => setOpen(false)} />}
      </div>
    </Part>
  )
}

function MergeForm({ p, onDone, close }: { p: PersonFile; onDone: Doing['onDone']; close: () => void }) {
  const scope = useId().replace(/\W/g, '')
  const [other, setOther] = useState<Picked | undefined>()
  const [keep, setKeep] = useState(p.id)
  const [reason, setReason] = useState('')
  const found = useQuery({ ...personQuery(other?.id ?? ''), enabled: Boolean(other) })
  const send = useAct(
    (body: { keep: string; gone: string; reason: string }, key: string) =>
      change('POST', '/api/persons/merges', { key, body }),
    (answer) => {
      close()
      onDone('mergePersons', answer)
    },
  )
  const problems = problemsOf(send.error).map((x) => ({
    ...x,
    field: x.field && `${scope}.${x.field === 'gone' ? 'other' : x.field}`,
  }))
  const gone = keep === p.id ? (other?.id ?? '') : p.id
  return (
    <form
      className="panel"
      noValidate
      aria-label={t('act.mergePersons')}
      onSubmit={(e) => {
        e.preventDefault()
        if (other && !send.isPending) send.mutate({ keep, gone, reason })
      }}
    >
      <ErrorSummary problems={problems} />
      <ul>
        {['what', 'moved', 'undo'].map((k) => (
          <li key={k}>{t(`registry.merge.${k}`)}</li>
        ))}
      </ul>
      <Picker
        name={`${scope}.other`}
        q={{ title: t('registry.merge.other') }}
        value={other}
        onChange={(v) => setOther(v as Picked | undefined)}
        required
        problems={problems}
      />
      {found.error && <Trouble error={found.error} />}
      {other && !found.data && !found.error && <Loading />}
      {other && found.data && (
        <>
          <SideBySide files={[p, found.data]} />
          <Field
            name={`${scope}.keep`}
            q={{
              title: t('registry.merge.keep'),
              type: 'string',
              enum: [p.id, found.data.id],
              'x-labels': { [p.id]: t('registry.merge.left'), [found.data.id]: t('registry.merge.right') },
            }}
            value={keep}
            onChange={(v) => setKeep(String(v))}
            required
            problems={problems}
          />
          <Field
            name={`${scope}.reason`}
            q={q('merge.reason', { maxLength: 200 })}
            value={reason}
            onChange={(v) => setReason(String(v))}
            required
            problems={problems}
          />
        </>
      )}
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={send.isPending} why={other ? null : t('registry.merge.first')}>
          {t('acts.confirm', { act: t('act.mergePersons') })}
        </ActionButton>
        <button type="button" className="quiet" onClick={close}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}

function SideBySide({ files }: { files: [PersonFile, PersonFile] }) {
  const home = (p: PersonFile, kind: string) => p.residences.find((r) => r.kind === kind && !r.to)?.address ?? ''
  const rows: [string, (p: PersonFile) => string][] = [
    ['registry.col.name', (p) => p.name],
    ['registry.col.sex', (p) => (p.sex ? t(`registry.sex.${p.sex}`) : '')],
    ['registry.born', (p) => (p.born ? day(p.born) : '')],
    ['registry.col.id', (p) => p.idNumber ?? t('registry.no-id')],
    ['registry.col.phone', (p) => p.phone ?? ''],
    ['registry.kind.registered', (p) => home(p, 'registered')],
    ['registry.kind.present', (p) => home(p, 'present')],
    ['registry.members', (p) => p.members.map((m) => m.name).join(t('home.comma'))],
    ['registry.records', (p) => p.records.map((r) => `${r.source} ${r.collectedAt}`).join(t('home.comma'))],
  ]
  return (
    <div className="table-scroll">
      <table className="table side-by-side">
        <thead>
          <tr>
            <th scope="col">{t('registry.merge.compare')}</th>
            <th scope="col">{t('registry.merge.left')}</th>
            <th scope="col">{t('registry.merge.right')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, of]) => {
            const [a, b] = [of(files[0]), of(files[1])]
            return (
              <tr key={key}>
                <th scope="row">
                  {t(key)} {a !== b && <span className="mark">{t('registry.merge.differs')}</span>}
                </th>
                <td>{a}</td>
                <td>{b}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
