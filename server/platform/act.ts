import { sql } from 'kysely'
import type { Actor, Post } from './auth.ts'
import type { Tx } from './db.ts'
import type { House as Whole } from './house.ts'
import { announce } from './news.ts'
import { Refusal } from './refusal.ts'

/** All that an act needs of the house: an importer that runs beside it has no more. */
type House = Pick<Whole, 'db' | 'clock'>

/** A request to change something: who asks, and under which key, so that asking twice changes once. */
export type Command = { actor: Actor; key: string; fingerprint: string }
export type Recorded = { as: Post | null; verb: string; caseId?: string; data?: object }
export type Act = {
  tx: Tx
  actor: Actor
  at: Date
  record: (event: Recorded) => void
  /** A write whose answer nobody needs: sent together with the history and the commit, in one round trip. */
  last: (write: Promise<unknown>) => void
}

/** The clock itself acts when a limit runs out: deemed acceptance, lapse. */
export const clockwork = (district: string): Actor => ({
  district,
  account: '',
  name: '系统',
  kind: 'staff',
  personId: null,
  posts: [],
})

/**
 * Every change runs in here: one transaction, at least one recorded event, and the answer kept under the command's key
 * in that same transaction, or nothing at all. What `fn` returns is the answer. Without a key (the clockwork) no answer
 * is kept.
 * @throws Refusal 422 when the key was used for something else; whatever `fn` throws, after rolling back.
 */
export async function act<T>(house: House, command: Command | Actor, fn: (a: Act) => Promise<T>): Promise<T> {
  const { actor, key, fingerprint } = 'key' in command ? command : { actor: command, key: null, fingerprint: '' }
  const at = house.clock.now()
  const events: Recorded[] = []
  const record = (e: Recorded) => void events.push(e)
  try {
    const answer = await transaction(house, async (tx, commit) => {
      const writes: Promise<unknown>[] = []
      const last = (write: Promise<unknown>) => {
        write.catch(() => {}) // it is waited for below, with the others
        writes.push(write)
      }
      const answer = await fn({ tx, actor, at, record, last })
      if (!events.length) throw new Error('a change must record an event')
      const history = keep(tx, actor, at, events, key === null ? null : { key, fingerprint, answer })
      await Promise.all([...writes, history, commit()])
      return answer
    })
    announce(events.flatMap((e) => e.caseId ?? []))
    return answer
  } catch (error) {
    // A twin that came at the same moment may have won: then its answer is ours too.
    if (key !== null && (error instanceof Refusal || isUniqueViolation(error))) {
      const prior = await answered(house, actor, key, fingerprint)
      if (prior) return prior.response as T
    }
    throw error
  }
}

/**
 * A transaction whose statements are sent without waiting for each other: `begin` goes out with the first of them and
 * `commit` with the last. A statement that fails makes those behind it fail too, the commit included, which then rolls back.
 */
const transaction = <T>(house: House, fn: (tx: Tx, commit: () => Promise<unknown>) => Promise<T>): Promise<T> =>
  house.db.connection().execute(async (connection) => {
    const begun = sql`begin`.execute(connection)
    begun.catch(() => {})
    try {
      const answer = await fn(connection as Tx, () => sql`commit`.execute(connection))
      await begun
      return answer
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    }
  })

/** The answer already given under this key, or undefined. @throws Refusal 422 when it was given to another question. */
async function answered(house: House, actor: Actor, key: string, fingerprint: string) {
  const prior = await house.db
    .selectFrom('command')
    .select(['fingerprint', 'response'])
    .where('district', '=', actor.district)
    .where('account_id', '=', actor.account)
    .where('key', '=', key)
    .executeTakeFirst()
  if (prior) sameQuestion(prior.fingerprint, fingerprint)
  return prior
}

export function sameQuestion(kept: string, asked: string) {
  if (kept !== asked)
    throw new Refusal(422, 'key-reused', '这个操作编号已经用于另一项操作，请刷新页面后重试', 'Idempotency-Key')
}

/** Of the twin's command, or of what it made under an id that came with the request. */
const isUniqueViolation = (e: unknown) => (e as { code?: string }).code === '23505'

/** Events and the answer in one statement: one round trip, however many events. */
async function keep(
  tx: Tx,
  actor: Actor,
  at: Date,
  events: Recorded[],
  command: { key: string; fingerprint: string; answer: unknown } | null,
) {
  const rows = JSON.stringify(
    events.map((e) => ({ u: e.as?.unit, c: e.as?.capacity, v: e.verb, k: e.caseId, d: e.data ?? {} })),
  )
  const insertEvents = sql`
    insert into event (district, at, account_id, unit_id, capacity, verb, case_id, data)
    select ${actor.district}, ${at}, nullif(${actor.account}, ''), e.u, e.c, e.v, e.k, e.d
    from jsonb_to_recordset(${rows}::jsonb) as e(u text, c text, v text, k uuid, d jsonb)`
  if (!command) return insertEvents.execute(tx)
  return sql`
    with kept as (
      insert into command (district, account_id, key, fingerprint, status, response, at)
      values (${actor.district}, ${actor.account}, ${command.key}, ${command.fingerprint}, 200,
              ${JSON.stringify(command.answer ?? null)}, ${at}))
    ${insertEvents}`.execute(tx)
}
