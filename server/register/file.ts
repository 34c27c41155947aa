import { sql } from 'kysely'
import { isPersonal, type RegisterField } from '../content/register.ts'
import type { Book } from '../content/registers.ts'
import type { Actor } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'
import type { Answer, Cell as Answered } from '../platform/facts.ts'
import type { House } from '../platform/house.ts'
import type { OpenBook } from './entry.ts'
import { whole } from './entry.ts'
import { type Kind, kindOf, masked, oldFields, textOf } from './fields.ts'
import { type Link, linksIn, namesOf } from './links.ts'
import { mayChangeField, mayOpen, mayRead, maySeeField, whyNotChanged } from './rules.ts'
import { dues, knownOn, soOn, within } from './store.ts'
import type { Data } from './timeline.ts'

/** Everything about one entry as this reader may see it: as it is, or as it was known to be. */

export type Version = {
  id: string
  from: string
  to: string | null
  recordedAt: Date
  replacedAt: Date | null
  corrects: string | null
  reason: string | null
  by: string | null
  digest: string
  place: string
  placeName: string
  path: string
  title: string
  data: Data
  sealed: Buffer | null
  live: boolean
  then: boolean
}

/** Of the versions those that answer for this moment of knowing, and whether one stands on the day. */
async function versions(
  db: Db,
  district: string,
  register: string,
  id: string,
  on: string,
  known: string | null,
): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select v.id, v.valid_from::text as "from", v.valid_to::text as "to", v.recorded_at as "recordedAt", v.replaced_at as "replacedAt", v.corrects, v.reason,
      a.name as by, v.digest, v.place_id as place, p.name as "placeName", p.path, v.title, v.data, v.sealed, ${knownOn(known)} as live, ${soOn(on)} as "then"
      from register_version v join place p on p.district = v.district and p.id = v.place_id
      left join account a on a.district = v.district and a.id = v.account_id
     where v.district = ${district} and v.register = ${register} and v.entry_id = ${id}
     order by v.valid_from, v.recorded_at, v.id`.execute(db)
  return rows
}

export type Shown = {
  field: string
  title: string
  kind: Kind
  unit: string | null
  value: unknown
  text: string | null
  personal: boolean
  old: boolean
  change: boolean
  link: { kind: string; id: string } | null
  rows: Record<string, { value: unknown; text: string | null }>[] | null
  columns: { field: string; title: string; kind: Kind }[] | null
}

/** A field in words; a personal value never leaves here but masked. */
function shown(
  name: string,
  f: RegisterField,
  value: unknown,
  names: ReadonlyMap<string, string>,
  old: boolean,
  change: boolean,
): Shown {
  const kind = kindOf(f)
  const columns = kind === 'rows' ? Object.entries(f.items?.properties ?? {}) : null
  const cell = (g: RegisterField, v: unknown) => ({
    value: g['x-pii'] && typeof v === 'string' ? masked(g, v) : (v ?? null),
    text: textOf(g, v, names),
  })
  const link = f['x-link'] && typeof value === 'string' ? { kind: f['x-link'], id: value } : null
  return {
    field: name,
    title: f.title,
    kind,
    unit: f['x-unit'] ?? null,
    ...(columns ? { value: null, text: textOf(f, value) } : cell(f, value)),
    personal: isPersonal(f),
    old,
    change,
    link,
    columns: columns?.map(([field, g]) => ({ field, title: g.title, kind: kindOf(g) })) ?? null,
    rows:
      columns && Array.isArray(value)
        ? value.map((row) => Object.fromEntries(columns.map(([field, g]) => [field, cell(g, (row as Data)[field])])))
        : null,
  }
}

/** The field as whichever definition knew it last. */
export const fieldOf = (book: OpenBook, name: string): RegisterField =>
  book.def.form.properties[name] ??
  book.versions.findLast((v) => v.def.form.properties[name])?.def.form.properties[name] ??
  ({ title: name, type: 'string' } as RegisterField)

export async function entryFile(
  house: House,
  actor: Actor,
  book: OpenBook,
  books: ReadonlyMap<string, Book>,
  id: string,
  at: { on: string; known: string | null; today: string },
) {
  const all = await versions(house.db, house.district, book.id, id, at.on, at.known)
  const standing = all.filter((v) => v.replacedAt === null)
  const now =
    standing.find((v) => v.from <= at.today && (v.to === null || v.to > at.today)) ?? standing.at(-1) ?? all.at(-1)
  if (!now || !mayRead(actor, book.def, now.path)) return undefined
  const known = all.filter((v) => v.live)
  const then = known.find((v) => v.then) ?? null
  const data = then && whole(house.crypto, book.def, then.data, then.sealed)
  const visible = (name: string) => maySeeField(actor, fieldOf(book, name), now.path)
  const links: Link[] = data ? linksIn(book.def, data) : []
  const [history, linked, panels, open] = await Promise.all([
    historyOf(house.db, actor, book, id, visible),
    linkedFrom(house.db, actor, [...books.values()], book.id, id, at.today),
    panelsOf(house, actor, book, id, now.path, at.on),
    dues(house.db, actor, [book], at.today, id, 50),
  ])
  const names = await namesOf(house.db, actor, books, links)
  const fields = data
    ? [...Object.keys(book.def.form.properties), ...oldFields(book.def, data)].filter(visible).map((name) => {
        const f = fieldOf(book, name)
        const old = !Object.hasOwn(book.def.form.properties, name)
        return shown(name, f, data[name], names, old, !old && mayChangeField(actor, f, now.path))
      })
    : []
  const why = whyNotChanged(actor, book.def, now.path, standing.length > 0)
  return {
    id,
    register: book.id,
    registerName: book.def.name,
    title: (then ?? now).title,
    place: { id: now.place, name: now.placeName },
    on: at.on,
    known: at.known,
    ended: !standing.some((v) => v.to === null || v.to > at.today),
    version: then && {
      id: then.id,
      from: then.from,
      to: then.to,
      recordedAt: then.recordedAt.toISOString(),
      outdated: then.digest !== book.digest,
    },
    fields,
    versions: known.map((v) => ({
      id: v.id,
      from: v.from,
      to: v.to,
      recordedAt: v.recordedAt.toISOString(),
      corrects: v.corrects,
      reason: v.reason,
      by: v.by,
    })),
    history,
    linked,
    panels,
    duties: open.map((d) => ({ ...d, title: book.def.duties?.find((x) => x.id === d.duty)?.title ?? d.duty })),
    abilities: {
      change: why,
      correct: why,
      end: why,
      reveal: fields.some((f) => f.personal && f.value !== null) ? null : '没有个人信息',
    },
  }
}

const words: Record<string, string> = {
  'register.entered': '登记',
  'register.changed': '变更',
  'register.corrected': '更正',
  'register.ended': '注销',
  'register.duty-done': '办结到期事项',
  'register.revealed': '查看完整信息',
  'register.imported': '导入',
}
type Change = { field: string; before?: unknown; after?: unknown }
type Deed = {
  at: Date
  by: string | null
  capacity: string | null
  verb: string
  data: Record<string, unknown> & { changes?: Change[] }
}

/** What was done, newest first: who, when, why, and which fields. */
async function historyOf(db: Db, actor: Actor, book: OpenBook, id: string, visible: (name: string) => boolean) {
  const { rows } = await sql<Deed>`
    select e.at, a.name as by, e.capacity, e.verb, e.data from event e left join account a on a.district = e.district and a.id = e.account_id
     where e.district = ${actor.district} and e.data ? 'entry' and e.data ->> 'entry' = ${id} and e.verb like 'register.%'
     order by e.id desc limit 200`.execute(db)
  const { rows: imports } = await sql<Deed>`
    select distinct on (v.import_id) v.recorded_at as at, a.name as by, null as capacity, 'register.imported' as verb,
           jsonb_build_object('from', v.valid_from, 'reason', v.reason) as data
      from register_version v left join account a on a.district = v.district and a.id = v.account_id
     where v.district = ${actor.district} and v.entry_id = ${id} and v.import_id is not null order by v.import_id, v.recorded_at`.execute(
    db,
  )
  const text = (name: string, value: unknown) =>
    value === null || value === undefined ? null : (textOf(fieldOf(book, name), value) ?? String(value))
  return [...rows, ...imports]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, by, capacity, verb, data }) => ({
      at: at.toISOString(),
      by,
      capacity,
      what: words[verb] ?? verb,
      verb,
      from: (data.from ?? data.on ?? data.doneOn ?? null) as string | null,
      to: (data.to ?? null) as string | null,
      note: (data.title ?? null) as string | null,
      reason: (data.reason ?? data.note ?? data.purpose ?? null) as string | null,
      changes: (data.changes ?? [])
        .filter((c) => visible(c.field))
        .map((c) => ({
          field: c.field,
          title: fieldOf(book, c.field).title,
          before: text(c.field, c.before),
          after: text(c.field, c.after),
          personal: !Object.hasOwn(c, 'after'),
        })),
    }))
}

const mostLinked = 20
/** Entries of any register the reader may open in which a field points here today. */
async function linkedFrom(db: Db, actor: Actor, books: Book[], register: string, id: string, today: string) {
  const pointing = books
    .filter((b) => mayOpen(actor, b.def))
    .flatMap((b) =>
      Object.entries(b.def.form.properties).flatMap(([name, f]) =>
        f['x-link'] === `register:${register}` || f.items?.['x-link'] === `register:${register}`
          ? [{ book: b, name, title: f.title, value: JSON.stringify({ [name]: f.items ? [id] : id }) }]
          : [],
      ),
    )
  const found = await Promise.all(
    pointing.map(async ({ book, name, title, value }) => {
      const { rows } = await sql<{ id: string; title: string }>`
        select v.entry_id as id, v.title from register_version v
         where v.district = ${actor.district} and v.register = ${book.id} and v.replaced_at is null and v.data @> ${value}::jsonb
           and ${soOn(today)} and ${within(actor, book.def)} order by v.title collate "C" limit ${mostLinked + 1}`.execute(
        db,
      )
      return {
        register: book.id,
        name: book.def.name,
        field: name,
        fieldTitle: title,
        entries: rows.slice(0, mostLinked),
        more: rows.length > mostLinked,
      }
    }),
  )
  return found.filter((f) => f.entries.length)
}

const mostRows = 200
/** The pack's own questions about one entry. */
async function panelsOf(house: House, actor: Actor, book: OpenBook, id: string, path: string, on: string) {
  const asked = (book.def.panels ?? []).flatMap(({ title, query, see }) => {
    const text = house.panels[query]
    return text && (!see || mayRead(actor, { ...book.def, see, change: see }, path)) ? [{ title, text }] : []
  })
  if (!asked.length) return []
  return house.facts.read(house.clock.now(), async (ask) => {
    const panels: ({ title: string } & Answer<Record<string, Answered>>)[] = []
    for (const { title, text } of asked) {
      const whole = `select q.* from (${text}) q where $1::text is not null and $2::uuid is not null and $3::date is not null limit ${mostRows}`
      panels.push({ title, ...(await ask(whole, [house.district, id, on])) })
    }
    return panels
  })
}
