import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { problemsOf, Refused } from '../../api/client.ts'
import { fieldId } from '../../ui/ErrorSummary.tsx'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { useRowKeys } from '../rowKeys.ts'
import { Shell } from '../Shell.tsx'
import { homesQuery } from './data.ts'
import { ForReaders } from './ForReaders.tsx'
import './registry.css'

let last = ''

/** Buildings, homes and organisations, found by an address or a name. */
export function Homes() {
  const [asked, setAsked] = useState(last)
  const [typed, setTyped] = useState(last)
  const { data, error, refetch } = useQuery({ ...homesQuery(asked), enabled: Boolean(asked) })
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  const vague = error instanceof Refused && error.status === 400
  const look = (q: string) => {
    last = q.trim()
    setAsked(last)
  }
  const none = data && !data.buildings.length && !data.dwellings.length && !data.organisations.length
  return (
    <Shell title={t('homes.title')} problems={vague ? problemsOf(error).map((p) => ({ ...p, field: 'q' })) : []}>
      <ForReaders>
        <form
          className="search"
          onSubmit={(e) => {
            e.preventDefault()
            look(typed)
          }}
        >
          <label htmlFor={fieldId('q')}>{t('homes.find')}</label>
          <input
            id={fieldId('q')}
            type="search"
            value={typed}
            maxLength={60}
            autoComplete="off"
            onChange={(e) => setTyped(e.target.value)}
          />
          <button type="submit" className="main">
            {t('filter.go')}
          </button>
        </form>
        <p>
          <Link className="button" to="/desk/unmatched">
            {t('homes.unmatched')}
          </Link>
        </p>
        {!asked || vague ? (
          <Empty>
            <p>{t('homes.empty')}</p>
          </Empty>
        ) : error ? (
          <Trouble error={error} retry={refetch} />
        ) : !data ? (
          <Loading />
        ) : none ? (
          <NoMatch
            clear={() => {
              setTyped('')
              look('')
            }}
          >
            <p role="status">{t('homes.no-match')}</p>
          </NoMatch>
        ) : (
          <div className="columns" ref={list}>
            {data.buildings.length > 0 && (
              <Part title={t('homes.buildings')}>
                <ul className="rows">
                  {data.buildings.map((b) => (
                    <li key={b.id}>
                      <Link className="row-link" to="/desk/buildings/$id" params={{ id: b.id }}>
                        <strong>{b.name}</strong>
                        <span>{[b.community, b.grid].filter(Boolean).join(' · ')}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Part>
            )}
            {data.dwellings.length > 0 && (
              <Part title={t('homes.dwellings')}>
                <ul className="rows">
                  {data.dwellings.map((d) => (
                    <li key={d.id}>
                      <Link className="row-link" to="/desk/dwellings/$id" params={{ id: d.id }}>
                        <strong>{d.address}</strong>
                        <span>
                          {t('pick.people', { n: d.people })}
                          {!d.building && ` · ${t('homes.no-building')}`}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Part>
            )}
            {data.organisations.length > 0 && (
              <Part title={t('homes.organisations')}>
                <ul className="rows">
                  {data.organisations.map((o) => (
                    <li key={o.id}>
                      <Link className="row-link" to="/desk/organisations/$id" params={{ id: o.id }}>
                        <strong>{o.name}</strong>
                        <span>{[o.kind, o.community].filter(Boolean).join(' · ')}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Part>
            )}
          </div>
        )}
      </ForReaders>
      <Keys />
    </Shell>
  )
}
