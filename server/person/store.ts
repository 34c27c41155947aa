import { sql } from 'kysely'
import type { Crypto } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import { normaliseIdNumber } from './rules.ts'

export type Held = {
  id: string
  name: string
  idNumber: string | null
  phone: string | null
  place: string
  attributes: HeldAttribute[]
}
export type HeldAttribute = { name: string; value: unknown; source: string; collectedAt: string }
type Row = Omit<Held, 'idNumber' | 'phone'> & { id_number: Buffer | null; phone: Buffer | null }

const held = (where: ReturnType<typeof sql>) => sql<Row>`
  select p.id, p.name, p.id_number, p.phone, p.place_id as place,
    (select coalesce(json_agg(json_build_object('name', a.name, 'value', encode(a.value, 'hex'), 'source', a.source, 'collectedAt', a.collected_at) order by a.name), '[]')
       from person_attribute a where a.district = p.district and a.person_id = p.id) as attributes
  from person p where ${where}`

const open = (crypto: Crypto, row: Row | undefined): Held | undefined =>
  row && {
    id: row.id,
    name: row.name,
    place: row.place,
    attributes: row.attributes.map((a) => ({
      ...a,
      value: JSON.parse(crypto.unseal(Buffer.from(String(a.value), 'hex'))) as unknown,
    })),
    idNumber: row.id_number && crypto.unseal(row.id_number),
    phone: row.phone && crypto.unseal(row.phone),
  }

/** What we hold about a person, in full. Whoever shows it to another masks it first. */
export async function person(db: Db | Tx, crypto: Crypto, district: string, id: string): Promise<Held | undefined> {
  const { rows } = await held(sql`p.district = ${district} and p.id = ${id}`).execute(db)
  return open(crypto, rows[0])
}

/** The same by identity number, as typed: found through the blind index, never by reading. */
export async function personByIdNumber(
  db: Db | Tx,
  crypto: Crypto,
  district: string,
  typed: string,
): Promise<Held | undefined> {
  const { rows } = await held(
    sql`p.district = ${district} and p.id_hash = ${crypto.blind(normaliseIdNumber(typed))}`,
  ).execute(db)
  return open(crypto, rows[0])
}
