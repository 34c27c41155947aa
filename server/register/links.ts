import { sql } from 'kysely'
import type { Register, RegisterField } from '../content/register.ts'
import type { Book } from '../content/registers.ts'
import type { Actor } from '../platform/auth.ts'
import { maskName } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import { mayRead } from './rules.ts'
import type { Data } from './timeline.ts'

/** What the values of linking fields point to: whether it is there, and what it is called for this reader. */

export type Link = { field: string; kind: string; id: string }
export function linksIn(def: Register, data: Data): Link[] {
  const of = (field: string, f: RegisterField | undefined, value: unknown): Link[] =>
    f?.['x-link'] && typeof value === 'string' ? [{ field, kind: f['x-link'], id: value }] : []
  return Object.entries(data).flatMap(([name, value]) => {
    const f = def.form.properties[name]
    if (!Array.isArray(value)) return of(name, f, value)
    return value.flatMap((v) =>
      v && typeof v === 'object'
        ? Object.entries(v).flatMap(([column, cell]) => of(name, f?.items?.properties?.[column], cell))
        : of(name, f?.items, v),
    )
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sorted = (links: Link[]) => {
  const by = new Map<string, Set<string>>()
  for (const { kind, id } of links) by.set(kind, (by.get(kind) ?? new Set()).add(id))
  return by
}
type Named = { kind: string; id: string; name: string; path: string | null }

/** Those that are there, each with its name. One statement a kind. */
async function found(db: Db | Tx, d: string, links: Link[]): Promise<Named[]> {
  const plain: Record<string, (ids: string[]) => ReturnType<typeof sql<Named>>> = {
    place: (ids) =>
      sql`select 'place' as kind, id, name, path from place where district = ${d} and id = any(${ids}::text[])`,
    unit: (ids) =>
      sql`select 'unit' as kind, id, short_name as name, null as path from unit where district = ${d} and id = any(${ids}::text[])`,
    account: (ids) =>
      sql`select 'account' as kind, id, name, null as path from account where district = ${d} and kind = 'staff' and id = any(${ids}::text[])`,
    person: (
      ids,
    ) => sql`select 'person' as kind, p.id, p.name, pl.path from person p join place pl on pl.district = p.district and pl.id = p.place_id
      where p.district = ${d} and p.id = any(${ids}::text[])`,
    organisation: (ids) =>
      sql`select 'organisation' as kind, id, name, null as path from organisation where district = ${d} and id = any(${ids}::text[])`,
  }
  const asked = [...sorted(links)].map(async ([kind, set]) => {
    const ids = [...set]
    if (plain[kind]) return (await plain[kind](ids).execute(db)).rows
    const real = ids.filter((id) => uuid.test(id))
    if (!real.length) return []
    const { rows } = await sql<Named>`
      select distinct on (v.entry_id) ${kind} as kind, v.entry_id as id, v.title as name, p.path
        from register_version v join place p on p.district = v.district and p.id = v.place_id
       where v.district = ${d} and v.register = ${kind.slice('register:'.length)} and v.entry_id = any(${real}::uuid[])
       order by v.entry_id, v.replaced_at is not null, v.valid_from desc`.execute(db)
    return rows
  })
  return (await Promise.all(asked)).flat()
}

/** The fields whose link leads nowhere. */
export async function badLinks(db: Db | Tx, d: string, links: Link[]): Promise<string[]> {
  if (!links.length) return []
  const there = new Set((await found(db, d, links)).map((n) => `${n.kind} ${n.id}`))
  return links.filter((l) => !there.has(`${l.kind} ${l.id}`)).map((l) => l.field)
}

/**
 * The name of each, by `kind id`. A person is masked; an entry that the reader may not read has no name here.
 */
export async function namesOf(
  db: Db | Tx,
  actor: Actor,
  books: ReadonlyMap<string, Book>,
  links: Link[],
): Promise<Map<string, string>> {
  if (!links.length) return new Map()
  const all = await found(db, actor.district, links)
  return new Map(
    all.flatMap(({ kind, id, name, path }) => {
      if (kind === 'person') return [[`${kind} ${id}`, maskName(name)] as const]
      if (!kind.startsWith('register:')) return [[`${kind} ${id}`, name] as const]
      const book = books.get(kind.slice('register:'.length))
      return book && mayRead(actor, book.def, path ?? '') ? [[`${kind} ${id}`, name] as const] : []
    }),
  )
}
