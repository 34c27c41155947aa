import { sql } from 'kysely'
import type { Actor } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'

/** What arrived from one worker's phones, newest first. */
export async function keptBy(house: House, actor: Actor, before?: number) {
  const { rows } = await sql<{
    id: string
    n: string
    kind: string
    subject: string
    occurred_at: Date
    received_at: Date
    photos: number
    body: Buffer
  }>`
    select id, n, kind, subject, occurred_at, received_at, cardinality(photos) as photos, body from field_entry
     where district = ${house.district} and account_id = ${actor.account} and n < ${before ?? Number.MAX_SAFE_INTEGER}
     order by n desc limit 100`.execute(house.db)
  return rows.map(({ id, n, kind, subject, occurred_at, received_at, photos, body }) => ({
    id,
    n: Number(n),
    kind,
    subject,
    occurredAt: occurred_at.toISOString(),
    receivedAt: received_at.toISOString(),
    photos,
    text: (JSON.parse(house.crypto.unseal(body)) as { text: string }).text,
  }))
}
