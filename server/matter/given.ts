import { Type as T } from 'typebox'
import { choice, personal } from '../platform/schema.ts'

/** What the acts are given: the bodies of the routes, each with the words for its address in the contract. */
export const words = (title: string, max = 500, more = {}) =>
  T.String({ title, minLength: 1, maxLength: max, pattern: '\\S', ...more })
const bare = { additionalProperties: false }
/** An act's name and what it does, for the contract. */
export const act = (title: string, description: string) => ({ ...bare, title, description })
const uuids = (title: string) => T.Array(T.String({ format: 'uuid' }), { title, maxItems: 10 })

export const Submission = T.Object(
  {
    item: words('事项', 100),
    place: T.String({ title: '所在社区', minLength: 1, maxLength: 100 }),
    applicant: T.Object(
      {
        name: words('姓名', 50),
        idNumber: T.String({ title: '身份证号', minLength: 15, maxLength: 30, ...personal }),
        phone: T.String({ title: '手机号', minLength: 5, maxLength: 30, ...personal }),
        address: words('住址', 200),
      },
      { ...bare, title: '申请人' },
    ),
    form: T.Record(T.String({ maxLength: 60 }), T.Unknown(), { ...personal, title: '表单', maxProperties: 100 }),
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
    door: T.Optional(T.Boolean({ title: '上门收件', description: 'By a clerk only: taken at the applicant’s home.' })),
    late: T.Optional(
      T.Object(
        { receivedAt: T.String({ title: '实际收件时间', format: 'date-time' }), reason: words('补录原因', 300) },
        {
          ...bare,
          title: '补录',
          description: 'By a clerk only: taken on paper before; counts from then once approved.',
        },
      ),
    ),
  },
  act('提交申请', 'Submits an application: by a resident for oneself, or by a clerk for the person at the window.'),
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
  act(
    '受理',
    'Accepts the matter: the total clock and the formal road start; missing deferrable materials need a signed promise.',
  ),
)
export const Settlement = T.Object(
  {
    opinion: words('办理意见', 1000),
    resultNumber: T.Optional(words('证照或文书编号', 60, personal)),
    receivedBy: words('签收人', 50),
  },
  act('当场办结', 'Settles an on-the-spot item in one act, without an acceptance paper.'),
)
export const SendBack = T.Object(
  { reason: words('退件理由') },
  act('退件', 'Gives the matter back to the applicant after a unit returned its part.'),
)
export const Refusing = T.Object(
  {
    kind: choice(['not-needed', 'not-ours', 'not-qualified'], { title: '不予受理情形' }),
    reason: words('不予受理理由'),
    rightBody: T.Optional(words('应当向哪个机关申请', 100)),
  },
  act('不予受理', 'Refuses the matter with a reason; where it is not ours, names the right body.'),
)
export const Correction = T.Object(
  {
    items: T.Array(words('需要补正的内容', 200), { title: '需要补正的全部内容', minItems: 1, maxItems: 30 }),
    days: T.Optional(T.Integer({ title: '补正期限（工作日）', minimum: 1, maximum: 60 })),
  },
  act('一次性告知补正', 'Tells the applicant everything that is lacking, once and all at once.'),
)
export const Fix = T.Object(
  {
    form: T.Record(T.String({ maxLength: 60 }), T.Unknown(), {
      ...personal,
      title: '当场更正的内容',
      minProperties: 1,
      maxProperties: 100,
    }),
    note: words('更正说明', 200),
  },
  act('当场更正', 'Mends a slip in the form at the counter.'),
)
export const Supplement = T.Object(
  {
    materials: T.Array(T.Object({ code: words('材料代码', 60), files: T.Optional(uuids('材料文件')) }, bare), {
      title: '补交的材料',
      maxItems: 40,
    }),
    form: T.Optional(
      T.Record(T.String({ maxLength: 60 }), T.Unknown(), { ...personal, title: '更正的回答', maxProperties: 100 }),
    ),
    note: T.Optional(T.String({ title: '说明', maxLength: 500, ...personal })),
  },
  act('补交材料', 'Supplies what the one-time notice or the signed promise asked for.'),
)
export const Completion = T.Object(
  {
    outcome: choice(['agree', 'disagree', 'yes', 'no', 'answered'], { title: '意见' }),
    opinion: words('意见内容', 1000),
    remedy: T.Optional(words('救济途径', 500)),
  },
  act('办理完成', "Gives the unit's opinion, decision or answer and ends its part."),
)
export const TaskReturn = T.Object(
  {
    code: choice(['wrong-unit', 'wrong-item', 'incomplete'], { title: '退回原因' }),
    reason: words('退回说明'),
  },
  act('退回窗口', 'Returns the part to the window with a reason code.'),
)
export const Reroute = T.Object(
  { unit: words('改派单位', 100), note: words('说明') },
  act('改派', 'The window sends a returned part to the right unit.'),
)
export const Stop = T.Object(
  {
    kind: words('特别程序种类', 60),
    reason: words('理由或依据'),
    expectedEnd: T.String({ title: '预计结束日期', format: 'date' }),
  },
  act('特别程序', "Stops this unit's clock for a special procedure of stated length."),
)
export const Resume = T.Object(
  { result: words('特别程序结果') },
  act('结束特别程序', 'Ends the special procedure; the clock runs on.'),
)
export const Consultation = T.Object(
  {
    unit: words('征求意见单位', 100),
    question: words('征求意见内容'),
    days: T.Integer({ title: '答复期限（工作日）', minimum: 1, maximum: 30 }),
  },
  act('征求意见', 'Asks another unit, with a clock of its own; the asker waits for the answer.'),
)
export const Extension = T.Object(
  { amount: T.Integer({ title: '延长天数', minimum: 1, maximum: 60 }), reason: words('延长理由') },
  act('申请延长', 'Asks for the one extension the law allows.'),
)
export const ExtensionDecision = T.Object(
  { approve: T.Boolean({ title: '是否同意' }), note: words('审批意见') },
  act('审批延长', "Approves or refuses the extension: the body's head, or a district leader for joint handling."),
)
export const Result = T.Object(
  { number: words('证照或文书编号', 60, personal), note: T.Optional(T.String({ title: '备注', maxLength: 200 })) },
  act('登记结果', 'Registers the licence or document that came out.'),
)
export const Delivery = T.Object(
  {
    method: choice(['window', 'door', 'post', 'electronic', 'left'], { title: '送达方式' }),
    receivedBy: words('签收人', 50),
    witnesses: T.Optional(T.Array(words('见证人', 50), { title: '见证人', maxItems: 5 })),
  },
  act('送达', 'Hands the result over against a signature and closes the matter.'),
)
export const Rating = T.Object(
  {
    level: T.Integer({ title: '评价等级', minimum: 1, maximum: 5 }),
    words: T.Optional(T.String({ title: '评价内容', maxLength: 500 })),
  },
  act('评价', 'The applicant rates, once and voluntarily, in five levels.'),
)
export const Contact = T.Object(
  { note: words('联系情况') },
  act('差评联系', 'Records that the applicant was contacted about a bad rating.'),
)
export const Urge = T.Object(
  { target: T.Optional(words('催办单位', 100)), words: words('催办内容', 300) },
  act('催办', 'A word to whoever holds the matter; moves no clock.'),
)
export const Supervise = T.Object(
  {
    target: words('被督办单位', 100),
    basis: words('督办依据', 300),
    demand: words('督办要求'),
    days: T.Integer({ title: '答复期限（工作日）', minimum: 1, maximum: 30 }),
  },
  act('督办', 'A numbered order to one unit with a reply deadline.'),
)
export const SupervisionReply = T.Object(
  { reply: words('督办答复', 1000) },
  act('答复督办', "The supervised unit's reply to an order."),
)
export const Withdrawal = T.Object(
  { reason: words('撤回理由', 300) },
  act('撤回', 'Withdraws the application; can be undone for ten minutes.'),
)
export const Voiding = T.Object(
  {
    kind: choice(['voided', 'entry-error'], { title: '作废情形' }),
    reason: words('作废理由'),
  },
  act('作废', 'Voids the matter with a reason; nothing is deleted.'),
)
