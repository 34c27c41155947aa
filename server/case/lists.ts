import { type RawBuilder, sql } from 'kysely'
import { civilDate } from '../calendar/workdays.ts'
import type { Actor } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'
import { badInput } from '../platform/refusal.ts'
import { unitsOf, visible } from './store.ts'

export type CaseListed = {
  id: string
  number: string
  title: string
  status: string
  received_at: Date
  closed_at: Date | null
  due_at: Date | null
  warn_at: Date | null
  stopped_since: Date | null
  applicant: string
  place: string
  lead_unit: string
  accept_unit: string
  holders: string[]
  main_unit: string | null
}
export type TaskListed = CaseListed & {
  task_id: string
  task_title: string
  task_kind: string
  task_status: string
  unit_id: string
  unit_name: string
  opened_at: Date
}
export type Filter = {
  status?: string | undefined
  light?: string | undefined
  unit?: string | undefined
  place?: string | undefined
  solution?: string | undefined
  q?: string | undefined
  mine?: boolean | undefined
  cursor?: string | undefined
}
const pageSize = 50

/** The light of what has due, warn and stop dates, as SQL; `lightOf` in present.ts says the same of one row. */
const lit = (light: string, now: Date, r: { due: string; warn: string; stop: string; open: RawBuilder<boolean> }) => {
  const [due, warn, stop] = [sql.ref(r.due), sql.ref(r.warn), sql.ref(r.stop)]
  const by: Record<string, RawBuilder<boolean>> = {
    red: sql`${r.open} and ${stop} is null and ${due} <= ${now}`,
    yellow: sql`${r.open} and ${stop} is null and (${due} is null or ${due} > ${now}) and ${warn} <= ${now}`,
    green: sql`${r.open} and ${stop} is null and (${due} is null or ${due} > ${now}) and (${warn} is null or ${warn} > ${now})`,
    stopped: sql`${r.open} and ${stop} is not null`,
    // Only of parts, whose clock stands as k: stopped, and past the day the stop was told to end.
    overrun: sql`${r.open} and ${stop} is not null and k.segments->-1->>'expectedEnd' < ${civilDate(now)}`,
    done: sql`not (${r.open})`,
  }
  return by[light] ?? sql<boolean>`true`
}

const columns = (district: string) => sql`
  c.id, c.number, c.title, c.status, c.received_at, c.closed_at, c.due_at, c.warn_at, c.stopped_since, c.lead_unit, c.accept_unit,
  p.name as applicant, pl.name as place,
  (select k.unit from clock k where k.district = ${district} and k.case_id = c.id and k.ended_at is null and k.name in ('total', 'notice', 'delivery')
    order by k.name = 'total' desc limit 1) as main_unit,
  (select coalesce(array_agg(distinct u.short_name), '{}') from case_task t join unit u on u.district = t.district and u.id = t.unit_id
    where t.district = ${district} and t.case_id = c.id and t.status = 'open') as holders`

const where = (f: Filter, now: Date) => {
  const parts: RawBuilder<boolean>[] = []
  if (f.status) parts.push(sql`c.status = ${f.status}`)
  if (f.light)
    parts.push(
      lit(f.light, now, {
        due: 'c.due_at',
        warn: 'c.warn_at',
        stop: 'c.stopped_since',
        open: sql`c.closed_at is null`,
      }),
    )
  if (f.unit)
    parts.push(sql`(c.accept_unit = ${f.unit} or c.lead_unit = ${f.unit} or exists (select from case_task t
      where t.district = c.district and t.case_id = c.id and t.unit_id = ${f.unit}))`)
  if (f.solution) parts.push(sql`c.solution = ${f.solution}`)
  if (f.place) parts.push(sql`c.place_id = ${f.place}`)
  if (f.q)
    parts.push(
      sql`(c.number = upper(${f.q}) or c.title like ${`%${f.q.replace(/[%_\\]/g, '\\$&')}%`} or p.name = ${f.q})`,
    )
  return parts.length ? sql.join(parts, sql` and `) : sql<boolean>`true`
}

