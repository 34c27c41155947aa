import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { civilToday, wallNow } from './clock.ts'
import type { Tx } from './db.ts'
import type { House } from './house.ts'

export const duties = [
  'clerk',
  'handler',
  'head',
  'leader',
  'supervisor',
  'dispatcher',
  'grid-worker',
  'grid-head',
  'data-manager',
  'catalogue-manager',
  'rating-manager',
  'register-keeper',
  'party-worker',
  'statistician',
  'system-admin',
  'security-admin',
  'audit-admin',
  'deputy',
] as const
export type Duty = (typeof duties)[number]

/** A duty held for a unit over a place; `path` is that place's, so that what lies under it starts with it. */
export type Post = {
  id: string
  duty: Duty
  unit: string
  place: string
  path: string
  capacity: string
  /** The account stood in for today, where the post is another's (R-2.6). */
  for?: string
}
export type Actor = {
  district: string
  account: string
  name: string
  kind: 'staff' | 'resident'
  personId: string | null
  posts: Post[]
}
type Prior = { fingerprint: string; response: unknown }

const sessionHours = { staff: 12, resident: 24 * 7 }
export const cookieName = (house: House) => (house.demo ? 'linli' : '__Host-linli')
const digest = (token: string) => createHash('sha256').update(token).digest()

/** Whose cookie this is, and the answer already given under the request's idempotency key, in one round trip. */
export async function identify(
  house: House,
  token: string | undefined,
  key: string | null,
): Promise<{ actor: Actor | null; prior: Prior | null }> {
  if (!token) return { actor: null, prior: null }
  const today = civilToday(house.clock)
  const { rows } = await sql<{
    id: string
    name: string
    kind: Actor['kind']
    person_id: string | null
    posts: Post[] | null
    prior: Prior | null
  }>`
    select a.id, a.name, a.kind, a.person_id,
      (select json_agg(json_strip_nulls(json_build_object('id', p.id, 'duty', p.duty, 'unit', p.unit_id, 'place', p.place_id,
                  'path', pl.path, 'capacity', p.capacity, 'for', nullif(p.account_id, a.id))) order by p.account_id <> a.id, p.id)
         from post p join place pl on pl.district = p.district and pl.id = p.place_id
        where p.district = a.district
          and (p.account_id = a.id or (p.duty = 'grid-worker' and p.account_id in (select s.account_id from absence s
                where s.district = a.district and s.substitute = a.id and ${today}::date between s.starts_on and s.ends_on)))
          and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)) as posts,
      (select json_build_object('fingerprint', c.fingerprint, 'response', c.response)
         from command c where c.district = a.district and c.account_id = a.id and c.key = ${key}) as prior
      from session s
      join account a on a.district = s.district and a.id = s.account_id
     where s.district = ${house.district} and s.token_hash = ${digest(token)} and s.expires_at > ${wallNow()}
       and a.disabled_at is null`.execute(house.db)
  const row = rows[0]
  if (!row) return { actor: null, prior: null }
  const actor: Actor = {
    district: house.district,
    account: row.id,
    name: row.name,
    kind: row.kind,
    personId: row.person_id,
    posts: row.posts ?? [],
  }
  return { actor, prior: row.prior }
}

/** Opens a session and gives its cookie's value: 256 random bits, kept only as a hash. Sessions live in wall time. */
export async function openSession(tx: Tx, district: string, actor: Actor): Promise<{ token: string; seconds: number }> {
  const token = randomBytes(32).toString('base64url')
  const seconds = sessionHours[actor.kind] * 3600
  const now = wallNow()
  await tx
    .insertInto('session')
    .values({
      district,
      token_hash: digest(token),
      account_id: actor.account,
      created_at: now,
      expires_at: new Date(now.getTime() + seconds * 1000),
    })
    .execute()
  return { token, seconds }
}

export const closeSession = (tx: Tx, district: string, token: string) =>
  tx.deleteFrom('session').where('district', '=', district).where('token_hash', '=', digest(token)).execute()

export const hasDuty = (actor: Actor, ...wanted: Duty[]) => actor.posts.some((p) => wanted.includes(p.duty))
/** In SQL, whether the place under this alias lies where they hold one of these duties. */
export const under = (actor: Actor, duties: readonly Duty[], place = 'pl') => {
  const paths = actor.posts.filter((p) => duties.includes(p.duty)).map((p) => p.path)
  return sql`exists (select from unnest(${paths}::text[]) s where ${sql.ref(`${place}.path`)} ^@ s)`
}
export const postAs = (actor: Actor, fits: (p: Post) => boolean) => actor.posts.find(fits) ?? null
