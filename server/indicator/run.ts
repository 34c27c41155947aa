import { sql } from 'kysely'
import type { Published } from '../content/indicators.ts'
import { pathsOf } from '../person/view.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import type { Ask, Cell } from '../platform/facts.ts'
import type { House } from '../platform/house.ts'
import { notFound, refused } from '../platform/refusal.ts'
import { rounded } from '../population/rules.ts'
import { type PeriodKind, valueIn, type Window, type windowOf } from './rules.ts'

export const readers: Duty[] = [
  'clerk',
  'supervisor',
  'dispatcher',
  'leader',
  'audit-admin',
  'rating-manager',
  'statistician',
  'register-keeper',
  'party-worker',
]
export type Asked = {
  from?: string | undefined
  to: string
  place?: string | undefined
  period?: 'span' | 'cumulative' | undefined
}
/** The place asked about, and what of it counts: null is all of it. `exact`: its reader may open the files of all these people anyway (0011). */
export type Scope = { place: string; name: string; path: string; whole: boolean; only: string[] | null; exact: boolean }
export type Row = Record<string, Cell>
export type Sum = { numerator: number; denominator: number; rows: number }
export type Part = Sum & { place: string | null }

/**
 * The place a figure is asked about, cut to what the reader's posts let them see. A figure that is public is told to all staff, of whole
 * communities and what lies above them; its rows are not.
 */
export async function scopeOf(
  house: House,
  actor: Actor,
  wanted: string | undefined,
  isPublic = false,
): Promise<Scope> {
  const { rows } = await sql<{ id: string; name: string; path: string; kind: string; whole: boolean }>`
    select id, name, path, kind, parent_id is null as whole from place where district = ${house.district}
       and ${wanted ? sql`id = ${wanted}` : sql`parent_id is null`}`.execute(house.db)
  const at = rows[0]
  if (!at) throw notFound('没有这个地方')
  const paths = actor.posts.filter((p) => readers.includes(p.duty)).map((p) => p.path)
  const all = paths.some((p) => at.path.startsWith(p)) || (isPublic && at.kind !== 'grid')
  const only = all ? null : paths.filter((p) => p.startsWith(at.path))
  if (only?.length === 0) throw notFound('没有这个地方')
  const exact = pathsOf(actor).some((p) => at.path.startsWith(p))
  return { place: at.id, name: at.name, path: at.path, whole: at.whole, only, exact }
}

/**
 * Reads the facts for one indicator. A query that is wrong, or takes too long, is refused by the indicator's name and told in the log: it takes
 * no other figure with it.
 */
export const reading = <R>(house: House, i: Published, at: Date, fn: (ask: Ask) => Promise<R>): Promise<R> =>
  house.facts.read(at, fn).catch((error: Error & { code?: string }) => {
    if (!/^(22|42|57014)/.test(error.code ?? '')) throw error
    console.error(`indicator ${i.id}: ${error.message}`)
    throw refused(
      error.code === '57014'
        ? `指标“${i.name}”算得太久，没有算完`
        : `指标“${i.name}”的查询有错，算不出来，请告诉统计员`,
    )
  })

type Shape = { until: boolean; amount: boolean; person: boolean }
const shapes = new Map<string, Shape>() // by digest: what it names never changes

/** Which of the columns that mean something the query has. */
export async function shapeOf(ask: Ask, i: Published, args: unknown[]): Promise<Shape> {
  const known = shapes.get(i.digest)
  if (known) return known
  const { columns } = await ask(`select * from (${i.sql}) q limit 0`, args.slice(0, 1))
  const shape = {
    until: columns.includes('until'),
    amount: columns.includes('amount'),
    person: columns.includes('person'),
  }
  shapes.set(i.digest, shape)
  return shape
}

/**
 * The one where-clause around a pack's query: figure and rows both come through it, so that they cannot disagree. Of the whole district it
 * says nothing about places, so that the planner need not look at them.
 */
async function narrowed(ask: Ask, house: House, i: Published, window: Window & { period: PeriodKind }, scope: Scope) {
  const args: unknown[] = [house.district]
  await ask("select set_config('linli.day', $1, true)", [window.to]) // for what may end after the day asked about
  const shape = await shapeOf(ask, i, args)
  const arg = (value: unknown, type: string) => `$${args.push(value)}::${type}`
  const where: string[] = []
  const to = arg(window.to, 'date')
  if (window.period === 'point') {
    where.push(`(q.day is null or q.day <= ${to})`)
    if (shape.until) where.push(`(q.until is null or q.until > ${to})`)
  } else {
    where.push(`q.day <= ${to}`)
    if (window.from) where.push(`q.day >= ${arg(window.from, 'date')}`)
  }
  // What is no place's is the whole district's: it counts where that is asked about.
  if (scope.only) where.push(`(exists (select from unnest(${arg(scope.only, 'text[]')}) s where q.place_path ^@ s))`)
  else if (!scope.whole) where.push(`q.place_path ^@ ${arg(scope.path, 'text')}`)
  return { from: `from (${i.sql}) q where ${where.join(' and ')}`, args, shape }
}

const sums = ({ amount, person }: Shape) => {
  const of = person ? 'count(distinct q.person)' : amount ? 'coalesce(sum(coalesce(q.amount, 1)), 0)' : 'count(*)'
  const counted = person
    ? 'count(distinct q.person) filter (where q.counted)'
    : amount
      ? 'coalesce(sum(coalesce(q.amount, 1)) filter (where q.counted), 0)'
      : 'count(*) filter (where q.counted)'
  return `${counted} as numerator, ${of} as denominator, count(*) as rows`
}

export const hidden = ['day', 'until', 'place_path', 'amount', 'person']

