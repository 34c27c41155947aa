import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { change, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { diffOf } from './diff.ts'
import { ItemEditor } from './ItemEditor.tsx'
import { ItemState } from './ItemState.tsx'
import { Review } from './Proposals.tsx'
import { Simulation } from './Simulation.tsx'

const ProcessEditor = lazy(() => import('./ProcessEditor.tsx').then((m) => ({ default: m.ProcessEditor })))
export type Body = Record<string, unknown>
type Where = { kind: 'item' | 'process'; id: string; proposal?: string | undefined }

/** One definition under the hammer: the published one beside what is being made of it. */
export function Editor({ kind, id, proposal }: Where) {
  const published = useQuery({
    queryKey: ['workshop', kind, id],
    queryFn: ({ signal }) => read('/api/workshop/definitions/{kind}/{id}', { path: { kind, id } }, signal),
  })
  const draft = useQuery({
    queryKey: ['workshop', 'proposal', proposal],
    queryFn: ({ signal }) => read('/api/workshop/proposals/{id}', { path: { id: proposal ?? '' } }, signal),
    enabled: proposal !== undefined,
  })
  const error = published.error ?? draft.error
  if (error) return <Trouble error={error} retry={published.refetch} />
  if (!published.data || (proposal && !draft.data)) return <Loading />
  return (
    <Bench
      kind={kind}
      id={id}
      base={published.data.body as Body}
      versions={published.data.versions.length}
      begun={(draft.data?.body as Body | undefined) ?? (published.data.body as Body)}
      proposal={proposal}
      status={draft.data?.status}
      said={draft.data?.note ?? ''}
    />
  )
}

function Bench({
  kind,
  id,
  base,
  versions,
  begun,
  proposal,
  status,
  said,
}: Where & { base: Body; versions: number; begun: Body; status: string | undefined; said: string }) {
  const { has } = useDuties()
  const mine = has('catalogue-manager')
  const [body, setBody] = useState(begun)
  const [note, setNote] = useState(said)
  const [kept, setKept] = useState(proposal)
  const faults = useFaults(kind, id, body)
  const save = useAct((given: { body: Body; note: string }, key: string) =>
    change('POST', '/api/workshop/proposals', { key, body: { ...(kept && { id: kept }), kind, target: id, ...given } }),
  )
  const submit = useAct((which: string, key: string) =>
    change('POST', '/api/workshop/proposals/{id}/submission', { path: { id: which }, key, body: {} }),
  )
  const keep = async () => {
    if (!note.trim()) return undefined
    const { id: as } = await save.mutateAsync({ body, note: note.trim() })
    setKept(as)
    return as
  }
  const waiting = (status === 'submitted' && !submit.isSuccess) || submit.isSuccess
  const changes = diffOf(base, body)
  return (
    <>
      <h2>
        {kind === 'item' ? String(body.name ?? id) : id}{' '}
        <span className="soft">{t('workshop.version', { n: versions })}</span>
      </h2>
      {kind === 'item' ? (
        <ItemEditor body={body} onChange={setBody} />
      ) : (
        <Suspense fallback={<Loading />}>
          <ProcessEditor
            xml={String(begun.xml)}
            faults={faults.map((f) => f.path)}
            onChange={(xml) => setBody({ xml })}
          />
          <Simulation xml={String(body.xml)} />
        </Suspense>
      )}
      <Part title={t('workshop.faults')}>
        {faults.length === 0 ? (
          <p>{t('workshop.faultless')}</p>
        ) : (
          <ul>
            {faults.map((f) => (
              <li key={`${f.path} ${f.reason}`}>
                <strong>{f.path}</strong> {f.reason}
              </li>
            ))}
          </ul>
        )}
      </Part>
      {kind === 'item' && changes.length > 0 && (
        <Part title={t('workshop.diff')}>
          <ul>
            {changes.map((c) => (
              <li key={c.path}>
                <strong>{c.path}</strong> <del>{c.before}</del> <ins>{c.after}</ins>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {(status === 'published' || status === 'rejected') && <p role="status">{t(`workshop.status.${status}`)}</p>}
      {kind === 'item' && mine && !waiting && <ItemState id={id} />}
      {waiting && kept ? (
        <Review id={kept} author={mine} />
      ) : (
        mine && (
          <Part title={t('workshop.hand-in')}>
            {[save, submit].map((act, i) => act.error && <Trouble key={i ? 'submit' : 'save'} error={act.error} />)}
            {save.isSuccess && <p role="status">{t('workshop.kept')}</p>}
            <div className="field">
              <label htmlFor="proposal-note">{t('workshop.note')}</label>
              <input id="proposal-note" value={note} maxLength={300} onChange={(e) => setNote(e.target.value)} />
            </div>
            <div className="actions">
              <ActionButton busy={save.isPending} onClick={() => void keep().catch(() => {})}>
                {t('workshop.save')}
              </ActionButton>
              <ActionButton
                kind="main"
                busy={submit.isPending}
                onClick={() =>
                  void keep()
                    .then((as) => (as ? submit.mutateAsync(as) : undefined))
                    .catch(() => {})
                }
              >
                {t('workshop.submit')}
              </ActionButton>
            </div>
          </Part>
        )
      )}
    </>
  )
}

type Fault = { path: string; reason: string }
/** What stands in the way now, asked again when the hand has rested. */
function useFaults(kind: 'item' | 'process', target: string, body: Body): Fault[] {
  const [asked, setAsked] = useState(body)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(body), 600)
    return () => clearTimeout(timer)
  }, [body])
  const { data } = useQuery<Fault[]>({
    queryKey: ['workshop', 'check', kind, target, asked],
    queryFn: ({ signal }) => readCheck(kind, target, asked, signal),
    placeholderData: keepPreviousData,
  })
  return data ?? []
}
const readCheck = async (
  kind: 'item' | 'process',
  target: string,
  body: Body,
  signal: AbortSignal,
): Promise<Fault[]> => {
  const res = await fetch('/api/workshop/check', {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ kind, target, body }),
  })
  return res.ok ? res.json() : [{ path: '', reason: (await res.json()).message }]
}
