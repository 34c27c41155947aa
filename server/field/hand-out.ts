import { sql } from 'kysely'
import { postOver } from '../person/view.ts'
import { act } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'

const nobodyNew = new Error('all of them know it already')

/**
 * Files of people go out on a phone with the day's list: each of them can read that, once per worker and day, however often the list is
 * fetched (design §8). At two moments at once the second waits for the first and finds nobody new.
 */
export const handOut = (house: House, actor: Actor, persons: string[]): Promise<void> =>
  act(house, actor, async ({ tx, record }) => {
    if (!persons.length) throw nobodyNew
    const d = house.district
    await sql`select 1 from account where district = ${d} and id = ${actor.account} for no key update`.execute(tx)
    const { rows } = await sql<{ id: string; path: string }>`
      select p.id, pl.path from person p join place pl on pl.district = p.district and pl.id = p.place_id
       where p.district = ${d} and p.id = any(${persons}::text[]) and not exists (
         select from event e where e.district = p.district and e.data ? 'person' and e.data ->> 'person' = p.id
            and e.verb = 'person.looked-up' and e.data ->> 'how' = 'day' and e.account_id = ${actor.account}
            and e.at >= (${civilToday(house.clock)}::date::timestamp at time zone 'Asia/Shanghai'))`.execute(tx)
    if (!rows.length) throw nobodyNew
    for (const { id, path } of rows)
      record({
        as: postOver(actor, path, ['grid-worker']),
        verb: 'person.looked-up',
        data: { person: id, how: 'day', purpose: '今天的清单' },
      })
  }).catch((error) => {
    if (error !== nobodyNew) throw error
  })
