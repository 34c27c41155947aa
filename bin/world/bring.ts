import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { toCsv } from '../../server/platform/csv.ts'
import type { Sheet } from './district.ts'

/** A spreadsheet brought in the way people do it: upload, check, import, over HTTP with every guard on. */

export type Job = {
  id: string
  state: string
  lines: number
  good: number
  bad: number
  done: number
  result: Record<string, number> | null
  why: string | null
  faults: { n: number; message: string }[]
}
/** Lines that the district as it is now does not take. */
export class Refused extends Error {
  constructor(name: string, { lines, bad, faults }: Job) {
    super(`${name}: ${bad} of ${lines} lines are refused; line ${faults[0]?.n}: ${faults[0]?.message}`)
  }
}
export type Given = { source: string; collectedOn: string; choice?: 'all-or-nothing' | 'skip-bad' }

export function importer(base: string, cookie: string) {
  const ask = async (method: string, path: string, body?: object | FormData) => {
    const form = body instanceof FormData
    const res = await fetch(base + path, {
      method,
      headers: {
        cookie,
        'idempotency-key': randomUUID(),
        ...(body && !form && { 'content-type': 'application/json' }),
      },
      ...(body && { body: form ? body : JSON.stringify(body) }),
    })
    const text = await res.text()
    if (!res.ok) throw new Error(`${method} ${path}: ${res.status} ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }
  const until = async (id: string, ended: string[], tell: (job: Job) => void): Promise<Job> => {
    for (;;) {
      const job: Job = await ask('GET', `/api/imports/${id}`)
      tell(job)
      if (ended.includes(job.state)) return job
      await sleep(200)
    }
  }
  return {
    ask,
    /** Uploads, checks with the columns as the headings suggest, and imports. Throws when the job fails. */
    async bring(
      kind: Sheet['kind'],
      file: Blob,
      name: string,
      given: Given,
      tell: (job: Job) => void = () => {},
    ): Promise<Job> {
      const form = new FormData()
      form.set('kind', kind)
      form.set('file', file, name)
      const { id, mapping } = await ask('POST', '/api/imports', form)
      try {
        const { source, collectedOn, choice = 'all-or-nothing' } = given
        await ask('POST', `/api/imports/${id}/check`, { mapping, source, collectedOn })
        const checked = await until(id, ['checked', 'failed'], tell)
        if (checked.state === 'failed') throw new Error(`${name}: ${checked.why}`)
        if (checked.bad && choice === 'all-or-nothing') throw new Refused(name, checked)
        await ask('POST', `/api/imports/${id}/import`, { choice })
        const done = await until(id, ['done', 'failed', 'cancelled'], tell)
        if (done.state !== 'done') throw new Error(`${name}: ${done.state} ${done.why}`)
        return done
      } catch (error) {
        await ask('POST', `/api/imports/${id}/cancel`, {}).catch(() => {}) // it may have ended by itself; nothing waits for somebody
        throw error
      }
    },
  }
}

/** As CSV, in pieces that a Blob keeps outside the heap. */
export function csvOf(sheet: Sheet, most = Infinity): Blob {
  const parts: Blob[] = []
  let rows: Record<string, unknown>[] = []
  let [n, first] = [0, true]
  const flush = () => {
    const text = toCsv(sheet.columns, rows)
    parts.push(new Blob([first ? text : text.slice(text.indexOf('\r\n') + 2)]))
    ;[rows, first] = [[], false]
  }
  for (const row of sheet.rows()) {
    if (n++ >= most) break
    rows.push(Object.fromEntries(sheet.columns.map((c, i) => [c, row[i]])))
    if (rows.length === 10_000) flush()
  }
  if (rows.length || first) flush()
  return new Blob(parts)
}
