import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { read } from '../../api/client.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Editor } from './Editor.tsx'
import { Proposals } from './Proposals.tsx'

/** Where items are written and processes drawn: find one, or go on with what waits. */
export function Workshop() {
  const { kind, id, proposal } = useSearch({ strict: false }) as {
    kind?: 'item' | 'process'
    id?: string
    proposal?: string
  }
  return (
    <Shell title={t('workshop.title')}>
      {kind && id ? (
        <>
          <p>
            <Link to="/desk/workshop">{t('workshop.back')}</Link>
          </p>
          <Editor key={`${kind}/${id}/${proposal}`} kind={kind} id={id} proposal={proposal} />
        </>
      ) : (
        <>
          <Proposals />
          <Definitions />
          <Plans />
        </>
      )}
    </Shell>
  )
}

function Definitions() {
  const field = useId()
  const [q, setQ] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['workshop', 'definitions'],
    queryFn: ({ signal }) => read('/api/workshop/definitions', {}, signal),
  })
  const shown = data?.filter((d) => !q || d.name.includes(q) || d.id.includes(q)) ?? []
  return (
    <Part title={t('workshop.definitions')}>
      <form className="filters" onSubmit={(e) => e.preventDefault()}>
        <label htmlFor={field}>{t('workshop.find')}</label>
        <input id={field} value={q} maxLength={60} onChange={(e) => setQ(e.target.value)} />
      </form>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : shown.length === 0 ? (
        <Empty>
          <p>{t('workshop.no-match')}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {shown.slice(0, 40).map((d) => (
            <li key={`${d.kind}/${d.id}`}>
              <Link className="row-link" to="/desk/workshop" search={{ kind: d.kind, id: d.id }}>
                <strong>{d.name}</strong>
                <span className="soft">
                  {t(`workshop.kind.${d.kind}`)} · {t('workshop.version', { n: d.version })} ·{' '}
                  {t(`workshop.state.${d.state}`)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** What departments still owe the one window. */
function Plans() {
  const { data } = useQuery({
    queryKey: ['workshop', 'plans'],
    queryFn: ({ signal }) => read('/api/workshop/plans', {}, signal),
  })
  if (!data?.length) return null
  return (
    <Part title={t('workshop.plans')}>
      <ul className="rows">
        {data.map((p) => (
          <li key={`${p.unit}/${p.name}`}>
            <strong>{p.name}</strong>{' '}
            <span className="soft">
              {t('workshop.plan', { unit: p.unitName, owner: p.owner, date: p.promisedOn })} ·{' '}
              {t(p.onlineAs ? 'workshop.plan.online' : p.overdue ? 'workshop.plan.overdue' : 'workshop.plan.open')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
