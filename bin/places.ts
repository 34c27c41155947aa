import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { grids } from './places/grids.ts'
import { handovers } from './places/made.ts'
import { register } from './places/register.ts'

/**
 * Draws content/tongguan/places anew from the lists and the outline in its source/ folder. The same input gives the same
 * bytes: there is no randomness and no clock. Run it with `npm run places`.
 */
export function draw(dir: string): Record<'places.json' | 'grids.geojson', string> {
  const places = register(join(dir, 'source'))
  const successions = handovers
    .filter((h) => h.codes)
    .map(({ from, to, at }) => ({ from, to, at, evidence: 'the code passed on' }))
  const features = grids(places, join(dir, 'source', 'outline-2018-gcj02.geojson')).map((g) => ({
    type: 'Feature',
    id: g.id,
    properties: { residents: g.residents, households: g.households, periods: g.periods },
    geometry: g.geometry,
  }))
  return {
    'places.json': lines(
      {
        about: [
          'Drawn by bin/places.ts; do not edit. real: true = from the lists of the National Bureau of Statistics in source/.',
          'A list of year Y is taken to hold from January 1 of Y until the next list; 2022 is missing and taken to equal 2021.',
          'A place without a successor here simply ends: the lists do not say where it went.',
        ],
        successions,
      },
      'places',
      places,
    ),
    'grids.geojson': lines(
      {
        type: 'FeatureCollection',
        about: [
          'Drawn by bin/places.ts; do not edit. Everything in here is made: shapes, numbers, populations, to whom a grid passed.',
          'WGS84; the outline they fill comes from source/outline-2018-gcj02.geojson (GCJ-02).',
        ],
      },
      'features',
      features,
    ),
  }
}

/** JSON with one item a line, so that a difference can be read. */
const lines = (head: object, name: string, items: object[]) =>
  `${JSON.stringify(head, null, 1).slice(0, -2)},\n "${name}": [\n${items.map((i) => JSON.stringify(i)).join(',\n')}\n ]\n}\n`

if (import.meta.main) {
  const dir = join(import.meta.dirname, '..', 'content', 'tongguan', 'places')
  for (const [name, text] of Object.entries(draw(dir))) {
    writeFileSync(join(dir, name), text)
    console.log(`${name}: ${Math.round(text.length / 1024)} KB`)
  }
}
