import { sql } from 'kysely'
import type { Template } from '../content/report.ts'
import type { Actor } from '../platform/auth.ts'
import { hasDuty } from '../platform/auth.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { notFound } from '../platform/refusal.ts'
import type { Filled } from './resolve.ts'
import type { Status } from './rules.ts'

const on = (column: string) => sql.raw(`to_char(${column}, 'YYYY-MM-DD')`)
/** Deputies read what was locked to be given to them; drafts are the government's. */
const visible = (actor: Actor) =>
  hasDuty(actor, 'statistician', 'leader', 'supervisor', 'head', 'handler', 'dispatcher', 'audit-admin')
    ? sql`true`
    : sql`r.status <> 'draft'`

export type Report = {
  id: string
  template: string
  digest: string
  title: string
  asOf: string
  meetingOn: string
  term: number | null
  sitting: number | null
  status: Status
  createdBy: string
  createdAt: Date
}
const columns = sql`r.id, r.template, r.digest, r.title, ${on('r.as_of')} as "asOf", ${on('r.meeting_on')} as "meetingOn", r.term, r.sitting,
  r.status, coalesce(a.name, r.created_by) as "createdBy", r.created_at as "createdAt"`

export const reportsOf = async (house: House, actor: Actor): Promise<Report[]> => {
  const { rows } =
    await sql<Report>`select ${columns} from report r left join account a on a.district = r.district and a.id = r.created_by
    where r.district = ${house.district} and ${visible(actor)} order by r.meeting_on desc, r.created_at desc limit 100`.execute(
      house.db,
    )
  return rows
}
/** @throws 404 */
export async function reportOf(db: Db | Tx, house: House, actor: Actor, id: string, lock = false): Promise<Report> {
  const { rows } =
    await sql<Report>`select ${columns} from report r left join account a on a.district = r.district and a.id = r.created_by
    where r.district = ${house.district} and r.id = ${id} and ${visible(actor)} ${lock ? sql`for update of r` : sql``}`.execute(
      db,
    )
  if (!rows[0]) throw notFound('没有这份报告')
  return rows[0]
}

/** A template by the digest a report was begun with, or the newest of its name. */
export async function templateOf(
  house: House,
  by: { digest: string } | { id: string },
): Promise<Template & { digest: string }> {
  const { rows } = await sql<{ body: Template; digest: string }>`select body, digest from definition
    where district = ${house.district} and kind = 'report' and ${'digest' in by ? sql`digest = ${by.digest}` : sql`id = ${by.id}`}
      and (effective_from is null or effective_from <= ${house.clock.now()}) order by version desc limit 1`.execute(
    house.db,
  )
  if (!rows[0]) throw notFound('没有这个报告模板')
  return { ...rows[0].body, digest: rows[0].digest }
}
export async function templates(house: House) {
  const { rows } = await sql<{ id: string; body: Template }>`select distinct on (id) id, body from definition
    where district = ${house.district} and kind = 'report' and (effective_from is null or effective_from <= ${house.clock.now()})
    order by id, version desc`.execute(house.db)
  return rows.map(({ id, body }) => ({
    id,
    title: body.title,
    about: body.about,
    figures: Object.keys(body.bindings).length,
  }))
}

export type Version = { n: number; body: string; figures: Filled[]; note: string | null; madeBy: string; madeAt: Date }
export async function versionsOf(db: Db | Tx, house: House, id: string): Promise<Version[]> {
  const { rows } =
    await sql<Version>`select v.n, v.body, v.figures, v.note, coalesce(a.name, v.made_by) as "madeBy", v.made_at as "madeAt"
    from report_version v left join account a on a.district = v.district and a.id = v.made_by
    where v.district = ${house.district} and v.report_id = ${id} order by v.n`.execute(db)
  return rows
}

export type Opinion = {
  id: string
  stage: 'before' | 'meeting'
  saidBy: string
  body: string
  saidOn: string
  owner: string | null
  ownerName: string | null
  dueOn: string | null
  response: string | null
  respondedBy: string | null
  respondedAt: Date | null
  inVersion: number | null
  satisfaction: 'satisfied' | 'basically' | 'dissatisfied' | null
}
export async function opinionsOf(db: Db | Tx, house: House, id: string): Promise<Opinion[]> {
  const { rows } =
    await sql<Opinion>`select o.id, o.stage, o.said_by as "saidBy", o.body, ${on('o.said_on')} as "saidOn", o.owner_unit as owner,
      u.short_name as "ownerName", ${on('o.due_on')} as "dueOn", o.response, coalesce(a.name, o.responded_by) as "respondedBy",
      o.responded_at as "respondedAt", o.in_version as "inVersion", o.satisfaction
    from report_opinion o left join unit u on u.district = o.district and u.id = o.owner_unit
      left join account a on a.district = o.district and a.id = o.responded_by
    where o.district = ${house.district} and o.report_id = ${id} order by o.stage, o.said_on, o.id`.execute(db)
  return rows
}

export type NodeRow = { node: string; dueOn: string; doneOn: string | null; doneBy: string | null }
export async function nodesIn(db: Db | Tx, house: House, ids: string[]): Promise<(NodeRow & { report: string })[]> {
  const { rows } = await sql<
    NodeRow & { report: string }
  >`select n.report_id as report, n.node, ${on('n.due_on')} as "dueOn",
      ${on('n.done_on')} as "doneOn", coalesce(a.name, n.done_by) as "doneBy"
    from report_node n left join account a on a.district = n.district and a.id = n.done_by
    where n.district = ${house.district} and n.report_id = any(${ids}::uuid[]) order by n.due_on`.execute(db)
  return rows
}

export type Promised = {
  n: number
  text: string
  owner: string | null
  ownerName: string | null
  dueOn: string | null
  indicator: string | null
  target: number | null
  outcome: 'kept' | 'partly' | 'not' | null
  note: string | null
}
export async function promisesOf(db: Db | Tx, house: House, id: string): Promise<Promised[]> {
  const { rows } =
    await sql<Promised>`select p.n, p.text, p.owner_unit as owner, u.short_name as "ownerName", ${on('p.due_on')} as "dueOn",
      p.indicator, p.target::float8 as target, p.outcome, p.note
    from report_promise p left join unit u on u.district = p.district and u.id = p.owner_unit
    where p.district = ${house.district} and p.report_id = ${id} order by p.n`.execute(db)
  return rows
}

/** The report before this one, of the same template: what it promised opens this one. */
export async function before(
  db: Db | Tx,
  house: House,
  template: string,
  meetingOn: string,
): Promise<{ id: string; meetingOn: string } | null> {
  const { rows } = await sql<{
    id: string
    meetingOn: string
  }>`select id, ${on('meeting_on')} as "meetingOn" from report
    where district = ${house.district} and template = ${template} and meeting_on < ${meetingOn}::date and status in ('delivered', 'closed')
    order by meeting_on desc limit 1`.execute(db)
  return rows[0] ?? null
}
