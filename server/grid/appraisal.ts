import { sql } from 'kysely'
import { appraise, type Month } from '../field/rules.ts'
import type { Actor } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { midnight, mine, plannedPoints, seenPoints } from './store.ts'

/** R-2.11, for one month (YYYY-MM): what was due and done, and what a second look found; per worker, never per report. */
export async function appraisal(house: House, actor: Actor, month: string) {
  const every = house.care.everyDays
  // Nobody is judged by visits to people of whom they may not know.
  const told = house.care.categories.filter((c) => c.roles.includes('grid-worker')).map((c) => c.id)
  const { rows } = await sql<Month & { account: string; name: string; grid: string }>`
    with bounds as (select ${`${month}-01`}::date as a, (${`${month}-01`}::date + interval '1 month')::date as z),
    who as (select distinct a.id, a.name, pl.id as grid, pl.name as grid_name from post p join account a on a.district = p.district and a.id = p.account_id
              join place pl on pl.district = p.district and pl.id = p.place_id
             where p.district = ${house.district} and p.duty = 'grid-worker' and p.valid_to is null and ${mine(actor)}),
    cared as (select p.place_id as grid, c.person_id, min(case c.level when 'high' then ${every.high}::int when 'key' then ${every.key}::int else ${every.general}::int end) as days
                from care c join person p on p.district = c.district and p.id = c.person_id, bounds
               where c.district = ${house.district} and c.category = any(${told}::text[]) and c.since < bounds.z and (c.ended_on is null or c.ended_on >= bounds.a) group by 1, 2),
    visits as (select cared.grid, cared.person_id, least(greatest(1, 30 / cared.days), count(distinct (e.occurred_at at time zone 'Asia/Shanghai')::date))::int as done,
                      greatest(1, 30 / cared.days)::int as due
                 from cared cross join bounds left join field_entry e on e.district = ${house.district} and e.subject = 'person:' || cared.person_id
                  and e.kind in ('visit', 'collect') and e.occurred_at >= ${midnight(sql`bounds.a`)} and e.occurred_at < ${midnight(sql`bounds.z`)} group by 1, 2, cared.days),
    walked as (select p.grid_id as grid, ${plannedPoints} as planned, ${seenPoints(sql`bounds.a`, sql`bounds.z`)} as seen from patrol_plan p, bounds
                where p.district = ${house.district} and p.valid_from < bounds.z and (p.valid_to is null or p.valid_to > bounds.a)),
    checked as (select r.collector, count(*)::int as verified, count(*) filter (where r.agrees)::int as agreed from record r, bounds
                 where r.district = ${house.district} and r.verified_at >= ${midnight(sql`bounds.a`)} and r.verified_at < ${midnight(sql`bounds.z`)} and r.collector is not null group by 1),
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
