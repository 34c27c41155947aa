import { sql } from 'kysely'
import { dateOf, dayNumber } from '../calendar/workdays.ts'
import type { Template } from '../content/report.ts'
import { keptByIds, lockTogether, stepTogether } from '../indicator/actions.ts'
import { type Act, act, type Command } from '../platform/act.ts'
import { type Actor, type Post, postAs } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, refused } from '../platform/refusal.ts'
import { reckoner } from './ask.ts'
import { keepFigures } from './kept.ts'
import { type Filled, fillAll, marksIn } from './resolve.ts'
import { lockFaults, mayClose, mayDeliver, maySayOpinion, mayWrite, nodesOf, textFaults } from './rules.ts'
import * as store from './store.ts'

const writer = (actor: Actor) => postAs(actor, (p) => p.duty === 'statistician')
const stop = (why: string | null) => {
  if (why) throw refused(why)
}
const monthsOn = (day: string, months: number) => {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(y, m + months, 0)).getUTCDate()
  return new Date(Date.UTC(y, m - 1 + months, Math.min(d, last))).toISOString().slice(0, 10)
}

export type Begun = { template: string; meetingOn: string; asOf: string; term?: number; sitting?: number }
/** A report for a meeting: its first version from the template, its figures reckoned and kept, its days counted back, its promises laid out. */
export async function begin(house: House, command: Command, given: Begun) {
  if (given.asOf > given.meetingOn) throw badInput([{ field: 'asOf', message: '“数字截止日”不能晚于会议日' }])
  const template = await store.templateOf(house, { id: given.template })
  const planned = template.meetings.find((m) => m.on === given.meetingOn)
  const meeting = {
    ...given,
    term: given.term ?? planned?.term ?? null,
    sitting: given.sitting ?? planned?.sitting ?? null,
  }
  const filled = await fillAll(house, template, marksIn(template), meeting, reckoner(house, command.actor))
  return act(house, command, async ({ tx, actor, at, record }) => {
    const id = newId()
    const figures = await keepFigures(tx, house, actor.account, filled, [])
    await sql`insert into report (district, id, template, digest, title, as_of, meeting_on, term, sitting, status, created_by, created_at)
      values (${house.district}, ${id}, ${given.template}, ${template.digest}, ${template.title}, ${given.asOf}, ${given.meetingOn},
              ${meeting.term}, ${meeting.sitting}, 'draft', ${actor.account}, ${at})`.execute(tx)
    await addVersion(tx, house, id, { n: 1, body: template.body, figures, note: '由模板生成', by: actor.account, at })
    const nodes = nodesOf(template.nodes, given.meetingOn)
    await sql`insert into report_node (district, report_id, node, due_on)
      select ${house.district}, ${id}, x.node, x."dueOn" from jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) as x(node text, "dueOn" date)`.execute(
      tx,
    )
    const promises = template.promises.map((p, i) => ({
      ...p,
      id: newId(),
      n: i + 1,
      due: monthsOn(given.meetingOn, p.months),
    }))
    await sql`insert into report_promise (district, id, report_id, n, text, owner_unit, due_on, indicator, target)
      select ${house.district}, x.id, ${id}, x.n, x.text, x.owner, x.due, x.indicator, x.target
        from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as x(id uuid, n int, text text, owner text, due date, indicator text, target numeric)`.execute(
      tx,
    )
    record({
      as: writer(actor),
      verb: 'report.begun',
      data: { report: id, template: given.template, meetingOn: given.meetingOn },
    })
    return { id, version: 1 }
  })
}

const addVersion = (
  tx: Act['tx'],
  house: House,
  id: string,
  v: { n: number; body: string; figures: Filled[]; note: string; by: string; at: Date },
) =>
  sql`insert into report_version (district, report_id, n, body, figures, note, made_by, made_at)
    values (${house.district}, ${id}, ${v.n}, ${v.body}, ${JSON.stringify(v.figures)}, ${v.note}, ${v.by}, ${v.at})`.execute(
    tx,
  )

