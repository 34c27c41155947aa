import { type Static, Type as T } from 'typebox'
import { CaseRow, ClockView, EventView, LanesView, TaskView } from '../case/view.ts'
import { choice, maybe, time } from '../platform/schema.ts'

/** The sentence of an event, for whoever else tells it. */
export { tell } from './history.ts'

export const MaterialView = T.Object({
  code: T.String(),
  name: T.String(),
  necessity: T.String(),
  status: choice(['missing', 'received', 'held', 'promised']),
  note: maybe(T.String()),
  files: T.Array(T.Object({ id: T.String(), name: T.String(), mime: T.String(), bytes: T.Integer() })),
})
export const PaperView = T.Object({
  id: T.String(),
  kind: T.String(),
  title: T.String(),
  number: T.String(),
  issuedAt: time,
  sealUnit: T.String(),
  voided: T.Boolean(),
})
export const SupervisionView = T.Object({
  id: T.String(),
  number: T.String(),
  basis: T.String(),
  demand: T.String(),
  targetUnit: T.String(),
  targetName: T.String(),
  by: T.String(),
  at: time,
  reply: maybe(T.String()),
  repliedAt: maybe(time),
  clock: maybe(ClockView),
  abilities: T.Record(T.String(), maybe(T.String())),
})

/** The matter's page: the same for all who may see it; what they may do differs. */
export const MatterView = T.Object({
  ...CaseRow.properties,
  line: T.String(),
  projectType: T.String(),
  channel: T.String(),
  itemId: T.String(),
  itemVersion: T.Integer(),
  acceptUnit: T.String(),
  acceptUnitName: T.String(),
  leadUnitName: T.String(),
  holding: T.String({ description: 'Who holds it, since when, until when: one sentence.' }),
  acceptedAt: maybe(time),
  deemed: T.Boolean({ description: 'Accepted by the law, because no notice was given in time.' }),
  decidedAt: maybe(time),
  closedAt: maybe(time),
  closing: maybe(T.String()),
  outcome: maybe(T.String()),
  others: T.Array(T.String(), { description: 'Numbers of open matters of the same person on the same item.' }),
  solution: choice(['unknown', 'solved', 'disputed'], {
    description: 'What the applicant says; closed is not solved.',
  }),
  exceptions: T.Object({
    representative: T.Optional(T.Object({ kind: T.String(), why: T.String(), authorisation: T.String() })),
    helper: T.Optional(T.Object({ name: T.String(), how: T.String() })),
    visit: T.Optional(T.Object({ day: T.String(), slot: T.String(), where: T.String(), done: maybe(T.String()) })),
    late: T.Optional(T.Object({ receivedAt: time, reason: T.String(), approved: maybe(T.Boolean()) })),
    vertical: T.Optional(T.Object({ system: T.String(), number: T.String() })),
    undelivered: T.Optional(T.Object({ reason: T.String(), until: T.String() })),
    dispute: T.Optional(T.Object({ words: T.String(), at: time, answer: maybe(T.String()) })),
  }),
  applicantParty: T.Object({ name: T.String(), idNumber: T.String(), phone: T.String(), address: T.String() }),
  answers: T.Array(T.Object({ name: T.String(), title: T.String(), text: T.String() })),
  conditions: T.Array(T.String()),
  materials: T.Array(MaterialView),
  correction: maybe(T.Object({ items: T.Array(T.String()), at: time, dueAt: maybe(time) })),
  tolerance: maybe(T.Object({ materials: T.Array(T.String()), dueAt: maybe(time), signedBy: T.String() })),
  refusal: maybe(T.Object({ reason: T.String(), rightBody: maybe(T.String()) })),
  extension: maybe(
    T.Object({
      reason: T.String(),
      amount: T.Integer(),
      requestedBy: T.String(),
      decided: maybe(T.Boolean()),
      decidedBy: maybe(T.String()),
      note: maybe(T.String()),
    }),
  ),
  decision: maybe(T.Object({ outcome: T.String(), reason: T.String(), remedy: maybe(T.String()) })),
  result: maybe(T.Object({ name: T.String(), number: T.String(), at: time })),
  delivery: maybe(T.Object({ method: T.String(), receivedBy: T.String(), at: time })),
  rating: maybe(
    T.Object({
      level: T.Integer(),
      words: maybe(T.String()),
      contactedAt: maybe(time),
      contactNote: maybe(T.String()),
      rectification: maybe(T.String()),
      satisfied: maybe(T.Boolean()),
      appeal: maybe(T.String()),
      appealUpheld: maybe(T.Boolean()),
    }),
  ),
  tasks: T.Array(TaskView),
  clocks: T.Array(ClockView),
  lanes: LanesView,
  events: T.Array(EventView),
  papers: T.Array(PaperView),
  supervisions: T.Array(SupervisionView),
  abilities: T.Record(T.String(), maybe(T.String()), {
    description: 'Per act: null when the caller may, else the Chinese reason why not.',
  }),
})
/** What anyone with the number and the last four of the identity number may see. */
export const TrackView = T.Pick(MatterView, [
  'number',
  'title',
  'status',
  'statusText',
  'light',
  'dueAt',
  'remaining',
  'receivedAt',
  'acceptedAt',
  'decidedAt',
  'closedAt',
  'holding',
  'acceptUnitName',
  'correction',
  'result',
  'delivery',
  'rating',
  'lanes',
  'abilities',
])
export type MatterView = Static<typeof MatterView>
export type TrackView = Static<typeof TrackView>
export type MaterialView = Static<typeof MaterialView>
export type PaperView = Static<typeof PaperView>
export type SupervisionView = Static<typeof SupervisionView>
