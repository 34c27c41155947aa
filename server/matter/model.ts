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
  delivery: { method: string; receivedBy: string; witnesses?: string[]; at: string; by: string } | null
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
    rectification: string | null
    rectifiedAt: string | null
    calledBackAt: string | null
    satisfied: boolean | null
    appeal: string | null
    appealUpheld: boolean | null
  } | null
  exceptions: Exceptions
}
export type Matter = Case & { own: Own }

type By = { at: string; by: string }
/** What befell a matter beside its road; each at most once at a time, the history has them all. */
export type Exceptions = {
  /** Taken on paper, entered later: counts from `receivedAt` once somebody else has approved. */
  late?: By & { receivedAt: string; reason: string; approved: boolean | null; approver: string | null }
  /** 帮办代办: the account that helps, which never accepts what it helped with. */
  helper?: { account: string; name: string; how: 'help' | 'act' }
  representative?: By & { kind: 'agent' | 'guardian' | 'heir'; why: string; authorisation: string }
  visit?: By & { day: string; slot: 'am' | 'pm'; where: string; done: (By & { staff: string[]; note: string }) | null }
  /** The number it has in a department's own system. */
  vertical?: By & { system: string; number: string }
  /** What was said when something was supplied, where somebody's number stands in it: sealed. */
  notes?: (By & { words: string })[]
  undelivered?: By & { reason: string; until: string }
  dispute?: By & { words: string; answer: (By & { words: string; reopened: boolean }) | null }
}
