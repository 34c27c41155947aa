import { once } from 'node:events'
import { setPriority } from 'node:os'
import { sql } from 'kysely'
import { loadCrypto } from '../platform/crypto.ts'
import { csvLine } from '../platform/csv.ts'
import { openDb } from '../platform/db.ts'
import type { Asked } from './outside.ts'
import { BadTable, firstLines, readTable } from './table.ts'
import { readUpload } from './uploads.ts'

/** Reads one uploaded sheet onto its standard output: its first lines, or all of it with its faults. Started by outside.ts. */
const asked = JSON.parse(process.env.LINLI_IMPORT ?? '{}') as Asked
setPriority(Math.ceil(Number(process.env.LINLI_NICE ?? 10) / 2))
const crypto = loadCrypto(asked.dataDir)
const bytes = () => readUpload(asked.dataDir, crypto, asked.id)
process.stdout.on('error', () => process.exit()) // nobody reads on

async function faults() {
  const db = openDb(asked.url, { max: 1, longestMs: 60_000, name: 'linli reader' })
  const { rows } = await sql<{ n: number; said: string }>`
    select n, string_agg(message, '；' order by field) as said from import_fault
     where district = ${asked.district} and job_id = ${asked.id} group by n`.execute(db)
  await db.destroy()
  const said = new Map(rows.map((r) => [r.n, r.said]))
  let width = 0
  for await (const batch of readTable(bytes)) {
    let out = width ? '' : '\uFEFF'
    for (const { n, cells } of batch) {
      const why = width ? (said.get(n) ?? '') : '错误'
      width ||= cells.length
      out += csvLine([...cells, ...Array(Math.max(0, width - cells.length)).fill(''), why])
    }
    if (!process.stdout.write(out)) await once(process.stdout, 'drain')
  }
}

if (asked.what === 'faults') await faults()
else {
  const said = await firstLines(bytes)
    .then((lines) => ({ lines }))
    .catch((error) => {
      if (error instanceof BadTable) return { why: error.message }
      throw error
    })
  process.stdout.write(JSON.stringify(said))
}
