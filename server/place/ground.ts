import { type GridsFile, lineAt, type Place, type PlacesFile, paths, treeAt } from './rules.ts'
import { type Geometry, geometry, type Ring, ringsOf, straighten, union } from './shape.ts'

/** What goes into the tables, worked out from the two place files. Pure. */

export type PlaceRow = {
  id: string
  kind: string
  name: string
  parent_id: string | null
  path: string
  valid_from: string
  valid_to: string | null
}
export type PeriodRow = {
  place_id: string
  valid_from: string
  valid_to: string | null
  name: string
  code: string | null
  parent_id: string | null
  population: number | null
  households: number | null
  boundary: Geometry | null
  real: boolean
}
type Ground = { population: number; households: number; boundary: Geometry; key: string }

/**
 * A place is as large as the grids under it, on every day anew: its periods are cut where it gained or lost grids.
 * Boundaries and populations are therefore made even where name and code are real.
 */
export function ground({ places }: PlacesFile, { features }: GridsFile): { places: PlaceRow[]; periods: PeriodRow[] } {
  const gridPlaces: Place[] = features.map((f) => ({
    id: f.id,
    kind: 'grid',
    name: f.properties.periods.at(-1)?.name ?? f.id,
    periods: f.properties.periods.map((p) => ({ ...p, listed: [], real: false, source: 'made' })),
  }))
  const all = [...places, ...gridPlaces]
  const path = paths(all)
  const days = [...new Set(all.flatMap((p) => p.periods.map((q) => q.from)))].sort()
  const byDay = new Map(days.map((day) => [day, measure(day, places, features)]))
  const rows = all.map(({ id, kind, name, periods }): PlaceRow => {
    const [first, last] = [periods[0], periods.at(-1)]
    if (!first || !last) throw new Error(`${id} has no period`)
    return {
      id,
      kind,
      name,
      parent_id: last.parent,
      path: path.get(id) ?? '',
      valid_from: first.from,
      valid_to: last.to,
    }
  })
  return { places: rows, periods: [...places.flatMap((p) => cut(p, days, byDay)), ...gridPeriods(features)] }
}

function gridPeriods(features: GridsFile['features']): PeriodRow[] {
  return features.flatMap(({ id, properties: { residents, households, periods }, geometry: boundary }) =>
    periods.map(({ from, to, name, code, parent }) => ({
      place_id: id,
      valid_from: from,
      valid_to: to,
      name,
      code,
      parent_id: parent,
      population: residents,
      households,
      boundary,
      real: false,
    })),
  )
}

/** Every place's extent on a day. Before the first division into grids, the first one stands for the ground. */
function measure(day: string, places: Place[], features: GridsFile['features']): Map<string, Ground> {
  const tree = treeAt(places, day)
  const held = new Map<string, GridsFile['features']>()
  for (const f of features) {
    const period = f.properties.periods.findLast((p) => p.from <= day) ?? f.properties.periods[0]
    for (const id of lineAt(tree, period?.parent ?? '')) held.set(id, [...(held.get(id) ?? []), f])
  }
  return new Map(
    [...held].map(([id, grids]) => {
      const around: Ring[] = union(grids.map((g) => ringsOf(g.geometry))).map(straighten)
      const sum = (of: 'residents' | 'households') => grids.reduce((n, g) => n + g.properties[of], 0)
      const key = grids.map((g) => g.id).join()
      return [id, { population: sum('residents'), households: sum('households'), boundary: geometry(around), key }]
    }),
  )
}

function cut(place: Place, days: string[], byDay: Map<string, Map<string, Ground>>): PeriodRow[] {
  return place.periods.flatMap((p) => {
    const rows: PeriodRow[] = []
    let key: string | undefined
    for (const day of days.filter((d) => d >= p.from && (p.to === null || d < p.to))) {
      const land = byDay.get(day)?.get(place.id)
      if (rows.length && land?.key === key) continue
      key = land?.key
      const before = rows.at(-1)
      if (before) before.valid_to = day
      rows.push({
        place_id: place.id,
        valid_from: day,
        valid_to: p.to,
        name: p.name,
        code: p.code,
        parent_id: p.parent,
        population: land?.population ?? null,
        households: land?.households ?? null,
        boundary: land?.boundary ?? null,
        real: p.real,
      })
    }
    return rows
  })
}
