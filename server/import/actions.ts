import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import { postAs } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { numberIn } from '../platform/numbers.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { badMapping, registerOf, type SheetKind, suggest } from './kinds.ts'
import { headOf } from './outside.ts'
import { columnsFor, mayImport } from './sheets.ts'
import { BadTable } from './table.ts'
import { dropUpload, keepUpload } from './uploads.ts'

/** Uploading, choosing the columns, starting, cancelling. The work itself is the worker's (job.ts). */

const as = (actor: Command['actor'], kind: SheetKind) =>
  registerOf(kind) ? (actor.posts[0] ?? null) : postAs(actor, (p) => p.duty === 'data-manager')
const openJobs = 5

export async function upload(
  house: House,
  command: Command,
  given: { kind: SheetKind; name: string; chunks: AsyncIterable<Buffer> },
) {
  const id = newId()
  const [hash, size] = [createHash('sha256'), { bytes: 0 }]
  async function* measured() {
    for await (const chunk of given.chunks) {
      hash.update(chunk)
      size.bytes += chunk.length
      yield chunk
      await setImmediate() // a fast line must not keep others waiting until it has had enough
    }
  }
  await keepUpload(house.dataDir, house.crypto, id, measured())
  try {
    const lines = await headOf(house, id)
    if (lines.length === 1) throw new BadTable('文件里只有标题，没有数据行')
    // Headings are kept in the clear.
    if (lines[0]?.some((cell) => numberIn(cell))) throw new BadTable('第一行应是标题，现在是数据')
    const [headings = [], ...sample] = lines
    const answer = await act(
      house,
      { ...command, fingerprint: `${hash.copy().digest('hex')} ${given.kind}` },
      async ({ tx, actor, at, record }) => {
        const { rows } = await sql<{
          n: number
        }>`select count(*)::int as n from import_job where district = ${house.district}
         and state in ('uploaded', 'checking', 'checked', 'importing') and created_at > ${new Date(at.getTime() - 86_400_000)}`.execute(
          tx,
        )
        if ((rows[0]?.n ?? 0) >= openJobs) throw refused(`已有 ${openJobs} 个文件等着导入，请先完成或取消`)
        await sql`insert into import_job (district, id, kind, name, sha256, bytes, headings, sample, state, created_by, created_at)
        values (${house.district}, ${id}, ${given.kind}, ${given.name}, ${hash.digest('hex')}, ${size.bytes}, ${headings},
                ${house.crypto.seal(JSON.stringify(sample))}, 'uploaded', ${actor.account}, ${at})`.execute(tx)
        record({
          as: as(actor, given.kind),
          verb: 'import.uploaded',
          data: { import: id, kind: given.kind, bytes: size.bytes },
        })
        const { mapping } = await suggestedFor(house, tx, given.kind, headings)
        return { id, headings, mapping }
      },
    )
    if (answer.id !== id) await dropUpload(house.dataDir, id) // it was sent before, under the same key
    return answer
  } catch (error) {
    await dropUpload(house.dataDir, id)
    throw error instanceof BadTable ? badInput([{ field: 'file', message: error.message }]) : error
  }
}

/** How the columns were chosen the last time these headings came, with our own column of faults or without; else as the words suggest. */
export async function suggestedFor(house: House, db: Db | Tx, kind: SheetKind, headings: string[]) {
  const { rows } = await sql<{ mapping: Record<string, number>; source: string }>`
    select mapping, source from import_job
     where district = ${house.district} and kind = ${kind} and mapping is not null
       and array_remove(headings, '错误') = array_remove(${headings}::text[], '错误')
     order by created_at desc, id desc limit 1`.execute(db)
  return rows[0]
    ? { mapping: rows[0].mapping, source: rows[0].source }
    : { mapping: suggest(await columnsFor(house, kind), headings), source: null }
}

