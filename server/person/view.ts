import { sql } from 'kysely'
import type { Actor } from '../platform/auth.ts'
import { type Crypto, maskIdNumber, maskPhone } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import { abilitiesOf, mayVerify, type Standing } from './abilities.ts'
import { labels } from './offers.ts'
import { ageOn } from './rules.ts'
import { maySee, postOver, readers, shown, within } from './scope.ts'
import { person, personsWithin } from './store.ts'

export { maySee, pathsOf, postOver, readers, shown, within } from './scope.ts'

/** One person's file as the caller may see it. */

const staleDays = 365
const halfYear = 183
const daysBetween = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)

export type Residence = {
  kind: 'registered' | 'present'
  address: string | null
  dwelling: string | null
  household: string | null
  relation: string | null
  from: string
  to: string | null
  why: string | null
}

/** Where a person stands: 户籍, 实有, 常住 (half a year) and whether registration and life agree. */
export function standing(residences: Residence[], today: string) {
  const now = (kind: string) => residences.find((r) => r.kind === kind && r.to === null)
  const [registered, present] = [now('registered'), now('present')]
  return {
    registered: Boolean(registered?.dwelling),
    present: Boolean(present?.dwelling),
    usual: Boolean(present?.dwelling && daysBetween(present.from, today) >= halfYear),
    together: Boolean(registered?.dwelling && registered.dwelling === present?.dwelling),
  }
}

/** The place a person belongs to, if the caller may look there; undefined is "does not exist". */
export async function placeOf(db: Db | Tx, actor: Actor, id: string, duties = readers) {
  const { rows } = await sql<{ path: string; name: string; merged: string | null }>`
    select pl.path, p.name, p.merged_into as merged from person p join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${actor.district} and p.id = ${id} and ${within(actor, duties)}`.execute(db)
  const found = rows[0]
  return found && { ...found, as: postOver(actor, found.path, duties) }
}

/** What the rules of a file ask about it. */
export async function standingOf(
  db: Db | Tx,
  actor: Actor,
  id: string,
): Promise<(Standing & { place: string }) | undefined> {
  const { rows } = await sql<Standing & { place: string }>`
    select pl.path, pl.name as place, p.merged_into is not null as merged, p.died_on is not null as died, p.id_hash is not null as "hasId"
      from person p join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${actor.district} and p.id = ${id} and ${within(actor)}`.execute(db)
  return rows[0]
}

export async function personFile(db: Db | Tx, crypto: Crypto, actor: Actor, id: string, today: string) {
  const [held, at, residences, records, merges] = await Promise.all([
    person(db, crypto, actor.district, id),
    standingOf(db, actor, id),
    residencesOf(db, actor.district, id),
    recordsOf(db, actor.district, id),
    mergesOf(db, actor.district, id),
  ])
  if (!held || !at) return undefined
  const { idNumber, phone, attributes, born, diedOn, path: _, ...base } = held
  const visible = records
    .map((r) => ({ ...r, names: r.names.filter((n) => maySee(actor, at.path, n)) }))
    .filter((r) => r.names.length)
  return {
    ...base,
    born,
    placeName: at.place,
    age: born && !diedOn ? ageOn(born, today) : null,
    diedOn,
    idNumber: idNumber && maskIdNumber(idNumber),
    phone: phone && maskPhone(phone),
    standing: standing(residences, today),
    residences,
    members: (await membersOf(db, actor, [id], today)).map(({ of: _, ...m }) => m),
    attributes: attributes
      .filter((a) => maySee(actor, at.path, a.name) && typeof a.value !== 'object' && a.name !== 'grid')
      .map((a) => ({
        ...a,
        value: shown(a.value),
        label: labels[a.name] ?? a.name,
        verifiedAt: a.verifiedAt ?? null,
        stale: daysBetween((a.verifiedAt ?? a.collectedAt).slice(0, 10), today) > staleDays,
      })),
    // That a record speaks of a pension says as much as what it says: its words are left out, and it where none is left.
    records: visible.map(({ by, ...r }) => ({
      ...r,
      names: r.names.map((n) => labels[n] ?? n),
      abilities: { verifyRecord: mayVerify(actor, at, { collector: by, verified: r.verifiedAt !== null }) },
    })),
    merges,
    abilities: abilitiesOf(actor, at),
  }
}

