import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { read } from '../../api/client.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Duties } from './Duties.tsx'
import { type Brief, registersQuery } from './data.ts'
import '../registry/registry.css'
import './registers.css'

/** Everything the district keeps books of, in one place: what falls due, the registers by group, the books of matters. */
export function Registers() {
  const { data, error, refetch } = useQuery(registersQuery)
  return (
    <Shell title={t('register.title')}>
      {error ? <Trouble error={error} retry={refetch} /> : data ? <Shelves all={data} /> : <Loading />}
      <Keys />
    </Shell>
  )
}

const ledgerReaders = ['clerk', 'supervisor', 'dispatcher', 'leader', 'audit-admin', 'rating-manager']

function Shelves({ all }: { all: Brief[] }) {
  const id = useId()
  const go = useGo()
  const search = useSearch({ strict: false }) as { q?: string; until?: string; of?: string }
  // What is typed is the box's own: an address that follows it would disturb who types in Chinese.
  const [q, setQ] = useState(search.q ?? '')
  const look = (typed: string) => {
    setQ(typed)
    go({ to: '/desk/registers', search: { ...search, q: typed.trim() || undefined }, replace: true })
  }
  const readsLedgers = useDuties().has(...ledgerReaders)
  const ledgers = useQuery({
    queryKey: ['ledgers'],
    queryFn: ({ signal }) => read('/api/ledgers', {}, signal),
    enabled: readsLedgers,
  })
  const fits = (words: string) => words.includes(q.trim())
  const found = all.filter((b) => fits(`${b.name}${b.group}${b.about}`))
  const groups = [...new Set(found.map((b) => b.group))]
  const books = (ledgers.data ?? []).filter((b) => fits(`${b.title}${t('register.books')}`))
  if (!all.length && !ledgers.data?.length)
    return readsLedgers && ledgers.isPending ? (
      <Loading />
    ) : (
      <Empty>
        <p>{t('register.none')}</p>
      </Empty>
    )
  return (
    <div className="stack">
      <form className="search" onSubmit={(e) => e.preventDefault()}>
        <label htmlFor={id}>{t('register.find-book')}</label>
        <input id={id} type="search" value={q} maxLength={40} onChange={(e) => look(e.target.value)} />
      </form>
      {!q.trim() && <Duties books={all} />}
      {groups.map((group) => (
        <Part key={group} title={group}>
          <ul className="shelf">
            {found
              .filter((b) => b.group === group)
              .map((b) => (
                <li key={b.id}>
                  <Link className="row-link book" to="/desk/registers/$id" params={{ id: b.id }}>
                    <strong>{b.name}</strong>
                    <span className="book-facts">
                      <span>{t('register.entries', { n: b.entries, counts: b.counts })}</span>
                      {b.late > 0 && <span className="mark">{t('register.late', { n: b.late })}</span>}
                      {b.due > b.late && <span className="mark">{t('register.due', { n: b.due - b.late })}</span>}
                    </span>
                    <span className="soft book-about">{b.about}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </Part>
      ))}
      {books.length > 0 && (
        <Part title={t('register.books')}>
          <p className="soft">{t('register.books.about')}</p>
          <ul className="shelf">
            {books.map((b) => (
              <li key={b.id}>
                <Link className="row-link book" to="/desk/ledgers" search={{ id: b.id }}>
                  <strong>{b.title}</strong>
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {!found.length && !books.length && (
        <NoMatch clear={() => look('')}>
          <p role="status">{t('register.no-book')}</p>
        </NoMatch>
      )}
    </div>
  )
}
