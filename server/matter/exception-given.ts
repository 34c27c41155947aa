import { Type as T } from 'typebox'
import { choice, personal } from '../platform/schema.ts'
import { act, words } from './given.ts'

/** What the acts beside the road are given. */
export const Link = T.Object(
  {
    other: T.String({ title: '另一办件编号', minLength: 8, maxLength: 20 }),
    kind: choice(['duplicate', 'related'], { title: '关联种类' }),
    note: words('说明', 300),
  },
  act('关联办件', 'Links two matters that belong together; each keeps its own road and its own answer.'),
)
export const Merge = T.Object(
  { into: T.String({ title: '并入的办件编号', minLength: 8, maxLength: 20 }), note: words('说明', 300) },
  act(
    '并入另一办件',
    'Ends a duplicate in favour of another open matter of the same item; its applicant gets that answer.',
  ),
)
export const Transfer = T.Object(
  { place: words('转到哪个社区', 100), note: words('说明', 300) },
  act('转送', 'Before acceptance: sends a matter to the community it belongs to; the notice clock runs on.'),
)
export const Representative = T.Object(
  {
    name: words('代理人姓名', 50),
    idNumber: T.String({ title: '代理人身份证号', minLength: 15, maxLength: 30, ...personal }),
    phone: T.String({ title: '代理人手机号', minLength: 5, maxLength: 30, ...personal }),
    kind: choice(['agent', 'guardian', 'heir'], { title: '代理关系' }),
    why: words('由他人办理的原因', 300),
    authorisation: words('授权依据', 200),
  },
  act(
    '登记代理人',
    'Somebody else goes on for the applicant, with an authorisation: an agent, a guardian, or an heir when the applicant has died.',
  ),
)
export const Helper = T.Object(
  { how: choice(['help', 'act'], { title: '帮办还是代办' }), authorisation: words('委托书编号或说明', 200) },
  act(
    '帮办代办',
    'The caller helps or acts for the applicant, free of charge, and will never be the one who accepts it.',
  ),
)
export const Visit = T.Object(
  {
    day: T.String({ title: '上门日期', format: 'date' }),
    slot: choice(['am', 'pm'], { title: '时段' }),
    where: words('上门地点', 200),
  },
  act('预约上门', 'Orders a visit at the applicant’s home on a day and half-day.'),
)
export const Visited = T.Object(
  {
    staff: T.Array(words('上门人员', 50), { title: '上门人员', minItems: 1, maxItems: 5 }),
    note: words('上门情况', 500),
  },
  act('登记上门', 'What the visit found; a substantive check on site takes at least two people.'),
)
export const LateDecision = T.Object(
  { approve: T.Boolean({ title: '是否同意' }), note: words('审核意见', 300) },
  act('审核补录', 'Approves or refuses that a matter taken on paper counts from the day it was taken.'),
)
export const Vertical = T.Object(
  { system: words('上级系统名称', 60), number: words('系统内编号', 60) },
  act('登记上级系统编号', 'The number the matter has in a department’s own system, which needs a second entry.'),
)
export const Undelivered = T.Object(
  { reason: words('未能送达的原因', 300) },
  act('登记未能送达', 'The result could not be handed over: it is held for ninety days.'),
)
export const Solved = T.Object(
  {},
  act('确认已解决', 'The applicant says that the trouble is over. Closed is not solved until then.'),
)
export const Dispute = T.Object(
  { words: words('哪里没有解决', 500) },
  act('异议', 'The applicant says that it is not solved: it goes back to the unit, and the supervisor sees it.'),
)
export const DisputeAnswer = T.Object(
  { words: words('答复', 1000), reopen: T.Boolean({ title: '重新办理' }) },
  act('答复异议', 'The unit answers a dispute, or takes the matter up again from the start of its road.'),
)
export const Rectify = T.Object(
  { note: words('整改情况', 500) },
  act('差评整改', 'What the unit put right after a bad rating, within fifteen working days.'),
)
export const CallBack = T.Object(
  { satisfied: T.Boolean({ title: '是否满意' }), note: words('回访情况', 500) },
  act('差评回访', 'Every rectified bad rating is called back on; only that ends its clock.'),
)
export const Appeal = T.Object(
  { reason: words('申诉理由', 500) },
  act('差评申诉', 'The rated unit says that the rating is wrong or malicious.'),
)
export const AppealDecision = T.Object(
  { uphold: T.Boolean({ title: '是否成立' }), note: words('复核意见', 500) },
  act('复核申诉', 'Upheld: the rating is left out of every figure; the row and the reasons stay.'),
)
export const PaperOrder = T.Object(
  {
    kind: choice(['receipt', 'circulation', 'payment', 'withdrawal', 'authorisation', 'helper', 'promise'], {
      title: '文书',
    }),
    amount: T.Optional(T.Number({ title: '应缴金额（元）', minimum: 0, maximum: 1_000_000 })),
    note: T.Optional(words('说明', 300)),
  },
  act('出具文书', 'Issues one of the papers that are given on request.'),
)
