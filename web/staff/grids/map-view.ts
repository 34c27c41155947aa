import { type GeoJSONSource, LngLatBounds, Map as Maplibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Geometry } from '../../ui/Shape.tsx'

/** The one place that knows the map library. Its worker is a file of ours, so that the page's policy needs no exception. */
setWorkerUrl(workerUrl)

type Point = { type: 'Point'; coordinates: [number, number] }
type Feature = { id: string; type: 'Feature'; properties: Record<string, unknown>; geometry: Geometry | Point }
type Collection = { type: 'FeatureCollection'; features: Feature[] }
export type MapView = {
  show(grids: object): void
  houses(points: object): void
  /** Points that may be chosen, with their titles; the view goes to them. */
  points(points: object): void
  choose(id: string | undefined): void
  move(act: 'in' | 'out' | 'left' | 'up' | 'down' | 'right' | 'whole'): void
  close(): void
}

const nothing: Collection = { type: 'FeatureCollection', features: [] }
const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const steps = { left: [-120, 0], right: [120, 0], up: [0, -120], down: [0, 120] } as const

/** Own GeoJSON on paper: no tiles, no sprites, no glyph server; letters are drawn with the device's own fonts. */
export async function openMap(
  box: HTMLElement,
  title: string,
  onChoose: (id: string) => void,
  onPoint?: (id: string) => void,
): Promise<MapView> {
  const [wash, accent, ink, sheet] = ['--accent-wash', '--accent', '--ink', '--sheet'].map(colour) as [
    string,
    string,
    string,
    string,
  ]
  // The page's own: a device without Chinese fonts draws names with those that the page brought.
  const fonts = colour('--font')
    .split(',')
    .map((name) => name.trim().replaceAll('"', ''))
  const chosen = ['==', ['get', 'id'], ''] as ['==', ['get', 'id'], string]
  const map = new Maplibre({
    container: box,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    center: [117.82, 30.95],
    zoom: 12,
    locale: { 'Map.Title': title },
    fadeDuration: 0,
    style: {
      version: 8,
      // A shape is named once a tile: few tiles, few names.
      sources: { grids: { type: 'geojson', data: nothing, maxzoom: 12 }, houses: { type: 'geojson', data: nothing } },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': sheet } },
        { id: 'grids', type: 'fill', source: 'grids', paint: { 'fill-color': wash } },
        {
          id: 'chosen',
          type: 'fill',
          source: 'grids',
          filter: chosen,
          paint: { 'fill-color': accent, 'fill-opacity': 0.35 },
        },
        { id: 'lines', type: 'line', source: 'grids', paint: { 'line-color': accent, 'line-width': 1.5 } },
        {
          id: 'chosen-line',
          type: 'line',
          source: 'grids',
          filter: chosen,
          paint: { 'line-color': accent, 'line-width': 4 },
        },
        {
          id: 'houses',
          type: 'circle',
          source: 'houses',
          paint: { 'circle-radius': 5, 'circle-color': ink, 'circle-stroke-color': sheet, 'circle-stroke-width': 1.5 },
        },
        {
          id: 'chosen-point',
          type: 'circle',
          source: 'houses',
          filter: chosen,
          paint: { 'circle-radius': 9, 'circle-color': accent, 'circle-stroke-color': sheet, 'circle-stroke-width': 3 },
        },
        {
          id: 'names',
          type: 'symbol',
          source: 'grids',
          layout: { 'text-field': ['get', 'short'], 'text-size': 14, 'text-font': fonts },
          paint: { 'text-color': ink, 'text-halo-color': sheet, 'text-halo-width': 2 },
        },
        {
          id: 'point-names',
          type: 'symbol',
          source: 'houses',
          layout: {
            'text-field': ['coalesce', ['get', 'title'], ''],
            'text-size': 14,
            'text-font': fonts,
            'text-anchor': 'top',
            'text-offset': [0, 0.6],
          },
          paint: { 'text-color': ink, 'text-halo-color': sheet, 'text-halo-width': 2 },
        },
      ],
    },
  })
  await new Promise<void>((ready, failed) => {
    map.once('load', () => ready())
    map.once('error', (e) => failed(e.error))
  })
  map.touchZoomRotate.disableRotation()
  map.on('click', 'grids', (e) => {
    const id = e.features?.[0]?.properties.id
    if (typeof id === 'string') onChoose(id)
  })
  map.on('click', 'houses', (e) => {
    const id = e.features?.[0]?.properties.id
    if (typeof id === 'string') onPoint?.(id)
  })
  const source = (name: string) => map.getSource(name) as GeoJSONSource
  let framed: Feature[] = []
  const frame = (features: Feature[]) => {
    framed = features
    const bounds = new LngLatBounds()
    for (const f of features) for (const p of pointsOf(f.geometry)) bounds.extend(p)
    if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: onPoint ? 64 : 24, animate: false, maxZoom: 17 })
  }
  return {
    show(given) {
      const all = given as Collection
      // The place's own name stands above the map: in it the number is enough.
      const grids: Collection = {
        ...all,
        features: all.features.map((f) => ({
          ...f,
          properties: { ...f.properties, id: f.id, short: shortOf(String(f.properties?.name)) },
        })),
      }
      source('grids').setData(grids)
      frame(grids.features)
    },
    houses: (points) => void source('houses').setData(points as Collection),
    points(given) {
      const features = (given as Collection).features.map((f) => ({ ...f, properties: { ...f.properties, id: f.id } }))
      source('houses').setData({ type: 'FeatureCollection', features })
      if (features.length) frame(features)
    },
    choose(id) {
      for (const layer of ['chosen', 'chosen-line', 'chosen-point'])
        map.setFilter(layer, ['==', ['get', 'id'], id ?? ''])
    },
    move(act) {
      if (act === 'whole') frame(framed)
      else if (act === 'in') map.zoomIn({ animate: false })
      else if (act === 'out') map.zoomOut({ animate: false })
      else map.panBy([...steps[act]], { animate: false })
    },
    close: () => map.remove(),
  }
}

const pointsOf = (g: Geometry | Point): [number, number][] =>
  g.type === 'Point'
    ? [g.coordinates]
    : ((g.type === 'Polygon' ? g.coordinates.flat() : g.coordinates.flat(2)) as [number, number][])
const shortOf = (name: string) => /\d+/.exec(name)?.[0] ?? name
