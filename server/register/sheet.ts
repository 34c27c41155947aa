import { sql } from 'kysely'
import type { Register, RegisterField } from '../content/register.ts'
import { openRegisters } from '../content/registers.ts'
import { normaliseIdNumber, normalisePhone, realDay } from '../person/rules.ts'
import type { Actor, Post } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { bookOf, type Entry, entriesOf, type Made2, numbered, type OpenBook, write } from './entry.ts'
import { keyOf, kindOf, labelOf, problemsOf } from './fields.ts'
import { badStep, lacking, mayChangeField, postToChange } from './rules.ts'
import { changed, type Data, type Live, onDay, same, type Turn } from './timeline.ts'

/** A register as a spreadsheet: its columns, what a line says, and what bringing it in would make of what is known. */

export type Desk = Pick<House, 'district' | 'db' | 'crypto' | 'clock'>
export type Values = Record<string, string>
export type Fault = { field: string; message: string }
export type SheetLine = { n: number; data: Data }
export type SheetCounts = { created: number; updated: number; unchanged: number }
export type Sheet = Awaited<ReturnType<typeof openSheet>>

const hints: Partial<Record<ReturnType<typeof kindOf>, string>> = {
  boolean: '是或否',
  date: '例如 2017-06-09',
  number: '数字',
  integer: '整数',
  link: '写名称',
}
const optionsOf = (f: RegisterField) => (f.enum ?? []).map((v) => labelOf(f, v))
/** The columns of its template. Lists of rows do not go into one line. */
export function sheetColumns(def: Register) {
  return Object.entries(def.form.properties).flatMap(([field, f]) => {
    const kind = kindOf(f)
    if (kind === 'rows') return []
    const options = kind === 'choices' && f.items ? optionsOf(f.items) : optionsOf(f)
    const many = kind === 'choices' ? '，几项用顿号隔开' : ''
    const hint = options.length ? `${options.slice(0, 8).join('、')}${many}` : (hints[kind] ?? '')
    const example = options[0] ?? (kind === 'date' ? '2017-06-09' : kind === 'boolean' ? '是' : '')
    const required = def.form.required?.includes(field) ?? false
    const unit = f['x-unit'] ? [`${f.title}（${f['x-unit']}）`] : []
    return [{ field, title: f.title, also: [field, ...unit], required, hint, example }]
  })
}

/** As how people write a day; `realDay` knows the calendar. */
function dayOf(typed: string): string | null {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(typed.normalize('NFKC').trim())
  if (!found) return null
  const day = `${found[1]}-${(found[2] ?? found[4] ?? '').padStart(2, '0')}-${(found[3] ?? found[5] ?? '').padStart(2, '0')}`
  return realDay(day) ? day : null
}

type Named = Map<string, string | null>
/** What people write for what a field links to: the name or the id. A name that two have says neither. */
async function named(db: Db, d: string, kind: string): Promise<Named> {
  const lists: Record<string, ReturnType<typeof sql<{ id: string; names: string[] }>>> = {
    place: sql`select id, array[name] as names from place where district = ${d} and valid_to is null`,
    unit: sql`select id, array[name, short_name] as names from unit where district = ${d}`,
    account: sql`select id, array[name] as names from account where district = ${d} and kind = 'staff'`,
    organisation: sql`select id, array[name, uscc] as names from organisation where district = ${d}`,
    person: sql`select id, array[]::text[] as names from person where false`,
  }
  const asked =
    lists[kind] ??
    sql<{
      id: string
      names: string[]
    }>`select distinct on (entry_id) entry_id::text as id, array[title] as names from register_version
      where district = ${d} and register = ${kind.slice('register:'.length)} and replaced_at is null order by entry_id, valid_from desc`
  const found: Named = new Map()
  for (const { id, names } of (await asked.execute(db)).rows) {
    for (const name of new Set(names.filter(Boolean)))
      found.set(name, found.has(name) && found.get(name) !== id ? null : id)
    found.set(id, id)
  }
  return found
}

async function actorOf(db: Db, d: string, account: string, today: string): Promise<Actor> {
  const { rows: posts } = await sql<Post>`
    select p.id, p.duty, p.unit_id as unit, p.place_id as place, l.path, p.capacity from post p
      join place l on l.district = p.district and l.id = p.place_id
     where p.district = ${d} and p.account_id = ${account} and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)`.execute(
    db,
  )
  return { district: d, account, name: '', kind: 'staff', personId: null, posts }
}

