import { useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { day } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { type GridRow, useCommunities, useGrids, workersWords } from './data.ts'
import { GridMap } from './Map.tsx'

/** The grids of a community: the list is the way through them, the map beside it shows where they lie. */
export function Grids() {
  const go = useGo()
  const id = useId()
  const search = useSearch({ strict: false }) as { community?: string; grid?: string }
  const communities = useCommunities()
  const community = search.community ?? communities.data?.[0]?.id
  const grids = useGrids(community)
  const divides = useDuties().has('grid-head', 'data-manager')
  const choose = (grid: string | undefined) => go({ to: '/desk/grids', search: { community, grid } })
  const trouble = communities.error ?? grids.error
  return (
    <Shell title={t('grids.title')}>
      {(communities.data?.length ?? 0) > 1 && (
        <div className="filters">
          <label htmlFor={id}>{t('grids.community')}</label>
          <select
            id={id}
            value={community}
            onChange={(e) => go({ to: '/desk/grids', search: { community: e.target.value } })}
          >
            {communities.data?.map((c) => (
              <option key={c.id} value={c.id}>
                {c.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {trouble ? (
        <Trouble error={trouble} retry={() => (communities.error ? communities.refetch() : grids.refetch())} />
      ) : communities.data && !community ? (
        <Empty>
          <p>{t('grids.none')}</p>
        </Empty>
      ) : !grids.data || !community ? (
        <Loading />
      ) : !grids.data.length ? (
        <Empty>
          <p>{t('grids.none')}</p>
        </Empty>
      ) : (
        <>
          <Facts rows={grids.data} />
          {divides && (
            <div className="actions">
              <Link className="button" to="/desk/grids/divide" search={{ community, from: search.grid }}>
                {t('grids.divide')}
              </Link>
            </div>
          )}
          <div className="columns grid-columns">
            <List rows={grids.data} chosen={search.grid} choose={choose} />
            <GridMap community={community} chosen={search.grid} onChoose={choose} />
          </div>
        </>
      )}
    </Shell>
  )
}

function Facts({ rows }: { rows: GridRow[] }) {
  const empty = rows.filter((g) => !g.workers.length).length
  const alone = rows.filter((g) => g.workers.some((w) => w.away && !w.substitute)).length
  return (
    <p>
      {t('grids.count', { n: rows.length })}
      {rows[0] && t('grids.counted', { day: day(rows[0].counted) })}
      {empty > 0 && t('grids.count.empty', { n: empty })}
      {alone > 0 && t('grids.count.alone', { n: alone })}
    </p>
  )
}

function List({
  rows,
  chosen,
  choose,
}: {
  rows: GridRow[]
  chosen: string | undefined
  choose: (id: string | undefined) => void
}) {
  return (
    <ul className="rows grid-list" aria-label={t('grids.list')}>
      {rows.map((g) => (
        <li key={g.id} className={g.id === chosen ? 'grid-row chosen' : 'grid-row'}>
          <button
            type="button"
            className="row-button"
            aria-pressed={g.id === chosen}
            onClick={() => choose(g.id === chosen ? undefined : g.id)}
          >
            <strong>{g.name}</strong>
            <span className="soft">{t('grids.size', { people: g.people, buildings: g.buildings })}</span>
            <span>{t('grids.workers', { who: workersWords(g.workers) })}</span>
          </button>
          <Link className="grid-open" to="/desk/grids/$id" params={{ id: g.id }}>
            {t('grids.open')}
            <span className="visually-hidden">{g.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