/** The text changed, or only its figures reckoned anew: both are a new version; none is ever changed. */
export async function revise(house: House, command: Command, id: string, given: { body?: string; note: string }) {
  const report = await store.reportOf(house.db, house, command.actor, id)
  stop(mayWrite(report))
  const template = await store.templateOf(house, { digest: report.digest })
  const seen = (await store.versionsOf(house.db, house, id)).at(-1)
  const body = given.body ?? seen?.body ?? template.body
  const faults = textFaults(body, template.bindings, false)
  if (faults.length) throw badInput(faults.map((message) => ({ field: 'body', message })))
  const filled = await fillAll(house, template, marksIn(template, body), report, reckoner(house, command.actor))
  return act(house, command, async ({ tx, actor, at, record }) => {
    stop(mayWrite(await store.reportOf(tx, house, actor, id, true)))
    const last = (await store.versionsOf(tx, house, id)).at(-1)
    if (last?.n !== seen?.n) throw refused('别人刚刚存了新的一稿，请刷新后再改')
    const figures = await keepFigures(tx, house, actor.account, filled, last?.figures ?? [])
    const n = (last?.n ?? 0) + 1
    await addVersion(tx, house, id, { n, body, figures, note: given.note, by: actor.account, at })
    record({ as: writer(actor), verb: 'report.revised', data: { report: id, version: n, note: given.note } })
    return { id, version: n }
  })
}

type Said = {
  stage: 'before' | 'meeting'
  saidBy: string
  body: string
  saidOn: string
  owner?: string
  dueOn?: string
}
/** Before the meeting an opinion is answered in the text; at it, it is a task of a unit with a day. */
export const addOpinion = (house: House, command: Command, id: string, given: Said) =>
  act(house, command, async ({ tx, actor, record }) => {
    const report = await store.reportOf(tx, house, actor, id, true)
    stop(maySayOpinion(report, given.stage))
    const owner = given.owner ?? null
    if (given.stage === 'meeting' && !owner) throw badInput([{ field: 'owner', message: '请填写审议意见的“承办单位”' }])
    if (given.saidOn > civilToday(house.clock)) throw badInput([{ field: 'saidOn', message: '“提出日期”不能晚于今天' }])
    if (given.dueOn && given.dueOn < given.saidOn)
      throw badInput([{ field: 'dueOn', message: '“办理期限”不能早于提出日期' }])
    await knownUnit(tx, house, owner)
    const { replyDays } = await store.templateOf(house, { digest: report.digest })
    const due =
      given.stage === 'meeting' ? (given.dueOn ?? dateOf(dayNumber(given.saidOn) + replyDays)) : (given.dueOn ?? null)
    const opinion = newId()
    await sql`insert into report_opinion (district, id, report_id, stage, said_by, body, said_on, owner_unit, due_on)
      values (${house.district}, ${opinion}, ${id}, ${given.stage}, ${given.saidBy}, ${given.body}, ${given.saidOn}, ${owner}, ${due})`.execute(
      tx,
    )
    record({ as: writer(actor), verb: 'report.opinion-said', data: { report: id, opinion, stage: given.stage } })
    return { id: opinion }
  })

async function knownUnit(tx: Act['tx'], house: House, unit: string | null) {
  if (unit === null) return
  const { rows } = await sql`select 1 from unit where district = ${house.district} and id = ${unit}`.execute(tx)
  if (!rows.length) throw badInput([{ field: 'owner', message: `没有“${unit}”这个单位` }])
}

/** Whose task it is answers for itself; the statistician answers for the report. */
const answerer = (actor: Actor, owner: string | null): Post => {
  const post = postAs(
    actor,
    (p) => p.duty === 'statistician' || ((p.duty === 'head' || p.duty === 'handler') && p.unit === owner),
  )
  if (!post) throw refused('只有承办单位和统计员可以答复这条意见')
  return post
}
const opinionIn = async (a: Act, house: House, id: string, opinion: string) => {
  const report = await store.reportOf(a.tx, house, a.actor, id, true)
  const found = (await store.opinionsOf(a.tx, house, id)).find((o) => o.id === opinion)
  if (!found) throw badInput([{ field: 'opinion', message: '没有这条意见' }])
  return { report, found }
}

