import { type RawBuilder, sql } from 'kysely'
import type { Actor, Duty } from '../platform/auth.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Case } from './model.ts'

/** Duties that watch over every case of a place; the others see what their unit has a part in. */
const watching: Duty[] = ['clerk', 'supervisor', 'dispatcher', 'leader', 'rating-manager', 'audit-admin']
const working: Duty[] = ['clerk', 'handler', 'head']

/**
 * Every read of cases starts here: what lies outside does not exist for this actor (404). Expects the table as `c`.
 * One sees one's own cases, those one's unit accepts, leads or has a part in, and those under a place one watches over.
 */
export function visible(actor: Actor): RawBuilder<boolean> {
  const units = unitsOf(actor)
  const paths = actor.posts.filter((p) => watching.includes(p.duty)).map((p) => p.path)
  return sql<boolean>`c.district = ${actor.district} and (
    c.applicant_account = ${actor.account}
    or c.accept_unit = any(${units}::text[]) or c.lead_unit = any(${units}::text[])
    or exists (select from case_task t where t.district = c.district and t.case_id = c.id and t.unit_id = any(${units}::text[]))
    or exists (select from place p, unnest(${paths}::text[]) as s where p.district = c.district and p.id = c.place_id and p.path ^@ s))`
}
export const unitsOf = (actor: Actor) => [
  ...new Set(actor.posts.filter((p) => working.includes(p.duty)).map((p) => p.unit)),
]

const rowsOf = (table: string, district: string, order: string) =>
  sql`(select coalesce(jsonb_agg(to_jsonb(x) order by ${sql.raw(order)}), '[]') from ${sql.table(table)} x
        where x.district = ${district} and x.case_id = c.id)`

/**
 * The whole case in one statement, hence as of one instant; `own` adds the kind's own row. undefined when not visible.
 * Everything beside the case is asked for by its key: the plan is made once, while tables may still be small, and must stay
 * right when they are large.
 */
export async function load<Own>(
  db: Db | Tx,
  actor: Actor | null,
  district: string,
  where: RawBuilder<unknown>,
  own: RawBuilder<Own>,
) {
  const seen = actor ? visible(actor) : sql<boolean>`c.district = ${district}`
  const { rows } = await sql<Record<string, never>>`
    select to_jsonb(c) as "case", ${own} as own,
      ${rowsOf('case_task', district, 'x.opened_at, x.id')} as tasks,
      ${rowsOf('clock', district, 'x.started_at, x.id')} as clocks,
      ${rowsOf('case_material', district, 'x.code')} as materials,
      ${rowsOf('supervision', district, 'x.at')} as supervisions,
      p.role, p.name, p.id_number, p.phone, p.address, p.person_id
    from cases c
    join lateral (select * from party p where p.district = ${district} and p.case_id = c.id and p.role = 'applicant' limit 1) p on true
    where ${seen} and ${where}`.execute(db)
  const row = rows[0] as Record<string, unknown> | undefined
  if (!row) return undefined
  const { case: c, own: kind, tasks, clocks, materials, supervisions, ...applicant } = row
  const shared = revive({ case: c, tasks, clocks, materials, supervisions }) as Omit<Case, 'applicant'>
  return { ...shared, applicant, own: kind } as Case & { own: Own }
}

/** JSON knows no dates: every column that ends in _at or _since, and `at`, becomes one again. */
function revive(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && /(^at|_at|_since)$/.test(key)) return new Date(value)
  if (Array.isArray(value)) return key === 'segments' ? value : value.map((v) => revive(v))
  if (value === null || typeof value !== 'object' || key === 'state' || key === 'data') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, revive(v, k)]))
}

/** Somebody else changed the case between reading and writing it (see server/sql/changed_meanwhile.sql). */
export const isChangedMeanwhile = (error: unknown) => (error as { code?: string }).code === '40001'

/**
 * Puts the changed case back in one statement, if nobody changed it meanwhile (version); tasks, clocks and materials are
 * written whole by key. The kind adds its own row as a further CTE over `c`.
 * @throws an error that `isChangedMeanwhile`
 */
