import { sql } from 'kysely'
import { patternsOf, tidyAddress } from '../home/rules.ts'
import type { Actor } from '../platform/auth.ts'
import type { Crypto } from '../platform/crypto.ts'
import { maskIdNumber, maskPhone } from '../platform/crypto.ts'
import type { Db } from '../platform/db.ts'
import { nameTokens, normaliseIdNumber, normalisePhone } from './rules.ts'
import { within } from './scope.ts'

export type Hit = {
  id: string
  name: string
  sex: string | null
  age: number | null
  idNumber: string | null
  phone: string | null
  address: string | null
  place: string
  placeName: string
  died: boolean
}
type Found = Omit<Hit, 'idNumber' | 'phone'> & { id_number: Buffer | null; phone: Buffer | null }
const most = 20

/** What was typed is a number, a telephone, letters, or words: each has its own way, and none reads every row. */
export function wayOf(typed: string): { by: 'id' | 'phone' | 'pinyin' | 'address' | 'name'; text: string } {
  const id = normaliseIdNumber(typed)
  if (/^\d{17}[\dX]$/.test(id)) return { by: 'id', text: id }
  const phone = normalisePhone(typed)
  if (/^(1\d{10}|0\d{9,11})$/.test(phone)) return { by: 'phone', text: phone }
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]/g, '')
  if (/^[a-z]+$/.test(letters)) return { by: 'pinyin', text: letters }
  if (/\d|[栋号室路巷组村苑]/.test(typed)) return { by: 'address', text: tidyAddress(typed) }
  return { by: 'name', text: typed.replace(/\s/g, '') }
}

/** Why this cannot be searched for, or null: a single letter would find half the district. */
export function tooVague(typed: string): string | null {
  const { by, text } = wayOf(typed)
  if (by === 'pinyin' && text.length < 2) return '拼音至少输入两个字母'
  if (by === 'address' && text.length < 2) return '地址至少输入两个字'
  return text ? null : '请输入姓名、拼音、证件号码、电话或地址'
}

/**
 * At most twenty residents in the caller's scope, those of exactly this name first; numbers masked. `today` is YYYY-MM-DD. Who has the
 * name is found by its index, then who of them is in scope: the other way round half the district is read.
 */
export async function search(
  db: Db,
  crypto: Crypto,
  actor: Actor,
  typed: string,
  today: string,
): Promise<{ hits: Hit[]; more: boolean }> {
  const { by, text } = wayOf(typed)
  const d = actor.district
  const where =
    by === 'id'
      ? sql`p.id_hash = ${crypto.blind(text)}`
      : by === 'phone'
        ? sql`p.phone_hash = ${crypto.blind(text)}`
        : by === 'address'
          ? sql`p.id in (select r.person_id from residence r where r.district = ${d} and r.valid_to is null and r.dwelling_id in (${homes(d, text)}))`
          : sql`p.search @@ ${tsquery(by, text)}::tsquery`
  const { rows } = await sql<Found>`
    with named as materialized (
      select p.id, p.name, p.place_id, p.died_on from person p where p.district = ${d} and p.merged_into is null and ${where}
    ), hit as (
      select p.id, pl.name as place_name, row_number() over (order by p.died_on is not null, p.name <> ${text}, p.name, p.id) as nth
        from named p join place pl on pl.district = ${d} and pl.id = p.place_id and ${within(actor)} order by nth limit ${most + 1})
    select p.id, p.name, p.sex, p.id_number, p.phone, p.place_id as place, h.place_name as "placeName", p.died_on is not null as died,
           extract(year from age(${today}::date, p.born))::int as age,
           (select w.address from residence r join dwelling w on w.district = r.district and w.id = r.dwelling_id
             where r.district = p.district and r.person_id = p.id and r.valid_to is null order by r.kind limit 1) as address
      from hit h join person p on p.district = ${d} and p.id = h.id order by h.nth`.execute(db)
  const hits = rows.slice(0, most).map(({ id_number, phone, ...r }) => ({
    ...r,
    idNumber: id_number && maskIdNumber(crypto.unseal(id_number)),
    phone: phone && maskPhone(crypto.unseal(phone)),
  }))
  return { hits, more: rows.length > most }
}

/** Pieces of a name all at once; of pinyin the beginning, unless it is so short that it can only be initials. */
function tsquery(by: 'name' | 'pinyin', text: string): string {
  const quoted = (s: string) => `'${s.replaceAll('\\', '').replaceAll("'", '')}'`
  if (by === 'pinyin') return text.length < 4 ? quoted(text) : `${quoted(text)}:*`
  const c = [...text]
  return c.length === 1
    ? `${quoted(text)}:*`
    : nameTokens(text, () => '')
        .map(quoted)
        .join(' & ')
}

/** Doors of buildings whose name has these words. */
const homes = (d: string, text: string) => {
  const { house, door } = patternsOf(text)
  return sql`select w.id from dwelling w join building b on b.district = w.district and b.id = w.building_id
    join place c on c.district = b.district and c.id = b.community_id
    where b.district = ${d} and (c.name || b.name) like ${house} and w.key like ${door}`
}