export const respond = (
  house: House,
  command: Command,
  id: string,
  opinion: string,
  given: { response: string; inVersion?: number },
) =>
  act(house, command, async (a) => {
    const { report, found } = await opinionIn(a, house, id, opinion)
    const as = answerer(a.actor, found.owner)
    stop(
      found.stage === 'before'
        ? mayWrite(report)
        : found.satisfaction
          ? '已经测评过，不能再改答复'
          : report.status === 'delivered'
            ? null
            : '报告作过以后才办理审议意见',
    )
    const versions = await store.versionsOf(a.tx, house, id)
    if (given.inVersion !== undefined && !versions.some((v) => v.n === given.inVersion))
      throw badInput([{ field: 'inVersion', message: '没有这一稿' }])
    await sql`update report_opinion set response = ${given.response}, responded_by = ${a.actor.account}, responded_at = ${a.at},
      in_version = ${given.inVersion ?? null} where district = ${house.district} and id = ${opinion}`.execute(a.tx)
    a.record({ as, verb: 'report.opinion-answered', data: { report: id, opinion } })
    return { id: opinion }
  })

export const rate = (house: House, command: Command, id: string, opinion: string, satisfaction: string) =>
  act(house, command, async (a) => {
    const { found } = await opinionIn(a, house, id, opinion)
    stop(found.stage === 'before' ? '会前意见不测评' : found.response ? null : '还没有答复，不能测评')
    await sql`update report_opinion set satisfaction = ${satisfaction} where district = ${house.district} and id = ${opinion}`.execute(
      a.tx,
    )
    a.record({ as: writer(a.actor), verb: 'report.opinion-rated', data: { report: id, opinion, satisfaction } })
    return { id: opinion }
  })

export const passNode = (house: House, command: Command, id: string, node: string, doneOn: string) =>
  act(house, command, async ({ tx, actor, record }) => {
    await store.reportOf(tx, house, actor, id, true)
    if (doneOn > civilToday(house.clock)) throw badInput([{ field: 'doneOn', message: '“完成日期”不能晚于今天' }])
    const { rows } = await sql`update report_node set done_on = ${doneOn}, done_by = ${actor.account}
      where district = ${house.district} and report_id = ${id} and node = ${node} returning node`.execute(tx)
    if (!rows.length) throw badInput([{ field: 'node', message: '没有这个节点' }])
    record({ as: writer(actor), verb: 'report.node-passed', data: { report: id, node, doneOn } })
    return { id }
  })

/** Who answers for an indicator says that its figure is so; then a second person of the district does. */
export const review = (house: House, command: Command, id: string, marks: string[]) =>
  act(house, command, async ({ tx, actor, record }) => {
    const report = await store.reportOf(tx, house, actor, id, true)
    stop(mayWrite(report))
    const figures = (await store.versionsOf(tx, house, id)).at(-1)?.figures ?? []
    const unknown = marks.find((m) => !figures.some((f) => f.mark === m && f.figure))
    if (unknown) throw badInput([{ field: 'marks', message: `“${unknown}”不是要审核的数字` }])
    const wanted = figureIds(figures.filter((f) => marks.includes(f.mark)))
    const kept = [...(await keptByIds(tx, house, wanted)).values()]
    const district = postAs(actor, (p) => p.duty === 'leader' || p.duty === 'supervisor')
    const owners = await Promise.all(
      kept.map(async (k) => ({ id: k.id, owner: (await house.indicators.of(k.digest)).owner })),
    )
    const own = owners.filter(({ owner }) => actor.posts.some((p) => p.duty === 'head' && p.unit === owner))
    const ids = district ? wanted : own.map((o) => o.id)
    if (!ids.length) throw refused('这些数字不归本单位负责')
    const n = await stepTogether(tx, house, actor.account, district ? 'reviewed' : 'department', ids)
    if (!n) throw refused('这些数字已经审核过，或者是您自己取的数')
    const as = district ?? postAs(actor, (p) => p.duty === 'head')
    record({
      as,
      verb: 'report.figures-reviewed',
      data: { report: id, marks, to: district ? 'reviewed' : 'department' },
    })
    return { id, figures: n }
  })

