import { sql } from 'kysely'
import { within } from '../person/view.ts'
import type { Actor, Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type Level, mayKnow, visitDue } from './rules.ts'

export type DueVisit = {
  person: string
  name: string
  address: string | null
  grid: string
  gridName: string
  categories: { care: string; name: string; level: Level }[]
  due: string
  last: string | null
}

/** The day somebody was last there, of a care `c`: who collects at the door has visited. */
export const lastVisit = sql`
  (select (max(e.occurred_at) at time zone 'Asia/Shanghai')::date::text from field_entry e
    where e.district = c.district and e.subject = 'person:' || c.person_id and e.kind in ('visit', 'collect'))`

/** Whom somebody should visit by which day, soonest first: the people of the caller's places, by what the caller may know of them. */
export async function visitsDue(house: House, actor: Actor, duties: Duty[]): Promise<DueVisit[]> {
  const known = house.care.categories.filter((c) => mayKnow(actor, c))
  // By a post of the duties asked for, and over the place of the person: on a phone goes what a grid worker may know, whatever else
  // its owner is.
  const knows = (category: string, path: string) =>
    actor.posts.some(
      (p) =>
        duties.includes(p.duty) &&
        path.startsWith(p.path) &&
        known.find((c) => c.id === category)?.roles.includes(p.duty),
    )
  const { rows } = await sql<{
    person: string
    name: string
    care: string
    level: Level
    category: string
    since: string
    changed: string | null
    last: string | null
    address: string | null
    grid: string
    gridName: string
    path: string
  }>`
    select p.id as person, p.name, c.id as care, c.level, c.category, c.since::text, c.changed_on::text as changed, pl.id as grid, pl.name as "gridName", pl.path,
      ${lastVisit} as last,
      (select w.address from residence r join dwelling w on w.district = r.district and w.id = r.dwelling_id
        where r.district = p.district and r.person_id = p.id and r.valid_to is null order by r.kind limit 1) as address
      from care c join person p on p.district = c.district and p.id = c.person_id
      join place pl on pl.district = p.district and pl.id = p.place_id
     where c.district = ${house.district} and c.ended_on is null and p.died_on is null and p.merged_into is null
       and c.category = any(${known.map((c) => c.id)}::text[]) and ${within(actor, duties)}`.execute(house.db)
  const byPerson = new Map<string, DueVisit>()
  for (const { person, name, address, grid, gridName, care, category, level, since, changed, last, path } of rows) {
    if (!knows(category, path)) continue
    const day = visitDue(house.care, level, since, last, changed)
    const entry = byPerson.get(person) ?? { person, name, address, grid, gridName, categories: [], due: day, last }
    entry.categories.push({ care, name: known.find((c) => c.id === category)?.name ?? category, level })
    if (day < entry.due) entry.due = day
    byPerson.set(person, entry)
  }
  return [...byPerson.values()].sort((a, b) =>
    a.due === b.due ? (a.person < b.person ? -1 : 1) : a.due < b.due ? -1 : 1,
  )
}
