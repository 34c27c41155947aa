import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { read } from '../../api/client.ts'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import type { MapView } from './map-view.ts'

type Collection = { type: 'FeatureCollection'; features: { id: string; properties: { id?: string; name: string } }[] }
const empty: Collection = { type: 'FeatureCollection', features: [] }

const shapesOf = (community: string, signal: AbortSignal) =>
  read('/api/places.geojson', { query: { kind: 'grid', parent: community } }, signal) as unknown as Promise<Collection>
const housesOf = (grid: string, signal: AbortSignal) =>
  read('/api/buildings.geojson', { query: { grid } }, signal) as unknown as Promise<Collection>

/** The grids drawn. Beside it the list is the main way: all that can be done here can be done there, and nothing needs dragging. */
export function GridMap({
  community,
  chosen,
  onChoose,
}: {
  community: string
  chosen: string | undefined
  onChoose: (grid: string) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<MapView | null>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const [state, setState] = useState<'loading' | 'ready' | 'none'>('loading')
  const looks = useDuties().has('clerk', 'grid-worker', 'grid-head', 'data-manager')
  const shapes = useQuery({
    queryKey: ['grid-shapes', community],
    queryFn: ({ signal }) => shapesOf(community, signal),
  })
  const houses = useQuery({
    queryKey: ['grid-houses', chosen],
    queryFn: ({ signal }) => housesOf(chosen ?? '', signal),
    enabled: Boolean(chosen) && looks,
  })
  useEffect(() => {
    let gone = false
    // Large, and of use only where there is WebGL: fetched when it can be shown.
    const open = async () => {
      if (!document.createElement('canvas').getContext('webgl2')) return setState('none')
      const { openMap } = await import('./map-view.ts')
      if (gone || !box.current) return
      try {
        view.current = await openMap(box.current, t('grids.map'), (id) => choose.current(id))
        if (!gone) setState('ready')
      } catch {
        setState('none')
      }
    }
    open().catch(() => setState('none'))
    return () => {
      gone = true
      view.current?.close()
      view.current = null
    }
  }, [])
  useEffect(() => {
    if (state === 'ready' && shapes.data) view.current?.show(shapes.data)
  }, [state, shapes.data])
  useEffect(() => {
    if (state === 'ready') view.current?.choose(chosen)
  }, [state, chosen])
  useEffect(() => {
    if (state === 'ready') view.current?.houses(houses.data ?? empty)
  }, [state, houses.data])
  if (state === 'none') return <p className="state">{t('grids.map.none')}</p>
  return (
    <div>
      <div className="map-box" ref={box} data-state={state} />
      <div className="actions map-buttons">
        {(['in', 'out', 'left', 'up', 'down', 'right', 'whole'] as const).map((act) => (
          <button key={act} type="button" disabled={state !== 'ready'} onClick={() => view.current?.move(act)}>
            {t(`grids.map.${act}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
