import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { civilDate } from '../calendar/workdays.ts'
import type { Db } from './db.ts'
import type { House } from './house.ts'

/**
 * Seals the new events into the hash chain: each seal's hash covers every column of its events and the hash before. A
 * short table lock lets all writers in flight finish first, so that nothing can slip in below the sealed number later.
 * @returns how many events were sealed.
 */
export async function seal(house: House, most = 20_000): Promise<number> {
  return house.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('linli seal'))`.execute(tx)
    await sql`set local lock_timeout = '500ms'`.execute(tx)
    await sql`lock table event in share mode`.execute(tx)
    const last = await tx
      .selectFrom('event_seal')
      .select(['n', 'up_to', 'hash', 'at'])
      .where('district', '=', house.district)
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst()
    const prev = last ?? { n: 0, up_to: 0, hash: genesis }
    const { rows } = await lines(house.district, prev.up_to, null, most).execute(tx)
    const newest = rows.at(-1)
    if (!newest) return 0
    const hash = chain(prev.hash, rows)
    await tx
      .insertInto('event_seal')
      .values({
        district: house.district,
        n: prev.n + 1,
        up_to: newest.id,
        events: rows.length,
        hash,
        prev_hash: prev.hash,
        at: house.clock.now(),
      })
      .execute()
    // The first seal of a new day leaves the head of the day before as its anchor, for good.
    if (last && civilDate(last.at) < civilDate(house.clock.now()))
      await sql`insert into daily_anchor (district, day, n, hash) values (${house.district}, ${civilDate(last.at)}, ${last.n}, ${last.hash})
        on conflict (district, day) do nothing`.execute(tx)
    return rows.length
  })
}
const genesis = '0'.repeat(64)

/** Every column, as PostgreSQL itself writes it: nothing of an event is left out of its hash. */
const lines = (district: string, after: number, upTo: number | null, most: number | null) =>
  sql<{
    id: number
    line: string
  }>`select id, jsonb_build_array(district, id, extract(epoch from at), account_id, unit_id, capacity, verb, case_id, data)::text as line
    from event where district = ${district} and id > ${after} and (${upTo}::bigint is null or id <= ${upTo}) order by id limit ${most}`

const chain = (prev: string, rows: { line: string }[]) => {
  const h = createHash('sha256').update(prev)
  for (const r of rows) h.update(`\n${r.line}`)
  return h.digest('hex')
}

/** Walks the chain from the start. Names the first seal that no longer fits, or null when all do. */
export async function findBrokenSeal(db: Db, district: string): Promise<{ n: number; why: string } | null> {
  const seals = await db.selectFrom('event_seal').selectAll().where('district', '=', district).orderBy('n').execute()
  let before = { n: 0, up_to: 0, hash: genesis }
  for (const s of seals) {
    if (s.n !== before.n + 1) return { n: s.n, why: 'a seal is missing before it' }
    const { rows } = await lines(district, before.up_to, s.up_to, null).execute(db)
    if (rows.length !== s.events) return { n: s.n, why: `covers ${s.events} events, found ${rows.length}` }
    if (s.prev_hash !== before.hash || chain(before.hash, rows) !== s.hash)
      return { n: s.n, why: 'its hash does not fit its events' }
    before = s
  }
  // An anchor given to a second party still names a link of the chain: nobody has sealed everything anew since.
  const anchors = await db
    .selectFrom('daily_anchor')
    .selectAll()
    .where('district', '=', district)
    .orderBy('day')
    .execute()
  const stray = anchors.find((a) => seals.find((s) => s.n === a.n)?.hash !== a.hash)
  return stray ? { n: stray.n, why: `the anchor of ${stray.day} names another hash` } : null
}
