import { openTasks, runningClock, type Task } from '../case/model.ts'
import type { Item } from '../content/item.ts'
import { type Actor, type Duty, postAs } from '../platform/auth.ts'
import type { Matter } from './model.ts'

/** Why not, in words a person can act on, or null when allowed. Refusal, ability list and disabled button all use it. */
export type Why = string | null
export type Subject = { m: Matter; item: Item; at: Date }

export const undoMinutes = 10
/** One extension, ten working days on top; fifteen for joint handling (行政许可法 42). */
export const longestExtension = (item: Item) => (item.joint ? 15 : 10)

export const holds = (actor: Actor, unit: string, ...duties: Duty[]) =>
  postAs(actor, (p) => p.unit === unit && duties.includes(p.duty))
export const watches = (actor: Actor, ...duties: Duty[]) => postAs(actor, (p) => duties.includes(p.duty))
export const isApplicant = (actor: Actor, m: Matter) => m.case.applicant_account === actor.account
const atWindow = (actor: Actor, m: Matter) => holds(actor, m.case.accept_unit, 'clerk')

export const first = (...whys: (Why | false)[]): Why => whys.find((w) => typeof w === 'string') || null
export const windowOnly = (a: Actor, m: Matter): Why => (atWindow(a, m) ? null : '只有受理窗口的受理员可以办理')
const ending: Partial<Record<Matter['case']['status'], string>> = {
  refused: '已不予受理',
  returned: '已退件',
  lapsed: '逾期未补正，已办结',
  withdrawn: '已撤回',
  voided: '已作废',
  merged: '已并入另一办件',
  unclaimed: '结果无人领取，已退回',
  delivered: '已送达办结',
}
export const ended = (m: Matter): Why => ending[m.case.status] ?? null
export const onlyWhen = (m: Matter, wanted: Matter['case']['status'][], otherwise: string): Why =>
  ended(m) ?? (wanted.includes(m.case.status) ? null : otherwise)
const notYetAccepted = (m: Matter) =>
  onlyWhen(m, ['received'], m.case.status === 'correction' ? '正在等待申请人补正' : '已经受理')
export const inProcess = (m: Matter) =>
  onlyWhen(m, ['processing'], m.case.status === 'decided' || m.case.status === 'issued' ? '已经作出决定' : '尚未受理')

export const missing = (m: Matter) => m.materials.filter((x) => x.status === 'missing')
const promised = (m: Matter) => m.materials.filter((x) => x.status === 'promised')

export const rules = {
  accept: (a, { m }) =>
    first(
      windowOnly(a, m),
      notYetAccepted(m),
      m.own.exceptions.helper?.account === a.account && '帮办代办的人不能受理自己代办的件，请由另一位受理员受理',
      m.own.exceptions.late?.approved === null && '补录的收件时间还没有审核',
      missingHard(m),
    ),
  settle: (a, { m, item }) =>
    first(
      windowOnly(a, m),
      notYetAccepted(m),
      item.projectType !== 'on-the-spot' && '本事项不是即办件',
      missing(m).length > 0 && '材料不齐，不能当场办结',
    ),
  refuse: (a, { m }) => first(windowOnly(a, m), notYetAccepted(m)),
  correct: (a, { m }) => first(windowOnly(a, m), notYetAccepted(m)),
  fix: (a, { m }) => first(windowOnly(a, m), notYetAccepted(m)),
  supplement: (a, { m }) =>
    first(
      !isApplicant(a, m) && windowOnly(a, m) && '只有申请人或受理窗口可以补交',
      ended(m),
      m.case.status !== 'correction' && promised(m).length === 0 && '没有需要补正或补交的材料',
    ),
  withdraw: (a, { m }) =>
    first(
      !isApplicant(a, m) && windowOnly(a, m) && '只有申请人可以撤回',
      onlyWhen(m, ['received', 'correction', 'processing'], '已经作出决定，不能撤回'),
    ),
  undoWithdrawal: (a, { m, at }) =>
    first(
      !isApplicant(a, m) && windowOnly(a, m) && '只有申请人可以取消撤回',
      !(m.case.status === 'withdrawn' && m.own.withdrawal) && '没有可以取消的撤回',
      !!m.own.withdrawal &&
        at.getTime() - Date.parse(m.own.withdrawal.at) > undoMinutes * 60_000 &&
        `撤回已超过 ${undoMinutes} 分钟，不能取消，请重新申请`,
    ),
  sendBack: (a, { m }) =>
    first(windowOnly(a, m), inProcess(m), !m.tasks.some((t) => awaitsReroute(m, t)) && '没有被承办单位退回的环节'),
  requestExtension: (a, { m }) =>
    first(
      !holds(a, m.case.lead_unit, 'handler', 'head') && '只有牵头单位可以申请延长',
      inProcess(m),
      m.own.extension?.decided === null && '延长申请正在审批',
      m.own.extension?.decided === true && '已经延长过一次，不能再次延长',
    ),
  decideExtension: (a, { m, item, at }) =>
    first(
      inProcess(m),
      m.own.extension?.decided !== null && '没有待审批的延长申请',
      item.joint
        ? !watches(a, 'leader') && '联合办理的延长须经区政府负责人批准'
        : !holds(a, m.case.lead_unit, 'head') && '延长须经牵头单位负责人批准',
      overdue(m, at) && '期限已过，不能延长',
    ),
  issueResult: (a, { m, item }) =>
    first(
      !holds(a, issuer(m, item), 'handler', 'head', 'clerk') && '只有出证单位可以登记结果',
      onlyWhen(m, ['decided'], m.case.status === 'issued' ? '结果已经登记' : '尚未作出决定'),
      m.own.decision?.outcome === 'no' && '不予批准，没有结果可登记',
    ),
  deliver: (a, { m }) =>
    first(windowOnly(a, m), onlyWhen(m, m.own.decision?.outcome === 'no' ? ['decided'] : ['issued'], '结果还没有出来')),
  rate: (a, { m }) =>
    first(
      !isApplicant(a, m) && '只有申请人可以评价',
      !m.case.closed_at && '办结后才能评价',
      m.case.status === 'withdrawn' && '已撤回',
      !!m.own.rating && '已经评价过',
    ),
  contact: (a, { m }) =>
    first(
      !watches(a, 'rating-manager') && '只有好差评管理员可以登记联系',
      !runningClock(m, 'contact') && '没有待联系的差评',
    ),
  urge: (a, { m }) => first(!isApplicant(a, m) && a.kind !== 'staff' && '只有申请人或工作人员可以催办', ended(m)),
  supervise: (a, { m }) =>
    first(!watches(a, 'supervisor', 'dispatcher', 'leader') && '只有督办员、调度员或区领导可以督办', ended(m)),
  void: (a, { m }) =>
    first(
      !holds(a, m.case.lead_unit, 'head') &&
        !(m.case.status === 'received' && atWindow(a, m)) &&
        '受理前由窗口、受理后由牵头单位负责人作废',
      ended(m),
      m.case.status === 'issued' && '结果已出具，不能作废',
    ),
} satisfies Record<string, (actor: Actor, s: Subject) => Why>
export type MatterAct = keyof typeof rules

