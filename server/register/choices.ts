import { sql } from 'kysely'
import type { Book } from '../content/registers.ts'
import type { Actor } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'
import { mayOpen } from './rules.ts'
import { lines } from './store.ts'

/** What a linking field may point to, by part of its name: for the form. Not people: a name must not stand in an address, they are found by POST. */
export type Choice = { id: string; label: string; more: string | null }
const most = 20
const like = (q: string) => `%${q.replace(/[\\%_]/g, (c) => `\\${c}`)}%`

export async function choicesFor(
  db: Db,
  actor: Actor,
  books: ReadonlyMap<string, Book>,
  kind: string,
  q: string,
  today: string,
): Promise<Choice[]> {
  const d = actor.district
  if (kind.startsWith('register:')) {
    const book = books.get(kind.slice('register:'.length))
    if (!book || !mayOpen(actor, book.def)) return []
    const rows = await lines(db, actor, book, { q, filters: [], on: today, known: null, limit: most })
    return rows.map((r) => ({ id: r.id, label: r.title, more: book.def.place ? r.placeName : null }))
  }
  const asked: Record<string, () => ReturnType<typeof sql<Choice>>> = {
    place:
      () => sql`select p.id, p.name as label, u.name as more from place p left join place u on u.district = p.district and u.id = p.parent_id
      where p.district = ${d} and p.valid_to is null and p.name like ${like(q)} order by p.kind = 'grid', length(p.name), p.id limit ${most}`,
    unit: () => sql`select id, short_name as label, name as more from unit where district = ${d} and (name like ${like(q)} or short_name like ${like(q)})
      order by length(name), id limit ${most}`,
    account:
      () => sql`select a.id, a.name as label, (select u.short_name from post o join unit u on u.district = o.district and u.id = o.unit_id
        where o.district = a.district and o.account_id = a.id and o.valid_to is null order by o.id limit 1) as more
      from account a where a.district = ${d} and a.kind = 'staff' and a.disabled_at is null and a.name like ${like(q)} order by a.name, a.id limit ${most}`,
    organisation:
      () => sql`select id, name as label, uscc as more from organisation where district = ${d} and closed_on is null and name like ${like(q)}
      order by length(name), id limit ${most}`,
  }
  return asked[kind] ? (await asked[kind]().execute(db)).rows : []
}
