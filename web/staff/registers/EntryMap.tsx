import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { read } from '../../api/client.ts'
import { Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import type { MapView } from '../grids/map-view.ts'
import { Link } from '../link.ts'
import type { Definition, Search } from './data.ts'

type Props = {
  def: Definition
  search: Search
  chosen: string | undefined
  onChoose: (id: string) => void
}
/** Where the entries of the list lie. The list is the main way: the map shows nothing that does not stand in it. */
export function EntryMap({ def, search, chosen, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<MapView | null>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const [state, setState] = useState<'loading' | 'ready' | 'none'>('loading')
  const places = useQuery({
    queryKey: ['place-shapes', 'community'],
    queryFn: async ({ signal }) =>
      (await read('/api/places.geojson', { query: { kind: 'community' } }, signal)) as unknown as object,
    staleTime: 600_000,
  })
  const points = useQuery({
    queryKey: ['entry-points', def.id, search],
    queryFn: ({ signal }) =>
      read('/api/registers/{register}/entries.geojson', { path: { register: def.id }, query: search }, signal),
  })
  useEffect(() => {
    let gone = false
    const open = async () => {
      if (!document.createElement('canvas').getContext('webgl2')) return setState('none')
      const { openMap } = await import('../grids/map-view.ts')
      if (gone || !box.current) return
      view.current = await openMap(
        box.current,
        t('register.map'),
        () => {},
        (id) => choose.current(id),
      )
      if (!gone) setState('ready')
    }
    open().catch(() => setState('none'))
    return () => {
      gone = true
      view.current?.close()
      view.current = null
    }
  }, [])
  useEffect(() => {
    if (state === 'ready' && places.data) view.current?.show(places.data)
    if (state === 'ready' && points.data) view.current?.points(points.data)
  }, [state, places.data, points.data])
  useEffect(() => {
    if (state === 'ready') view.current?.choose(chosen)
  }, [state, chosen])
  if (points.error) return <Trouble error={points.error} retry={points.refetch} />
  const found = points.data?.features.find((f) => f.id === chosen)
  const n = points.data?.features.length ?? 0
  return (
    <div className="entry-map no-print">
      {state === 'none' ? (
        <p className="state">{t('register.map.none')}</p>
      ) : (
        <>
          <div className="map-box" ref={box} data-state={state} />
          <div className="actions map-buttons">
            {(['in', 'out', 'left', 'up', 'down', 'right', 'whole'] as const).map((act) => (
              <button key={act} type="button" disabled={state !== 'ready'} onClick={() => view.current?.move(act)}>
                {t(`grids.map.${act}`)}
              </button>
            ))}
          </div>
        </>
      )}
      <p className="soft" role="status">
        {points.data && t(points.data.more ? 'register.map.more' : 'register.map.count', { n, counts: def.counts })}
      </p>
      {found && (
        <p>
          <Link className="button" to="/desk/registers/$id/$entry" params={{ id: def.id, entry: found.id }}>
            {t('register.map.open', { title: found.properties.title })}
          </Link>
        </p>
      )}
    </div>
  )
}
