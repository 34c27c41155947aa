import { sql } from 'kysely'
import type { House } from '../platform/house.ts'
import type { SheetKind } from './kinds.ts'

/** What the desk reads of the imports. */

export type Job = {
  id: string
  kind: SheetKind
  name: string
  state: string
  headings: string[]
  sample: Buffer
  mapping: Record<string, number> | null
  source: string | null
  collectedOn: string | null
  lines: number
  good: number
  bad: number
  done: number
  choice: string | null
  forecast: Record<string, number> | null
  forecastAt: Date | null
  result: Record<string, number> | null
  why: string | null
  createdAt: Date
  createdBy: string
  /** The account, for asking whose it is; it is not told. */
  by: string
}
/** The latest fifty, or the one. */
export async function jobs(house: House, id: string | null = null): Promise<Job[]> {
  const { rows } = await sql<Job>`
    select j.id, j.kind, j.name, j.state, j.headings, j.sample, j.mapping, j.source, j.collected_on::text as "collectedOn", j.lines, j.good, j.bad,
           j.done, j.choice, j.forecast, j.forecast_at as "forecastAt", j.result, j.why, j.created_at as "createdAt", j.created_by as by, a.name as "createdBy"
      from import_job j join account a on a.district = j.district and a.id = j.created_by
     where j.district = ${house.district} and (${id}::uuid is null or j.id = ${id}::uuid) order by j.created_at desc, j.id limit 50`.execute(
    house.db,
  )
  return rows
}

/** The first hundred faults, by line. */
export async function firstFaults(house: House, id: string) {
  const { rows } = await sql<{ n: number; field: string; message: string }>`
    select n, field, message from import_fault where district = ${house.district} and job_id = ${id} order by n, field limit 100`.execute(
    house.db,
  )
  return rows
}
