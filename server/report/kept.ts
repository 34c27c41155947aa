import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'
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
  const fresh: object[] = []
  const kept = filled.map(({ reckoned: r, ...f }) => {
    if (f.class !== 'live' || f.from !== 'indicator' || !r) return f
    const same = last.find((p) => p.mark === f.mark && p.figure && alike(p, f, r.digest))
    if (same?.figure) return { ...f, digest: r.digest, figure: same.figure }
    const id = newId()
    fresh.push({
      id,
      indicator: f.indicator,
      digest: r.digest,
      place: r.place,
      from: r.from,
      to: r.to,
      cut: r.cutOff,
      n: r.numerator,
      d: r.denominator,
      v: r.value,
    })
    return { ...f, digest: r.digest, figure: id }
  })
  if (fresh.length)
    await sql`insert into figure (district, id, indicator, digest, place_id, from_on, to_on, cut_off, numerator, denominator, value, status, computed_by)
      select ${house.district}, x.id, x.indicator, x.digest, x.place, x."from", x."to", x.cut, x.n, x.d, x.v, 'draft', ${by}
        from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as x(id uuid, indicator text, digest text, place text, "from" date, "to" date,
             cut timestamptz, n numeric, d numeric, v numeric)`.execute(tx)
  return kept
}
const alike = (p: Filled, f: Filled, digest: string) =>
  p.digest === digest && p.value === f.value && p.rows === f.rows && window(p) === window(f)
const window = ({ asked: a }: Filled) => JSON.stringify([a?.place, a?.from, a?.to, a?.period])

export type Kept = {
  id: string
  status: string
  digest: string
  computedBy: string | null
  override: number | null
  reason: string | null
}
export async function keptOf(db: Db | Tx, house: House, ids: string[]): Promise<Map<string, Kept>> {
  const { rows } =
    await sql<Kept>`select id, status, digest, computed_by as "computedBy", override::float8 as override, override_reason as reason from figure
    where district = ${house.district} and id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((r) => [r.id, r]))
}

/** what is printed in a report that was issued never changes again. */
export async function lockFigures(tx: Tx, house: House, by: string, at: Date, ids: string[]) {
  await sql`update figure set status = 'locked', locked_by = ${by}, locked_at = ${at}
    where district = ${house.district} and id = any(${ids}::uuid[]) and status = 'reviewed'`.execute(tx)
}

/** One step on: the department says that it is so, then a second person of the district; nobody steps over what they reckoned themselves. */
export async function stepFigures(tx: Tx, house: House, by: string, to: 'department' | 'reviewed', ids: string[]) {
  const column = sql.ref(to === 'department' ? 'department_by' : 'reviewed_by')
  const from = to === 'department' ? ['draft'] : ['draft', 'department']
  const { rows } = await sql<{ id: string }>`update figure set status = ${to}, ${column} = ${by}
    where district = ${house.district} and id = any(${ids}::uuid[]) and status = any(${from}) and computed_by is distinct from ${by}
    returning id`.execute(tx)
  return rows.length
}
