import { sql } from 'kysely'
import { patrolDue } from '../field/rules.ts'
import { type Actor, type Duty, under } from '../platform/auth.ts'
import { daysAfter } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { statistics } from '../population/view.ts'
import type { Geometry } from './shape.ts'

export const overseers: Duty[] = ['grid-head', 'supervisor', 'dispatcher', 'leader']
export const mine = (actor: Actor) => under(actor, overseers)

/** Of a post `p`: whether its holder is away today (`b`), and who stands in (`s`); once, however many absences overlap. */
export const standsIn = (today: string) => sql`
  left join lateral (select b.id, b.substitute from absence b where b.district = p.district and b.account_id = p.account_id
     and ${today}::date between b.starts_on and b.ends_on order by b.substitute is null, b.id limit 1) b on true
  left join account s on s.district = p.district and s.id = b.substitute`

/** R-2.1: what must hang on the wall of every grid. Public. */
export async function notice(house: House, id: string, today: string) {
  const { rows } = await sql<{
    id: string
    name: string
    code: string | null
    community: string
    path: string
    since: string
    until: string | null
    boundary: Geometry | null
    updated: string
  }>`
    select p.id, t.name, t.code, c.name as community, p.path, t.valid_from::text as since, t.valid_to::text as until, t.boundary,
           greatest(t.valid_from, t.valid_to, (select max(greatest(o.valid_from, o.valid_to)) from post o where o.district = p.district
             and (o.place_id = p.id or o.place_id = p.parent_id and o.duty = 'grid-head') and o.valid_from <= ${today}::date))::text as updated
      from place p join place_period t on t.district = p.district and t.place_id = p.id
      join place c on c.district = t.district and c.id = t.parent_id
     where p.district = ${house.district} and p.id = ${id} and p.kind = 'grid' order by t.valid_from desc limit 1`.execute(
    house.db,
  )
  if (!rows[0]) return undefined
  const workers = await sql<{
    name: string
    duty: string
    phone: string | null
    shift: string | null
    away: boolean
    substitute: string | null
  }>`
    select a.name, p.duty, p.duty_phone as phone, p.shift, b.id is not null as away, s.name as substitute
      from post p join account a on a.district = p.district and a.id = p.account_id
      join place pl on pl.district = p.district and pl.id = p.place_id
      ${standsIn(today)}
     where p.district = ${house.district} and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)
       and (p.duty = 'grid-worker' and p.place_id = ${id} or p.duty = 'grid-head' and p.place_id = (select parent_id from place where district = ${house.district} and id = ${id}))
     order by p.duty desc, a.id`.execute(house.db)
  const watch = await sql<{
    phone: string | null
  }>`select duty_phone as phone from unit where district = ${house.district} and kind = 'dispatch-centre' limit 1`.execute(
    house.db,
  )
  const after = await sql<{
    id: string
    name: string
  }>`select p.id, p.name from place_succession s join place p on p.district = s.district and p.id = s.to_id
    where s.district = ${house.district} and s.from_id = ${id}`.execute(house.db)
  const { path, ...grid } = rows[0]
  const counted = grid.until && grid.until <= today ? daysAfter(grid.until, -1) : today
  const { total } = await statistics(house, { day: counted, path, exact: false, grids: [id] })
  return {
    ...grid,
    people: total.present,
    counted,
    workers: workers.rows,
    supervision: watch.rows[0]?.phone ?? null,
    successors: after.rows,
  }
}

/** What was handed over names people: it is for the head, and for the two it is between. */
export async function absences(house: House, actor: Actor, today: string) {
  const { rows } = await sql<{
    id: string
    account: string
    name: string
    grid: string
    from: string
    to: string
    reason: string
    substitute: string | null
    standsIn: string | null
    handOver: string[]
    alert: boolean
    now: boolean
  }>`
    select b.id, a.id as account, a.name, g.grid, b.starts_on::text as "from", b.ends_on::text as "to", b.reason, s.name as substitute, b.substitute as "standsIn",
           case when g.headed or ${actor.account} in (b.account_id, b.substitute) then b.hand_over else '[]' end as "handOver", b.substitute is null as alert,
           b.starts_on <= ${today}::date as now
      from absence b join account a on a.district = b.district and a.id = b.account_id
      join lateral (select string_agg(pl.name, '、' order by pl.id) as grid, bool_or(${under(actor, ['grid-head'])}) as headed
             from post p join place pl on pl.district = p.district and pl.id = p.place_id
            where p.district = b.district and p.account_id = b.account_id and p.duty = 'grid-worker' and (p.valid_to is null or p.valid_to > ${today}::date)
              and (${mine(actor)} or ${actor.account} in (b.account_id, b.substitute))) g on g.grid is not null
      left join account s on s.district = b.district and s.id = b.substitute
     where b.district = ${house.district} and b.ends_on >= ${today}::date order by b.substitute is not null, b.starts_on, b.id`.execute(
    house.db,
  )
  return rows
}

