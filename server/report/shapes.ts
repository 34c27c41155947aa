import { Type as T } from 'typebox'
import { choice, maybe, time } from '../platform/schema.ts'

/** The shapes of what the routes take and give. */
export const words = (title: string, max: number) => T.String({ title, minLength: 1, maxLength: max, pattern: '\\S' })
export const day = (title: string) => T.String({ title, format: 'date' })
const reportId = T.String({ title: '报告', format: 'uuid' })
export const Id = T.Object({ id: reportId })
export const OpinionId = T.Object({ id: reportId, opinion: T.String({ title: '意见', format: 'uuid' }) })
export const Done = T.Object({ id: T.String() })
export const Template = T.Object({ id: T.String(), title: T.String(), about: T.String(), figures: T.Integer() })

const alarm = choice(['done', 'late-done', 'overdue', 'today', 'soon', 'ahead'])
const node = { node: T.String(), dueOn: T.String(), doneOn: maybe(T.String()), doneBy: maybe(T.String()), alarm }
const report = {
  id: T.String(),
  template: T.String(),
  title: T.String(),
  asOf: T.String(),
  meetingOn: T.String(),
  term: maybe(T.Integer()),
  sitting: maybe(T.Integer()),
  status: choice(['draft', 'locked', 'delivered', 'closed']),
  createdBy: T.String(),
  createdAt: time,
}
export const BareReport = T.Object({ ...report, next: maybe(T.Object(node)) })

const Piece = T.Object({ text: T.Optional(T.String()), mark: T.Optional(T.String()), strong: T.Optional(T.Boolean()) })
const Pieces = T.Array(Piece)
/** One shape for all kinds of block: short in the contract; what does not apply is left out. */
const Block = T.Object({
  kind: choice(['heading', 'paragraph', 'list', 'table', 'promises']),
  role: T.Optional(
    choice(['under', 'address'], { description: 'Of a paragraph: under the title, or to whom it speaks.' }),
  ),
  level: T.Optional(T.Integer()),
  ordered: T.Optional(T.Boolean()),
  pieces: T.Optional(Pieces),
  items: T.Optional(T.Array(Pieces)),
  head: T.Optional(T.Array(Pieces)),
  rows: T.Optional(T.Array(T.Array(Pieces))),
})
const Figure = T.Object({
  mark: T.String(),
  title: T.String(),
  class: choice(['live', 'target', 'missing']),
  from: choice(['indicator', 'report', 'place', 'definition', 'document', 'nothing']),
  text: T.String(),
  source: T.String(),
  note: T.Optional(T.String()),
  value: T.Optional(maybe(T.Number())),
  unit: T.Optional(T.String()),
  rows: T.Optional(T.Integer()),
  indicator: T.Optional(T.String()),
  asked: T.Optional(
    T.Object({
      place: T.Optional(T.String()),
      from: T.Optional(T.String()),
      to: T.String(),
      period: T.Optional(choice(['span', 'cumulative'])),
    }),
  ),
  figure: T.Optional(T.String()),
  now: T.Optional(T.String()),
  document: T.Optional(T.String()),
  status: maybe(T.String()),
  override: maybe(T.Number()),
})
const Promised = T.Object({
  n: T.Integer(),
  text: T.String(),
  owner: maybe(T.String()),
  ownerName: maybe(T.String()),
  dueOn: maybe(T.String()),
  indicator: maybe(T.String()),
  target: maybe(T.Number()),
  outcome: maybe(choice(['kept', 'partly', 'not'])),
  note: maybe(T.String()),
})
const Opinion = T.Object({
  id: T.String(),
  stage: choice(['before', 'meeting']),
  saidBy: T.String(),
  body: T.String(),
  saidOn: T.String(),
  owner: maybe(T.String()),
  ownerName: maybe(T.String()),
  dueOn: maybe(T.String()),
  response: maybe(T.String()),
  respondedBy: maybe(T.String()),
  respondedAt: maybe(time),
  inVersion: maybe(T.Integer()),
  satisfaction: maybe(choice(['satisfied', 'basically', 'dissatisfied'])),
})
export const WholeReport = T.Object({
  ...report,
  audience: T.String(),
  version: T.Integer(),
  body: T.String(),
  blocks: T.Array(Block),
  figures: T.Array(Figure),
  versions: T.Array(T.Object({ n: T.Integer(), note: maybe(T.String()), madeBy: T.String(), madeAt: time })),
  opinions: T.Array(Opinion),
  nodes: T.Array(T.Object({ ...node, title: T.String(), law: maybe(T.String()) })),
  promises: T.Array(Promised),
  earlier: maybe(T.Object({ id: T.String(), meetingOn: T.String(), promises: T.Array(Promised) })),
  yardstick: T.Array(T.Object({ n: T.Integer(), title: T.String(), marks: T.Array(T.String()) })),
  may: T.Object({
    write: maybe(T.String()),
    lock: T.Array(T.String()),
    deliver: maybe(T.String()),
    close: maybe(T.String()),
  }),
})
export const Diffed = T.Object({
  changes: T.Array(T.Object({ kind: choice(['same', 'gone', 'new']), text: T.String() })),
  figures: T.Array(T.Object({ mark: T.String(), before: maybe(T.String()), after: T.String() })),
})
