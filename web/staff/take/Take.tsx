import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { read } from '../../api/client.ts'
import { Loading, NoMatch, NoPermission, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { TakeForm } from './TakeForm.tsx'

/** Taking a matter at the window: the item by its initials, then one dense page. Enter takes the first match. */
export function Take() {
  const { item } = useSearch({ strict: false }) as { item?: string }
  const { known, has } = useDuties()
  return (
    <Shell title={t('take.title')}>
      {known && !has('clerk') ? (
        <NoPermission>
          <p>{t('take.not-clerk')}</p>
        </NoPermission>
      ) : item ? (
        <TakeForm key={item} item={item} />
      ) : (
        <Find />
      )}
    </Shell>
  )
}

function Find() {
  const navigate = useGo()
  const [q, setQ] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { data, error, refetch } = useQuery({
    queryKey: ['items', q],
    queryFn: ({ signal }) => read('/api/items', { query: { q } }, signal),
    placeholderData: (old) => old,
  })
  const choose = (id: string) => navigate({ to: '/desk/take', search: { item: id } })
  return (
    <>
      <form
        className="search"
        onSubmit={async (e) => {
          e.preventDefault()
          // The list on screen may still be the last letter's: ask for exactly what stands there.
          const first = (await read('/api/items', { query: { q } }))[0]
          if (first) choose(first.id)
        }}
      >
        <label htmlFor="take-q">{t('take.search')}</label>
        <input
          id="take-q"
          ref={box}
          type="search"
          value={q}
          maxLength={60}
          autoComplete="off"
          onChange={(e) => setQ(e.target.value)}
        />
        <button type="submit">{t('take.first')}</button>
      </form>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : data.length ? (
        <ul className="rows">
          {data.slice(0, 20).map((i) => (
            <li key={i.id}>
              <button type="button" className="row-button" onClick={() => choose(i.id)}>
                <strong>{i.name}</strong>
                <span>
                  {i.lineName} · {i.summary}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <NoMatch clear={() => setQ('')}>
          <p>{t('take.no-match')}</p>
        </NoMatch>
      )}
      <Keys />
    </>
  )
}
