import type { Limit, Segment } from '../calendar/clock.ts'
import type { State } from '../kernel/step.ts'

/** A case as one read brings it, and as the acts change it before one write puts it back. */
export type Status =
  | 'received'
  | 'correction'
  | 'processing'
  | 'decided'
  | 'issued'
  | 'delivered'
  | 'refused'
  | 'returned'
  | 'lapsed'
  | 'withdrawn'
  | 'voided'
  | 'merged'
  | 'unclaimed'

export const clockNames = [
  'notice',
  'correction',
  'tolerance',
  'total',
  'task',
  'timer',
  'delivery',
  'contact',
  'reply',
  'hold',
  'dispute',
  'rectify',
] as const
export type ClockName = (typeof clockNames)[number]

export type CaseRow = {
  id: string
  kind: string
  number: string
  title: string
  item_id: string
  item_digest: string
  process_digest: string
  place_id: string
  channel: 'window' | 'phone' | 'web' | 'door'
  status: Status
  state: State | null
  facts: Record<string, boolean>
  applicant_account: string | null
  accept_unit: string
  lead_unit: string
  received_at: Date
  accepted_at: Date | null
  decided_at: Date | null
  closed_at: Date | null
  closing: string | null
  outcome: string | null
  /** Whether the applicant says the trouble is over; outcome is what the office did. */
  solution: 'unknown' | 'solved' | 'disputed'
  due_at: Date | null
  warn_at: Date | null
  stopped_since: Date | null
  version: number
}
export type Task = {
  id: string
  node: string
  title: string
  kind: 'opinion' | 'decision' | 'consultation'
  unit_id: string
  status: 'open' | 'done' | 'returned' | 'cancelled'
  opened_at: Date
  ended_at: Date | null
  ended_by: string | null
  outcome: string | null
  opinion: string | null
  /** follows: the returned part this one takes over from. askedBy: the part that asked. */
  data: { question?: string; askedBy?: string; follows?: string }
}
export type ClockRow = {
  id: string
  task_id: string | null
  name: ClockName
  node: string | null
  started_at: Date
  ended_at: Date | null
  amount: number
  unit: Limit['unit']
  legal_amount: number | null
  segments: Segment[]
  due_at: Date | null
  warn_at: Date | null
  legal_due_at: Date | null
  stopped_since: Date | null
}
export type Material = {
  code: string
  name: string
  necessity: 'required' | 'conditional' | 'deferrable'
  status: 'missing' | 'received' | 'held' | 'promised'
  file_ids: string[]
  note: string | null
  at: Date
}
export type Party = {
  role: 'applicant' | 'agent'
  name: string
  id_number: Buffer
  phone: Buffer
  address: string
  person_id: string | null
}
export type Supervision = {
  id: string
  number: string
  basis: string
  demand: string
  target_unit: string
  by_account: string
  at: Date
  reply: string | null
  replied_at: Date | null
}

/** What every kind of case shares. The kind's own row comes beside it (server/matter). */
export type Case = {
  case: CaseRow
  tasks: Task[]
  clocks: ClockRow[]
  materials: Material[]
  applicant: Party
  supervisions: Supervision[]
}

export const openTasks = (c: Case) => c.tasks.filter((t) => t.status === 'open')
export const runningClock = (c: Case, name: ClockName, taskId: string | null = null) =>
  c.clocks.find((k) => k.name === name && k.task_id === taskId && !k.ended_at)
export const isClosed = (c: Case) => c.case.closed_at !== null
