import { sql } from 'kysely'
import type { Published } from '../content/indicators.ts'
import { act, type Command } from '../platform/act.ts'
import { type Actor, postAs } from '../platform/auth.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { type Figure, reckon } from './figures.ts'
import { badOverride, badStep, type KeptRow, type Step } from './kept-rules.ts'
import { type Asked, readers, scopeOf } from './run.ts'

/** Figures that are kept: as reckoned once, by which definition, from the rows known at their cut-off; then signed, and locked for good. */

export type Kept = KeptRow & {
  indicator: string
  digest: string
  place: string
  from: string | null
  to: string
  cutOff: Date
  numerator: number | null
  denominator: number | null
  value: number | null
  restates: string | null
  reason: string | null
  override: number | null
  overrideReason: string | null
  overrideBy: string | null
  lockedAt: Date | null
}
const columns = sql`id, indicator, digest, place_id as place, from_on::text as "from", to_on::text as "to", cut_off as "cutOff", numerator, denominator,
  value, status, restates, reason, override, override_reason as "overrideReason", override_by as "overrideBy", computed_by as "computedBy",
  department_by as "departmentBy", reviewed_by as "reviewedBy", locked_by as "lockedBy", locked_at as "lockedAt"`

/** All that was ever said of it, the newest first: the restated beside what restates it. */
export async function keptOf(house: House, i: Published, place: string): Promise<Kept[]> {
  const { rows } =
    await sql<Kept>`select ${columns} from figure where district = ${house.district} and indicator = ${i.id}
    and place_id = ${place} order by to_on desc, id desc limit 200`.execute(house.db)
  return rows
}
/** Who signed, by name. */
export async function namesOf(house: House, kept: Kept[]): Promise<(account: string | null) => string | null> {
  const ids = kept.flatMap((f) => [f.computedBy, f.departmentBy, f.reviewedBy, f.lockedBy, f.overrideBy])
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where district = ${house.district} and id = any(${ids.filter(Boolean)}::text[])`.execute(
    house.db,
  )
  const names = new Map(rows.map((r) => [r.id, r.name]))
  return (account) => account && (names.get(account) ?? account)
}
const lock = async (tx: Db | Tx, house: House, id: string): Promise<Kept> => {
  const { rows } =
    await sql<Kept>`select ${columns} from figure where district = ${house.district} and id = ${id} for update`.execute(
      tx,
    )
  if (!rows[0]) throw notFound('没有这个留存的数')
  return rows[0]
}
const as = (actor: Actor) => postAs(actor, (p) => readers.includes(p.duty) || p.duty === 'head' || p.duty === 'handler')

/**
 * reckoned now and kept. Where one of the same place and time is locked already, the new row restates it and says why; the old one
 * stays as it was. What is kept goes through its own gate, so it is the exact figure and not a rounded one (0011).
 */
export const keep = (house: House, command: Command, i: Published, given: Asked & { reason?: string | undefined }) =>
  act(house, command, async ({ tx, actor, record }) => {
    const scope = { ...(await scopeOf(house, actor, given.place)), exact: true }
    if (scope.only) throw notFound('没有这个地方')
    const f = await reckon(house, i, given, scope)
    const { rows } = await sql<{
      id: string
    }>`select id from figure where district = ${house.district} and indicator = ${i.id}
      and place_id = ${f.place} and from_on is not distinct from ${f.from}::date and to_on = ${f.to}::date and status = 'locked'
      order by id desc limit 1`.execute(tx)
    const restates = rows[0]?.id ?? null
    if (restates && !given.reason) throw badInput([{ field: 'reason', message: '这个数已经锁定过，请填写“更正原因”' }])
    const id = newId()
    await draft(tx, house, actor.account, [{ ...f, id, restates, reason: restates ? given.reason : null }])
    record({
      as: as(actor),
      verb: 'figure.kept',
      data: { figure: id, indicator: i.id, place: f.place, to: f.to, restates },
    })
    return { id, status: 'draft', value: f.value, restates }
  })

export type Draft = Pick<
  Figure,
  'indicator' | 'digest' | 'place' | 'from' | 'to' | 'cutOff' | 'numerator' | 'denominator' | 'value'
> & {
  id: string
  restates?: string | null
  reason?: string | null | undefined
}
/** Writes figures down as they were reckoned, each under an id of the caller's. */
export async function draft(tx: Tx, house: House, by: string, figures: Draft[]) {
  if (figures.length)
    await sql`insert into figure (district, id, indicator, digest, place_id, from_on, to_on, cut_off, numerator, denominator, value, status, restates, reason, computed_by)
      select ${house.district}, x.id, x.indicator, x.digest, x.place, x."from", x."to", x."cutOff", x.numerator, x.denominator, x.value, 'draft', x.restates, x.reason, ${by}
        from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as x(id uuid, indicator text, digest text, place text, "from" date, "to" date,
             "cutOff" timestamptz, numerator numeric, denominator numeric, value numeric, restates uuid, reason text)`.execute(
      tx,
    )
}
export async function keptByIds(db: Db | Tx, house: House, ids: string[]): Promise<Map<string, Kept>> {
  const { rows } =
    await sql<Kept>`select ${columns} from figure where district = ${house.district} and id = any(${ids}::uuid[])`.execute(
      db,
    )
  return new Map(rows.map((r) => [r.id, r]))
}

/**
 * The figures of one report, one step on together: the department says that it is so, then a second person of the district; nobody steps over
 * what they reckoned themselves. @returns how many went.
 */
export async function stepTogether(tx: Tx, house: House, by: string, to: 'department' | 'reviewed', ids: string[]) {
  const from = to === 'department' ? ['draft'] : ['draft', 'department']
  const { rows } = await sql`update figure set status = ${to}, ${sql.ref(signers[to])} = ${by}
    where district = ${house.district} and id = any(${ids}::uuid[]) and status = any(${from}) and computed_by is distinct from ${by}
    returning 1`.execute(tx)
  return rows.length
}
/** what is printed in a report that was issued never changes again. */
export async function lockTogether(tx: Tx, house: House, by: string, at: Date, ids: string[]) {
  await sql`update figure set status = 'locked', locked_by = ${by}, locked_at = ${at}
    where district = ${house.district} and id = any(${ids}::uuid[]) and status = 'reviewed'`.execute(tx)
}

const signers: Record<Step, 'department_by' | 'reviewed_by' | 'locked_by'> = {
  department: 'department_by',
  reviewed: 'reviewed_by',
  locked: 'locked_by',
}
export const sign = (house: House, command: Command, id: string, step: Step) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const f = await lock(tx, house, id)
    const card = await house.indicators.of(f.digest)
    const why = badStep(actor, f, card, step)
    if (why) throw refused(why)
    await sql`update figure set status = ${step}, ${sql.ref(signers[step])} = ${actor.account},
      locked_at = ${step === 'locked' ? at : null} where district = ${house.district} and id = ${id}`.execute(tx)
    record({ as: as(actor), verb: `figure.${step}`, data: { figure: id, indicator: f.indicator } })
    return { id, status: step }
  })

/** both values stay, with reason and signer; whoever signed before signs anew. */
export const override = (house: House, command: Command, id: string, given: { value: number; reason: string }) =>
  act(house, command, async ({ tx, actor, record }) => {
    const f = await lock(tx, house, id)
    const why = badOverride(f)
    if (why) throw refused(why)
    await sql`update figure set override = ${given.value}, override_reason = ${given.reason}, override_by = ${actor.account}, status = 'draft',
      department_by = null, reviewed_by = null where district = ${house.district} and id = ${id}`.execute(tx)
    record({ as: as(actor), verb: 'figure.overridden', data: { figure: id, reckoned: f.value, ...given } })
    return { id, status: 'draft', value: f.value, override: given.value }
  })
