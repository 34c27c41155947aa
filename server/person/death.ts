import { sql } from 'kysely'
import { mayKnow } from '../care/rules.ts'
import { act, type Command } from '../platform/act.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { mayDie } from './abilities.ts'
import { headedBy, headGone } from './household.ts'
import { labelOf } from './offers.ts'
import { keepers, maySee } from './scope.ts'
import { person } from './store.ts'
import { fileFor } from './view.ts'

/** What is paid to people, by the names under which it is held: somebody must look when they die. */
const paid = ['pension-status', 'elderly-allowance-status']
const receives = (value: unknown) => /领取|享受/.test(String(value)) && !/停|未/.test(String(value))

/** A death ends residences, headship and care; nothing is deleted (2.3). What others must now do is said. */
export const died = (house: House, command: Command, id: string, given: { on: string; proof: string }) =>
  act(house, command, async ({ tx, actor, record }) => {
    const d = house.district
    const found = await fileFor(tx, actor, id, keepers)
    if (!found) throw notFound()
    const why = mayDie(actor, found)
    if (why) throw refused(why)
    if (given.on > civilToday(house.clock)) throw badInput([{ field: 'on', message: '“死亡日期”还没有到' }])
    const { numAffectedRows } = await sql`update person set died_on = ${given.on} where district = ${d} and id = ${id}
      and died_on is null and (born is null or born <= ${given.on}::date)`.execute(tx)
    if (!numAffectedRows) throw badInput([{ field: 'on', message: '“死亡日期”早于出生日期' }])
    const headed = await headedBy(tx, d, id)
    await sql`update residence set valid_to = greatest(valid_from, ${given.on}::date), ended_why = '死亡'
      where district = ${d} and person_id = ${id} and valid_to is null`.execute(tx)
    const care = await sql<{
      category: string
    }>`update care set ended_on = greatest(since, ${given.on}::date), ended_why = '死亡'
      where district = ${d} and person_id = ${id} and ended_on is null returning category`.execute(tx)
    record({ as: found.as, verb: 'person.died', data: { person: id, on: given.on, proof: given.proof } })
    const households = await headGone(tx, d, headed, found.as, record)
    const held = await person(tx, house.crypto, d, id)
    const benefits = (held?.attributes ?? [])
      .filter((a) => paid.includes(a.name) && receives(a.value))
      .map((a) => a.name)
    // Whoever pays reads this one: a pension that runs on is a debt of the family later.
    if (benefits.length) record({ as: found.as, verb: 'subsidy.alerted', data: { person: id, on: given.on, benefits } })
    const { rows: matters } = await sql<{ number: string; title: string }>`
      select c.number, c.title from party y join cases c on c.district = y.district and c.id = y.case_id and c.closed_at is null
       where y.district = ${d} and y.person_id = ${id} and y.role = 'applicant' order by c.number limit 20`.execute(tx)
    const known = house.care.categories.filter((c) => mayKnow(actor, c, found.path))
    return {
      id,
      matters,
      // A category one may not know of does not exist.
      care: known.filter((c) => care.rows.some((r) => r.category === c.id)).map((c) => c.name),
      benefits: benefits.filter((name) => maySee(actor, found.path, name)).map(labelOf),
      households,
    }
  })
