import { sql } from 'kysely'
import { act, type Command, type Recorded } from '../platform/act.ts'
import type { Post } from '../platform/auth.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { notFound, refused } from '../platform/refusal.ts'
import { keepers } from './scope.ts'
import { fileFor } from './view.ts'

/** Who heads a registered household. Everybody's relation is said of its head, so that a new one makes them unknown. */

const head = '户主'
type Household = { number: string; members: number }

/** The households of which this person is the head today; asked before their residence ends. */
export async function headedBy(tx: Tx, district: string, person: string): Promise<string[]> {
  const { rows } = await sql<{ household: string }>`
    select household from residence where district = ${district} and person_id = ${person} and kind = 'registered'
       and valid_to is null and household is not null and relation = ${head}`.execute(tx)
  return rows.map((r) => r.household)
}

/**
 * Its head is gone: whoever is left alone in it heads it; of several, somebody must say who.
 * @returns the households that now have none.
 */
export async function headGone(
  tx: Tx,
  district: string,
  numbers: string[],
  as: Post | null,
  record: (e: Recorded) => void,
): Promise<Household[]> {
  const without: Household[] = []
  for (const number of numbers) {
    const members = await membersOf(tx, district, number)
    if (members.length === 1) await setHead(tx, district, number, members[0] as Member, as, record)
    else if (members.length) {
      without.push({ number, members: members.length })
      record({ as, verb: 'household.headless', data: { household: number } })
    }
  }
  return without
}

type Member = { person_id: string; relation: string | null }
async function membersOf(tx: Tx, district: string, number: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select r.person_id, r.relation from residence r
      join person p on p.district = r.district and p.id = r.person_id and p.merged_into is null and p.died_on is null
     where r.district = ${district} and r.household = ${number} and r.kind = 'registered' and r.valid_to is null for update of r`.execute(
    tx,
  )
  return rows
}

async function setHead(
  tx: Tx,
  district: string,
  number: string,
  { person_id }: Member,
  as: Post | null,
  record: (e: Recorded) => void,
) {
  const { rows } = await sql<Member>`
    select person_id, relation from residence where district = ${district} and household = ${number} and kind = 'registered' and valid_to is null`.execute(
    tx,
  )
  await sql`update residence set relation = case when person_id = ${person_id} then ${head} end
    where district = ${district} and household = ${number} and kind = 'registered' and valid_to is null`.execute(tx)
  // What each was to the former head stays in the history.
  record({
    as,
    verb: 'household.head-named',
    data: {
      household: number,
      head: person_id,
      before: Object.fromEntries(rows.map((r) => [r.person_id, r.relation])),
    },
  })
}

export const nameHead = (house: House, command: Command, number: string, person: string) =>
  act(house, command, async ({ tx, actor, record }) => {
    const found = await fileFor(tx, actor, person, keepers)
    const members = await membersOf(tx, house.district, number)
    const member = members.find((m) => m.person_id === person)
    if (!found || !member) throw notFound('这一户里没有这个人')
    if (member.relation === head) throw refused('已经是户主')
    await setHead(tx, house.district, number, member, found.as, record)
    return { number }
  })
