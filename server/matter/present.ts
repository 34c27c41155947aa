import { sql } from 'kysely'
import { mainClock } from '../case/clocks.ts'
import type { CaseListed, TaskListed } from '../case/lists.ts'
import { iso, lightOf, presentClock, remaining } from '../case/present.ts'
import { load } from '../case/store.ts'
import type { CaseRow, TaskRow } from '../case/view.ts'
import type { Actor } from '../platform/auth.ts'
import { maskIdNumber, maskName, maskPhone } from '../platform/crypto.ts'
import type { House } from '../platform/house.ts'
import { answersOf } from './answers.ts'
import { exceptionRules } from './exception-rules.ts'
import { maskForm, maskText, openForm } from './form.ts'
import { tell } from './history.ts'
import { holding } from './holding.ts'
import { lanesOf } from './lanes.ts'
import type { Matter } from './model.ts'
import { issuer, rules, supervisionRules, taskRules } from './rules.ts'
import { besides, ownRow } from './store.ts'
import type { MatterView, TrackView } from './view.ts'
import { statusText } from './words.ts'

export const findMatter = (house: House, actor: Actor | null, number: string): Promise<Matter | undefined> =>
  load(house.db, actor, house.district, sql`c.number = ${number}`, ownRow(house.district))

/** The whole page, as of one instant, with what this caller may do and why not. */
export async function presentMatter(house: House, actor: Actor, m: Matter): Promise<MatterView> {
  const now = house.clock.now()
  const { item, version } = await house.catalogue.definition(house.db, m.case.item_digest)
  const { units, accounts, events, papers, files, others } = await besides(house.db, house.district, m, actor)
  const numbers = Object.fromEntries(papers.map((p) => [p.id, p.number]))
  const name = (id: unknown) => units[String(id)] ?? numbers[String(id)] ?? String(id)
  const who = (id: string | null) => (id === null ? '系统' : (accounts[id] ?? id))
  const s = { m, item, at: now }
  const issuing = issuer(m, item)
  const clock = (k: Matter['clocks'][number] | undefined) => (k ? presentClock(house.calendar, k, now) : null)
  const { case: c, own, applicant } = m
  const form = maskForm(item.form, openForm(house.crypto, item.form, own.form))
  return {
    ...presentRow(house, rowOf(m, units, name)),
    line: item.line,
    projectType: item.projectType,
    channel: c.channel,
    itemId: c.item_id,
    itemVersion: version,
    acceptUnit: c.accept_unit,
    acceptUnitName: name(c.accept_unit),
    leadUnitName: name(c.lead_unit),
    applicant: applicant.name,
    holding: holding(m, issuing, name, now),
    acceptedAt: iso(c.accepted_at),
    deemed: own.deemed,
    decidedAt: iso(c.decided_at),
    closedAt: iso(c.closed_at),
    closing: c.closing,
    outcome: c.outcome,
    applicantParty: {
      name: applicant.name,
      address: applicant.address,
      idNumber: maskIdNumber(house.crypto.unseal(applicant.id_number)),
      phone: maskPhone(house.crypto.unseal(applicant.phone)),
    },
    answers: answersOf(item.form, form),
    conditions: item.conditions,
    materials: m.materials.map((x) => ({
      code: x.code,
      name: x.name,
      necessity: x.necessity,
      status: x.status,
      note: x.note,
      files: x.file_ids.flatMap((id) => files[id] ?? []),
    })),
    correction: own.notice && {
      items: own.notice.items,
      at: own.notice.at,
      dueAt: iso(m.clocks.findLast((k) => k.name === 'correction')?.due_at ?? null),
    },
    tolerance: own.tolerance && {
      materials: own.tolerance.codes.map((code) => m.materials.find((x) => x.code === code)?.name ?? code),
      dueAt: iso(m.clocks.findLast((k) => k.name === 'tolerance')?.due_at ?? null),
      signedBy: own.tolerance.signedBy,
    },
    refusal: own.refusal && { reason: own.refusal.reason, rightBody: own.refusal.rightBody },
    extension: own.extension && {
      reason: own.extension.reason,
      amount: own.extension.amount,
      requestedBy: own.extension.by,
      decided: own.extension.decided,
      decidedBy: own.extension.decidedBy,
      note: own.extension.note,
    },
    decision: own.decision && {
      outcome: own.decision.outcome,
      reason: own.decision.reason,
      remedy: own.decision.remedy,
    },
    result: own.result && {
      name: own.result.name,
      number: maskText(house.crypto, own.result.number),
      at: own.result.at,
    },
    delivery: own.delivery && { method: own.delivery.method, receivedBy: own.delivery.receivedBy, at: own.delivery.at },
    rating:
      seesRating(actor, m) && own.rating
        ? {
            level: own.rating.level,
            words: own.rating.words,
            contactedAt: own.rating.contactedAt,
            contactNote: own.rating.contactNote,
            rectification: own.rating.rectification,
            satisfied: own.rating.satisfied,
            appeal: own.rating.appeal,
            appealUpheld: own.rating.appealUpheld,
          }
        : null,
    others,
    solution: c.solution,
    exceptions: presentExceptions(own.exceptions),
    tasks: m.tasks.map((t) => ({
      id: t.id,
      node: t.node,
      title: t.title,
      kind: t.kind,
      unit: t.unit_id,
      unitName: name(t.unit_id),
      status: t.status,
      openedAt: t.opened_at.toISOString(),
      endedAt: iso(t.ended_at),
      endedBy: t.ended_by && who(t.ended_by),
      outcome: t.outcome,
      opinion: t.opinion,
      question: t.data.question ?? null,
      clock: clock(m.clocks.find((k) => k.task_id === t.id && k.name === 'task')),
      abilities: Object.fromEntries(Object.entries(taskRules).map(([act, rule]) => [act, rule(actor, s, t)])),
    })),
    clocks: m.clocks.map((k) => presentClock(house.calendar, k, now)),
    lanes: lanesOf(house.calendar, m, issuing, name, now),
    events: events
      .filter((e) => e.verb !== 'matter.rated' || seesRating(actor, m))
      .map((e) => ({
        id: e.id,
        at: e.at.toISOString(),
        who:
          actor.kind === 'resident' && e.account_id !== actor.account
            ? e.unit_id
              ? name(e.unit_id)
              : '系统'
            : who(e.account_id),
        unit: e.unit_id && name(e.unit_id),
        capacity: e.capacity,
        verb: e.verb,
        text: tell(e.verb, e.data, name),
      })),
    papers,
    supervisions: m.supervisions.map((v) => ({
      id: v.id,
      number: v.number,
      basis: v.basis,
      demand: v.demand,
      targetUnit: v.target_unit,
      targetName: name(v.target_unit),
      by: who(v.by_account),
      at: v.at.toISOString(),
      reply: v.reply,
      repliedAt: iso(v.replied_at),
      clock: clock(m.clocks.find((k) => k.name === 'reply' && k.node === v.id)),
      abilities: { reply: supervisionRules.reply(actor, v.target_unit, v.replied_at !== null) },
    })),
    abilities: Object.fromEntries(
      Object.entries({ ...rules, ...exceptionRules }).map(([act, rule]) => [act, rule(actor, s)]),
    ),
  }
}

