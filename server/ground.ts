import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPersons, type PersonFile } from './person/load.ts'
import { loadPlaces } from './place/load.ts'
import type { Crypto } from './platform/crypto.ts'
import type { Tx } from './platform/db.ts'
import { type CastFile, loadCast, loadUnits } from './post/load.ts'

type Resident = CastFile['residents'][number] & { person: Omit<PersonFile, 'name'> }
export type Cast = Omit<CastFile, 'residents'> & { residents: Resident[] }

/** The people of the demo, with the line that introduces each on the sign-in page. */
export const readCast = (contentDir: string): Cast => JSON.parse(readFileSync(join(contentDir, 'cast.json'), 'utf8'))

/**
 * Puts a district's ground into the tables: places with their history, grids, units; with `cast`, also the invented
 * people of the demo. May be run again at any time: it adds and corrects, and deletes nothing.
 */
export async function loadGround(tx: Tx, crypto: Crypto, contentDir: string, { cast = false } = {}) {
  const { district, places, periods } = await loadPlaces(tx, contentDir)
  const units = await loadUnits(tx, district, contentDir)
  if (!cast) return { district, places, periods, units, accounts: 0, posts: 0, persons: 0 }
  const people = readCast(contentDir)
  const persons = await loadPersons(
    tx,
    district,
    crypto,
    people.residents.map((r) => ({ ...r.person, name: r.name })),
  )
  return { district, places, periods, units, ...(await loadCast(tx, district, people)), persons }
}
