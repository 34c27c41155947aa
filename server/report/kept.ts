import { type Draft, draft } from '../indicator/actions.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import type { Filled } from './resolve.ts'

/** Figures as a report keeps them: each is a row of `figure`, from draft to locked. */

/** Keeps each reckoned figure as a draft; one that says what the last version's said stays that one, with what it has gone through. */
export async function keepFigures(
  tx: Tx,
  house: House,
  by: string,
  filled: Filled[],
  last: Filled[],
): Promise<Filled[]> {
  const fresh: Draft[] = []
  const kept = filled.map(({ reckoned: r, ...f }) => {
    if (f.class !== 'live' || f.from !== 'indicator' || !r) return f
    const same = last.find((p) => p.mark === f.mark && p.figure && alike(p, f, r.digest))
    if (same?.figure) return { ...f, digest: r.digest, figure: same.figure }
    const id = newId()
    fresh.push({ ...r, id, indicator: f.indicator ?? '' })
    return { ...f, digest: r.digest, figure: id }
  })
  await draft(tx, house, by, fresh)
  return kept
}
const alike = (p: Filled, f: Filled, digest: string) =>
  p.digest === digest && p.value === f.value && p.rows === f.rows && window(p) === window(f)
const window = ({ asked: a }: Filled) => JSON.stringify([a?.place, a?.from, a?.to, a?.period])