async function residencesOf(db: Db | Tx, district: string, id: string): Promise<Residence[]> {
  const { rows } = await sql<Residence>`
    select r.kind, w.address, r.dwelling_id as dwelling, r.household, r.relation, r.valid_from::text as "from", r.valid_to::text as "to", r.ended_why as why
      from residence r left join dwelling w on w.district = r.district and w.id = r.dwelling_id
     where r.district = ${district} and r.person_id = ${id} order by r.valid_to is not null, r.kind, r.valid_from desc`.execute(
    db,
  )
  return rows
}

async function recordsOf(db: Db | Tx, district: string, id: string) {
  const { rows } = await sql<{
    id: string
    source: string
    collectedAt: string
    collector: string | null
    by: string | null
    names: string[]
    verifiedAt: string | null
    verifiedBy: string | null
    agrees: boolean | null
  }>`
    select r.id, r.source, r.collected_on::text as "collectedAt", c.name as collector, r.collector as by, r.names, r.verified_at as "verifiedAt", v.name as "verifiedBy", r.agrees
      from record r left join account c on c.district = r.district and c.id = r.collector
      left join account v on v.district = r.district and v.id = r.verified_by
     where r.district = ${district} and r.subject_id = ${id} order by r.collected_on desc, r.recorded_at desc limit 50`.execute(
    db,
  )
  return rows
}

/** Who is registered in the same household or lives behind the same door as each of these, as far as the caller may look. */
async function membersOf(db: Db | Tx, actor: Actor, ids: string[], today: string) {
  const { rows } = await sql<{
    of: string
    id: string
    name: string
    sex: string | null
    age: number | null
    relation: string | null
    how: string[]
  }>`
    with mine as (select person_id, household, dwelling_id from residence
      where district = ${actor.district} and person_id = any(${ids}::text[]) and valid_to is null)
    select m.person_id as of, p.id, p.name, p.sex, extract(year from age(${today}::date, p.born))::int as age, max(r.relation) as relation, array_agg(distinct r.kind) as how
      from mine m join residence r on (r.household = m.household or r.dwelling_id = m.dwelling_id) and r.person_id <> m.person_id
      join person p on p.district = r.district and p.id = r.person_id and p.merged_into is null and p.died_on is null
      join place pl on pl.district = p.district and pl.id = p.place_id
     where r.district = ${actor.district} and r.valid_to is null and ${within(actor)}
     group by m.person_id, p.id, p.name, p.sex, p.born order by p.born limit ${30 * ids.length}`.execute(db)
  return rows
}

async function mergesOf(db: Db | Tx, district: string, id: string) {
  const { rows } = await sql<{ id: string; gone: string; name: string; reason: string; at: string }>`
    select m.id, m.gone_id as gone, g.name, m.reason, m.at from person_merge m join person g on g.district = m.district and g.id = m.gone_id
     where m.district = ${district} and m.kept_id = ${id} and m.undone_at is null order by m.at`.execute(db)
  return rows
}

export const labelOf = (name: string) => labels[name] ?? name

/** What another module may need of persons in the caller's places: their held values and whom they live with. In the order asked. */
export async function heldOf(db: Db | Tx, crypto: Crypto, actor: Actor, ids: string[], today: string) {
  const held = await personsWithin(db, crypto, actor, ids)
  const seen = held.map((p) => p.id)
  const [homes, members] = await Promise.all([homesOf(db, actor.district, seen), membersOf(db, actor, seen, today)])
  return held
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, path, name, sex, born, phone, attributes }) => ({
      id,
      name,
      sex,
      age: born ? ageOn(born, today) : null,
      phone,
      address: homes.get(id)?.address ?? null,
      dwelling: homes.get(id)?.dwelling ?? null,
      attributes: attributes.filter((a) => maySee(actor, path, a.name)),
      members: members.filter((m) => m.of === id).map(({ name, age, relation }) => ({ name, age, relation })),
    }))
}

/** Where each lives now; where that is unknown, where they are registered. */
async function homesOf(db: Db | Tx, district: string, ids: string[]) {
  const { rows } = await sql<{ id: string; address: string | null; dwelling: string | null }>`
    select distinct on (r.person_id) r.person_id as id, w.address, case when r.kind = 'present' then r.dwelling_id end as dwelling
      from residence r left join dwelling w on w.district = r.district and w.id = r.dwelling_id
     where r.district = ${district} and r.person_id = any(${ids}::text[]) and r.valid_to is null order by r.person_id, r.kind`.execute(
    db,
  )
  return new Map(rows.map((r) => [r.id, r]))
}
