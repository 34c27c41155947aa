import { sql } from 'kysely'
import { civilDate } from '../calendar/workdays.ts'
import { isPersonal, type Register } from '../content/register.ts'
import type { Book } from '../content/registers.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { notFound } from '../platform/refusal.ts'
import { keyOf, moved, parted, wordsOf } from './fields.ts'
import { type Due, duesOf } from './rules.ts'
import { type Data, type Live, type Made, onDay, type Turn } from './timeline.ts'

/** One entry as we hold it now, and writing what an act makes of it. */

export type Entry = {
  id: string
  key: string | null
  /** The day we began to keep it. */
  since: string
  live: Live[]
  /** Where it belongs now; of one that has ended, where it did last. */
  place: string
  path: string
  title: string
}

/** The register in force, with what older definitions of it knew. @throws Refusal 404. */
export async function bookOf(house: Pick<House, 'registers'>, from: Db | Tx, id: string) {
  const book = await house.registers.latest(from, id)
  if (!book) throw notFound('没有这本台账')
  const versions = await house.registers.versions(from, id)
  const sealed = versions.flatMap(({ def }) =>
    Object.keys(def.form.properties).filter((name) => isPersonal(def.form.properties[name])),
  )
  return { ...book, versions, sealed }
}
export type OpenBook = Awaited<ReturnType<typeof bookOf>>

type VersionRow = {
  id: string
  from: string
  to: string | null
  digest: string
  data: Data
  sealed: string | null
  place: string
  path: string
  title: string
  live: boolean
}
/** All fields together, under the names they have now. */
export const whole = (crypto: Crypto, def: Register, data: Data, sealed: string | Buffer | null): Data => {
  const bytes = typeof sealed === 'string' ? Buffer.from(sealed, 'hex') : sealed
  return moved(def, { ...data, ...(bytes && (JSON.parse(crypto.unseal(bytes)) as Data)) })
}

type Read = {
  id: string
  key: string | null
  created_at: Date
  versions: VersionRow[]
}
const entries = (district: string, register: string, ids: string[], lock: boolean) => sql<Read>`
  select e.id, e.key, e.created_at, (
    select json_agg(json_build_object('id', v.id, 'from', v.valid_from, 'to', v.valid_to, 'digest', v.digest, 'data', v.data,
             'sealed', encode(v.sealed, 'hex'), 'place', v.place_id, 'path', p.path, 'title', v.title, 'live', v.replaced_at is null)
             order by v.replaced_at nulls first, v.valid_from)
      from (select * from register_version v where v.district = e.district and v.entry_id = e.id and v.replaced_at is null
            union all
            select * from (select * from register_version v where v.district = e.district and v.entry_id = e.id and v.replaced_at is not null
              order by v.replaced_at desc, v.recorded_at desc, v.valid_from desc limit 1) last) v
      join place p on p.district = v.district and p.id = v.place_id) as versions
    from register_entry e
   where e.district = ${district} and e.register = ${register} and e.id = any(${ids}::uuid[])
   order by e.id ${lock ? sql`for update of e` : sql``}`

/** These entries, locked where they are about to change. */
export async function entriesOf(
  house: Pick<House, 'district' | 'crypto'>,
  from: Db | Tx,
  book: Book,
  ids: string[],
  today: string,
  lock = true,
): Promise<Entry[]> {
  const { rows } = await entries(house.district, book.id, ids, lock).execute(from)
  return rows.map(({ id, key, created_at, versions }) => {
    const live = versions
      .filter((v) => v.live)
      .map(({ id, from, to, digest, data, sealed }) => ({
        id,
        from,
        to,
        digest,
        data: whole(house.crypto, book.def, data, sealed),
      }))
    const standing = versions.filter((v) => v.live)
    const now = standing.find((v) => v.id === onDay(live, today)?.id) ?? standing.at(-1) ?? (versions[0] as VersionRow)
    return { id, key, since: civilDate(created_at), live, place: now.place, path: now.path, title: now.title }
  })
}

export type Writing = {
  entry: string
  turn: Turn
  /** The versions as they stand afterwards, with the ids given to what was made. */
  now: Live[]
  since: string
  reason: string | null
  account: string | null
  importId?: string | undefined
  /** A date that was changed, not mended: what was due on the old one is thereby done. */
  renewed?: boolean
}
export type Made2 = Made & { id: string }

/** The ids of what a turn makes, and what stands afterwards. */
export function numbered(live: Live[], turn: Turn, digest: string): { made: Made2[]; now: Live[] } {
  const made = turn.made.map((m) => ({ ...m, id: newId() }))
  const now = [
    ...live.filter((v) => !turn.gone.includes(v.id)),
    ...made.map((m) => ({
      id: m.id,
      from: m.from,
      to: m.to,
      data: m.data,
      digest: live.find((v) => v.id === m.of)?.digest ?? digest,
    })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1))
  return { made, now }
}

