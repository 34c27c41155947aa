import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { day } from '../../ui/format.ts'
import { useSession } from '../../ui/session.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { AsKnown, Past } from './AsKnown.tsx'
import { type Definition, definitionQuery, type Search, useToday } from './data.ts'
import { EntryMap } from './EntryMap.tsx'
import { Export } from './Export.tsx'
import { Lines } from './Lines.tsx'
import { Find, Narrow } from './Narrow.tsx'
import { Views } from './Views.tsx'
import '../registry/registry.css'
import './registers.css'

/** One register: whatever the definition says can be listed and narrowed; the address is the whole state. */
export function Register() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: def, error, refetch } = useQuery(definitionQuery(id))
  return (
    <Shell title={def?.name ?? t('register.title')} back={<Link to="/desk/registers">{t('register.title')}</Link>}>
      {error ? <Trouble error={error} retry={refetch} /> : def ? <Book key={id} def={def} /> : <Loading />}
      <Keys />
    </Shell>
  )
}

function Book({ def }: { def: Definition }) {
  const go = useGo()
  const { map, ...search } = useSearch({ strict: false }) as Search & { map?: string }
  const { on, known } = search
  const today = useToday()
  const me = useSession().data
  const list = useInfiniteQuery({
    queryKey: ['entries', def.id, search],
    queryFn: ({ pageParam, signal }) =>
      read(
        '/api/registers/{register}/entries',
        { path: { register: def.id }, query: { ...search, ...(pageParam && { after: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  const ask = (next: Search) => go({ to: '/desk/registers/$id', params: { id: def.id }, search: { map, ...next } })
  const imports = useDuties().has('data-manager', 'register-keeper', 'party-worker', 'statistician')
  const [exporting, setExporting] = useState(false)
  const [chosen, choose] = useState<string>()
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? []
  const total = list.data?.pages[0]?.total
  const narrowed = Boolean(search.q || search.where)
  return (
    <div className="file">
      <p className="about soft">{def.about}</p>
      <div className="actions no-print">
        {def.enter === null ? (
          <Link className="button main" to="/desk/registers/$id/new" params={{ id: def.id }}>
            {t('register.new')}
          </Link>
        ) : (
          <ActionButton why={def.enter}>{t('register.new')}</ActionButton>
        )}
        {def.enter === null && imports && (
          <Link className="button" to="/desk/imports/new" search={{ kind: `register:${def.id}` }}>
            {t('register.import')}
          </Link>
        )}
        <button type="button" aria-expanded={exporting} onClick={() => setExporting(!exporting)}>
          {t('register.export')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t('register.print')}
        </button>
        {def.map && (
          <button
            type="button"
            aria-pressed={Boolean(map)}
            onClick={() => ask({ ...search, map: map ? '' : 'yes' } as Search)}
          >
            {t('register.map')}
          </button>
        )}
      </div>
      {exporting && <Export def={def} search={search} close={() => setExporting(false)} />}
      <Views register={def.id} search={search} />
      <Past on={on} known={known} back={() => ask({ ...search, on: undefined, known: undefined } as Search)} />
      <div className="no-print narrow">
        <Find key={search.q ?? ''} q={search.q} onSearch={(q) => ask({ ...search, q } as Search)} />
        <Narrow def={def} where={search.where} onChange={(where) => ask({ ...search, where } as Search)} />
        <AsKnown key={`${on} ${known}`} on={on} known={known} onChange={(at) => ask({ ...search, ...at } as Search)} />
      </div>
      <p className="print-only">{t('register.print.by', { name: me?.name ?? '', date: today && day(today) })}</p>
      {list.error ? (
        <Trouble error={list.error} retry={list.refetch} />
      ) : list.isPending ? (
        <Loading />
      ) : rows.length ? (
        <>
          <p role="status" className="soft">
            {total === null || total === undefined
              ? t('register.total.many')
              : t('register.total', { n: total, counts: def.counts })}
          </p>
          <div className={map ? 'with-map' : undefined}>
            <Lines
              def={def}
              rows={rows}
              at={{ on, known }}
              beside={Boolean(map)}
              chosen={map ? chosen : undefined}
              onChoose={choose}
            />
            {map && <EntryMap def={def} search={search} chosen={chosen} onChoose={choose} />}
          </div>
          {list.hasNextPage && (
            <div className="actions no-print">
              <ActionButton busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t('register.more')}
              </ActionButton>
            </div>
          )}
        </>
      ) : narrowed ? (
        <NoMatch clear={() => ask({ on, known } as Search)}>
          <p role="status">{t('register.no-match', { counts: def.counts })}</p>
        </NoMatch>
      ) : (
        <Empty>
          <p>{t(on || known ? 'register.empty.then' : def.enter ? 'register.empty.theirs' : 'register.empty')}</p>
        </Empty>
      )}
    </div>
  )
}