type Row = { kind: SheetKind; by: string; state: string; headings: string[]; bad: number; good: number; kept: boolean }
/** The job, locked, if it stands where it must. @throws Refusal 404, 409. */
async function standing(
  house: House,
  tx: Tx,
  actor: Command['actor'],
  id: string,
  states: string[],
  why: string,
): Promise<Row> {
  const { rows } =
    await sql<Row>`select kind, created_by as by, state, headings, good, bad, sample <> '' as kept from import_job
    where district = ${house.district} and id = ${id} for update`.execute(tx)
  if (!rows[0] || !(await mayImport(house, actor, rows[0].kind, rows[0].by))) throw notFound('没有这次导入')
  if (!states.includes(rows[0].state)) throw refused(why)
  if (!rows[0].kept) throw refused('文件已过保存期，请重新上传')
  return rows[0]
}

export type CheckGiven = { mapping: Record<string, number>; source: string; collectedOn: string }
export const startCheck = (house: House, command: Command, id: string, given: CheckGiven) =>
  act(house, command, async ({ tx, actor, record }) => {
    const job = await standing(
      house,
      tx,
      actor,
      id,
      ['uploaded', 'checked', 'failed', 'cancelled'],
      '正在进行，不能重新检查',
    )
    const why = badMapping(await columnsFor(house, job.kind), given.mapping, job.headings)
    if (why) throw badInput([{ field: 'mapping', message: why }])
    if (given.collectedOn > civilToday(house.clock))
      throw badInput([{ field: 'collectedOn', message: '“数据日期”还没有到' }])
    await sql`update import_job set state = 'checking', mapping = ${JSON.stringify(given.mapping)}, source = ${given.source},
        collected_on = ${given.collectedOn}, lines = 0, good = 0, bad = 0, done = 0, why = null, result = null, forecast = null, forecast_at = null,
        choice = null, beat_at = null, ended_at = null, turn = turn + 1, tries = 0
      where district = ${house.district} and id = ${id}`.execute(tx)
    record({
      as: as(actor, job.kind),
      verb: 'import.check-started',
      data: { import: id, source: given.source, collectedOn: given.collectedOn },
    })
    return { id, state: 'checking' }
  })

export const startImport = (house: House, command: Command, id: string, choice: 'all-or-nothing' | 'skip-bad') =>
  act(house, command, async ({ tx, actor, record }) => {
    const job = await standing(house, tx, actor, id, ['checked'], '请先检查，再导入')
    if (choice === 'all-or-nothing' && job.bad) throw refused(`有 ${job.bad} 行不对：请改好再来，或者选择跳过有错的行`)
    if (!job.good) throw refused('没有一行可以导入')
    await sql`update import_job set state = 'importing', choice = ${choice}, done = 0, beat_at = null, turn = turn + 1, tries = 0
      where district = ${house.district} and id = ${id}`.execute(tx)
    record({
      as: as(actor, job.kind),
      verb: 'import.started',
      data: { import: id, choice, good: job.good, bad: job.bad },
    })
    return { id, state: 'importing' }
  })

/** The list of faults is the sheet, with all that is in it: who took it stands in the history. */
export const tookFaults = (house: House, actor: Command['actor'], id: string, kind: SheetKind) =>
  act(house, actor, async ({ record }) => {
    record({ as: as(actor, kind), verb: 'import.faults-taken', data: { import: id } })
  })

/** The worker notices at its next sign of life and rolls back. */
export const cancel = (house: House, command: Command, id: string) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { kind } = await standing(
      house,
      tx,
      actor,
      id,
      ['uploaded', 'checking', 'checked', 'importing'],
      '已经结束，不能取消',
    )
    await sql`update import_job set state = 'cancelled', ended_at = ${at}, beat_at = null, turn = turn + 1 where district = ${house.district} and id = ${id}`.execute(
      tx,
    )
    record({ as: as(actor, kind), verb: 'import.cancelled', data: { import: id } })
    return { id, state: 'cancelled' }
  })
