import { Type as T } from 'typebox'
import { keepingDuties } from '../content/register.ts'
import type { Book } from '../content/registers.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { maybe } from '../platform/schema.ts'
import { bookOf } from './entry.ts'
import { kindOf, labelOf } from './fields.ts'
import { entryFile } from './file.ts'
import { filterable, readFilters } from './filters.ts'
import { lightOf, mayOpen, maySeeField, postToChange } from './rules.ts'
import { Brief, bare, Definition, DueRow, day, File, OneEntry, OneRegister, Row, tag } from './schema.ts'
import { celled, count, dues, lines, mayWriteSomewhere, mostCounted, shelves } from './store.ts'

/** Reading the registers: which there are, their lists, one entry's file, what falls due. */

const allow = keepingDuties
/** The registers this reader may open. */
export const opened = async (house: House, actor: Actor): Promise<Map<string, Book>> =>
  new Map((await house.registers.all(house.db)).filter((b) => mayOpen(actor, b.def)).map((b) => [b.id, b]))
/** @throws Refusal 404 where it is not for them. */
export async function openBook(house: House, actor: Actor, id: string) {
  const book = await bookOf(house, house.db, id)
  if (!mayOpen(actor, book.def)) throw notFound('没有这本台账')
  return book
}
const cursor = {
  of: (r: { title: string; id: string }) => Buffer.from(`${r.id}${r.title}`).toString('base64url'),
  read(text: string) {
    const said = Buffer.from(text, 'base64url').toString()
    const [id, title] = [said.slice(0, 36), said.slice(36)]
    if (!/^[0-9a-f-]{36}$/.test(id)) throw badInput([{ field: 'after', message: '“从哪一条往后”不对，请从头翻页' }])
    return { id, title }
  },
}
export const Narrowed = {
  q: T.Optional(T.String({ title: '查找', maxLength: 60 })),
  where: T.Optional(
    T.String({
      title: '筛选',
      maxLength: 600,
      description: 'field:value,value;field:from..to — enum, boolean, date, place and link fields.',
    }),
  ),
  on: T.Optional(day('哪天的情况')),
  known: T.Optional(day('按哪天所知')),
}
/** What the query asks for, judged. */
export function askedOf(
  house: House,
  actor: Actor,
  book: Book,
  query: { q?: string; where?: string; on?: string; known?: string },
) {
  const filters = readFilters(book.def, query.where)
  if (typeof filters === 'string') throw badInput([{ field: 'where', message: filters }])
  for (const f of filters)
    if (!maySeeField(actor, book.def.form.properties[f.field], null))
      throw badInput([{ field: 'where', message: `不能按“${f.field}”筛选` }])
  return { q: query.q, filters, on: query.on ?? civilToday(house.clock), known: query.known ?? null }
}

