import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { change, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Link } from '../link.ts'

/** What is being changed: one's own drafts, and what waits for a second pair of eyes. */
export function Proposals() {
  const { data } = useQuery({
    queryKey: ['workshop', 'proposals'],
    queryFn: ({ signal }) => read('/api/workshop/proposals', {}, signal),
  })
  const open = data?.filter((p) => p.status !== 'published').slice(0, 20) ?? []
  if (!open.length) return null
  return (
    <Part title={t('workshop.proposals')}>
      <ul className="rows">
        {open.map((p) => (
          <li key={p.id}>
            <Link className="row-link" to="/desk/workshop" search={{ kind: p.kind, id: p.target, proposal: p.id }}>
              <strong>{p.note}</strong>
              <span className="soft">
                {p.target} · {t(`workshop.status.${p.status}`)} · {p.author} · {moment(p.updatedAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** A second person says yes or sends it back, with a word. */
export function Review({ id, author }: { id: string; author: boolean }) {
  const [note, setNote] = useState('')
  const { has } = useDuties()
  const act = useAct((approve: boolean, key: string) =>
    change('POST', '/api/workshop/proposals/{id}/review', { path: { id }, key, body: { approve, note: note.trim() } }),
  )
  if (author || !has('catalogue-manager', 'supervisor', 'leader')) return <p>{t('workshop.waits')}</p>
  return (
    <Part title={t('workshop.review')}>
      {act.error && <Trouble error={act.error} />}
      <div className="field">
        <label htmlFor="review-note">{t('workshop.review.note')}</label>
        <textarea id="review-note" rows={2} maxLength={500} value={note} onChange={(e) => setNote(e.target.value)} />
      </div>
      <div className="actions">
        <ActionButton kind="main" busy={act.isPending} onClick={() => note.trim() && act.mutate(true)}>
          {t('workshop.approve')}
        </ActionButton>
        <ActionButton busy={act.isPending} onClick={() => note.trim() && act.mutate(false)}>
          {t('workshop.reject')}
        </ActionButton>
      </div>
    </Part>
  )
}
