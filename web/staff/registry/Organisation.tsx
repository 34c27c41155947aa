import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { ForReaders } from './ForReaders.tsx'
import './registry.css'

type O = Answer<'get', '/api/organisations/{id}'>

/** One body that sits here, what is known of it and who said so. */
export function Organisation() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['organisation', id],
    queryFn: ({ signal }) => read('/api/organisations/{id}', { path: { id } }, signal),
  })
  return (
    <Shell title={data ? data.name : t('homes.organisation')}>
      <ForReaders>
        {error ? <Trouble error={error} retry={refetch} /> : data ? <File o={data} /> : <Loading />}
      </ForReaders>
      <Keys />
    </Shell>
  )
}

function File({ o }: { o: O }) {
  const said = (s: O['phone']) =>
    s && (
      <>
        {s.value}
        {'\n'}
        <span className="soft small">{t('homes.said', { source: s.source, date: day(s.collectedAt) })}</span>
      </>
    )
  const address = o.dwelling ? (
    <Link to="/desk/dwellings/$id" params={{ id: o.dwelling }}>
      {o.address}
    </Link>
  ) : o.building ? (
    <Link to="/desk/buildings/$id" params={{ id: o.building }}>
      {o.address}
    </Link>
  ) : (
    o.address
  )
  const lines: Record<string, ReactNode> = {
    [t('homes.org.code')]: o.uscc,
    [t('homes.org.kind')]: o.kind,
    [t('homes.org.address')]: address,
    [t('homes.org.head')]: said(o.head),
    [t('registry.col.phone')]: said(o.phone),
    [t('homes.org.staff')]: o.staff === null ? null : t('homes.staff', { n: o.staff }),
    [t('homes.org.closed')]: o.closedOn && day(o.closedOn),
  }
  return (
    <div className="columns">
      <Part title={t('registry.base')}>
        <dl className="pairs">
          {Object.entries(lines)
            .filter(([, v]) => v)
            .map(([k, v]) => (
              <div key={k}>
                <dt>{k}</dt>
                <dd>{v}</dd>
              </div>
            ))}
        </dl>
      </Part>
      <Part title={t('registry.records')}>
        <ul>
          {o.records.map((r) => (
            <li key={`${r.source} ${r.collectedAt}`}>
              <strong>{r.source}</strong> {day(r.collectedAt)}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  )
}
