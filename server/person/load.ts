import { sql } from 'kysely'
import type { Crypto } from '../platform/crypto.ts'
import type { Tx } from '../platform/db.ts'
import { badIdNumber, badPhone, normaliseIdNumber, normalisePhone } from './rules.ts'

export type Attribute = { name: string; value: unknown; source: string; collectedAt: string }
export type PersonFile = {
  id: string
  name: string
  idNumber: string
  phone: string
  place: string
  attributes: Attribute[]
}

/** Persons with what is held about them. Who is known already is left alone: the district knows better than the file. */
export async function loadPersons(tx: Tx, district: string, crypto: Crypto, persons: PersonFile[]): Promise<number> {
  const hex = (b: Buffer) => b.toString('hex')
  const rows = persons.map((p) => {
    const [idNumber, phone] = [normaliseIdNumber(p.idNumber), normalisePhone(p.phone)]
    const why = badIdNumber(idNumber, '9999') ?? badPhone(phone)
    if (why) throw new Error(`${p.id}: ${why}`)
    return {
      id: p.id,
      name: p.name,
      place: p.place,
      id_number: hex(crypto.seal(idNumber)),
      id_hash: hex(crypto.blind(idNumber)),
      phone: hex(crypto.seal(phone)),
      phone_hash: hex(crypto.blind(phone)),
    }
  })
  const attributes = persons.flatMap((p) =>
    p.attributes.map((a) => ({ ...a, person: p.id, value: hex(crypto.seal(JSON.stringify(a.value))) })),
  )
  await sql`
    insert into person (district, id, name, id_number, id_hash, phone, phone_hash, place_id)
    select ${district}, p.id, p.name, decode(p.id_number, 'hex'), decode(p.id_hash, 'hex'), decode(p.phone, 'hex'), decode(p.phone_hash, 'hex'), p.place
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p(id text, name text, id_number text, id_hash text, phone text, phone_hash text, place text)
    on conflict (district, id) do nothing`.execute(tx)
  await sql`
    insert into person_attribute (district, person_id, name, value, source, collected_at)
    select ${district}, a.person, a.name, decode(a.value, 'hex'), a.source, a."collectedAt"
      from jsonb_to_recordset(${JSON.stringify(attributes)}::jsonb)
        as a(person text, name text, value text, source text, "collectedAt" date)
    on conflict (district, person_id, name) do nothing`.execute(tx)
  return persons.length
}