/** Acts on one unit's part. */
export const taskRules = {
  complete: (a, { m }, t) =>
    first(
      worksOn(a, t),
      taskOpen(m, t),
      stopped(m, t),
      asked(m, t),
      t.kind === 'decision' && promised(m).length > 0 && '容缺材料尚未补齐，不能作出决定',
    ),
  return: (a, { m }, t) =>
    first(worksOn(a, t), taskOpen(m, t), t.kind === 'consultation' && '征求意见请直接答复', asked(m, t)),
  stop: (a, { m, item }, t) =>
    first(
      worksOn(a, t),
      taskOpen(m, t),
      item.special.length === 0 && '本事项没有规定特别程序',
      isStopped(m, t) && '特别程序已经开始',
    ),
  resume: (a, { m }, t) => first(worksOn(a, t), taskOpen(m, t), !isStopped(m, t) && '没有在进行的特别程序'),
  consult: (a, { m }, t) => first(worksOn(a, t), taskOpen(m, t), t.kind === 'consultation' && '征求意见不能再转征求'),
  reroute: (a, { m }, t) => first(windowOnly(a, m), inProcess(m), !awaitsReroute(m, t) && '这个环节没有被退回'),
} satisfies Record<string, (actor: Actor, s: Subject, t: Task) => Why>
export type TaskAct = keyof typeof taskRules

export const supervisionRules = {
  reply: (a: Actor, target: string, replied: boolean): Why =>
    first(!holds(a, target, 'handler', 'head', 'clerk') && '只有被督办单位可以答复', replied && '已经答复'),
}

const missingHard = (m: Matter): Why => {
  const hard = missing(m).filter((x) => x.necessity !== 'deferrable')
  return hard.length ? `缺少必要材料：${hard.map((x) => x.name).join('、')}` : null
}
const worksOn = (a: Actor, t: Task): Why =>
  holds(a, t.unit_id, 'handler', 'head', 'clerk') ? null : '只有承办单位的人员可以办理'
const taskOpen = (m: Matter, t: Task): Why => inProcess(m) ?? (t.status === 'open' ? null : '这个环节已经结束')
const isStopped = (m: Matter, t: Task) => Boolean(runningClock(m, 'task', t.id)?.stopped_since)
const stopped = (m: Matter, t: Task): Why => (isStopped(m, t) ? '特别程序还没有结束' : null)
const asked = (m: Matter, t: Task): Why =>
  openTasks(m).some((o) => o.kind === 'consultation' && o.data.askedBy === t.id) ? '还有征求的意见没有答复' : null
/** The part was returned and no successor stands on its node yet. */
export const awaitsReroute = (m: Matter, t: Task) => t.status === 'returned' && !successorOf(m, t)
export const successorOf = (m: Matter, t: Task) => m.tasks.find((o) => o.data.follows === t.id)
const overdue = (m: Matter, at: Date) => Boolean(m.case.due_at && m.case.due_at <= at)

/** '@community' in an item means the service centre that accepted. */
export const unitOf = (acceptUnit: string, ref: string) => (ref === '@community' ? acceptUnit : ref)
export const issuer = (m: Matter, item: Item) => unitOf(m.case.accept_unit, item.bodies.issue)

/** In whose name the actor does it: the post that made the rule say yes (R-B.5). A resident acts in no office's name. */
export const inNameOf = (actor: Actor, duties: Duty[], unit?: string) =>
  postAs(actor, (p) => duties.includes(p.duty) && (!unit || p.unit === unit))
