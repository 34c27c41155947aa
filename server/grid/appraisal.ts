import { sql } from 'kysely'
import { appraise, type Month } from '../field/rules.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { midnight, mine, plannedPoints, seenPoints } from './store.ts'

/** Of a row with a span: whether it stood on the month's last day, or today while the month runs. */
const stood = (row: string) =>
  sql`${sql.ref(`${row}.valid_from`)} <= bounds.d and (${sql.ref(`${row}.valid_to`)} is null or ${sql.ref(`${row}.valid_to`)} > bounds.d)`

/**
 * R-2.11, for one month (YYYY-MM): what was due and done, and what a second look found; per worker and grid, never per report. Posts, grids
 * and homes are those of the month (R-B.2). What was checked counts once, also for whoever has two grids.
 */
export async function appraisal(house: House, actor: Actor, month: string) {
  const every = house.care.everyDays
  const today = civilToday(house.clock)
  // Nobody is judged by visits to people of whom they may not know.
  const told = house.care.categories.filter((c) => c.roles.includes('grid-worker')).map((c) => c.id)
  const { rows } = await sql<Month & { account: string; name: string; grid: string }>`
    with bounds as (select ${`${month}-01`}::date as a, (${`${month}-01`}::date + interval '1 month')::date as z,
                           least((${`${month}-01`}::date + interval '1 month')::date - 1, ${today}::date) as d),
    who as (select distinct a.id, a.name, pl.id as grid, pl.name as grid_name from bounds, post p join account a on a.district = p.district and a.id = p.account_id
              join place pl on pl.district = p.district and pl.id = p.place_id
             where p.district = ${house.district} and p.duty = 'grid-worker' and p.valid_from < bounds.z and p.valid_from <= ${today}::date
               and (p.valid_to is null or p.valid_to > bounds.a and p.valid_to > p.valid_from) and ${mine(actor)}),
    cand as (select p.id from person p where p.district = ${house.district} and p.place_id in (select grid from who) union
             select r.person_id from bounds, building_grid b join dwelling w on w.district = b.district and w.building_id = b.building_id
               join residence r on r.district = w.district and r.dwelling_id = w.id
              where b.district = ${house.district} and b.grid_id in (select grid from who) and ${stood('b')} and ${stood('r')}),
    home as (select distinct on (r.person_id) r.person_id, b.grid_id as grid from bounds, cand c join residence r on r.district = ${house.district} and r.person_id = c.id
               join dwelling w on w.district = r.district and w.id = r.dwelling_id join building_grid b on b.district = w.district and b.building_id = w.building_id
              where ${stood('b')} and ${stood('r')} order by r.person_id, r.kind),
    people as (select p.id, coalesce(h.grid, p.place_id) as grid from bounds, cand c join person p on p.district = ${house.district} and p.id = c.id
                 left join home h on h.person_id = p.id where p.merged_into is null and (p.died_on is null or p.died_on > bounds.d)),
    cared as (select p.grid, c.person_id, min(case c.level when 'high' then ${every.high}::int when 'key' then ${every.key}::int else ${every.general}::int end) as days
                from care c join people p on p.id = c.person_id, bounds
               where c.district = ${house.district} and c.category = any(${told}::text[]) and c.since < bounds.z and (c.ended_on is null or c.ended_on >= bounds.a) group by 1, 2),
    visits as (select cared.grid, cared.person_id, least(greatest(1, 30 / cared.days), count(distinct (e.occurred_at at time zone 'Asia/Shanghai')::date))::int as done,
                      greatest(1, 30 / cared.days)::int as due
                 from cared cross join bounds left join field_entry e on e.district = ${house.district} and e.subject = 'person:' || cared.person_id
                  and e.kind in ('visit', 'collect') and e.occurred_at >= ${midnight(sql`bounds.a`)} and e.occurred_at < ${midnight(sql`bounds.z`)} group by 1, 2, cared.days),
    walked as (select p.grid_id as grid, ${plannedPoints} as planned, ${seenPoints(sql`bounds.a`, sql`bounds.z`)} as seen from patrol_plan p, bounds
                where p.district = ${house.district} and p.valid_from < bounds.z and (p.valid_to is null or p.valid_to > bounds.a)),
    checked as (select r.collector, coalesce((select w.grid from who w where w.id = r.collector and w.grid = coalesce(p.grid, e.grid_id)),
                         (select min(w.grid) from who w where w.id = r.collector)) as grid,
                       count(*)::int as verified, count(*) filter (where r.agrees)::int as agreed
                  from bounds, record r left join people p on p.id = r.subject_id left join field_entry e on e.district = r.district and e.id = r.entry_id
                 where r.district = ${house.district} and r.verified_at >= ${midnight(sql`bounds.a`)} and r.verified_at < ${midnight(sql`bounds.z`)}
                   and r.collector in (select id from who) group by 1, 2),
    fresh as (select p.grid, count(*)::int as subjects, count(*) filter (where exists (select from record r where r.district = ${house.district}
                   and r.subject_id = p.id and r.collected_on < bounds.z and r.collected_on > bounds.z - ${house.field.staleDays}::int))::int as fresh
                from people p, bounds where p.grid in (select grid from who) group by 1)
    select w.id as account, w.name, w.grid_name as grid,
      coalesce((select sum(due) from visits v where v.grid = w.grid), 0)::int as "visitsDue", coalesce((select sum(done) from visits v where v.grid = w.grid), 0)::int as "visitsDone",
      coalesce((select sum(planned) from walked v where v.grid = w.grid), 0)::int as "pointsPlanned", coalesce((select sum(seen) from walked v where v.grid = w.grid), 0)::int as "pointsSeen",
      coalesce((select verified from checked c where c.collector = w.id and c.grid = w.grid), 0) as verified, coalesce((select agreed from checked c where c.collector = w.id and c.grid = w.grid), 0) as agreed,
      coalesce((select subjects from fresh f where f.grid = w.grid), 0) as subjects, coalesce((select fresh from fresh f where f.grid = w.grid), 0) as fresh
      from who w order by w.grid, w.id`.execute(house.db)
  return rows.map((r) => ({ ...r, ...appraise(r, house.field.appraisal) }))
}
