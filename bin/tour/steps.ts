import type { MatterView } from '../../server/matter/view.ts'

/** One joint matter from application to rating, as data: who does what, when, and what must then be true. */
export type Step = {
  /** The district's time at which it happens. */
  at: string
  who: string
  name: string
  does: string
  method?: 'POST' | 'GET'
  /** {number}, {task:unit}, {returned:unit} and {order} are filled in from the matter as it stands. */
  path: string
  body?: object
  /** A sentence that must be true afterwards, with its check; the dates it prints come from the answer. */
  holds?: (m: MatterView) => boolean
  /** Prints the clock of this unit's part, or the total. */
  explain?: 'total' | 'notice' | 'correction' | `task:${string}`
}

const day = (d: string, t = '10:00') => `2026-${d}T${t}:00+08:00`
const resident = { who: 'liu-zhiqiang', name: '居民 刘志强' }
const window = { who: 'zhou-min', name: '窗口 周敏（天井湖社区）' }
const police = { who: 'han-lei', name: '公安 韩磊' }
const labour = { who: 'zheng-xiao', name: '人社 郑晓' }
const housing = { who: 'wei-dongming', name: '住建 卫东明' }
const civil = { who: 'wu-jianguo', name: '民政 吴建国' }
const head = { who: 'yang-hui', name: '民政负责人 杨慧' }
const leader = { who: 'xu-zhengyang', name: '副区长 许正阳' }
const supervisor = { who: 'shi-rui', name: '督办员 施锐' }
const rater = { who: 'mao-xin', name: '好差评 毛欣' }

