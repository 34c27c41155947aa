import { sql } from 'kysely'
import type { Crypto } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Sheet, SheetCounts, SheetLine } from '../register/view.ts'
import type { Fault, Values } from './check.ts'
import { stagedOther } from './stage.ts'

/** Sheets of registers: staged like the others, judged line by line beside what is known, brought in by the register's own rules. */

const batchLines = 500
type Of = { district: string; job: string; crypto: Crypto }

export const bookStager =
  (sheet: Sheet, crypto: Crypto, head: string) =>
  (n: number, values: Values): string | Fault[] => {
    const found = sheet.read(values)
    if ('faults' in found) return found.faults
    return stagedOther(crypto, head, n, { key: sheet.keyOf(found.data) }, found.data)
  }

async function* staged(db: Db | Tx, { district, job, crypto }: Of): AsyncGenerator<SheetLine[]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ n: number; body: Buffer }>`select n, body from import_line
      where district = ${district} and job_id = ${job} and n > ${after} order by n limit ${batchLines}`.execute(db)
    if (!rows.length) return
    after = rows.at(-1)?.n as number
    yield rows.map(({ n, body }) => ({ n, data: JSON.parse(crypto.unseal(body)) }))
  }
}

/** What bringing it in would do; lines that what is known forbids are faults, and no longer staged. */
export async function judgeBook(
  db: Db,
  sheet: Sheet,
  of: Of,
  fault: (faults: (Fault & { n: number })[]) => Promise<void>,
) {
  const total = { created: 0, updated: 0, unchanged: 0, unmatched: 0 }
  let bad = 0
  for await (const lines of staged(db, of)) {
    const { faults, counts } = await sheet.judge(db, lines)
    for (const key of ['created', 'updated', 'unchanged'] as const) total[key] += counts[key]
    if (!faults.length) continue
    bad += faults.length
    await fault(faults)
    await sql`delete from import_line where district = ${of.district} and job_id = ${of.job} and n = any(${faults.map((f) => f.n)}::int[])`.execute(
      db,
    )
  }
  return { forecast: total, bad }
}

export async function bringBook(
  tx: Tx,
  sheet: Sheet,
  of: Of,
  at: Date,
  told: (counts: SheetCounts) => Promise<void>,
): Promise<SheetCounts> {
  const total: SheetCounts = { created: 0, updated: 0, unchanged: 0 }
  for await (const lines of staged(tx, of)) {
    const counts = await sheet.bring(tx, at, lines)
    for (const key of Object.keys(total) as (keyof SheetCounts)[]) total[key] += counts[key]
    await told(total)
  }
  return total
}