export async function rowsOf(
  house: House,
  i: Published,
  window: ReturnType<typeof windowOf>,
  scope: Scope,
  most: number,
) {
  return reading(house, i, house.clock.now(), async (ask) => {
    const { from, args, shape } = await narrowed(ask, house, i, window, scope)
    if (i.small && !scope.exact) {
      const parts = await roundedParts(ask, house, i, { from, args, shape })
      const names = await namesOf(house)
      const rows = parts.filter((p) => p.denominator > 0)
      return {
        columns: ['地方', '数（取整）', 'counted'],
        rows: rows.map((p) => ({ 地方: names.get(p.path) ?? '', '数（取整）': p.numerator, counted: p.numerator > 0 })),
      }
    }
    const { rows, columns } = await ask<Row>(`select q.* ${from} order by q.day nulls last limit ${most}`, args)
    const shown = columns.filter((c) => !hidden.includes(c))
    return { columns: shown, rows: rows.map((r) => Object.fromEntries(shown.map((c) => [c, r[c] ?? null]))) }
  })
}

const namesOf = async (house: House) => {
  const { rows } = await sql<{ path: string; name: string }>`
    select path, name from place where district = ${house.district}`.execute(house.db)
  return new Map(rows.map((r) => [r.path, r.name]))
}

export async function sumOf(ask: Ask, house: House, i: Published, window: ReturnType<typeof windowOf>, scope: Scope) {
  const { from, args, shape } = await narrowed(ask, house, i, window, scope)
  if (i.small && !scope.exact) return total(await roundedParts(ask, house, i, { from, args, shape }))
  const { rows } = await ask<Sum>(`select ${sums(shape)} ${from}`, args)
  return rows[0] as Sum
}

type Narrowed = { from: string; args: unknown[]; shape: Shape }
/**
 * Decision 0011: of people nothing is told but sums of parts, each rounded at a point of its own that nobody outside knows and that never
 * changes; a part is those of one place under one side of the indicator.
 */
async function roundedParts(ask: Ask, house: House, i: Published, { from, args, shape }: Narrowed) {
  const { rows } = await ask<Sum & { path: string }>(
    `select q.place_path as path, ${sums(shape)} ${from} group by 1 order by 1`,
    args,
  )
  const base = i.small ?? 1
  return rows.map(({ path, numerator, denominator }) => {
    const told = (side: string, n: number) =>
      rounded(n, house.crypto.blind(`figure ${i.id} ${path} ${side}`).readUInt32BE() % base, base)
    const [counted, rest] = [told('counted', numerator), told('rest', denominator - numerator)]
    return { path, numerator: counted, denominator: counted + rest, rows: counted + rest }
  })
}
const total = (parts: Sum[]): Sum => ({
  numerator: parts.reduce((n, p) => n + p.numerator, 0),
  denominator: parts.reduce((n, p) => n + p.denominator, 0),
  rows: parts.reduce((n, p) => n + p.rows, 0),
})

/** One query for all communities: summed by path first, for those are few; each path lies in one community or in none. */
export async function partsOf(
  ask: Ask,
  house: House,
  i: Published,
  window: ReturnType<typeof windowOf>,
  scope: Scope,
  communities: { id: string; path: string }[],
): Promise<Part[]> {
  const { from, args, shape } = await narrowed(ask, house, i, window, scope)
  if (i.small && !scope.exact) {
    const parts = await roundedParts(ask, house, i, { from, args, shape })
    const of = (path: string) => communities.find((c) => path.startsWith(c.path))?.id ?? null
    const places = [...new Set(parts.map((p) => of(p.path)))]
    return places.map((place) => ({ place, ...total(parts.filter((p) => of(p.path) === place)) }))
  }
  const ids = `$${args.push(communities.map((c) => c.id))}::text[]`
  const paths = `$${args.push(communities.map((c) => c.path))}::text[]`
  const place = `left join unnest(${ids}, ${paths}) c (id, path) on q.place_path ^@ c.path`
  const inner = shape.person
    ? `select q.place_path, q.person, bool_or(q.counted) as counted, count(*) as rows ${from} group by 1, 2`
    : `select q.place_path, ${sums(shape)} ${from} group by 1`
  const outer = shape.person
    ? 'count(distinct q.person) filter (where q.counted) as numerator, count(distinct q.person) as denominator, sum(q.rows) as rows'
    : 'sum(q.numerator) as numerator, sum(q.denominator) as denominator, sum(q.rows) as rows'
  const { rows } = await ask<Part>(`select c.id as place, ${outer} from (${inner}) q ${place} group by 1`, args)
  return rows
}

/** The communities that stood on the day, of what is asked about. */
export async function communitiesOf(house: House, scope: Scope, day: string) {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select p.id, p.name, p.path from place p
     where p.district = ${house.district} and p.kind in ('community', 'village') and p.path ^@ ${scope.path}
       and (${scope.only}::text[] is null or exists (select from unnest(${scope.only}::text[]) s where p.path ^@ s))
       and exists (select from place_period t where t.district = p.district and t.place_id = p.id
         and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to > ${day}::date))
     order by p.path`.execute(house.db)
  return rows
}

/** By what a ratio is taken. */
export async function overOf(house: House, i: Published): Promise<Published | null> {
  if (i.kind !== 'ratio') return null
  const over = i.over && (await house.indicators.get(i.over))
  if (!over) throw refused(`指标“${i.name}”的分母“${i.over}”没有发布`)
  return over
}

export function told(i: Published, own: Sum, over: Sum | null) {
  const numerator = own.numerator
  const denominator = i.kind === 'count' ? null : over ? over.numerator : own.denominator
  return { numerator, denominator, value: valueIn(i.kind, numerator, denominator, i.per), rows: own.rows }
}
