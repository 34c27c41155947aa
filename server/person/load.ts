import { sql } from 'kysely'
import { placeHomes, standingCommunities } from '../home/actions.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { searchOf } from './names.ts'
import { badIdNumber, badPhone, birthDate, normaliseIdNumber, normalisePhone, sexOf, sourceRank } from './rules.ts'

export type Attribute = { name: string; value: unknown; source: string; collectedAt: string }
export type PersonFile = {
  id: string
  name: string
  idNumber: string
  phone: string
  place: string
  attributes: Attribute[]
}
const hex = (b: Buffer) => b.toString('hex')

/** Persons with what is held about them. Who is known already is left alone: the district knows better than the file. */
export async function loadPersons(tx: Tx, district: string, crypto: Crypto, persons: PersonFile[]): Promise<number> {
  const rows = persons.map((p) => personRow(crypto, p))
  await sql`
    insert into person (district, id, name, id_number, id_hash, phone, phone_hash, place_id, sex, born, rank, as_of, search)
    select ${district}, p.id, p.name, decode(p.id_number, 'hex'), decode(p.id_hash, 'hex'), decode(p.phone, 'hex'),
           decode(p.phone_hash, 'hex'), p.place, p.sex, p.born, 10, '2025-01-01', array_to_tsvector(string_to_array(p.search, ' '))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p(id text, name text, id_number text, id_hash text, phone text, phone_hash text, place text, sex text, born date, search text)
    on conflict (district, id) do update set search = excluded.search, sex = excluded.sex, born = excluded.born
      where person.search is null`.execute(tx)
  await sql`
    insert into record (district, id, subject_kind, subject_id, source, rank, collected_on, names, body, digest, recorded_at)
    select ${district}, r.id, 'person', r.person, r.source, r.rank, r."collectedAt", r.names, decode(r.body, 'hex'), decode(r.digest, 'hex'), r."collectedAt"
      from jsonb_to_recordset(${JSON.stringify(persons.flatMap((p) => records(crypto, p)))}::jsonb)
        as r(id uuid, person text, source text, rank smallint, "collectedAt" date, names text[], body text, digest text)
    on conflict (district, subject_id, source, collected_on, digest) do nothing`.execute(tx)
  await live(tx, district, persons)
  return persons.length
}

function personRow(crypto: Crypto, p: PersonFile) {
  const [idNumber, phone] = [normaliseIdNumber(p.idNumber), normalisePhone(p.phone)]
  const why = badIdNumber(idNumber, '9999') ?? badPhone(phone)
  if (why) throw new Error(`${p.id}: ${why}`)
  return {
    id: p.id,
    name: p.name,
    place: p.attributes.find((a) => a.name === 'grid')?.value ?? p.place,
    id_number: hex(crypto.seal(idNumber)),
    id_hash: hex(crypto.blind(idNumber)),
    phone: hex(crypto.seal(phone)),
    phone_hash: hex(crypto.blind(phone)),
    sex: sexOf(idNumber),
    born: birthDate(idNumber),
    search: searchOf(p.name),
  }
}

/** One record for each source and day, as if each had been one conversation. */
function records(crypto: Crypto, p: PersonFile) {
  const said = new Map<string, { source: string; collectedAt: string; values: Record<string, unknown> }>()
  for (const { name, value, source, collectedAt } of p.attributes) {
    const key = `${source} ${collectedAt}`
    said.set(key, { source, collectedAt, values: { ...said.get(key)?.values, [name]: value } })
  }
  return [...said.values()].map(({ source, collectedAt, values }) => {
    const body = JSON.stringify(values)
    return {
      id: newId(),
      person: p.id,
      source,
      collectedAt,
      rank: sourceRank(source),
      names: Object.keys(values),
      body: hex(crypto.seal(body)),
      digest: hex(crypto.blind(body)),
    }
  })
}

/** Where they live and are registered, as their attributes say. */
async function live(tx: Tx, district: string, persons: PersonFile[]) {
  const said = (p: PersonFile, name: string) => p.attributes.find((a) => a.name === name)?.value as string | undefined
  const wanted = persons.flatMap((p) =>
    [
      { kind: 'present', address: said(p, 'address') },
      { kind: 'registered', address: said(p, 'household-address') },
    ].flatMap(({ kind, address }) => (address ? [{ person: p, kind, address }] : [])),
  )
  const { read } = await standingCommunities(tx, district)
  const homes = wanted.flatMap((w) => {
    const found = read(w.address)
    return found.at === 'here' ? [{ ...found, ...w, grid: said(w.person, 'grid') ?? null }] : []
  })
  await placeHomes(tx, district, homes)
  const rows = homes.map(({ person, kind, community, key }) => ({
    person: person.id,
    kind,
    community,
    key,
    household: kind === 'registered' ? said(person, 'household-number') : null,
    relation: kind === 'registered' ? said(person, 'household-relation') : null,
  }))
  await sql`
    with home as (
      select r.*, d.id as dwelling from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r(person text, kind text, community text, key text, household text, relation text)
        join dwelling d on d.district = ${district} and d.community_id = r.community and d.key = r.key
    ), named as (
      insert into household (district, number, dwelling_id)
      select distinct on (household) ${district}, household, dwelling from home where household is not null
      on conflict (district, number) do nothing)
    insert into residence (district, person_id, kind, valid_from, dwelling_id, household, relation)
    select ${district}, h.person, h.kind, '2025-01-01', h.dwelling, h.household, h.relation from home h
     where not exists (select from residence o where o.district = ${district} and o.person_id = h.person and o.kind = h.kind)`.execute(
    tx,
  )
}
