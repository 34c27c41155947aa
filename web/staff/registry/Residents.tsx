import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { problemsOf, Refused } from '../../api/client.ts'
import { fieldId } from '../../ui/ErrorSummary.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Acts } from '../Acts.tsx'
import { useDuties } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { useRowKeys } from '../rowKeys.ts'
import { Shell } from '../Shell.tsx'
import { registerAct } from './acts.ts'
import { type Hit, keepers, personsQuery, readers } from './data.ts'
import { ForReaders } from './ForReaders.tsx'
import './registry.css'

/** What was last looked for, so that coming back from a file finds the list again; gone with the tab. */
let last = ''

/** Finding a resident by whatever one has of them. */
export function Residents() {
  const { has } = useDuties()
  const [asked, setAsked] = useState(last)
  const [typed, setTyped] = useState(last)
  const { data, error, isFetching, refetch } = useQuery({
    ...personsQuery(asked),
    enabled: Boolean(asked) && has(...readers),
  })
  const go = useGo()
  const id = useId()
  const list = useRef<HTMLTableSectionElement>(null)
  useRowKeys(list)
  // Enter in the box leads to the first who was found; from there j, k and Enter.
  const [arrive, setArrive] = useState(false)
  useEffect(() => {
    if (!arrive || isFetching) return
    setArrive(false)
    list.current?.querySelector('a')?.focus()
  }, [arrive, isFetching])
  const look = (q: string) => {
    last = q.trim()
    setAsked(last)
    setArrive(true)
  }
  const vague = error instanceof Refused && error.status === 400
  const problems = vague ? problemsOf(error).map((p) => ({ ...p, field: 'q' })) : []
  return (
    <Shell title={t('registry.residents')} problems={problems}>
      <ForReaders>
        <form
          className="search"
          onSubmit={(e) => {
            e.preventDefault()
            look(typed)
          }}
        >
          <label htmlFor={fieldId('q')}>{t('registry.find')}</label>
          <input
            id={fieldId('q')}
            type="search"
            value={typed}
            maxLength={60}
            autoComplete="off"
            aria-describedby={`${id}hint`}
            onChange={(e) => setTyped(e.target.value)}
          />
          <button type="submit" className="main">
            {t('filter.go')}
          </button>
        </form>
        <p className="hint" id={`${id}hint`}>
          {t('registry.find.hint')}
        </p>
        {has(...keepers) && (
          <Acts
            acts={[registerAct()]}
            abilities={{ registerPerson: null }}
            base="/api"
            onDone={(_, answer) => go({ to: '/desk/residents/$id', params: { id: (answer as { id: string }).id } })}
          />
        )}
        {!asked || vague ? (
          <Empty>
            <p>{t('registry.find.empty')}</p>
          </Empty>
        ) : error ? (
          <Trouble error={error} retry={refetch} />
        ) : !data ? (
          <Loading />
        ) : data.hits.length ? (
          <>
            <p role="status" className="soft">
              {t(data.more ? 'registry.found-more' : 'registry.found', { n: data.hits.length })}
            </p>
            <Hits hits={data.hits} list={list} />
          </>
        ) : (
          <NoMatch
            clear={() => {
              setTyped('')
              look('')
            }}
          >
            <p role="status">{t('registry.find.no-match')}</p>
          </NoMatch>
        )}
      </ForReaders>
      <Keys />
    </Shell>
  )
}

function Hits({ hits, list }: { hits: Hit[]; list: React.RefObject<HTMLTableSectionElement | null> }) {
  return (
    <div className="table-scroll">
      <table className="table rows-table">
        <thead>
          <tr>
            {['name', 'id', 'phone', 'home'].map((c) => (
              <th key={c} scope="col">
                {t(`registry.col.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={list}>
          {hits.map((h) => (
            <tr key={h.id}>
              <td>
                <Link to="/desk/residents/$id" params={{ id: h.id }}>
                  {h.name}
                </Link>{' '}
                <span className="soft">
                  {h.sex && t(`registry.sex.${h.sex}`)} {h.age !== null &&
                    !h.died &&
                    t('registry.age', { n: h.age })}{' '}
                </span>
                {h.died && <span className="mark">{t('registry.died')}</span>}
              </td>
              <td data-label={t('registry.col.id')}>{h.idNumber ?? t('registry.no-id')}</td>
              <td data-label={t('registry.col.phone')}>{h.phone ?? t('registry.unknown')}</td>
              <td data-label={t('registry.col.home')}>
                {h.address ?? t('registry.no-home')}
                <br />
                <span className="soft">{h.placeName}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
