import { type Static, Type as T } from 'typebox'
import { Limit } from '../content/item.ts'
import { choice, maybe, time } from '../platform/schema.ts'
import { clockNames } from './model.ts'

/** What a case looks like from outside: the answer schemas shared by every face. Times are ISO strings with zone. */

export const lights = ['green', 'yellow', 'red', 'stopped', 'done'] as const
export const Light = choice(lights)

export const ClockView = T.Object({
  id: T.String(),
  name: choice([...clockNames], {
    description:
      "notice: 5 wd to accept or tell; correction/tolerance: the applicant's time; total; task; delivery; contact: after a bad rating; reply: to a supervision.",
  }),
  taskId: maybe(T.String()),
  limit: Limit,
  legal: maybe(T.Integer({ description: 'The legal limit in the same unit, where there is one.' })),
  startedAt: time,
  endedAt: maybe(time),
  dueAt: maybe(time),
  legalDueAt: maybe(time),
  provisional: T.Boolean({ description: 'The clock stands still and the date counts on the stop ending as expected.' }),
  light: Light,
  late: T.Boolean(),
  stops: T.Array(T.Object({ from: time, to: maybe(time), reason: T.String(), expectedEnd: maybe(T.String()) })),
  extensions: T.Array(T.Object({ at: time, amount: T.Integer(), reason: T.String(), by: T.String() })),
  explanation: T.Array(T.Object({ date: T.String(), text: T.String() }), {
    description: 'How the date came about, step by step, for a person to check.',
  }),
})

export const TaskView = T.Object({
  id: T.String(),
  node: T.String(),
  title: T.String(),
  kind: choice(['opinion', 'decision', 'consultation']),
  unit: T.String(),
  unitName: T.String(),
  status: choice(['open', 'done', 'returned', 'cancelled']),
  openedAt: time,
  endedAt: maybe(time),
  endedBy: maybe(T.String()),
  outcome: maybe(
    T.String({ description: 'opinion: agree | disagree; decision: yes | no; returned: the reason code.' }),
  ),
  opinion: maybe(T.String()),
  question: maybe(T.String({ description: 'consultation: what is asked' })),
  clock: maybe(ClockView),
  abilities: T.Record(T.String(), maybe(T.String()), {
    description: 'Per act: null when the caller may, else the Chinese reason why not.',
  }),
})

export const LaneSpan = T.Object({
  from: time,
  to: maybe(time),
  kind: choice(['waiting', 'running', 'stopped', 'returned', 'done', 'late']),
  label: T.String(),
})
export const Lane = T.Object({
  unit: T.String(),
  name: T.String(),
  role: T.String({ description: '牵头 lead, 协办 co-unit, 受理 accepting window, 申请人 applicant' }),
  spans: T.Array(LaneSpan),
})
export const LanesView = T.Object({
  from: time,
  to: time,
  now: time,
  promisedAt: maybe(time),
  legalAt: maybe(time),
  rest: T.Array(T.Object({ from: T.String(), to: T.String(), name: T.String() }), {
    description: 'Rest days as civil dates, both ends included.',
  }),
  lanes: T.Array(Lane),
})

export const EventView = T.Object({
  id: T.Integer(),
  at: time,
  who: T.String(),
  unit: maybe(T.String()),
  capacity: maybe(T.String()),
  verb: T.String(),
  text: T.String({ description: 'The event as a Chinese sentence.' }),
})

export const CaseRow = T.Object({
  number: T.String(),
  title: T.String(),
  applicant: T.String({ description: 'Masked name.' }),
  place: T.String(),
  status: T.String(),
  statusText: T.String(),
  light: Light,
  dueAt: maybe(time),
  remaining: maybe(T.String({ description: '剩 3 个工作日 / 超期 2 个工作日' })),
  receivedAt: time,
  holder: T.String({ description: 'Who holds it now, in a few words.' }),
  leadUnit: T.String(),
})
export const TaskRow = T.Object({
  ...CaseRow.properties,
  taskId: T.String(),
  taskTitle: T.String(),
  taskKind: T.String(),
  unit: T.String(),
  unitName: T.String(),
  openedAt: time,
})
export type ClockView = Static<typeof ClockView>
export type TaskView = Static<typeof TaskView>
export type Lane = Static<typeof Lane>
export type LanesView = Static<typeof LanesView>
export type EventView = Static<typeof EventView>
export type CaseRow = Static<typeof CaseRow>
export type TaskRow = Static<typeof TaskRow>