export async function save(tx: Tx, district: string, d: Case, own: RawBuilder<unknown>) {
  const { case: c } = d
  const json = (rows: unknown[]) => JSON.stringify(rows)
  await sql`
    with c as (
      update cases set status = ${c.status}, state = ${c.state && JSON.stringify(c.state)}, facts = ${JSON.stringify(c.facts)},
        accepted_at = ${c.accepted_at}, decided_at = ${c.decided_at}, closed_at = ${c.closed_at}, closing = ${c.closing},
        outcome = ${c.outcome}, due_at = ${c.due_at}, warn_at = ${c.warn_at}, stopped_since = ${c.stopped_since}, lead_unit = ${c.lead_unit},
        accept_unit = ${c.accept_unit}, place_id = ${c.place_id}, received_at = ${c.received_at}, solution = ${c.solution}, version = version + 1
      where district = ${district} and id = ${c.id} and version = ${c.version} returning id),
    own as (${own}),
    t as (
      insert into case_task (district, id, case_id, node, title, kind, unit_id, status, opened_at, ended_at, ended_by, outcome, opinion, data)
      select ${district}, x.id, c.id, x.node, x.title, x.kind, x.unit_id, x.status, x.opened_at, x.ended_at, x.ended_by, x.outcome, x.opinion, x.data
      from c, jsonb_to_recordset(${json(d.tasks)}::jsonb) as x(id uuid, node text, title text, kind text, unit_id text, status text,
        opened_at timestamptz, ended_at timestamptz, ended_by text, outcome text, opinion text, data jsonb)
      on conflict (district, id) do update set unit_id = excluded.unit_id, status = excluded.status, ended_at = excluded.ended_at,
        ended_by = excluded.ended_by, outcome = excluded.outcome, opinion = excluded.opinion, data = excluded.data),
    k as (
      insert into clock (district, id, case_id, task_id, name, node, started_at, ended_at, amount, unit, legal_amount, segments, due_at, warn_at, legal_due_at, stopped_since)
      select ${district}, x.id, c.id, x.task_id, x.name, x.node, x.started_at, x.ended_at, x.amount, x.unit, x.legal_amount, x.segments, x.due_at, x.warn_at, x.legal_due_at, x.stopped_since
      from c, jsonb_to_recordset(${json(d.clocks)}::jsonb) as x(id uuid, task_id uuid, name text, node text, started_at timestamptz, ended_at timestamptz,
        amount int, unit text, legal_amount int, segments jsonb, due_at timestamptz, warn_at timestamptz, legal_due_at timestamptz, stopped_since timestamptz)
      on conflict (district, id) do update set started_at = excluded.started_at, ended_at = excluded.ended_at, segments = excluded.segments, due_at = excluded.due_at,
        warn_at = excluded.warn_at, legal_due_at = excluded.legal_due_at, stopped_since = excluded.stopped_since),
    mat as (
      insert into case_material (district, case_id, code, name, necessity, status, file_ids, note, at)
      select ${district}, c.id, x.code, x.name, x.necessity, x.status, x.file_ids, x.note, x.at
      from c, jsonb_to_recordset(${json(d.materials)}::jsonb) as x(code text, name text, necessity text, status text, file_ids uuid[], note text, at timestamptz)
      on conflict (district, case_id, code) do update set status = excluded.status, file_ids = excluded.file_ids, note = excluded.note, at = excluded.at)
    select case when exists (select from c) then 0 else changed_meanwhile() end`.execute(tx)
}

/** The rows as they were read, so that a save sends only what differs. */
export function remember(c: Case) {
  const lists = ['tasks', 'clocks', 'materials'] as const
  const before = new Set(lists.flatMap((l) => c[l].map((row) => l + JSON.stringify(row))))
  const differing = <T>(list: string, rows: T[]) => rows.filter((row) => !before.has(list + JSON.stringify(row)))
  return (after: Case): Case => ({
    ...after,
    tasks: differing('tasks', after.tasks),
    clocks: differing('clocks', after.clocks),
    materials: differing('materials', after.materials),
  })
}