export const steps: Step[] = [
  {
    at: day('09-21', '09:10'),
    ...resident,
    does: '在手机上申请最低生活保障',
    path: '/api/matters',
    explain: 'notice',
    holds: (m) => m.status === 'received',
  },
  {
    at: day('09-21', '10:30'),
    ...window,
    does: '一次性告知补正，四项一次说清',
    path: '/api/matters/{number}/correction',
    body: { items: ['身份证', '户口簿', '租房合同', '家庭经济状况核对授权书'] },
    explain: 'correction',
    holds: (m) => m.status === 'correction' && m.correction?.items.length === 4,
  },
  {
    at: day('09-22', '08:40'),
    ...resident,
    does: '补齐四项材料',
    path: '/api/matters/{number}/supplement',
    body: { materials: ['id-card', 'household-register', 'lease', 'verification-consent'].map((code) => ({ code })) },
    explain: 'notice',
    holds: (m) => m.status === 'received',
  },
  {
    at: day('09-22', '09:30'),
    ...window,
    does: '容缺受理：收入说明凭承诺后补',
    path: '/api/matters/{number}/acceptance',
    body: { tolerated: ['income-statement'], promiseSigned: true },
    explain: 'total',
    holds: (m) => m.status === 'processing' && m.tasks.filter((t) => t.status === 'open').length === 3,
  },
  {
    at: day('09-23', '09:00'),
    ...police,
    does: '退回：车辆信息请先写明车牌',
    path: '/api/matters/{number}/tasks/{task:police}/return',
    body: { code: 'incomplete', reason: '请写明车牌或者说明无车' },
    holds: (m) => m.tasks.some((t) => t.unit === 'police' && t.status === 'returned'),
  },
  {
    at: day('09-23', '11:00'),
    ...window,
    does: '改派：申请人说明无车，请继续核查',
    path: '/api/matters/{number}/tasks/{returned:police}/reroute',
    body: { unit: 'police', note: '申请人书面说明无车' },
    explain: 'task:police',
    holds: (m) => m.tasks.some((t) => t.unit === 'police' && t.status === 'open'),
  },
  {
    at: day('09-24', '09:20'),
    ...labour,
    does: '特别程序：家庭经济状况核对，暂停自己的时钟，跨过国庆和调休',
    path: '/api/matters/{number}/tasks/{task:human-resources}/stop',
    body: { kind: '家庭经济状况核对', reason: '向税务、银行函询', expectedEnd: '2026-10-09' },
    explain: 'task:human-resources',
    holds: (m) =>
      m.tasks.find((t) => t.unit === 'human-resources')?.clock?.light === 'stopped' && m.light !== 'stopped',
  },
  {
    at: day('09-28', '15:00'),
    ...housing,
    does: '房产核查：同意',
    path: '/api/matters/{number}/tasks/{task:housing}/completion',
    body: { outcome: 'agree', opinion: '本人及家庭成员名下无房产' },
  },
  {
    at: day('09-29', '16:10'),
    ...police,
    does: '户籍与车辆核查：同意',
    path: '/api/matters/{number}/tasks/{task:police}/completion',
    body: { outcome: 'agree', opinion: '户籍属实，名下无车辆' },
  },
  {
    at: day('09-30', '09:00'),
    ...resident,
    does: '催办',
    path: '/api/matters/{number}/urge',
    body: { words: '孩子要交学费了，请快一点' },
  },
  {
    at: day('09-30', '10:00'),
    ...supervisor,
    does: '督办人社局，三个工作日内答复',
    path: '/api/matters/{number}/supervisions',
    body: { target: 'human-resources', basis: '区政府办督查', demand: '说明核对进度和预计完成时间', days: 3 },
    holds: (m) => m.supervisions.length === 1,
  },
  {
    at: day('10-09', '09:00'),
    ...labour,
    does: '核对结果回来，时钟接着走',
    path: '/api/matters/{number}/tasks/{task:human-resources}/resume',
    body: { result: '税务、银行已回函' },
    explain: 'task:human-resources',
    holds: (m) => m.tasks.find((t) => t.unit === 'human-resources')?.clock?.light !== 'stopped',
  },
  {
    at: day('10-09', '09:30'),
    ...labour,
    does: '答复督办',
    path: '/api/matters/{number}/supervisions/{order}/reply',
    body: { reply: '函询已回，10月10日出意见' },
  },
  {
    at: day('10-10', '09:00'),
    ...labour,
    does: '调休的周六上班：就业与养老金核查，同意',
    path: '/api/matters/{number}/tasks/{task:human-resources}/completion',
    body: { outcome: 'agree', opinion: '无就业登记，无养老金' },
    explain: 'task:civil-affairs',
    holds: (m) => m.tasks.some((t) => t.kind === 'decision' && t.status === 'open'),
  },
  {
    at: day('10-10', '14:00'),
    ...resident,
    does: '补上承诺的收入说明',
    path: '/api/matters/{number}/supplement',
    body: { materials: [{ code: 'income-statement' }] },
    holds: (m) => m.materials.every((x) => x.status !== 'promised'),
  },
  {
    at: day('10-12', '09:00'),
    ...civil,
    does: '申请延长十个工作日：公示有异议',
    path: '/api/matters/{number}/extension',
    body: { amount: 10, reason: '公示期间有异议，需要核实' },
  },
  {
    at: day('10-12', '16:00'),
    ...leader,
    does: '批准延长（联合办理须由区政府负责人批）',
    path: '/api/matters/{number}/extension/decision',
    body: { approve: true, note: '同意' },
    explain: 'total',
    holds: (m) => m.extension?.decided === true,
  },
  {
    at: day('10-20', '10:00'),
    ...head,
    does: '作出决定：准予',
    path: '/api/matters/{number}/tasks/{task:civil-affairs}/completion',
    body: { outcome: 'yes', opinion: '符合条件，每月补差1200元' },
    holds: (m) => m.status === 'decided',
  },
  {
    at: day('10-21', '09:00'),
    ...civil,
    does: '制证',
    path: '/api/matters/{number}/result',
    body: { number: '铜低保2026-0001' },
    holds: (m) => m.status === 'issued',
  },
  {
    at: day('10-22', '09:30'),
    ...window,
    does: '送达，本人签收',
    path: '/api/matters/{number}/delivery',
    body: { method: 'window', receivedBy: '刘志强' },
    holds: (m) => m.status === 'delivered',
  },
  {
    at: day('10-22', '19:00'),
    ...resident,
    does: '评价：不满意，等得太久',
    path: '/api/matters/{number}/rating',
    body: { level: 4, words: '等得太久' },
  },
  {
    at: day('10-23', '09:00'),
    ...rater,
    does: '一个工作日内联系申请人',
    path: '/api/matters/{number}/contact',
    body: { note: '已电话说明并致歉' },
    holds: (m) => m.clocks.some((k) => k.name === 'contact' && k.endedAt !== null && !k.late),
  },
]

/** What the resident says, over what the district already holds. */
export const application = (held: { name: string; value: unknown }[]) => {
  const of = (name: string) => held.find((h) => h.name === name)?.value
  return {
    item: 'minimum-living-allowance',
    place: 'tianjinghu',
    applicant: { name: of('name'), idNumber: of('idNumber'), phone: of('phone'), address: of('address') },
    form: {
      'household-size': 3,
      'monthly-income': 800,
      employment: 'none',
      housing: 'rent',
      'has-car': false,
      'ill-member': false,
      reason: '失业半年，孩子上初中',
      'bank-card-tail': '1234',
    },
    materials: [],
  }
}
