import { sql } from 'kysely'
import type { Crypto } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import { inOrder, type Offer, offer as offerOf, offers } from './offers.ts'
import { ageOn } from './rules.ts'
import { type Held, idsOf } from './store.ts'

/** What follows from the registry and need not be asked: age, since when they live here, who is in the same household. */

type Stay = { kind: string; relation: string | null; from: string; here: boolean }
type Member = {
  name: string
  born: string | null
  id_number: Buffer | null
  relation: string | null
  registered: boolean
  from: string
}
const partner = /^(配偶|妻|夫|丈夫|妻子)$/
const child = /^(独生|长|次|三|养)?(子|女|儿)$/
const head = '户主'
const ofAge = 18
const base = '本区人口底账'

/**
 * Everything offered: what was collected, then what follows. A child's number only to the parent themselves: at a window it is
 * read from the household register.
 */
export async function allOffers(db: Db | Tx, crypto: Crypto, held: Held, today: string, self: boolean) {
  const collected = offers(held)
  const known = new Set(collected.map((o) => o.name))
  const { stays, members } = await aroundOf(db, held.district, held.id)
  const followed = [...ofPerson(held, stays, today), ...ofFamily(crypto, stays, members, today, self)]
  return inOrder([...collected, ...followed.filter((o) => !known.has(o.name))])
}

const offer = (name: string, value: unknown, collectedAt: string, source = base): Offer[] =>
  value === null || value === undefined || value === '' ? [] : [offerOf(name, value, source, collectedAt)]

function ofPerson(held: Held, stays: Stay[], today: string): Offer[] {
  const now = (kind: string) => stays.find((s) => s.kind === kind && s.here)
  const marital = held.attributes.find((a) => a.name === 'marital-status')
  const [registered, present] = [now('registered'), now('present')]
  return [
    ...offer('sex', held.sex && (held.sex === 'male' ? '男' : '女'), ''),
    ...offer('birth-date', held.born, ''),
    ...offer('age', held.born && ageOn(held.born, today), ''),
    ...offer('present-since', present?.from, present?.from ?? ''),
    ...offer('registered-since', registered?.from, registered?.from ?? ''),
    ...offer('registered-where', registered && '在本地', registered?.from ?? ''),
    ...(marital ? offer('married', marital.value === '已婚', marital.collectedAt, marital.source) : []),
  ]
}

function ofFamily(crypto: Crypto, stays: Stay[], members: Member[], today: string, self: boolean): Offer[] {
  const mine = stays.find((s) => s.kind === 'registered')?.relation ?? ''
  const age = (m: Member) => (m.born ? ageOn(m.born, today) : null)
  const kin = members.filter((m) => m.registered)
  const spouse =
    mine === head
      ? kin.find((m) => partner.test(m.relation ?? ''))
      : partner.test(mine)
        ? kin.find((m) => m.relation === head)
        : undefined
  const parents = mine === head || partner.test(mine)
  const young = parents ? kin.filter((m) => child.test(m.relation ?? '') && (age(m) ?? ofAge) < ofAge) : []
  // Of several children nobody knows which one is meant.
  const only = young.length === 1 ? young[0] : undefined
  const adults = members.filter((m) => (age(m) ?? 0) >= ofAge)
  const contact = spouse ?? adults.find((m) => m.registered) ?? adults[0]
  return [
    ...offer('spouse-name', spouse?.name, spouse?.from ?? ''),
    ...offer('child-name', only?.name, only?.from ?? ''),
    ...offer('child-birth-date', only?.born, only?.from ?? ''),
    ...(self && only?.id_number ? offer('child-id', crypto.unseal(only.id_number), only.from) : []),
    ...offer('family-contact', contact?.name, contact?.from ?? ''),
  ]
}

async function aroundOf(db: Db | Tx, district: string, person: string) {
  const [stays, members] = await Promise.all([
    sql<Stay>`select r.kind, r.relation, r.valid_from::text as "from", r.dwelling_id is not null as here
      from ${idsOf(district, [person])} o join residence r on r.district = ${district} and r.person_id = o.id and r.valid_to is null
     order by o.id <> o.of`.execute(db),
    sql<Member>`
      with mine as materialized (select r.kind, r.household, r.dwelling_id from ${idsOf(district, [person])} o
        join residence r on r.district = ${district} and r.person_id = o.id and r.valid_to is null),
      around as materialized (
        select coalesce(said.merged_into, said.id) as id, r.relation, r.household is not null and r.household = m.household as registered, r.valid_from
          from mine m join residence r on r.kind = m.kind and (r.household = m.household or (r.kind = 'present' and r.dwelling_id = m.dwelling_id))
          join person said on said.district = r.district and said.id = r.person_id
         where r.district = ${district} and r.valid_to is null)
      select p.name, p.born::text, p.id_number, max(a.relation) as relation, bool_or(a.registered) as registered, max(a.valid_from)::text as "from"
        from around a join person p on p.district = ${district} and p.id = a.id and p.died_on is null
       where p.id <> ${person}
       group by p.id, p.name, p.born, p.id_number order by p.born limit 30`.execute(db),
  ])
  return { stays: stays.rows, members: members.rows }
}