/** For one sheet: `day` is that of its data, `source` who said so. */
export async function openSheet(
  desk: Desk,
  register: string,
  account: string,
  day: string,
  source: string,
  importId: string,
) {
  const { db, district: d } = desk
  const today = civilToday(desk.clock)
  const book = await bookOf({ registers: openRegisters(d, () => desk.clock.now()) }, db, register)
  const actor = await actorOf(db, d, account, today)
  const { rows } = await sql<{
    id: string
    path: string
    kind: string
  }>`select id, path, kind from place where district = ${d}`.execute(db)
  const paths = new Map(rows.map((r) => [r.id, r.path]))
  const root = rows.find((r) => r.kind === 'district') as { id: string; path: string }
  const kinds = new Set(
    Object.values(book.def.form.properties).flatMap((f) => f['x-link'] ?? f.items?.['x-link'] ?? []),
  )
  const links = new Map<string, Named>()
  for (const kind of kinds) links.set(kind, await named(db, d, kind))
  const pathOf = (data: Data) => (book.def.place ? (paths.get(String(data[book.def.place])) ?? '') : root.path)
  return {
    columns: sheetColumns(book.def),
    /** One line: its values, or everything that is wrong with them. */
    read: (values: Values): { data: Data } | { faults: Fault[] } => readLine(book, actor, values, links, pathOf),
    /** What tells lines apart: the key of the register, or all they say. */
    keyOf: (data: Data) =>
      keyOf(book.def, data) ?? JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))),
    keyField: book.def.key[0] ?? book.def.title,
    judge: (from: Db | Tx, lines: SheetLine[]) => judge(desk, from, book, actor, lines, day, today, pathOf),
    /** Writes what the lines make of what is known. */
    async bring(tx: Tx, at: Date, lines: SheetLine[]): Promise<SheetCounts> {
      const judged = await judge(desk, tx, book, actor, lines, day, today, pathOf)
      const fault = judged.faults[0]
      if (fault) throw new Error(`line ${fault.n} is no longer what was checked`)
      const fresh = judged.writings.filter((w) => w.fresh).map((w) => ({ id: w.entry }))
      await sql`insert into register_entry (district, id, register, key, created_at)
        select ${d}, f.id, ${book.id}, null, ${at} from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as f(id uuid)`.execute(
        tx,
      )
      const more = { reason: source, account, importId, renewed: true }
      if (judged.writings.length)
        await write(
          desk,
          tx,
          book,
          at,
          today,
          root.id,
          judged.writings.map((w) => ({ ...w, ...more })),
        )
      return judged.counts
    },
  }
}

function readLine(
  book: OpenBook,
  actor: Actor,
  values: Values,
  links: ReadonlyMap<string, Named>,
  pathOf: (data: Data) => string,
) {
  const faults: Fault[] = []
  const data: Data = {}
  for (const [field, typed] of Object.entries(values)) {
    const f = book.def.form.properties[field]
    const text = typed.trim()
    if (!f || !text) continue
    const value = cellOf(f, text, links)
    if (typeof value === 'object' && value !== null && 'wrong' in value)
      faults.push({ field, message: String(value.wrong) })
    else data[field] = value
  }
  const told = new Set(faults.map((x) => x.field))
  for (const p of problemsOf(book.def, data)) {
    const field = p.field.split('.')[0] ?? p.field
    if (!told.has(field)) faults.push({ field, message: p.message })
  }
  if (faults.length) return { faults }
  const path = pathOf(data)
  if (!postToChange(actor, book.def, path))
    return { faults: [{ field: book.def.place ?? book.def.title, message: '不在您的工作范围内' }] }
  for (const field of Object.keys(data))
    if (!mayChangeField(actor, book.def.form.properties[field], path))
      faults.push({ field, message: `“${book.def.form.properties[field]?.title}”由其他岗位登记` })
  return faults.length ? { faults } : { data }
}

function cellOf(f: RegisterField, text: string, links: ReadonlyMap<string, Named>): unknown | { wrong: string } {
  const wrong = (message: string) => ({ wrong: `“${f.title}”${message}` })
  const option = (of: RegisterField, said: string) =>
    of.enum?.find((v) => String(v) === said || labelOf(of, v) === said)
  switch (kindOf(f)) {
    case 'enum':
      return option(f, text) ?? wrong(`不在可选范围内：${optionsOf(f).slice(0, 12).join('、')}`)
    case 'choices': {
      const said = text
        .split(/[、,，;；]/)
        .map((s) => s.trim())
        .filter(Boolean)
      const link = f.items?.['x-link']
      const all = said.map((s) => (link ? links.get(link)?.get(s) : f.items && option(f.items, s)))
      const at = all.findIndex((v) => v === undefined || v === null)
      return at < 0 ? all : wrong(`没有“${said[at]}”`)
    }
    case 'boolean':
      if (/^(是|有|true|1)$/i.test(text)) return true
      return /^(否|无|没有|false|0)$/i.test(text) ? false : wrong('应为是或否')
    case 'number':
    case 'integer': {
      const n = Number(text.normalize('NFKC').replace(/[,\s]/g, ''))
      return Number.isFinite(n) ? n : wrong('应为数字')
    }
    case 'date':
      return dayOf(text) ?? wrong('应为日期，例如 2017-06-09')
    case 'link': {
      const id = links.get(f['x-link'] as string)?.get(text)
      if (id === null) return wrong(`有几个都叫“${text}”，请写编号`)
      return id ?? wrong(`没有“${text}”`)
    }
    case 'id':
      return normaliseIdNumber(text)
    case 'phone':
      return normalisePhone(text)
    default:
      return text
  }
}

