import { sql } from 'kysely'
import { appraise, type Month } from '../field/rules.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'

export const overseers: Duty[] = ['grid-head', 'supervisor', 'dispatcher', 'leader']
const paths = (actor: Actor) => actor.posts.filter((p) => overseers.includes(p.duty)).map((p) => p.path)
const mine = (actor: Actor) => sql`exists (select from unnest(${paths(actor)}::text[]) s where pl.path ^@ s)`

/** R-2.1: what must hang on the wall of every grid. Public. */
export async function notice(house: House, id: string, today: string) {
  const { rows } = await sql<{
    id: string
    name: string
    code: string | null
    community: string
    households: number | null
    population: number | null
    since: string
    until: string | null
  }>`
    select p.id, t.name, t.code, c.name as community, t.households, t.population, t.valid_from::text as since, t.valid_to::text as until
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
      left join absence b on b.district = p.district and b.account_id = a.id and ${today}::date between b.starts_on and b.ends_on
      left join account s on s.district = b.district and s.id = b.substitute
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
  return { ...rows[0], workers: workers.rows, supervision: watch.rows[0]?.phone ?? null, successors: after.rows }
}

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
    handOver: string[]
    alert: boolean
  }>`
    select b.id, a.id as account, a.name, pl.name as grid, b.starts_on::text as "from", b.ends_on::text as "to", b.reason, s.name as substitute,
           b.hand_over as "handOver", b.substitute is null as alert
      from absence b join account a on a.district = b.district and a.id = b.account_id
      join post p on p.district = a.district and p.account_id = a.id and p.duty = 'grid-worker'
      join place pl on pl.district = p.district and pl.id = p.place_id
      left join account s on s.district = b.district and s.id = b.substitute
     where b.district = ${house.district} and b.ends_on >= ${today}::date and ${mine(actor)} order by b.substitute is not null, b.starts_on`.execute(
    house.db,
  )
  return rows
}

export async function workers(house: House, actor: Actor) {
  const { rows } = await sql<{
    account: string
    name: string
    grid: string
    gridName: string
    shift: string | null
    share: number | null
  }>`
    select a.id as account, a.name, pl.id as grid, pl.name as "gridName", p.shift, p.share from post p
      join account a on a.district = p.district and a.id = p.account_id join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${house.district} and p.duty = 'grid-worker' and p.valid_to is null and ${mine(actor)} order by pl.id`.execute(
    house.db,
  )
  return rows
}

export async function plans(house: House, actor: Actor) {
  const { rows } = await sql<{
    id: string
    grid: string
    name: string
    kind: string
    everyDays: number
    points: { id: string; name: string; checks: string[] }[]
    last: string | null
  }>`
    select p.id, pl.name as grid, p.name, p.kind, p.every_days as "everyDays", p.points,
           (select (max(e.occurred_at) at time zone 'Asia/Shanghai')::date::text from field_entry e where e.district = p.district and e.subject = 'patrol:' || p.id) as last
      from patrol_plan p join place pl on pl.district = p.district and pl.id = p.grid_id where p.district = ${house.district} and ${mine(actor)} order by pl.id, p.id`.execute(
    house.db,
  )
  return rows
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

/** R-2.11, for one month (YYYY-MM): what was due and done, and what a second look found; per worker, never per report. */
export async function appraisal(house: House, actor: Actor, month: string) {
  const every = house.care.everyDays
  const { rows } = await sql<Month & { account: string; name: string; grid: string }>`
    with bounds as (select ${`${month}-01`}::date as a, (${`${month}-01`}::date + interval '1 month')::date as z),
    who as (select distinct a.id, a.name, pl.id as grid, pl.name as grid_name from post p join account a on a.district = p.district and a.id = p.account_id
              join place pl on pl.district = p.district and pl.id = p.place_id
             where p.district = ${house.district} and p.duty = 'grid-worker' and p.valid_to is null and ${mine(actor)}),
    cared as (select p.place_id as grid, c.person_id, min(case c.level when 'high' then ${every.high}::int when 'key' then ${every.key}::int else ${every.general}::int end) as days
                from care c join person p on p.district = c.district and p.id = c.person_id, bounds
               where c.district = ${house.district} and c.since < bounds.z and (c.ended_on is null or c.ended_on >= bounds.a) group by 1, 2),
    visits as (select cared.grid, cared.person_id, least(greatest(1, 30 / cared.days), count(distinct (e.occurred_at at time zone 'Asia/Shanghai')::date))::int as done,
                      greatest(1, 30 / cared.days)::int as due
                 from cared cross join bounds left join field_entry e on e.district = ${house.district} and e.subject = 'person:' || cared.person_id
                  and e.kind in ('visit', 'collect') and e.occurred_at >= bounds.a and e.occurred_at < bounds.z group by 1, 2, cared.days),
    walked as (select p.grid_id as grid, jsonb_array_length(p.points) * greatest(1, 30 / p.every_days) as planned,
                      least(jsonb_array_length(p.points) * greatest(1, 30 / p.every_days),
                        (select count(distinct (e.occurred_at at time zone 'Asia/Shanghai')::date) from field_entry e, bounds where e.district = p.district
                          and e.subject = 'patrol:' || p.id and e.occurred_at >= bounds.a and e.occurred_at < bounds.z) * jsonb_array_length(p.points)) as seen
                 from patrol_plan p, bounds where p.district = ${house.district} and p.valid_from < bounds.z and (p.valid_to is null or p.valid_to > bounds.a)),
    checked as (select r.collector, count(*)::int as verified, count(*) filter (where r.agrees)::int as agreed from record r, bounds
                 where r.district = ${house.district} and r.verified_at >= bounds.a and r.verified_at < bounds.z and r.collector is not null group by 1),
    fresh as (select p.place_id as grid, count(*)::int as subjects, count(*) filter (where exists (select from record r where r.district = p.district
                   and r.subject_id = p.id and r.collected_on > bounds.z - ${house.field.staleDays}::int))::int as fresh
                from person p, bounds where p.district = ${house.district} and p.place_id in (select grid from who) and p.died_on is null and p.merged_into is null group by 1)
    select w.id as account, w.name, w.grid_name as grid,
      coalesce((select sum(due) from visits v where v.grid = w.grid), 0)::int as "visitsDue", coalesce((select sum(done) from visits v where v.grid = w.grid), 0)::int as "visitsDone",
      coalesce((select sum(planned) from walked v where v.grid = w.grid), 0)::int as "pointsPlanned", coalesce((select sum(seen) from walked v where v.grid = w.grid), 0)::int as "pointsSeen",
      coalesce((select verified from checked c where c.collector = w.id), 0) as verified, coalesce((select agreed from checked c where c.collector = w.id), 0) as agreed,
      coalesce((select subjects from fresh f where f.grid = w.grid), 0) as subjects, coalesce((select fresh from fresh f where f.grid = w.grid), 0) as fresh
      from who w order by w.grid`.execute(house.db)
  return rows.map((r) => ({ ...r, ...appraise(r, house.field.appraisal) }))
}
