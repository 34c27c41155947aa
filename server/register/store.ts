import { sql } from 'kysely'
import type { Register } from '../content/register.ts'
import type { Book } from '../content/registers.ts'
import type { Actor } from '../platform/auth.ts'
import type { Db, Tx } from '../platform/db.ts'
import { kindOf, moved, queryOf, textOf } from './fields.ts'
import type { Filter } from './filters.ts'
import { type Link, linksIn, namesOf } from './links.ts'
import { maySeeField, readersOf } from './rules.ts'
import type { Data } from './timeline.ts'

/** The lists of the registers. What is out of the reader's places is in none of them. */

/** Of versions under the alias v: those in the reader's places. Whoever reads the whole district reads without a look at the place. */
export function within(actor: Actor, def: Register, alias = 'v') {
  if (def.place === undefined) return sql`true`
  const paths = actor.posts.filter((p) => readersOf(def).includes(p.duty)).map((p) => p.path)
  if (paths.some((p) => p.split('/').length === 2)) return sql`true`
  return sql`${sql.ref(`${alias}.place_id`)} in (select s.id from place s
    where s.district = ${actor.district} and exists (select from unnest(${paths}::text[]) p where s.path ^@ p))`
}
/** The end of a day here, as an instant: what was recorded before it was known on that day. */
const endOf = (day: string) => sql`((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
export const knownOn = (known: string | null, alias = 'v') => {
  const [recorded, replaced] = [sql.ref(`${alias}.recorded_at`), sql.ref(`${alias}.replaced_at`)]
  return known === null
    ? sql`${replaced} is null`
    : sql`${recorded} < ${endOf(known)} and (${replaced} is null or ${replaced} >= ${endOf(known)})`
}
export const soOn = (day: string, alias = 'v') =>
  sql`${sql.ref(`${alias}.valid_from`)} <= ${day}::date and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day}::date)`

export type Asked = {
  q?: string | undefined
  filters: Filter[]
  on: string
  known: string | null
  after?: { title: string; id: string } | undefined
  limit: number
}
const any = (parts: ReturnType<typeof sql>[]) => (parts.length ? sql`(${sql.join(parts, sql` or `)})` : sql`true`)

/** One filter as SQL over v. */
function narrowed(d: string, def: Register, f: Filter) {
  if (f.by === 'place')
    return sql`v.place_id in (select s.id from place s where s.district = ${d} and s.path ^@ (select t.path from place t where t.district = ${d} and t.id = ${f.place}))`
  if (f.by === 'range') {
    const value = sql`v.data ->> ${f.field}`
    return sql`(${f.from}::text is null or ${value} >= ${f.from}) and (${f.to}::text is null or ${value} <= ${f.to})`
  }
  const many = def.form.properties[f.field] && kindOf(def.form.properties[f.field] as never) === 'choices'
  return any(f.values.map((v) => sql`v.data @> ${JSON.stringify({ [f.field]: many ? [v] : v })}::jsonb`))
}

const chosen = (actor: Actor, book: Book, a: Omit<Asked, 'limit' | 'after'>) => {
  const query = a.q ? queryOf(a.q) : null
  const fields = a.filters.map((f) => narrowed(actor.district, book.def, f))
  return sql`v.district = ${actor.district} and v.register = ${book.id} and ${knownOn(a.known)} and ${soOn(a.on)}
    and ${within(actor, book.def)} and ${query === null ? sql`true` : sql`v.search @@ ${query}::tsquery`}
    and ${fields.length ? sql.join(fields, sql` and `) : sql`true`}`
}

export type Line = {
  id: string
  title: string
  place: string
  placeName: string
  path: string
  from: string
  data: Data
}
export async function lines(db: Db | Tx, actor: Actor, book: Book, a: Asked): Promise<Line[]> {
  const behind = a.after
    ? sql`(v.title collate "C", v.entry_id) > (${a.after.title} collate "C", ${a.after.id}::uuid)`
    : sql`true`
  const { rows } = await sql<Line>`
    select v.entry_id as id, v.title, v.place_id as place, p.name as "placeName", p.path, v.valid_from::text as "from", v.data
      from (select * from register_version v where ${chosen(actor, book, a)} and ${behind}
             order by v.title collate "C", v.entry_id limit ${a.limit}) v
      join place p on p.district = v.district and p.id = v.place_id order by v.title collate "C", v.entry_id`.execute(
    db,
  )
  return rows.map((r) => ({ ...r, data: moved(book.def, r.data) }))
}

export const mostCounted = 10_000
/** How many there are, as far as one counts for a heading. */
export async function count(db: Db, actor: Actor, book: Book, a: Omit<Asked, 'limit' | 'after'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select 1 from register_version v where ${chosen(actor, book, a)} limit ${mostCounted + 1}) x`.execute(db)
  return rows[0]?.n ?? 0
}