type Judged = {
  faults: (Fault & { n: number })[]
  counts: SheetCounts
  writings: { entry: string; fresh: boolean; gone: string[]; made: Made2[]; now: Live[]; since: string }[]
}
/** Each line beside what is known on the day of the data: new, changed, or nothing new. */
async function judge(
  desk: Desk,
  from: Db | Tx,
  book: OpenBook,
  actor: Actor,
  lines: SheetLine[],
  day: string,
  today: string,
  pathOf: (data: Data) => string,
): Promise<Judged> {
  const known = await knownOf(desk, from, book, lines)
  const out: Judged = { faults: [], counts: { created: 0, updated: 0, unchanged: 0 }, writings: [] }
  const writing = (entry: Pick<Entry, 'id' | 'live' | 'since'>, fresh: boolean, turn: Turn) => {
    const { made, now } = numbered(entry.live, turn, book.digest)
    out.writings.push({ entry: entry.id, fresh, gone: turn.gone, made, now, since: entry.since })
  }
  for (const { n, data } of lines) {
    const entry = known(data)
    if (!entry) {
      out.counts.created++
      const made = [{ from: day, to: null, data, of: null, corrects: null }]
      writing({ id: newId(), live: [], since: today }, true, { gone: [], made })
      continue
    }
    const first = entry.live[0] as Live
    const since = day > first.from ? day : first.from
    const before = onDay(entry.live, since)
    if (!before) {
      out.faults.push({ n, field: book.def.key[0] ?? book.def.title, message: `${since} 这一条已经注销` })
      continue
    }
    const patch = Object.fromEntries(Object.entries(data).filter(([f, v]) => !same(v, before.data[f])))
    // What was said of a later day stays: the sheet speaks of its own day until somebody said otherwise.
    const to =
      entry.live.find((v) => v.from > since && Object.keys(patch).some((f) => !same(v.data[f], before.data[f])))
        ?.from ?? null
    const turn = changed(entry.live, { from: since, to }, patch)
    if (!turn.gone.length) {
      out.counts.unchanged++
      continue
    }
    const now = { ...before.data, ...patch }
    const step = badStep(actor, book.def, pathOf(now), before.data, now)
    const missing = lacking(book.def, before.data, now)[0]
    if (step || missing)
      out.faults.push({ n, field: book.def.flow?.field ?? '', message: step ?? missing?.message ?? '' })
    else if (!postToChange(actor, book.def, entry.path))
      out.faults.push({ n, field: book.def.key[0] ?? book.def.title, message: '已经登记在别处，不在您的工作范围内' })
    else {
      out.counts.updated++
      writing(entry, false, turn)
    }
  }
  return out
}

/** Which entry a line speaks of: by the register's key; where nothing tells entries apart, one that says all of the same. */
async function knownOf(
  desk: Desk,
  from: Db | Tx,
  book: OpenBook,
  lines: SheetLine[],
): Promise<(data: Data) => Entry | undefined> {
  const { district: d } = desk
  if (book.def.key.length) {
    const keys = lines.map((l) => keyOf(book.def, l.data))
    const { rows } = await sql<{ id: string; key: string }>`select id, key from register_entry
      where district = ${d} and register = ${book.id} and key = any(${keys}::text[])`.execute(from)
    const ids = new Map(rows.map((r) => [r.key, r.id]))
    const entries = await entriesOf(
      desk,
      from,
      book,
      rows.map((r) => r.id),
      civilToday(desk.clock),
      false,
    )
    const by = new Map(entries.filter((e) => e.live.length).map((e) => [e.id, e]))
    return (data) => by.get(ids.get(keyOf(book.def, data) ?? '') ?? '')
  }
  const titles = lines.map((l) => String(l.data[book.def.title] ?? ''))
  const { rows } = await sql<{ id: string }>`select distinct entry_id as id from register_version
    where district = ${d} and register = ${book.id} and replaced_at is null and title collate "C" = any(${titles}::text[])`.execute(
    from,
  )
  const entries = await entriesOf(
    desk,
    from,
    book,
    rows.map((r) => r.id),
    civilToday(desk.clock),
    false,
  )
  return (data) => entries.find((e) => e.live.some((v) => Object.entries(data).every(([f, x]) => same(x, v.data[f]))))
}
