import type { Query } from '../content/query.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import type { Cell } from '../platform/facts.ts'
import type { House } from '../platform/house.ts'

export type Period = { from: string; to: string; place?: string | undefined }
export type Row = Record<string, Cell>
export const readers: Duty[] = ['clerk', 'supervisor', 'dispatcher', 'leader', 'audit-admin', 'rating-manager']

/** Where the reader's posts let them look: paths of places. A row of no place is the whole district's. */
const scopeOf = (actor: Actor) => actor.posts.filter((p) => readers.includes(p.duty)).map((p) => p.path)

/** The lines of a book for a period, of the places its reader may see. */
export async function rowsOf(house: House, actor: Actor, q: Query, p: Period, most: number): Promise<Row[]> {
  const place = p.place
    ? await house.db
        .selectFrom('place')
        .select('path')
        .where('district', '=', house.district)
        .where('id', '=', p.place)
        .executeTakeFirst()
    : null
  if (place === undefined) return []
  const { rows } = await house.facts.read(house.clock.now(), (ask) =>
    ask<Row>(
      `select q.* from (${q.sql}) q
        where (q.day is null or q.day between $2::date and $3::date)
          and (q.place_path = '' or exists (select from unnest($4::text[]) s where q.place_path ^@ s))
          and ($5::text is null or q.place_path ^@ $5)
        order by q.day nulls last limit ${most}`,
      [house.district, p.from, p.to, scopeOf(actor), place?.path ?? null],
    ),
  )
  return rows.map(({ day: _day, place_path: _path, ...row }) => row)
}
