import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { change, problemsOf, read, useAct } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { unmatchedQuery } from './data.ts'
import { ForReaders } from './ForReaders.tsx'
import './registry.css'

type Home = Answer<'get', '/api/dwellings'>[number]

/** Homes whose address names no building we know; somebody says in which one they are. */
export function Unmatched() {
  const { has } = useDuties()
  const [told, setTold] = useState('')
  const { data, error, refetch } = useQuery(unmatchedQuery())
  return (
    <Shell title={t('unmatched.title')}>
      <ForReaders>
        <p>{t('unmatched.hint')}</p>
        {told && (
          <p className="panel" role="status">
            {told}
          </p>
        )}
        {error ? (
          <Trouble error={error} retry={refetch} />
        ) : !data ? (
          <Loading />
        ) : data.length ? (
          <ul className="task-list">
            {data.map((d) => (
              <li key={d.id} className="task">
                <p className="facts">
                  <Link to="/desk/dwellings/$id" params={{ id: d.id }}>
                    {d.address}
                  </Link>
                  <span className="soft">{t('pick.people', { n: d.people })}</span>
                </p>
                {has('grid-head', 'data-manager') && (
                  <Match
                    d={d}
                    onDone={(name) => setTold(t('unmatched.done', { address: d.address, building: name }))}
                  />
                )}
              </li>
            ))}
          </ul>
        ) : (
          <Empty>
            <p>{t('unmatched.none')}</p>
          </Empty>
        )}
      </ForReaders>
      <Keys />
    </Shell>
  )
}

function Match({ d, onDone }: { d: Home; onDone: (building: string) => void }) {
  const scope = useId().replace(/\W/g, '')
  const [open, setOpen] = useState(false)
  const [building, setBuilding] = useState('')
  const { data, error } = useQuery({
    queryKey: ['buildings', d.communityId],
    queryFn: ({ signal }) => read('/api/buildings', { query: { community: d.communityId } }, signal),
    enabled: open,
    staleTime: 60_000,
  })
  const send = useAct(
    (body: { building: string }, key: string) =>
      change('POST', '/api/dwellings/{id}/building', { key, path: { id: d.id }, body }),
    () => onDone(data?.find((b) => b.id === building)?.name ?? ''),
  )
  const problems = problemsOf(send.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  if (!open)
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {t('act.matchHome')}
      </button>
    )
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  if (!data.length) return <p>{t('unmatched.no-buildings')}</p>
  return (
    <form
      className="panel"
      noValidate
      aria-label={t('act.matchHome')}
      onSubmit={(e) => {
        e.preventDefault()
        if (!send.isPending) send.mutate({ building })
      }}
    >
      <ErrorSummary problems={problems} />
      <Field
        name={`${scope}.building`}
        q={{
          title: t('unmatched.building', { community: d.community }),
          type: 'string',
          enum: data.map((b) => b.id),
          'x-labels': Object.fromEntries(data.map((b) => [b.id, b.name])),
        }}
        value={building}
        onChange={(v) => setBuilding(String(v))}
        required
        problems={problems}
      />
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={send.isPending}>
          {t('acts.confirm', { act: t('act.matchHome') })}
        </ActionButton>
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
