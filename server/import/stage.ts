import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { searchOf } from '../person/actions.ts'
import type { Crypto } from '../platform/crypto.ts'
import { type Context, checkOther, checkResident, type Fault, type Values } from './check.ts'
import type { Kind } from './kinds.ts'
import type { Line } from './table.ts'

/** Checked lines on their way into `import_line`, as COPY's text format wants them. */

const columns =
  'district, job_id, n, id_hash, id_number, name, phone, phone_hash, sex, born, search, reg_community, reg_building, reg_key, now_community, now_building, now_key, since, household, relation, data, body, digest'
const special = /[\\\t\n\r]/
const text = (s: string | null | undefined) =>
  s === null || s === undefined
    ? '\\N'
    : special.test(s)
      ? s.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
      : s
const bytes = (b: Buffer | null) => (b ? `\\\\x${b.toString('hex')}` : '\\N')

/** A line that is no resident: what it is found by in the open, what it says sealed. */
export const stagedOther = (crypto: Crypto, head: string, n: number, data: object, says: object, all: object = says) =>
  `${head}\t${n}${'\t\\N'.repeat(17)}\t${text(JSON.stringify(data))}\t${bytes(crypto.seal(JSON.stringify(says)))}\t${bytes(crypto.blind(JSON.stringify(all)))}\n`

/** One line as text for COPY, or what is wrong with it. */
export function stager(kind: Kind, crypto: Crypto, context: Context, head: string) {
  return (n: number, values: Values): string | Fault[] => {
    if (kind !== 'residents') {
      const found = checkOther(kind, values, context)
      if ('faults' in found) return found.faults
      return stagedOther(crypto, head, n, found.row.data, found.row.says, found.row)
    }
    const found = checkResident(values, context)
    if ('faults' in found) return found.faults
    const r = found.row
    const here = (a: typeof r.present) =>
      a?.at === 'here'
        ? `${text(a.community)}\t${text(a.building)}\t${text(a.key)}`
        : a
          ? 'outside\t\\N\t\\N'
          : '\\N\t\\N\t\\N'
    const body = JSON.stringify(r.says)
    const digest = crypto.blind(`${r.idNumber}\n${r.name}\n${r.phone ?? ''}\n${r.since ?? ''}\n${body}`)
    return [
      head,
      n,
      bytes(crypto.blind(r.idNumber)),
      bytes(crypto.seal(r.idNumber)),
      text(r.name),
      bytes(r.phone ? crypto.seal(r.phone) : null),
      bytes(r.phone ? crypto.blind(r.phone) : null),
      r.sex,
      r.born,
      text(searchOf(r.name)),
      here(r.registered),
      here(r.present),
      r.since ?? '\\N',
      text(r.household),
      text(r.relation),
      '\\N',
      bytes(crypto.seal(body)),
      `${bytes(digest)}\n`,
    ].join('\t')
  }
}

export type Progress = { lines: number; good: number; bad: number }

/**
 * Streams the sheet through `stage` into the table. `beat` is told how far it is every few thousand lines and may throw to stop;
 * then nothing of the job is left there. Faults go to `fault` in batches.
 */
export async function copyLines(
  client: Client,
  batches: AsyncIterable<Line[]>,
  pick: (cells: string[]) => Values,
  stage: (n: number, values: Values) => string | Fault[],
  beat: (p: Progress) => Promise<void>,
  fault: (faults: (Fault & { n: number })[]) => Promise<void>,
): Promise<Progress> {
  const p: Progress = { lines: 0, good: 0, bad: 0 }
  async function* copied() {
    let first = true
    let said = 0
    for await (const batch of batches) {
      const faults: (Fault & { n: number })[] = []
      let out = ''
      for (const line of batch) {
        if (first) {
          first = false
          continue
        }
        p.lines++
        const staged = stage(line.n, pick(line.cells))
        if (typeof staged === 'string') {
          p.good++
          out += staged
        } else {
          p.bad++
          const named = new Map(staged.map((f) => [f.field, { ...f, n: line.n }]))
          faults.push(...named.values())
        }
      }
      if (faults.length) await fault(faults)
      if (out) yield Buffer.from(out)
      if (p.lines - said >= 5000) {
        said = p.lines
        await beat(p)
      }
    }
  }
  await pipeline(copied(), client.query(copyFrom(`copy import_line (${columns}) from stdin`)))
  await beat(p)
  return p
}
