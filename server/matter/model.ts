import type { Case } from '../case/model.ts'

/** The kind's own row. Times inside are ISO strings: they are JSON. */
export type Own = {
  form: Record<string, unknown>
  deemed: boolean
  notice: { items: string[]; at: string; by: string } | null
  tolerance: { codes: string[]; at: string; signedBy: string } | null
  extension: {
    amount: number
    reason: string
    by: string
    at: string
    decided: boolean | null
    decidedBy: string | null
    note: string | null
  } | null
  decision: { outcome: 'yes' | 'no'; reason: string; remedy: string | null; at: string; by: string } | null
  result: { name: string; number: string; note: string | null; at: string; by: string } | null
  delivery: { method: string; receivedBy: string; at: string; by: string } | null
  /** `ended`: the parts and clocks it ended, which undoing it gives back. */
  withdrawal: {
    reason: string
    at: string
    by: string
    was: 'received' | 'correction' | 'processing'
    ended: string[]
  } | null
  refusal: { kind: string; reason: string; rightBody: string | null; at: string; by: string } | null
  rating: {
    level: number
    words: string | null
    at: string
    contactedAt: string | null
    contactNote: string | null
  } | null
}
export type Matter = Case & { own: Own }