export async function workers(house: House, actor: Actor, today: string) {
  const { rows } = await sql<{
    post: string
    account: string
    name: string
    grid: string
    gridName: string
    shift: string | null
    share: number | null
    phone: string | null
    since: string
  }>`
    select p.id as post, a.id as account, a.name, pl.id as grid, pl.name as "gridName", p.shift, p.share, p.duty_phone as phone, p.valid_from::text as since from post p
      join account a on a.district = p.district and a.id = p.account_id join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${house.district} and p.duty = 'grid-worker' and (p.valid_to is null or p.valid_to > ${today}::date) and ${mine(actor)} order by pl.id, p.id`.execute(
    house.db,
  )
  return rows
}

/** When a civil day begins here. */
export const midnight = (day: ReturnType<typeof sql>) => sql`((${day})::date::timestamp at time zone 'Asia/Shanghai')`

/** Of a plan `p`, in a span of time: how many points were to be seen, and were; each on as many days as its rhythm asks, never more. */
export const plannedPoints = sql`jsonb_array_length(p.points) * greatest(1, 30 / p.every_days)`
export const seenPoints = (from: ReturnType<typeof sql>, to: ReturnType<typeof sql>) => sql`
  (select coalesce(sum(least(greatest(1, 30 / p.every_days), (select count(distinct (e.occurred_at at time zone 'Asia/Shanghai')::date) from field_entry e
      where e.district = p.district and e.subject = 'patrol:' || p.id and e.points @> array[x.point ->> 'id']
        and e.occurred_at >= ${midnight(from)} and e.occurred_at < ${midnight(to)}))), 0) from jsonb_array_elements(p.points) as x(point))`

export async function plans(house: House, actor: Actor, today: string) {
  const month = `${today.slice(0, 7)}-01`
  const { rows } = await sql<{
    id: string
    grid: string
    name: string
    kind: string
    everyDays: number
    points: { id: string; name: string; checks: string[] }[]
    from: string
    last: string | null
    planned: number
    seen: number
  }>`
    select p.id, pl.name as grid, p.name, p.kind, p.every_days as "everyDays", p.valid_from::text as "from", p.points, ${plannedPoints} as planned,
           ${seenPoints(sql`${month}`, sql`${month}::date + interval '1 month'`)}::int as seen,
           (select (max(e.occurred_at) at time zone 'Asia/Shanghai')::date::text from field_entry e where e.district = p.district and e.subject = 'patrol:' || p.id) as last
      from patrol_plan p join place pl on pl.district = p.district and pl.id = p.grid_id where p.district = ${house.district}
       and (p.valid_to is null or p.valid_to > ${today}::date) and ${mine(actor)} order by pl.id, p.id`.execute(
    house.db,
  )
  return rows.map((r) => ({ ...r, due: patrolDue(r) }))
}

export async function meetings(house: House, actor: Actor) {
  const { rows } = await sql<{
    id: string
    heldOn: string
    title: string
    place: string
    minutes: string
    present: string[]
    tasks: { title: string; name: string; dueOn: string; doneAt: string | null; note: string | null }[]
  }>`
    select m.id, m.held_on::text as "heldOn", m.title, pl.name as place, m.minutes, m.present,
      (select coalesce(json_agg(json_build_object('title', t.title, 'name', a.name, 'dueOn', t.due_on, 'doneAt', t.done_at, 'note', t.note) order by t.due_on), '[]')
         from meeting_task t join account a on a.district = t.district and a.id = t.account_id where t.district = m.district and t.meeting_id = m.id) as tasks
      from meeting m join place pl on pl.district = m.district and pl.id = m.place_id where m.district = ${house.district} and ${mine(actor)}
     order by m.held_on desc limit 100`.execute(house.db)
  return rows
}
