import { sql } from 'kysely'
import { act, clockwork } from '../platform/act.ts'
import { civilToday, wallNow } from '../platform/clock.ts'
import { csvLine } from '../platform/csv.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { dropSealed, keepSealed } from '../platform/vault.ts'
import { xlsxOf } from '../platform/xlsx.ts'
import { type Cell, columnsOf } from './columns.ts'
import { mostLines, standingWords, titleOf } from './rules.ts'
import { type Row, readLines, requests } from './store.ts'

/** An approved list becomes a sealed file on disk, and who stands in it is kept: once, whatever becomes of the file. */

export const fileOf = (id: string) => `exports/${id}`
const quietMs = 60_000

let busy = false
/** Without waiting for the next round: somebody has just said yes. */
export const soon = (house: House) =>
  void keepExports(house).catch((error: Error) => console.error(`exports: ${error.message}`))

/** Makes what is approved, also what a process that died had begun; deletes what has had its time. */
export async function keepExports(house: House): Promise<void> {
  await expire(house)
  if (busy) return
  busy = true
  try {
    for (let id = await claim(house); id; id = await claim(house)) await make(house, id)
  } finally {
    busy = false
  }
}

async function claim(house: House): Promise<string | undefined> {
  const now = wallNow()
  const { rows } = await sql<{ id: string }>`
    update export_request set beat_at = ${now}, done = 0 where district = ${house.district} and id = (
      select id from export_request where district = ${house.district} and state = 'making'
         and (beat_at is null or beat_at < ${new Date(now.getTime() - quietMs)}) order by decided_at limit 1 for update skip locked)
    returning id`.execute(house.db)
  return rows[0]?.id
}

async function make(house: House, id: string): Promise<void> {
  const [r] = await requests(house.db, house.district, sql`x.id = ${id}`, () => ({ full: false, sensitive: false }))
  if (!r) return
  await dropSealed(house.dataDir, fileOf(id)) // of a making that was cut off
  try {
    await act(house, clockwork(house.district), async ({ tx, at, record }) => {
      await sql`set local statement_timeout = '5min'`.execute(tx)
      await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(tx)
      const count = { lines: 0 }
      const lines = cells(house, tx, r, count)
      const head = { mark: watermark(house, r, at), about: about(house, r), titles: titles(r) }
      await keepSealed(
        house.dataDir,
        house.crypto,
        fileOf(id),
        r.format === 'csv' ? asCsv(head, lines) : asXlsx(head, lines),
      )
      const expires = new Date(at.getTime() + r.days * 86_400_000)
      await sql`update export_request set state = 'ready', lines = ${count.lines}, done = ${count.lines}, made_at = ${at}, expires_at = ${expires}, beat_at = null
        where district = ${house.district} and id = ${id}`.execute(tx)
      record({ as: null, verb: 'export.made', data: { export: id, number: r.number, lines: count.lines } })
    })
  } catch (error) {
    await dropSealed(house.dataDir, fileOf(id))
    console.error(`export ${id}: ${(error as Error).message}`)
    await act(house, clockwork(house.district), async ({ tx, record }) => {
      await sql`update export_request set state = 'failed', beat_at = null where district = ${house.district} and id = ${id}`.execute(
        tx,
      )
      record({ as: null, verb: 'export.failed', data: { export: id, number: r.number } })
    })
  }
}

/** The lines as they go into the file; whoever they speak of is kept beside. */
async function* cells(house: House, tx: Tx, r: Row, count: { lines: number }): AsyncGenerator<Cell[][]> {
  const columns = columnsOf[r.what].filter((c) => r.columns.includes(c.id))
  const wanted = { what: r.what, path: r.place.path, filter: r.filter, today: civilToday(house.clock) }
  for await (const rows of readLines(tx, house.district, wanted)) {
    await sql`insert into export_person (district, person_id, export_id)
      select distinct ${house.district}, u, ${r.id}::uuid from unnest(${rows.flatMap((x) => x.persons)}::text[]) u on conflict do nothing`.execute(
      tx,
    )
    yield rows.map((x) => columns.map((c) => c.cell(x, house.crypto)))
    count.lines += rows.length
    if (count.lines > mostLines.csv) throw new Error('the list grew beyond what may leave')
    await sql`update export_request set done = ${count.lines}, beat_at = ${wallNow()} where district = ${house.district} and id = ${r.id}`.execute(
      house.db,
    )
  }
}

const titles = (r: Row) => columnsOf[r.what].filter((c) => r.columns.includes(c.id)).map((c) => c.title)
const civilMinute = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** Who, when, why, under which number: on the first and the last line, and on every printed page. */
export const watermark = (house: House, r: Row, at: Date): string =>
  [
    `${house.name} 导出编号 ${r.number}`,
    `申请：${r.requester}（${r.unit} ${r.capacity}）`,
    `批准：${r.decider ?? ''}`,
    `${civilMinute(at)} 生成`,
    `用途：${r.purpose}`,
    `${r.days} 天内有效，含个人信息，不得转给他人，用完删除`,
  ].join('｜')

const about = (house: House, r: Row): string => {
  const { standing, ageFrom, ageTo, category } = r.filter
  return [
    titleOf[r.what],
    r.place.name,
    standing && standingWords[standing],
    category && house.care.categories.find((c) => c.id === category)?.name,
    (ageFrom !== undefined || ageTo !== undefined) &&
      `年龄 ${ageFrom ?? 0} 岁${ageTo === undefined ? '以上' : `至 ${ageTo} 岁`}`,
  ]
    .filter(Boolean)
    .join('｜')
}

type Head = { mark: string; about: string; titles: string[] }

async function* asCsv(head: Head, lines: AsyncIterable<Cell[][]>): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${csvLine([head.mark])}${csvLine([head.about])}${csvLine(head.titles)}`)
  for await (const batch of lines) yield Buffer.from(batch.map(csvLine).join(''))
  yield Buffer.from(csvLine([head.mark]))
}

async function* asXlsx(head: Head, lines: AsyncIterable<Cell[][]>): AsyncGenerator<Buffer> {
  const all: Cell[][] = []
  for await (const batch of lines) {
    all.push(...batch)
    if (all.length > mostLines.xlsx) throw new Error('the list grew beyond what a sheet may hold')
  }
  const bytes = await xlsxOf({ ...head, lines: all })
  for (let at = 0; at < bytes.length; at += 65_536) yield Buffer.from(bytes.subarray(at, at + 65_536))
}

/** The file goes when its time has come; that it was made, and who took it, stays. */
async function expire(house: House): Promise<void> {
  const now = house.clock.now()
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from export_request where district = ${house.district} and state = 'ready' and expires_at <= ${now}) as due`.execute(
    house.db,
  )
  if (!rows[0]?.due) return
  const gone = await act(house, clockwork(house.district), async ({ tx, record }) => {
    const { rows } = await sql<{ id: string; number: string }>`
      update export_request set state = 'expired' where district = ${house.district} and state = 'ready' and expires_at <= ${now} returning id, number`.execute(
      tx,
    )
    for (const { id, number } of rows) record({ as: null, verb: 'export.expired', data: { export: id, number } })
    return rows
  })
  for (const { id } of gone) await dropSealed(house.dataDir, fileOf(id))
}