export type Point = { id: string; title: string; placeName: string; lon: number; lat: number }
/** What has a point, for the map; one more than it may show. */
export async function points(
  db: Db,
  actor: Actor,
  book: Book,
  map: { lon: string; lat: string },
  a: Omit<Asked, 'limit' | 'after'>,
) {
  const { rows } = await sql<Point>`
    select v.entry_id as id, v.title, p.name as "placeName", (v.data ->> ${map.lon})::float8 as lon, (v.data ->> ${map.lat})::float8 as lat
      from register_version v join place p on p.district = v.district and p.id = v.place_id
     where ${chosen(actor, book, a)} and v.data ? ${map.lon} and v.data ? ${map.lat} limit 5001`.execute(db)
  return rows
}

export type Cell = { value: unknown; text: string | null }
/** The columns of a list in words. A field that this reader may not see of this entry has no cell. */
export async function celled(
  db: Db | Tx,
  actor: Actor,
  books: ReadonlyMap<string, Book>,
  book: Book,
  rows: Line[],
  columns: readonly string[],
): Promise<(Omit<Line, 'data' | 'path'> & { cells: Record<string, Cell> })[]> {
  const fields = book.def.form.properties
  const only = (data: Data) =>
    Object.fromEntries(columns.flatMap((c) => (Object.hasOwn(data, c) ? [[c, data[c]]] : [])))
  const links: Link[] = rows.flatMap((r) => linksIn(book.def, only(r.data)))
  const names = await namesOf(db, actor, books, links)
  return rows.map(({ data, path, ...r }) => ({
    ...r,
    cells: Object.fromEntries(
      columns.flatMap((c) => {
        const f = fields[c]
        if (!f || !maySeeField(actor, f, path)) return []
        const value = data[c] ?? null
        return [[c, { value, text: textOf(f, value, names) } satisfies Cell]]
      }),
    ),
  }))
}

export type Shelf = { id: string; entries: number; due: number; late: number }
/** How many entries each register has for this reader today, and what falls due in them. */
export async function shelves(db: Db, actor: Actor, books: Book[], today: string): Promise<Map<string, Shelf>> {
  const asked = books.map(async ({ id, def }): Promise<Shelf> => {
    const { rows } = await sql<{ entries: number; due: number; late: number }>`
      select (select count(*)::int from register_version v where v.district = ${actor.district} and v.register = ${id} and v.replaced_at is null
               and ${soOn(today)} and ${within(actor, def)}) as entries,
        d.due, d.late from (select count(*)::int as due, count(*) filter (where v.due_on < ${today}::date)::int as late from register_duty v
          where v.district = ${actor.district} and v.register = ${id} and v.done_on is null and v.warn_on <= ${today}::date and ${within(actor, def)}) d`.execute(
      db,
    )
    return { id, ...(rows[0] ?? { entries: 0, due: 0, late: 0 }) }
  })
  return new Map((await Promise.all(asked)).map((s) => [s.id, s]))
}

export type DueLine = {
  entry: string
  title: string
  register: string
  place: string
  placeName: string
  path: string
  duty: string
  dueOn: string
  warnOn: string
}
/** What is due in the registers this reader may open, the most urgent first. */
export async function dues(
  db: Db,
  actor: Actor,
  books: Book[],
  until: string,
  entry: string | null,
  limit: number,
): Promise<DueLine[]> {
  if (!books.length) return []
  const where = books.map(({ id, def }) => sql`(r.register = ${id} and ${within(actor, def, 'r')})`)
  const { rows } = await sql<DueLine>`
    select r.entry_id as entry, r.register, r.duty, r.due_on::text as "dueOn", r.warn_on::text as "warnOn", r.place_id as place, p.name as "placeName", p.path,
      (select v.title from register_version v where v.district = r.district and v.entry_id = r.entry_id and v.replaced_at is null
        order by v.valid_from desc limit 1) as title
      from register_duty r join place p on p.district = r.district and p.id = r.place_id
     where r.district = ${actor.district} and r.done_on is null and (${entry}::uuid is not null or r.warn_on <= ${until}::date)
       and (${entry}::uuid is null or r.entry_id = ${entry}::uuid) and ${any(where)}
     order by r.due_on, r.entry_id, r.duty limit ${limit}`.execute(db)
  return rows
}

export const mayWriteSomewhere = (actor: Actor, book: Book) => actor.posts.some((p) => book.def.change.includes(p.duty))