/** Notes as they are, without who wrote them: the history has that. */
function presentExceptions(e: Matter['own']['exceptions']): MatterView['exceptions'] {
  const bare = <T extends object>(o: T | undefined) => {
    const { at: _at, by: _by, ...rest } = (o ?? {}) as T & { at?: string; by?: string }
    return rest
  }
  return {
    ...(e.representative && { representative: bare(e.representative) }),
    ...(e.helper && { helper: { name: e.helper.name, how: e.helper.how } }),
    ...(e.visit && { visit: { ...bare(e.visit), done: e.visit.done?.note ?? null } }),
    ...(e.late && { late: { receivedAt: e.late.receivedAt, reason: e.late.reason, approved: e.late.approved } }),
    ...(e.vertical && { vertical: bare(e.vertical) }),
    ...(e.undelivered && { undelivered: bare(e.undelivered) }),
    ...(e.dispute && {
      dispute: { words: e.dispute.words, at: e.dispute.at, answer: e.dispute.answer?.words ?? null },
    }),
  } as MatterView['exceptions']
}

/** The rater's words are for the rater and for whoever must make contact; not for those rated. */
const seesRating = (actor: Actor, m: Matter) =>
  m.case.applicant_account === actor.account ||
  actor.posts.some((p) => p.duty === 'rating-manager' || p.duty === 'supervisor')

