import { type Static, Type as T } from 'typebox'
import { CaseRow, ClockView, EventView, LanesView, TaskView } from '../case/view.ts'
import { choice, maybe, time } from '../platform/schema.ts'

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

// —— what the acts are given ——
const words = (title: string, max = 500) => T.String({ title, minLength: 1, maxLength: max, pattern: '\\S' })
const bare = { additionalProperties: false }
const uuids = (title: string) => T.Array(T.String({ format: 'uuid' }), { title, maxItems: 10 })

export const Submission = T.Object(
  {
    item: words('事项', 100),
    place: T.String({ title: '所在社区', minLength: 1, maxLength: 100 }),
    applicant: T.Object(
      {
        name: words('姓名', 50),
        idNumber: T.String({ title: '身份证号', minLength: 15, maxLength: 30 }),
        phone: T.String({ title: '手机号', minLength: 5, maxLength: 30 }),
        address: words('住址', 200),
      },
      { ...bare, title: '申请人' },
    ),
    form: T.Record(T.String({ maxLength: 60 }), T.Unknown(), { title: '表单', maxProperties: 100 }),
    materials: T.Array(
      T.Object(
        {
          code: words('材料代码', 60),
          status: choice(['received', 'held', 'missing'], { title: '材料状态' }),
          files: T.Optional(uuids('材料文件')),
        },
        bare,
      ),
      { title: '材料', maxItems: 40 },
    ),
  },
  bare,
)
export const Acceptance = T.Object(
  {
    tolerated: T.Optional(
      T.Array(words('容缺材料', 60), {
        title: '容缺材料',
        maxItems: 10,
        description: 'Codes of missing deferrable materials accepted on a signed promise.',
      }),
    ),
    promiseSigned: T.Optional(T.Boolean({ title: '已签容缺承诺书' })),
  },
  bare,
)
export const Settlement = T.Object(
  {
    opinion: words('办理意见', 1000),
    resultNumber: T.Optional(words('证照或文书编号', 60)),
    receivedBy: words('签收人', 50),
  },
  bare,
)
export const SendBack = T.Object({ reason: words('退件理由') }, bare)
export const Refusing = T.Object(
  {
    kind: choice(['not-needed', 'not-ours', 'not-qualified'], { title: '不予受理情形' }),
    reason: words('不予受理理由'),
    rightBody: T.Optional(words('应当向哪个机关申请', 100)),
  },
  bare,
)
export const Correction = T.Object(
  {
    items: T.Array(words('需要补正的内容', 200), { title: '需要补正的全部内容', minItems: 1, maxItems: 30 }),
    days: T.Optional(T.Integer({ title: '补正期限（工作日）', minimum: 1, maximum: 60 })),
  },
  bare,
)
export const Fix = T.Object(
  {
    form: T.Record(T.String({ maxLength: 60 }), T.Unknown(), {
      title: '当场更正的内容',
      minProperties: 1,
      maxProperties: 100,
    }),
    note: words('更正说明', 200),
  },
  bare,
)
export const Supplement = T.Object(
  {
    materials: T.Array(T.Object({ code: words('材料代码', 60), files: T.Optional(uuids('材料文件')) }, bare), {
      title: '补交的材料',
      maxItems: 40,
    }),
    form: T.Optional(T.Record(T.String({ maxLength: 60 }), T.Unknown(), { title: '更正的回答', maxProperties: 100 })),
    note: T.Optional(T.String({ title: '说明', maxLength: 500 })),
  },
  bare,
)
export const Completion = T.Object(
  {
    outcome: choice(['agree', 'disagree', 'yes', 'no', 'answered'], { title: '意见' }),
    opinion: words('意见内容', 1000),
    remedy: T.Optional(words('救济途径', 500)),
  },
  bare,
)
export const TaskReturn = T.Object(
  {
    code: choice(['wrong-unit', 'wrong-item', 'incomplete'], { title: '退回原因' }),
    reason: words('退回说明'),
  },
  bare,
)
export const Reroute = T.Object({ unit: words('改派单位', 100), note: words('说明') }, bare)
export const Stop = T.Object(
  {
    kind: words('特别程序种类', 60),
    reason: words('理由或依据'),
    expectedEnd: T.String({ title: '预计结束日期', format: 'date' }),
  },
  bare,
)
export const Resume = T.Object({ result: words('特别程序结果') }, bare)
export const Consultation = T.Object(
  {
    unit: words('征求意见单位', 100),
    question: words('征求意见内容'),
    days: T.Integer({ title: '答复期限（工作日）', minimum: 1, maximum: 30 }),
  },
  bare,
)
export const Extension = T.Object(
  { amount: T.Integer({ title: '延长天数', minimum: 1, maximum: 60 }), reason: words('延长理由') },
  bare,
)
export const ExtensionDecision = T.Object({ approve: T.Boolean({ title: '是否同意' }), note: words('审批意见') }, bare)
export const Result = T.Object(
  { number: words('证照或文书编号', 60), note: T.Optional(T.String({ title: '备注', maxLength: 200 })) },
  bare,
)
export const Delivery = T.Object(
  {
    method: choice(['window', 'door', 'post', 'electronic'], { title: '送达方式' }),
    receivedBy: words('签收人', 50),
  },
  bare,
)
export const Rating = T.Object(
  {
    level: T.Integer({ title: '评价等级', minimum: 1, maximum: 5 }),
    words: T.Optional(T.String({ title: '评价内容', maxLength: 500 })),
  },
  bare,
)
export const Contact = T.Object({ note: words('联系情况') }, bare)
export const Urge = T.Object({ target: T.Optional(words('催办单位', 100)), words: words('催办内容', 300) }, bare)
export const Supervise = T.Object(
  {
    target: words('被督办单位', 100),
    basis: words('督办依据', 300),
    demand: words('督办要求'),
    days: T.Integer({ title: '答复期限（工作日）', minimum: 1, maximum: 30 }),
  },
  bare,
)
export const SupervisionReply = T.Object({ reply: words('督办答复', 1000) }, bare)
export const Withdrawal = T.Object({ reason: words('撤回理由', 300) }, bare)
export const Voiding = T.Object(
  {
    kind: choice(['voided', 'entry-error'], { title: '作废情形' }),
    reason: words('作废理由'),
  },
  bare,
)
