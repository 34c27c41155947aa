import type { Geometry } from './shape.ts'

/** What the place files hold, and what can be said of them without a database. Pure. */

export type Kind = 'district' | 'street' | 'town' | 'office' | 'zone' | 'community' | 'village' | 'grid'

/** What a place was called, coded and put under, `from` inclusive, `to` exclusive (null: still so). */
export type Period = {
  from: string
  to: string | null
  name: string
  /** As the Bureau's lists write it, where that says more than the name (a committee's name, an older spelling). */
  listed: string[]
  code: string | null
  parent: string | null
  real: boolean
  source: string
}
export type GridPeriod = { from: string; to: string | null; name: string; code: string; parent: string }
export type Place = { id: string; kind: Kind; name: string; periods: Period[] }
export type Succession = { from: string; to: string; at: string; evidence: string }
export type PlacesFile = { about: string[]; places: Place[]; successions: Succession[] }
export type GridFeature = {
  type: 'Feature'
  id: string
  properties: { residents: number; households: number; periods: GridPeriod[] }
  geometry: Geometry
}
export type GridsFile = { type: 'FeatureCollection'; about: string[]; features: GridFeature[] }

type Standing = { id: string; kind: Kind; period: Period }

/** The tree on a day (R-B.2). */
export function treeAt(places: Place[], day: string): Map<string, Standing> {
  const found = places.flatMap(({ id, kind, periods }) => {
    const period = periods.find((p) => p.from <= day && (p.to === null || day < p.to))
    return period ? [[id, { id, kind, period }] as const] : []
  })
  return new Map(found)
}

/** The ids above a place on a day, from the root down; whatever the depth (R-B.1). Throws when a parent is missing. */
export function lineAt(tree: Map<string, Standing>, id: string): string[] {
  const line: string[] = []
  for (let at: string | null = id; at !== null; ) {
    const place = tree.get(at)
    if (!place || line.includes(at)) throw new Error(`${id}: its parent ${at} does not stand on that day`)
    line.unshift(at)
    at = place.period.parent
  }
  return line
}

/** The path of the tree as it stands: for a place that has ended, the one it ended with. */
export function paths(places: Place[]): Map<string, string> {
  const parents = new Map(places.map((p) => [p.id, p.periods.at(-1)?.parent ?? null]))
  const path = (id: string): string => {
    const parent = parents.get(id)
    if (parent === undefined) throw new Error(`no place ${id}`)
    return `${parent === null ? '' : path(parent)}${id}/`
  }
  return new Map(places.map((p) => [p.id, path(p.id)]))
}
