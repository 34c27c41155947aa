import { sql } from 'kysely'
import { act, clockwork } from './act.ts'
import { wallNow } from './clock.ts'
import type { House } from './house.ts'

const keptMs = 30 * 24 * 3_600_000

/**
 * Deletes what is promised not to be kept: unfinished answers and the answers to commands after thirty days, sessions once
 * they have ended. At most `most` of each, so that no run holds locks for long.
 * @returns how many rows went; 0 says that nothing is left to forget.
 */
export async function forget(house: House, most = 1000): Promise<number> {
  const { district: d, db } = house
  const before = new Date(house.clock.now().getTime() - keptMs)
  const ended = wallNow() // as sessions live
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from draft where district = ${d} and updated_at < ${before})
        or exists (select from command where district = ${d} and at < ${before})
        or exists (select from session where district = ${d} and expires_at < ${ended}) as due`.execute(db)
  if (!rows[0]?.due) return 0
  return act(house, clockwork(d), async ({ tx, record }) => {
    // The age is asked twice: a draft saved again at this moment is young again and stays.
    const { rows } = await sql<{ drafts: number; commands: number; sessions: number }>`
      with
      drafts as (delete from draft where district = ${d} and updated_at < ${before} and (account_id, item_id) in
        (select account_id, item_id from draft where district = ${d} and updated_at < ${before} limit ${most}) returning 1),
      commands as (delete from command where district = ${d} and at < ${before} and (account_id, key) in
        (select account_id, key from command where district = ${d} and at < ${before} order by at limit ${most}) returning 1),
      sessions as (delete from session where district = ${d} and expires_at < ${ended} and token_hash in
        (select token_hash from session where district = ${d} and expires_at < ${ended} limit ${most}) returning 1)
      select (select count(*)::int from drafts) as drafts, (select count(*)::int from commands) as commands,
        (select count(*)::int from sessions) as sessions`.execute(tx)
    const gone = rows[0] ?? { drafts: 0, commands: 0, sessions: 0 }
    record({ as: null, verb: 'house.forgot', data: gone })
    return gone.drafts + gone.commands + gone.sessions
  })
}