/** Everything that is missing is said at once; then text and figures stand for good. */
export const lock = (house: House, command: Command, id: string) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const report = await store.reportOf(tx, house, actor, id, true)
    const last = (await store.versionsOf(tx, house, id)).at(-1)
    const template = await store.templateOf(house, { digest: report.digest })
    const faults = await lacking(tx, house, report, template, last)
    if (faults.length) throw refused(`还不能锁定：${faults.join('；')}`)
    await lockTogether(tx, house, actor.account, at, figureIds(last?.figures ?? []))
    await sql`update report set status = 'locked' where district = ${house.district} and id = ${id}`.execute(tx)
    record({ as: writer(actor), verb: 'report.locked', data: { report: id, version: last?.n } })
    return { id, status: 'locked' }
  })
export const figureIds = (figures: Filled[]) => figures.flatMap((f) => f.figure ?? [])
export async function lacking(
  db: Parameters<typeof keptByIds>[0],
  house: House,
  report: store.Report,
  template: Template,
  last: store.Version | undefined,
): Promise<string[]> {
  const kept = await keptByIds(db, house, figureIds(last?.figures ?? []))
  return lockFaults({
    status: report.status,
    body: last?.body ?? '',
    bindings: template.bindings,
    figures: (last?.figures ?? [])
      .filter((f) => f.figure)
      .map((f) => ({
        mark: f.mark,
        kind: 'indicator',
        status: kept.get(f.figure ?? '')?.status ?? null,
        name: f.source,
      })),
    opinions: await store.opinionsOf(db, house, report.id),
  })
}

export const deliver = (house: House, command: Command, id: string) =>
  act(house, command, async ({ tx, actor, record }) => {
    stop(mayDeliver(await store.reportOf(tx, house, actor, id, true), civilToday(house.clock)))
    await sql`update report set status = 'delivered' where district = ${house.district} and id = ${id}`.execute(tx)
    record({ as: writer(actor), verb: 'report.delivered', data: { report: id } })
    return { id, status: 'delivered' }
  })
export const close = (house: House, command: Command, id: string) =>
  act(house, command, async ({ tx, actor, record }) => {
    stop(mayClose(await store.reportOf(tx, house, actor, id, true), await store.opinionsOf(tx, house, id)))
    await sql`update report set status = 'closed' where district = ${house.district} and id = ${id}`.execute(tx)
    record({ as: writer(actor), verb: 'report.closed', data: { report: id } })
    return { id, status: 'closed' }
  })

/** What became of a promise: its unit says so, and the next report begins with it. */
export const settlePromise = (
  house: House,
  command: Command,
  id: string,
  n: number,
  given: { outcome: string; note: string },
) =>
  act(house, command, async ({ tx, actor, record }) => {
    const report = await store.reportOf(tx, house, actor, id, true)
    const promise = (await store.promisesOf(tx, house, id)).find((p) => p.n === n)
    if (!promise) throw badInput([{ field: 'n', message: '没有这一项承诺' }])
    const as = answerer(actor, promise.owner)
    stop(report.status === 'draft' || report.status === 'locked' ? '报告作过以后才说得上落实' : null)
    await sql`update report_promise set outcome = ${given.outcome}, note = ${given.note}
      where district = ${house.district} and report_id = ${id} and n = ${n}`.execute(tx)
    record({ as, verb: 'report.promise-settled', data: { report: id, n, ...given } })
    return { id, n }
  })
