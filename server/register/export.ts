import { sql } from 'kysely'
import { isPersonal } from '../content/register.ts'
import { act, type Command } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import { csvLine } from '../platform/csv.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { notFound, refused } from '../platform/refusal.ts'
import { xlsxOf } from '../platform/xlsx.ts'
import { bookOf, type OpenBook } from './entry.ts'
import { kindOf } from './fields.ts'
import { mayOpen, maySeeField, postToRead } from './rules.ts'
import { type Asked, celled, count, type Line, lines, mostCounted } from './store.ts'

/** A list leaves as a file: who took it, of what, for which purpose stands in the history first. Personal fields never leave this way. */

export type Format = 'csv' | 'xlsx'
const most = { csv: 100_000, xlsx: 20_000 }
const minutes = 10
type Taken = {
  at: Date
  data: { format: Format; purpose: string; q?: string; where?: string; on: string; known: string | null }
}
export type Wanted = { format: Format; purpose: string; q?: string; where?: string }
type Read = Omit<Asked, 'limit' | 'after'>

export const takeOut = (house: House, command: Command, book: OpenBook, asked: Read, given: Wanted) =>
  act(house, command, async ({ actor, record }) => {
    const rows = await count(house.db, actor, book, asked)
    if (given.format === 'xlsx' && rows > mostCounted)
      throw refused(`xlsx 一次最多 ${mostCounted} 条，请改用 csv，或者缩小范围`)
    const id = newId()
    const { format, purpose, q, where } = given
    record({
      as: postToRead(actor, book.def, ''),
      verb: 'register.exported',
      data: {
        export: id,
        register: book.id,
        format,
        purpose,
        q,
        where,
        on: asked.on,
        known: asked.known,
        rows: Math.min(rows, mostCounted + 1),
      },
    })
    return { id, name: fileName(book, asked.on, format) }
  })

export const fileName = (book: OpenBook, on: string, format: Format) => `${book.def.name} ${on}.${format}`

/** What was taken out a moment ago, by the one who took it. @throws Refusal 404. */
export async function taken(
  house: House,
  actor: Actor,
  register: string,
  id: string,
): Promise<Taken & { book: OpenBook }> {
  const { rows } =
    await sql<Taken>`select at, data from event where district = ${house.district} and data ? 'export' and data ->> 'export' = ${id}
      and verb = 'register.exported' and data ->> 'register' = ${register} and account_id = ${actor.account}
      and at > ${new Date(house.clock.now().getTime() - minutes * 60_000)} limit 1`.execute(house.db)
  const book = rows[0] && (await bookOf(house, house.db, register))
  if (!rows[0] || !book || !mayOpen(actor, book.def)) throw notFound('没有这份导出，或者已过十分钟，请重新导出')
  return { ...rows[0], book }
}

/** The columns that may leave: everything open that this reader may see somewhere. */
const columnsOf = (actor: Actor, book: OpenBook) =>
  Object.entries(book.def.form.properties).filter(
    ([, f]) => !isPersonal(f) && kindOf(f) !== 'rows' && maySeeField(actor, f, null),
  )

async function* pages(house: House, actor: Actor, book: OpenBook, asked: Read, atMost: number) {
  const columns = columnsOf(actor, book)
  const books = new Map((await house.registers.all(house.db)).map((b) => [b.id, b]))
  let after: Line | undefined
  for (let done = 0; done < atMost; ) {
    const found: Line[] = await lines(house.db, actor, book, { ...asked, after, limit: Math.min(1000, atMost - done) })
    if (!found.length) return
    const rows = await celled(
      house.db,
      actor,
      books,
      book,
      found,
      columns.map(([name]) => name),
    )
    yield rows.map((r) => [
      ...columns.map(([name, f]) => {
        const cell = r.cells[name]
        return f.type === 'number' || f.type === 'integer'
          ? ((cell?.value as number | null) ?? null)
          : (cell?.text ?? null)
      }),
      r.from,
    ])
    done += found.length
    after = found.at(-1)
  }
}

export const titlesOf = (actor: Actor, book: OpenBook) => [
  ...columnsOf(actor, book).map(([, f]) => (f['x-unit'] ? `${f.title}（${f['x-unit']}）` : f.title)),
  '起始日期',
]

export async function* asCsv(house: House, actor: Actor, book: OpenBook, asked: Read): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${csvLine(titlesOf(actor, book))}`)
  for await (const rows of pages(house, actor, book, asked, most.csv)) yield Buffer.from(rows.map(csvLine).join(''))
}

export async function asXlsx(
  house: House,
  actor: Actor,
  book: OpenBook,
  asked: Read,
  purpose: string,
): Promise<Buffer> {
  const all: (string | number | null)[][] = []
  for await (const rows of pages(house, actor, book, asked, most.xlsx)) all.push(...rows)
  return Buffer.from(
    await xlsxOf({
      mark: `${actor.name} ${asked.on} 用途：${purpose}`,
      about: `${book.def.name}，${asked.on}，${all.length}${book.def.counts}`,
      titles: titlesOf(actor, book),
      lines: all,
    }),
  )
}
