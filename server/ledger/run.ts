import { CompiledQuery, sql } from 'kysely'
import type { Query } from '../content/query.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'

export type Period = { from: string; to: string; place?: string | undefined }
export type Row = Record<string, string | number | boolean | null>
export const readers: Duty[] = ['clerk', 'supervisor', 'dispatcher', 'leader', 'audit-admin', 'rating-manager']

/** Where the reader's posts let them look: paths of places. A row of no place is the whole district's. */
const scopeOf = (actor: Actor) => actor.posts.filter((p) => readers.includes(p.duty)).map((p) => p.path)

const narrowed = (q: Query) => `from (${q.sql}) q
  where (q.day is null or q.day between $2::date and $3::date)
    and (q.place_path = '' or exists (select from unnest($4::text[]) s where q.place_path ^@ s))
    and ($5::text is null or exists (select from place p where p.district = $1 and p.id = $5 and q.place_path ^@ p.path))`

/** Nothing a pack's query does can change anything or hold the database up. */
const reading = <T>(house: House, fn: (run: <R>(text: string, args: unknown[]) => Promise<R[]>) => Promise<T>) =>
  house.db.connection().execute(async (c) => {
    await sql`begin read only`.execute(c)
    try {
      await sql`set local statement_timeout = '5s'`.execute(c)
      // Business time, for queries that ask what is late by now: current_setting('linli.now').
      await sql`select set_config('linli.now', ${house.clock.now().toISOString()}, true)`.execute(c)
      return await fn(
        async <R>(text: string, args: unknown[]) => (await c.executeQuery<R>(CompiledQuery.raw(text, args))).rows,
      )
    } finally {
      await sql`rollback`.execute(c).catch(() => {})
    }
  })
const args = (house: House, actor: Actor, p: Period) => [house.district, p.from, p.to, scopeOf(actor), p.place ?? null]

export async function rowsOf(house: House, actor: Actor, q: Query, p: Period, most: number): Promise<Row[]> {
  const found = await reading(house, (run) =>
    run<Row>(`select q.* ${narrowed(q)} order by q.day nulls last limit ${most}`, args(house, actor, p)),
  )
  return found.map(({ day: _day, place_path: _path, ...row }) => row)
}

export type Figure = { numerator: number; denominator: number; value: number | null }

/** The aggregate over the very rows that `rowsOf` shows. Of nothing there is no share. */
export async function figureOf(house: House, actor: Actor, q: Query, p: Period): Promise<Figure> {
  const [found] = await reading(house, (run) =>
    run<{ n: number; d: number }>(
      `select count(*) filter (where q.counted)::int as n, count(*)::int as d ${narrowed(q)}`,
      args(house, actor, p),
    ),
  )
  const [numerator, denominator] = [found?.n ?? 0, found?.d ?? 0]
  const value = q.kind === 'count' ? numerator : denominator ? numerator / denominator : null
  return { numerator, denominator, value }
}
