import { type Static, Type as T } from 'typebox'
import { maybe } from '../platform/schema.ts'
import type { Column } from './kinds.ts'
import { maskedLine } from './mask.ts'
import type { Job as Row } from './store.ts'

/** What is told of an import, and nothing else of its row. */

export const Job = T.Object({
  id: T.String(),
  kind: T.String(),
  name: T.String(),
  state: T.String({ description: 'uploaded, checking, checked, importing, done, cancelled or failed.' }),
  headings: T.Array(T.String()),
  sample: T.Array(T.Array(T.String()), {
    description: 'The first lines, masked; empty when the file is no longer kept.',
  }),
  mapping: maybe(T.Record(T.String(), T.Integer())),
  source: maybe(T.String()),
  collectedOn: maybe(T.String()),
  lines: T.Integer(),
  good: T.Integer(),
  bad: T.Integer(),
  done: T.Integer(),
  choice: maybe(T.String()),
  forecast: maybe(
    T.Record(T.String(), T.Integer(), { description: 'As result, of what importing would do; known when checked.' }),
  ),
  forecastAt: maybe(T.String({ description: 'Of when the forecast is: it is made anew when another import came in.' })),
  result: maybe(T.Record(T.String(), T.Integer(), { description: 'created + updated + unchanged = good.' })),
  why: maybe(T.String()),
  createdBy: T.String(),
  createdAt: T.String(),
})
export const Listed = T.Object({ ...T.Omit(Job, ['sample']).properties, kept: T.Boolean() })
export const Kinds = T.Array(
  T.Object({
    kind: T.String(),
    title: T.String(),
    columns: T.Array(T.Object({ field: T.String(), title: T.String(), required: T.Boolean(), hint: T.String() })),
  }),
)
export const toldKind = ({ kind, title, columns }: { kind: string; title: string; columns: Column[] }) => ({
  kind,
  title,
  columns: columns.map(({ field, title, required = false, hint }) => ({ field, title, required, hint })),
})

const plain = ({ sample: _, by: __, forecastAt, createdAt, ...job }: Row) => ({
  ...job,
  forecastAt: forecastAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})
export const listed = (job: Row): Static<typeof Listed> => ({ ...plain(job), kept: job.sample.length > 0 })

/** With its first lines, masked as what these columns are taken for. */
export function shown(
  job: Row,
  mapping: Record<string, number>,
  unseal: (sealed: Buffer) => string,
): Static<typeof Job> {
  const fields: string[] = []
  for (const [field, at] of Object.entries(mapping)) fields[at] = field
  const lines: string[][] = job.sample.length ? JSON.parse(unseal(job.sample)) : []
  return { ...plain(job), sample: lines.map((cells) => maskedLine(cells, job.headings, fields)) }
}