/** Without an account: the progress, in the applicant's own words, and no personal data at all. */
export async function presentTrack(house: House, m: Matter): Promise<TrackView> {
  const now = house.clock.now()
  const { item } = await house.catalogue.definition(house.db, m.case.item_digest)
  const { units } = await besides(house.db, house.district, m, null)
  const name = (id: unknown) => units[String(id)] ?? String(id)
  const issuing = issuer(m, item)
  const {
    applicant: _applicant,
    place: _place,
    leadUnit: _lead,
    holder: _holder,
    ...row
  } = presentRow(house, rowOf(m, units, name))
  const { own, case: c } = m
  return {
    ...row,
    acceptedAt: iso(c.accepted_at),
    decidedAt: iso(c.decided_at),
    closedAt: iso(c.closed_at),
    holding: holding(m, issuing, name, now),
    acceptUnitName: name(c.accept_unit),
    correction: own.notice && {
      items: own.notice.items,
      at: own.notice.at,
      dueAt: iso(m.clocks.findLast((k) => k.name === 'correction')?.due_at ?? null),
    },
    result: own.result && { name: own.result.name, number: '', at: own.result.at },
    delivery: own.delivery && { method: own.delivery.method, receivedBy: '', at: own.delivery.at },
    rating: null,
    lanes: lanesOf(house.calendar, m, issuing, name, now),
    abilities: {},
  }
}

const rowOf = (m: Matter, units: Record<string, string>, name: (id: unknown) => string): CaseListed => ({
  ...m.case,
  applicant: m.applicant.name,
  place: units[`place:${m.case.place_id}`] ?? m.case.place_id,
  holders: [...new Set(m.tasks.filter((t) => t.status === 'open').map((t) => name(t.unit_id)))],
  main_unit: mainClock(m)?.unit ?? null,
})

export function presentRow(house: House, r: CaseListed): CaseRow {
  const now = house.clock.now()
  return {
    number: r.number,
    title: r.title,
    applicant: maskName(r.applicant),
    place: r.place,
    status: r.status,
    statusText: statusText(r.status as Matter['case']['status']),
    light: lightOf(r, r.closed_at !== null, now),
    dueAt: iso(r.due_at),
    remaining: r.closed_at || r.stopped_since ? null : remaining(house.calendar, r.due_at, r.main_unit, now),
    receivedAt: r.received_at.toISOString(),
    holder: r.holders.join('、') || holderWords[r.status] || '',
    leadUnit: r.lead_unit,
  }
}
const holderWords: Record<string, string> = {
  received: '受理窗口',
  correction: '申请人',
  processing: '受理窗口（退回待改派）',
  decided: '出证单位',
  issued: '受理窗口',
}

export const presentTaskRow = (house: House, r: TaskListed): TaskRow => ({
  ...presentRow(house, { ...r, closed_at: r.task_status === 'open' ? null : r.closed_at }),
  taskId: r.task_id,
  taskTitle: r.task_title,
  taskKind: r.task_kind,
  unit: r.unit_id,
  unitName: r.unit_name,
  openedAt: r.opened_at.toISOString(),
})
