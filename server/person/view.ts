import { sql } from 'kysely'
import type { Actor, Post } from '../platform/auth.ts'
import { type Crypto, maskIdNumber, maskPhone } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import { abilitiesOf, mayVerify, type Standing } from './abilities.ts'
import { labelOf } from './offers.ts'
import { ageOn } from './rules.ts'
import { maySee, postOver, readers, shown, within } from './scope.ts'
import { idsOf, person, personsWithin } from './store.ts'

export { labelOf } from './offers.ts'
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
  /** Said of a file that was merged into this one. */
  merged: boolean
}

/** Where a person stands: 户籍, 实有, 常住 (half a year) and whether registration and life agree. Their own file's word comes first. */
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

export type File = Standing & { name: string; placeName: string; mergedInto: string | null; as: Post | null }

/** A person the caller may look at by one of these duties: what the rules ask about them, and by which post. Undefined is "does not exist". */
export async function fileFor(db: Db | Tx, actor: Actor, id: string, duties = readers): Promise<File | undefined> {
  const { rows } = await sql<Omit<File, 'as'>>`
    select pl.path, pl.name as "placeName", p.name, p.merged_into as "mergedInto", p.merged_into is not null as merged, p.died_on is not null as died,
           p.id_hash is not null as "hasId"
      from person p join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${actor.district} and p.id = ${id} and ${within(actor, duties)}`.execute(db)
  return rows[0] && { ...rows[0], as: postOver(actor, rows[0].path, duties) }
}

export async function personFile(db: Db | Tx, crypto: Crypto, actor: Actor, id: string, at: File, today: string) {
  const [held, residences, records, merges, around] = await Promise.all([
    person(db, crypto, actor.district, id),
    residencesOf(db, actor.district, id),
    recordsOf(db, actor.district, id),
    mergesOf(db, actor.district, id),
    membersOf(db, actor, [id], today),
  ])
  if (!held) throw new Error(`person ${id} is gone`)
  const { idNumber, phone, attributes, born, diedOn, path: _, district: _d, community: _c, ...base } = held
  const visible = records
    .map((r) => ({ ...r, names: r.names.filter((n) => maySee(actor, at.path, n)) }))
    .filter((r) => r.names.length)
  return {
    ...base,
    born,
    placeName: at.placeName,
    age: born && !diedOn ? ageOn(born, today) : null,
    diedOn,
    idNumber: idNumber && maskIdNumber(idNumber),
    phone: phone && maskPhone(phone),
    standing: standing(residences, today),
    residences,
    members: around.map(({ of: _, ...m }) => m),
    attributes: attributes
      .filter((a) => maySee(actor, at.path, a.name) && typeof a.value !== 'object' && a.name !== 'grid')
      .map((a) => ({
        ...a,
        value: shown(a.value),
        label: labelOf(a.name),
        verifiedAt: a.verifiedAt ?? null,
        stale: daysBetween((a.verifiedAt ?? a.collectedAt).slice(0, 10), today) > staleDays,
      })),
    // That a record speaks of a pension says as much as what it says: its words are left out, and it where none is left.
    records: visible.map(({ by, ...r }) => ({
      ...r,
      names: r.names.map(labelOf),
      abilities: { verifyRecord: mayVerify(actor, at, { collector: by, verified: r.verifiedAt !== null }) },
    })),
    merges,
    abilities: abilitiesOf(actor, at),
  }
}

async function residencesOf(db: Db | Tx, district: string, id: string): Promise<Residence[]> {
  const { rows } = await sql<Residence>`
    select r.kind, w.address, r.dwelling_id as dwelling, r.household, r.relation, r.valid_from::text as "from", r.valid_to::text as "to", r.ended_why as why,
           o.id <> o.of as merged
      from ${idsOf(district, [id])} o join residence r on r.district = ${district} and r.person_id = o.id
      left join dwelling w on w.district = r.district and w.id = r.dwelling_id
     order by r.valid_to is not null, merged, r.kind, r.valid_from desc`.execute(db)
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
      from ${idsOf(district, [id])} o join record r on r.district = ${district} and r.subject_id = o.id
      left join account c on c.district = r.district and c.id = r.collector
      left join account v on v.district = r.district and v.id = r.verified_by
     order by r.collected_on desc, r.recorded_at desc limit 50`.execute(db)
  return rows
}

/**
 * Who is around each of these, as far as the caller may look: of the same household by its number, or only behind the same door (同住,
 * which makes nobody kin). Step by step, small things first: left to itself the planner may join all persons with all persons to find
 * whom a merged file stands for.
 */
async function membersOf(db: Db | Tx, actor: Actor, ids: string[], today: string) {
  const { rows } = await sql<{
    of: string
    id: string
    name: string
    sex: string | null
    age: number | null
    relation: string | null
    household: boolean
    how: string[]
  }>`
    with mine as materialized (select o.of, r.household, r.dwelling_id from ${idsOf(actor.district, ids)} o
      join residence r on r.district = ${actor.district} and r.person_id = o.id and r.valid_to is null),
    around as materialized (
      select m.of, coalesce(said.merged_into, said.id) as id, r.relation, r.kind, r.household = m.household as kin
        from mine m join residence r on r.household = m.household or r.dwelling_id = m.dwelling_id
        join person said on said.district = r.district and said.id = r.person_id
       where r.district = ${actor.district} and r.valid_to is null)
    select a.of, p.id, p.name, p.sex, extract(year from age(${today}::date, p.born))::int as age, max(a.relation) as relation,
           coalesce(bool_or(a.kin), false) as household, array_agg(distinct a.kind) as how
      from around a join person p on p.district = ${actor.district} and p.id = a.id and p.id <> a.of and p.died_on is null
      join place pl on pl.district = p.district and pl.id = p.place_id
     where ${within(actor)}
     group by a.of, p.id, p.name, p.sex, p.born order by household desc, p.born limit ${30 * ids.length}`.execute(db)
  return rows
}

async function mergesOf(db: Db | Tx, district: string, id: string) {
  const { rows } = await sql<{ id: string; gone: string; name: string; reason: string; at: string }>`
    select m.id, m.gone_id as gone, g.name, m.reason, m.at from person_merge m join person g on g.district = m.district and g.id = m.gone_id
     where m.district = ${district} and m.kept_id = ${id} and m.undone_at is null order by m.at`.execute(db)
  return rows
}

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
    select distinct on (o.of) o.of as id, w.address, case when r.kind = 'present' then r.dwelling_id end as dwelling
      from ${idsOf(district, ids)} o join residence r on r.district = ${district} and r.person_id = o.id and r.valid_to is null
      left join dwelling w on w.district = r.district and w.id = r.dwelling_id
     order by o.of, r.kind, o.id <> o.of`.execute(db)
  return new Map(rows.map((r) => [r.id, r]))
}
