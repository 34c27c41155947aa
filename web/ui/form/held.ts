import type { Held } from '../../api/types.ts'
import type { Question } from './schema.ts'
import { labelOf } from './schema.ts'

export type Offer = { held: Held; value: unknown }

/** What we hold, as an answer to this question; undefined where it does not fit what is asked. */
export function offerFor(q: Question, held: Held[]): Offer | undefined {
  const found = held.find((h) => h.name === q['x-held'])
  if (!found) return undefined
  const value = answerTo(q, found.value)
  return value === undefined ? undefined : { held: found, value }
}

function answerTo(q: Question, value: unknown): unknown {
  if (value === null || typeof value === 'object') return undefined
  if (q.enum) return q.enum.find((e) => e === value || labelOf(q, e) === value)
  if (q.type === 'integer' || q.type === 'number')
    return Number.isFinite(Number(value)) && value !== '' ? Number(value) : undefined
  if (q.type === 'boolean') return typeof value === 'boolean' ? value : undefined
  if (q.format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? value : undefined
  return q.type === undefined || q.type === 'string' ? String(value) : undefined
}