/** Newest first, a page at a time; the cursor is the last row's place in that order, so that nothing is skipped or doubled. */
export async function listCases(
  db: Db,
  actor: Actor,
  f: Filter,
  now: Date,
): Promise<{ rows: CaseListed[]; next: string | null }> {
  const after = readCursor(f.cursor)
  const own = f.mine ? sql<boolean>`c.applicant_account = ${actor.account}` : visible(actor)
  const { rows } = await sql<CaseListed>`
    select ${columns(actor.district)} from cases c
    join party p on p.district = c.district and p.case_id = c.id and p.role = 'applicant'
    join place pl on pl.district = c.district and pl.id = c.place_id
    where c.district = ${actor.district} and ${own} and ${where(f, now)}
      and ${after ? sql`(c.received_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by c.received_at desc, c.id desc limit ${pageSize + 1}`.execute(db)
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return { rows: page, next: rows.length > pageSize && last ? writeCursor(last.received_at, last.id) : null }
}

/** A unit's parts: what waits for it, oldest deadline first. */
export async function listTasks(
  db: Db,
  actor: Actor,
  f: Pick<Filter, 'light' | 'unit' | 'q'> & { state?: string | undefined; everyUnit?: boolean },
  now: Date,
): Promise<TaskListed[]> {
  const units = f.unit ? unitsOf(actor).filter((u) => u === f.unit) : unitsOf(actor)
  const state = f.state ?? 'open'
  const { rows } = await sql<TaskListed>`
    select ${columns(actor.district)}, t.id as task_id, t.title as task_title, t.kind as task_kind, t.status as task_status, t.unit_id,
      u.short_name as unit_name, t.opened_at, k.due_at, k.warn_at, k.stopped_since, k.unit as main_unit
    from case_task t
    join cases c on c.district = t.district and c.id = t.case_id
    join party p on p.district = c.district and p.case_id = c.id and p.role = 'applicant'
    join place pl on pl.district = c.district and pl.id = c.place_id
    join unit u on u.district = t.district and u.id = t.unit_id
    left join clock k on k.district = t.district and k.case_id = c.id and k.task_id = t.id and k.name = 'task'
    where t.district = ${actor.district} and t.status = ${state} and ${visible(actor)}
      and ${
        state === 'returned'
          ? sql`c.accept_unit = any(${units}::text[]) and c.status = 'processing' and not exists (select from case_task s
            where s.district = t.district and s.case_id = t.case_id and s.data->>'follows' = t.id::text)`
          : f.everyUnit
            ? sql`true`
            : sql`t.unit_id = any(${units}::text[])`
      }
      and ${f.light ? lit(f.light, now, { due: 'k.due_at', warn: 'k.warn_at', stop: 'k.stopped_since', open: sql`k.ended_at is null` }) : sql`true`}
      and ${where({ q: f.q }, now)}
    order by ${state === 'done' ? sql`t.ended_at desc` : sql`k.due_at nulls last, t.opened_at`}, t.id limit 200`.execute(
    db,
  )
  return rows
}

export type UnitLoad = { unit: string; name: string; open: number; red: number; yellow: number; stopped: number }

/** Who holds how much, and how late: the supervisor's first look. Counted over parts, the units' own clocks. */
export async function loadByUnit(db: Db, actor: Actor, now: Date): Promise<UnitLoad[]> {
  const r = { due: 'k.due_at', warn: 'k.warn_at', stop: 'k.stopped_since', open: sql<boolean>`true` }
  const count = (light: string) => sql<number>`count(*) filter (where ${lit(light, now, r)})::int`
  const { rows } = await sql<UnitLoad>`
    select u.id as unit, u.short_name as name, count(*)::int as open, ${count('red')} as red, ${count('yellow')} as yellow, ${count('stopped')} as stopped
    from clock k join cases c on c.district = k.district and c.id = k.case_id
    left join case_task t on t.district = k.district and t.id = k.task_id
    join unit u on u.district = c.district and u.id = coalesce(t.unit_id, c.accept_unit)
    where k.district = ${actor.district} and k.ended_at is null and k.name in ('notice', 'task') and ${visible(actor)}
    group by u.id, u.short_name order by red desc, yellow desc, open desc, u.id`.execute(db)
  return rows
}

const writeCursor = (at: Date, id: string) => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
function readCursor(text: string | undefined) {
  if (!text) return null
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw badInput([{ field: 'cursor', message: '“翻页位置”不对，请从第一页看起' }])
  return { at, id }
}
