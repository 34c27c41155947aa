import { runningClock } from '../case/model.ts'
import type { Actor } from '../platform/auth.ts'
import type { Matter } from './model.ts'
import { ended, first, holds, isApplicant, onlyWhen, type Subject, type Why, watches, windowOnly } from './rules.ts'

/** Why not, for the acts beside the road; the same answer for refusal, ability list and button. */
const byUnit = (a: Actor, m: Matter): Why =>
  holds(a, m.case.accept_unit, 'clerk') || m.tasks.some((t) => holds(a, t.unit_id, 'handler', 'head'))
    ? null
    : '只有受理窗口或承办单位可以登记'
const led = (a: Actor, m: Matter): Why =>
  holds(a, m.case.lead_unit, 'handler', 'head', 'clerk') ? null : '只有牵头单位可以办理'
const ratedBad = (m: Matter) => (m.own.rating?.level ?? 0) >= 4

export const exceptionRules = {
  link: (a, { m }) => byUnit(a, m),
  merge: (a, { m }) =>
    first(windowOnly(a, m), onlyWhen(m, ['received', 'correction', 'processing'], '已经作出决定，不能并入')),
  transfer: (a, { m }) =>
    first(windowOnly(a, m), onlyWhen(m, ['received'], '受理以后不能转送，请由承办单位退回后改派')),
  represent: (a, { m }) =>
    first(windowOnly(a, m), ended(m), m.own.exceptions.representative !== undefined && '已经登记过代理人'),
  help: (a, { m }) => first(windowOnly(a, m), onlyWhen(m, ['received', 'correction'], '受理以后不再登记帮办代办')),
  visit: (a, { m }) =>
    first(byUnit(a, m), ended(m), !!m.own.exceptions.visit && !m.own.exceptions.visit.done && '已经约好上门'),
  visited: (a, { m }) =>
    first(byUnit(a, m), (!m.own.exceptions.visit || m.own.exceptions.visit.done !== null) && '没有约好的上门'),
  decideLate: (a, { m }) =>
    first(
      !watches(a, 'supervisor') && !holds(a, m.case.lead_unit, 'head') && '补录须由督办员或牵头单位负责人审核',
      m.own.exceptions.late?.approved !== null && '没有待审核的补录',
      m.own.exceptions.late?.by === a.account && '不能审核自己补录的件',
    ),
  vertical: (a, { m }) => first(byUnit(a, m)),
  undelivered: (a, { m }) =>
    first(
      windowOnly(a, m),
      onlyWhen(m, ['issued'], '结果还没有出来'),
      !!runningClock(m, 'hold') && '已经登记过，结果正在保管',
    ),
  solved: (a, { m }) =>
    first(
      !isApplicant(a, m) && '只有申请人可以确认',
      !m.case.closed_at && '办结后才能确认',
      m.case.solution === 'solved' && '已经确认过',
    ),
  dispute: (a, { m }) =>
    first(
      !isApplicant(a, m) && '只有申请人可以提出异议',
      !m.case.closed_at && '还在办理，请用催办',
      (m.case.status === 'withdrawn' || m.case.status === 'voided') && '已撤回或作废，请重新申请',
      !!m.own.exceptions.dispute && !m.own.exceptions.dispute.answer && '异议正在处理',
    ),
  answerDispute: (a, { m }) =>
    first(led(a, m), (!m.own.exceptions.dispute || m.own.exceptions.dispute.answer !== null) && '没有待答复的异议'),
  rectify: (a, { m }) =>
    first(
      led(a, m),
      !runningClock(m, 'rectify') && '没有待整改的差评',
      !!m.own.rating?.rectifiedAt && '已经登记整改，等待回访',
    ),
  callBack: (a, { m }) =>
    first(
      !watches(a, 'rating-manager') && '只有好差评管理员可以回访',
      !runningClock(m, 'rectify') && '没有待回访的差评',
      !m.own.rating?.rectifiedAt && '整改还没有登记',
    ),
  appeal: (a, { m }) => first(led(a, m), !ratedBad(m) && '没有差评可以申诉', !!m.own.rating?.appeal && '已经申诉过'),
  decideAppeal: (a, { m }) =>
    first(
      !watches(a, 'rating-manager') && '只有好差评管理员可以复核',
      !(m.own.rating?.appeal && m.own.rating.appealUpheld === null) && '没有待复核的申诉',
    ),
  paper: (a, { m }) => first(windowOnly(a, m), m.case.status === 'voided' && '已作废'),
} satisfies Record<string, (actor: Actor, s: Subject) => Why>