type Desk = Pick<House, 'district' | 'crypto'>
/** Writes the turns of many entries in four statements, whoever made them: an act at the desk, or a sheet. */
export async function write(
  house: Desk,
  tx: Tx,
  book: OpenBook,
  at: Date,
  today: string,
  root: string,
  writings: (Omit<Writing, 'turn'> & { gone: string[]; made: Made2[] })[],
): Promise<void> {
  const d = house.district
  const gone = writings.flatMap((w) => w.gone)
  const copies = writings.flatMap((w) =>
    w.made.filter((m) => m.of).map(({ id, of, from, to }) => ({ id, of, from, to })),
  )
  const rows = writings.flatMap((w) =>
    w.made
      .filter((m) => !m.of)
      .map(({ id, from, to, data, corrects }) => {
        const { open, personal } = parted(book.def, data, book.sealed)
        return {
          id,
          entry: w.entry,
          from,
          to,
          corrects,
          place: book.def.place ? String(data[book.def.place]) : root,
          title: String(data[book.def.title] ?? ''),
          data: open,
          sealed: Object.keys(personal).length ? house.crypto.seal(JSON.stringify(personal)).toString('hex') : null,
          words: wordsOf(book.def, open),
          reason: w.reason,
          account: w.account,
          import: w.importId ?? null,
        }
      }),
  )
  if (gone.length)
    await sql`update register_version set replaced_at = ${at} where district = ${d} and id = any(${gone}::uuid[]) and replaced_at is null`.execute(
      tx,
    )
  if (copies.length)
    await sql`insert into register_version (district, id, entry_id, register, digest, valid_from, valid_to, recorded_at, corrects, place_id, title,
        data, sealed, search, reason, account_id, import_id)
      select v.district, c.id, v.entry_id, v.register, v.digest, c."from", c."to", ${at}, v.corrects, v.place_id, v.title,
        v.data, v.sealed, v.search, v.reason, v.account_id, v.import_id
        from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as c(id uuid, of uuid, "from" date, "to" date)
        join register_version v on v.district = ${d} and v.id = c.of`.execute(tx)
  if (rows.length)
    await sql`insert into register_version (district, id, entry_id, register, digest, valid_from, valid_to, recorded_at, corrects, place_id, title,
        data, sealed, search, reason, account_id, import_id)
      select ${d}, r.id, r.entry, ${book.id}, ${book.digest}, r."from", r."to", ${at}, r.corrects, r.place, r.title,
        r.data, decode(r.sealed, 'hex'), array_to_tsvector(r.words), r.reason, r.account, r.import
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, entry uuid, "from" date, "to" date, corrects uuid, place text,
          title text, data jsonb, sealed text, words text[], reason text, account text, import uuid)`.execute(tx)
  const keys = writings.map((w) => ({ id: w.entry, key: keyNow(book.def, w.now, today) }))
  await sql`update register_entry e set key = k.key from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(id uuid, key text)
    where e.district = ${d} and e.id = k.id and e.key is distinct from k.key`.execute(tx)
  await writeDues(tx, d, book, writings, today, root)
}

/** The key of what it is now; one that stands no longer leaves it to others. */
function keyNow(def: Register, now: Live[], today: string): string | null {
  const v = onDay(now, today) ?? now.at(-1)
  return v && (v.to === null || v.to > today) ? keyOf(def, v.data) : null
}

async function writeDues(
  tx: Tx,
  d: string,
  book: OpenBook,
  writings: Pick<Writing, 'entry' | 'now' | 'since' | 'renewed' | 'account'>[],
  today: string,
  root: string,
) {
  if (!book.def.duties?.length && book.versions.every((v) => !v.def.duties?.length)) return
  const wanted = writings.flatMap(({ entry, now, since }) => {
    const v = onDay(now, today) ?? now.at(-1)
    const place = book.def.place && v ? String(v.data[book.def.place]) : root
    return duesOf(book.def, now, since, today).map((due: Due) => ({ entry, place, ...due }))
  })
  const dated = (book.def.duties ?? []).flatMap((x) => (x.on ? [x.id] : []))
  const of = (renewed: boolean) => writings.filter((w) => Boolean(w.renewed) === renewed).map((w) => w.entry)
  const shape = sql.raw('as w(entry uuid, duty text, "dueOn" date, "warnOn" date, place text)')
  const list = JSON.stringify(wanted)
  const stray = sql`not exists (select from jsonb_to_recordset(${list}::jsonb) ${shape}
      where w.entry = r.entry_id and w.duty = r.duty and w."dueOn" = r.due_on)`
  // The certificate was renewed: what was due on its old date is done by that.
  await sql`update register_duty r set done_on = ${today}, done_by = ${writings[0]?.account ?? null}, note = '日期已更新'
     where r.district = ${d} and r.done_on is null and r.entry_id = any(${of(true)}::uuid[]) and r.duty = any(${dated}::text[])
       and exists (select from jsonb_to_recordset(${list}::jsonb) ${shape}
             where w.entry = r.entry_id and w.duty = r.duty and w."dueOn" > r.due_on) and ${stray}`.execute(tx)
  await sql`delete from register_duty r where r.district = ${d} and r.done_on is null
     and r.entry_id = any(${writings.map((w) => w.entry)}::uuid[]) and ${stray}`.execute(tx)
  await sql`insert into register_duty as r (district, entry_id, duty, due_on, register, place_id, warn_on)
    select ${d}, w.entry, w.duty, w."dueOn", ${book.id}, w.place, w."warnOn" from jsonb_to_recordset(${list}::jsonb) ${shape}
    on conflict (district, entry_id, duty, due_on) do update set place_id = excluded.place_id, warn_on = excluded.warn_on
      where r.done_on is null and (r.place_id, r.warn_on) is distinct from (excluded.place_id, excluded.warn_on)`.execute(
    tx,
  )
}

/** What is due for these entries as they stand, with nothing else changed. */
export const refreshDues = (tx: Tx, d: string, book: OpenBook, entries: Entry[], today: string) =>
  writeDues(
    tx,
    d,
    book,
    entries.map((e) => ({ entry: e.id, now: e.live, since: e.since, account: null })),
    today,
    entries[0]?.place ?? '',
  )