export default function registerRoutes(app: App, house: House) {
  app.get(
    '/api/registers',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '台账目录',
        description: 'The registers the caller may open, with their entries in the caller’s places and what falls due.',
        response: { 200: T.Array(Brief) },
      },
    },
    async (req) => {
      const actor = caller(req)
      const books = [...(await opened(house, actor)).values()]
      const counted = await shelves(house.db, actor, books, civilToday(house.clock))
      return books.map((b) => {
        const { name, counts, about, group } = b.def
        const { entries = 0, due = 0, late = 0 } = counted.get(b.id) ?? {}
        return { id: b.id, name, counts, about, group, entries, due, late, enter: mayWriteSomewhere(actor, b) }
      })
    },
  )

  app.get(
    '/api/registers/duties',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '到期事项',
        description:
          'What falls due in the registers the caller may open, over the caller’s places, the most urgent first.',
        querystring: T.Object({ until: T.Optional(day('看到哪天')) }, bare),
        response: { 200: T.Object({ rows: T.Array(DueRow), more: T.Boolean() }) },
      },
    },
    async (req) => {
      const actor = caller(req)
      const books = await opened(house, actor)
      const today = civilToday(house.clock)
      const rows = await dues(house.db, actor, [...books.values()], req.query.until ?? today, null, mostDue + 1)
      return {
        rows: rows.slice(0, mostDue).map(({ path, title, ...r }) => {
          const def = (books.get(r.register) as Book).def
          return {
            ...r,
            entryTitle: title,
            registerName: def.name,
            title: def.duties?.find((d) => d.id === r.duty)?.title ?? r.duty,
            light: lightOf(r.dueOn, r.warnOn, today),
            mayDo: postToChange(actor, def, path) !== null,
          }
        }),
        more: rows.length > mostDue,
      }
    },
  )

  app.get(
    '/api/registers/:register',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '台账定义',
        description: 'One register’s definition as this reader may see it: its form, list, filters and rules.',
        params: OneRegister,
        response: { 200: Definition },
      },
    },
    async (req) => definitionFor(caller(req), await openBook(house, caller(req), req.params.register)),
  )

  app.get(
    '/api/registers/:register/entries',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '台账列表',
        description:
          'Entries in the caller’s places by title: found by words, filtered, as they were on a day and as known on a day.',
        params: OneRegister,
        querystring: T.Object(
          {
            ...Narrowed,
            after: T.Optional(T.String({ title: '从哪一条往后', maxLength: 1000 })),
            limit: T.Optional(T.Integer({ title: '每页几条', minimum: 1, maximum: 200 })),
          },
          bare,
        ),
        response: {
          200: T.Object({
            rows: T.Array(Row),
            next: maybe(T.String({ description: 'Ask again with after = this.' })),
            total: maybe(T.Integer({ description: 'On the first page; null where there are more than ten thousand.' })),
          }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const book = await openBook(house, actor, req.params.register)
      const asked = askedOf(house, actor, book, req.query)
      const after = req.query.after ? cursor.read(req.query.after) : undefined
      const limit = req.query.limit ?? 50
      const [found, total, books] = await Promise.all([
        lines(house.db, actor, book, { ...asked, after, limit: limit + 1 }),
        after ? null : count(house.db, actor, book, asked),
        opened(house, actor),
      ])
      const rows = await celled(house.db, actor, books, book, found.slice(0, limit), book.def.list)
      const last = rows.at(-1)
      return {
        rows,
        next: found.length > limit && last ? cursor.of(last) : null,
        total: total !== null && total > mostCounted ? null : total,
      }
    },
  )

  app.get(
    '/api/registers/:register/entries/:id',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '台账条目',
        description:
          'One entry’s file: its fields in words, history, what points to it, panels and duties; as on a day, as known on a day.',
        params: OneEntry,
        querystring: T.Object({ on: Narrowed.on, known: Narrowed.known }, bare),
        response: { 200: File },
      },
    },
    async (req) => {
      const actor = caller(req)
      const book = await openBook(house, actor, req.params.register)
      const today = civilToday(house.clock)
      const at = { on: req.query.on ?? today, known: req.query.known ?? null, today }
      const file = await entryFile(house, actor, book, await opened(house, actor), req.params.id, at)
      if (!file) throw notFound('没有这一条，或者不在您的工作范围内')
      return { ...file, duties: file.duties.map((d) => ({ ...d, light: lightOf(d.dueOn, d.warnOn, today) })) }
    },
  )
}
const mostDue = 200

function definitionFor(actor: Actor, book: Book) {
  const { def } = book
  const seen = Object.entries(def.form.properties).filter(([, f]) => maySeeField(actor, f, null))
  const names = new Set(seen.map(([name]) => name))
  const column = (name: string) => {
    const f = def.form.properties[name] as (typeof seen)[number][1]
    return { field: name, title: f.title, kind: kindOf(f), unit: f['x-unit'] ?? null }
  }
  const options = (name: string) => {
    const f = def.form.properties[name] as (typeof seen)[number][1]
    if (f.type === 'boolean') return [true, false].map((value) => ({ value, label: value ? '是' : '否' }))
    const of = kindOf(f) === 'choices' && f.items ? f.items : f
    return (of.enum ?? []).map((value) => ({ value, label: labelOf(of, value) }))
  }
  const post = mayWriteSomewhere(actor, book)
  return {
    id: book.id,
    digest: book.digest,
    version: book.version,
    name: def.name,
    counts: def.counts,
    about: def.about,
    group: def.group,
    title: def.title,
    key: def.key,
    place: def.place ?? null,
    form: { ...def.form, properties: Object.fromEntries(seen) },
    list: def.list.filter((name) => names.has(name)).map(column),
    filters: filterable(def)
      .filter((name) => names.has(name))
      .map((name) => ({ ...column(name), options: options(name) })),
    duties: (def.duties ?? []).map(({ id, title }) => ({ id, title })),
    flow: def.flow ?? null,
    map: def.map !== undefined,
    changeable: seen.flatMap(([name, f]) =>
      !f['x-change'] || actor.posts.some((p) => f['x-change']?.includes(p.duty)) ? [name] : [],
    ),
    enter: post ? null : '由这本台账的管理岗位登记',
  }
}
