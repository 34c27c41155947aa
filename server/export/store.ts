import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'
import type { Raw } from './columns.ts'
import type { Filter, Format, Request, State, What } from './rules.ts'

/** The lists themselves, and the requests for them. */

type Sql = ReturnType<typeof sql>
export type Wanted = { what: What; path: string; filter: Filter; today: string }

/** A dwelling `w` with its building, its grid and community; `pl` is the place it belongs to. */
const home = sql`
  left join building b on b.district = w.district and b.id = w.building_id
  left join building_grid bg on bg.district = w.district and bg.building_id = w.building_id and bg.valid_to is null
  left join place g on g.district = bg.district and g.id = bg.grid_id
  join place c on c.district = w.district and c.id = w.community_id
  join place pl on pl.district = w.district and pl.id = coalesce(bg.grid_id, w.community_id)`
const homeColumns = sql`c.name as community, g.name as grid, b.name as building, w.address`
const personColumns = (today: string) =>
  sql`p.name, p.sex, extract(year from age(${today}::date, p.born))::int as age, p.id_number, p.phone`
const alive = sql`p.merged_into is null and p.died_on is null`

const residents = (d: string, { path, filter, today }: Wanted): Sql => sql`
  select array[p.id] as persons, ${personColumns(today)}, s.community, s.grid, s.building, s.address from (
    select distinct on (r.person_id) r.person_id, ${homeColumns}
      from residence r join dwelling w on w.district = r.district and w.id = r.dwelling_id ${home}
     where r.district = ${d} and r.valid_to is null and pl.path ^@ ${path}
       and r.kind = ${filter.standing === 'registered' ? 'registered' : 'present'}
       and (${filter.standing !== 'usual'} or r.valid_from <= ${today}::date - 183)
     order by r.person_id, r.valid_from desc) s
    join person p on p.district = ${d} and p.id = s.person_id
   where ${alive} and (${filter.ageFrom ?? null}::int is null or p.born <= ${today}::date - make_interval(years => ${filter.ageFrom ?? 0}))
     and (${filter.ageTo ?? null}::int is null or p.born > ${today}::date - make_interval(years => ${(filter.ageTo ?? 0) + 1}))
   order by s.community, s.grid, p.id`

const care = (d: string, { path, filter, today }: Wanted): Sql => sql`
  select array[p.id] as persons, ${personColumns(today)}, ${homeColumns}, k.level, k.since::text as since, k.basis
    from care k join person p on p.district = k.district and p.id = k.person_id
    join place at on at.district = p.district and at.id = p.place_id
    left join residence r on r.district = p.district and r.person_id = p.id and r.kind = 'present' and r.valid_to is null
    left join (dwelling w ${home}) on w.district = r.district and w.id = r.dwelling_id
   where k.district = ${d} and k.category = ${filter.category ?? ''} and k.ended_on is null and at.path ^@ ${path} and ${alive}
   order by community, grid, p.id`

const households = (d: string, { path, today }: Wanted): Sql => sql`
  select m.persons, m.members, p.name, p.sex, null::int as age, null::bytea as id_number, p.phone, ${homeColumns}, h.number
    from household h join dwelling w on w.district = h.district and w.id = h.dwelling_id ${home}
    join (select r.household, array_agg(distinct r.person_id) as persons, count(distinct r.person_id)::int as members,
                 min(r.person_id) filter (where r.relation in ('户主', '本人')) as head
            from residence r join person p on p.district = r.district and p.id = r.person_id
           where r.district = ${d} and r.kind = 'registered' and r.valid_to is null and r.household is not null and ${alive}
           group by r.household) m on m.household = h.number
    left join person p on p.district = ${d} and p.id = m.head
   where h.district = ${d} and pl.path ^@ ${path} and ${today}::date is not null
   order by community, grid, h.number`

const organisations = (d: string, { path }: Wanted): Sql => sql`
  select array[]::text[] as persons, o.name, o.uscc as number, o.kind, o.staff, c.name as community, w.address
    from organisation o join place c on c.district = o.district and c.id = o.community_id
    left join dwelling w on w.district = o.district and w.id = o.dwelling_id
   where o.district = ${d} and o.closed_on is null and c.path ^@ ${path}
   order by c.name, o.name, o.id`

const listOf: Record<What, (d: string, wanted: Wanted) => Sql> = { residents, care, households, organisations }

export async function countLines(db: Db | Tx, district: string, wanted: Wanted): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (${listOf[wanted.what](district, wanted)}) q`.execute(db)
  return rows[0]?.n ?? 0
}

/** The list as it stands at one moment, five hundred lines at a time: a cursor sees what was there when it was opened. */
export async function* readLines(tx: Tx, district: string, wanted: Wanted): AsyncGenerator<Raw[]> {
  await sql`declare export_lines no scroll cursor for ${listOf[wanted.what](district, wanted)}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Raw>`fetch 500 from export_lines`.execute(tx)
    if (!rows.length) break
    yield rows
  }
  await sql`close export_lines`.execute(tx)
}

export type Row = Request & {
  id: string
  number: string
  place: Request['place'] & { id: string; name: string }
  filter: Filter
  columns: string[]
  format: Format
  purpose: string
  justification: string | null
  days: number
  state: State
  requester: string
  unit: string
  capacity: string
  requestedAt: Date
  decidedBy: string | null
  decider: string | null
  decidedAt: Date | null
  note: string | null
  done: number
  madeAt: Date | null
  expiresAt: Date | null
  taken: number
}
type Flat = Omit<Row, 'place' | 'full' | 'sensitive'> & {
  place: string
  place_name: string
  path: string
  place_kind: string
}

/** Requests, newest first; `where` over the request as `x` and its place as `pl`. */
export async function requests(
  db: Db | Tx,
  district: string,
  where: Sql,
  judge: (r: { what: What; columns: string[]; filter: Filter }) => { full: boolean; sensitive: boolean },
  { most = 50, lock = false } = {},
): Promise<Row[]> {
  const { rows } = await sql<Flat>`
    select x.id, x.number, x.what, x.place_id as place, pl.name as place_name, pl.path, pl.kind as place_kind, x.filter, x.columns, x.format, x.purpose,
           x.justification, x.days, x.lines, x.state, x.requested_by as "requestedBy", a.name as requester, u.short_name as unit, x.capacity,
           x.requested_at as "requestedAt", x.decided_by as "decidedBy", b.name as decider, x.decided_at as "decidedAt", x.note, x.done,
           x.made_at as "madeAt", x.expires_at as "expiresAt", x.taken
      from export_request x join place pl on pl.district = x.district and pl.id = x.place_id
      join account a on a.district = x.district and a.id = x.requested_by
      join unit u on u.district = x.district and u.id = x.unit_id
      left join account b on b.district = x.district and b.id = x.decided_by
     where x.district = ${district} and ${where} order by x.requested_at desc, x.id desc limit ${most} ${lock ? sql`for update of x` : sql``}`.execute(
    db,
  )
  return rows.map(({ place, place_name, path, place_kind, ...r }) => ({
    ...r,
    ...judge(r),
    place: { id: place, name: place_name, path, kind: place_kind },
  }))
}
