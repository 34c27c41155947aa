import { sql } from 'kysely'
import type { Actor } from '../platform/auth.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import { normaliseIdNumber } from './rules.ts'
import { within } from './scope.ts'

export type HeldAttribute = { name: string; value: unknown; source: string; collectedAt: string; verifiedAt?: string }
export type Held = {
  id: string
  name: string
  idNumber: string | null
  phone: string | null
  place: string
  /** Of that place. */
  path: string
  district: string
  /** Where that place is a grid, the community it lies in; otherwise the place itself. */
  community: string
  /** The names of both, the larger first. */
  placeName: string
  sex: string | null
  born: string | null
  diedOn: string | null
  mergedInto: string | null
  attributes: HeldAttribute[]
}
type Said = {
  body: string
  source: string
  rank: number
  collectedAt: string
  saidAt: string
  verifiedAt: string | null
}
type Row = Omit<Held, 'idNumber' | 'phone' | 'attributes'> & {
  id_number: Buffer | null
  phone: Buffer | null
  said: Said[]
}

/**
 * Under which ids the rows of these persons stand: their own, and those of files merged into them, as `of` and `id`. A merge moves
 * nothing, so that undoing it is exact: whoever reads somebody's rows reads them through this.
 */
export const idsOf = (district: string, ids: string[]) => sql`
  (select s.id as of, s.id from person s where s.district = ${district} and s.id = any(${ids}::text[])
   union all select s.merged_into, s.id from person s where s.district = ${district} and s.merged_into = any(${ids}::text[]))`

/** With everything ever recorded about the person, also under an id that was merged into this one. */
const held = (where: ReturnType<typeof sql>) => sql<Row>`
  select p.district, p.id, p.name, p.id_number, p.phone, p.place_id as place, p.sex, p.born::text,
    (select l.path from place l where l.district = p.district and l.id = p.place_id) as path, p.died_on::text as "diedOn",
    (select case l.kind when 'grid' then l.parent_id else l.id end from place l where l.district = p.district and l.id = p.place_id) as community,
    (select case when l.kind = 'grid' and position(u.name in l.name) = 0 then u.name || ' ' || l.name else l.name end
       from place l left join place u on u.district = l.district and u.id = l.parent_id where l.district = p.district and l.id = p.place_id) as "placeName",
    p.merged_into as "mergedInto",
    (select coalesce(json_agg(json_build_object('body', encode(r.body, 'hex'), 'source', r.source, 'rank', r.rank,
              'collectedAt', r.collected_on, 'saidAt', r.recorded_at::text || r.id,
              'verifiedAt', case when r.agrees then r.verified_at end) order by r.agrees is not false, r.rank, r.collected_on, r.recorded_at, r.id), '[]')
       from record r where r.district = p.district and r.subject_id in
         (select p.id union all select g.id from person g where g.district = p.district and g.merged_into = p.id)) as said
  from person p where ${where}`

const open = (crypto: Crypto, row: Row | undefined): Held | undefined => {
  if (!row) return undefined
  const { said, id_number, phone, ...base } = row
  return {
    ...base,
    idNumber: id_number && crypto.unseal(id_number),
    phone: phone && crypto.unseal(phone),
    attributes: bestOf(crypto, said),
  }
}

/** Where somebody lives changes: of that the latest counts, whoever said it. */
const byDay = new Set(['address'])

/**
 * Of everything said, one value each: the source that counts most, then the newest (R-B.7); what a second look found wrong only where
 * there is nothing else. They come weakest first.
 */
function bestOf(crypto: Crypto, said: Said[]): HeldAttribute[] {
  const best = new Map<string, HeldAttribute & { saidAt: string }>()
  for (const { body, source, collectedAt, saidAt, verifiedAt } of said)
    for (const [name, value] of Object.entries(JSON.parse(crypto.unseal(Buffer.from(body, 'hex'))) as object)) {
      const old = byDay.has(name) && best.get(name)
      if (old && `${old.collectedAt} ${old.saidAt}` > `${collectedAt} ${saidAt}`) continue
      best.set(name, { name, value, source, collectedAt, saidAt, ...(verifiedAt && { verifiedAt }) })
    }
  return [...best.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ saidAt: _, ...a }) => a)
}

/** What we hold about a person, in full. Whoever shows it to another masks it first. */
export async function person(db: Db | Tx, crypto: Crypto, district: string, id: string): Promise<Held | undefined> {
  const { rows } = await held(sql`p.district = ${district} and p.id = ${id}`).execute(db)
  return open(crypto, rows[0])
}

/** Those of these persons who are in the caller's places: for others they do not exist. */
export async function personsWithin(db: Db | Tx, crypto: Crypto, actor: Actor, ids: string[]): Promise<Held[]> {
  const { rows } = await held(sql`p.district = ${actor.district} and p.id = any(${ids}::text[])
    and exists (select from place pl where pl.district = p.district and pl.id = p.place_id and ${within(actor)})`).execute(
    db,
  )
  return rows.flatMap((row) => open(crypto, row) ?? [])
}

/** The same by identity number, as typed: found through the blind index, never by reading. */
export async function personByIdNumber(
  db: Db | Tx,
  crypto: Crypto,
  district: string,
  typed: string,
): Promise<Held | undefined> {
  const { rows } = await held(
    sql`p.district = ${district} and p.id = (select coalesce(q.merged_into, q.id) from person q
          where q.district = ${district} and q.id_hash = ${crypto.blind(normaliseIdNumber(typed))})`,
  ).execute(db)
  return open(crypto, rows[0])
}
