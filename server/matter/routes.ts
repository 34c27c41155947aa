import { Type as T, type TSchema } from 'typebox'
import { listCases, listTasks } from '../case/lists.ts'
import { CaseRow, lights, TaskRow } from '../case/view.ts'
import { normaliseIdNumber } from '../person/rules.ts'
import { duties } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { readNumber } from '../platform/id.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { choice } from '../platform/schema.ts'
import * as ending from './ending.ts'
import * as handling from './handling.ts'
import * as intake from './intake.ts'
import { findMatter, presentMatter, presentRow, presentTaskRow, presentTrack } from './present.ts'
import { submit } from './submit.ts'
import * as view from './view.ts'

const number = T.String({ title: '办件编号', minLength: 8, maxLength: 20 })
const Numbered = T.Object({ number })
const WithTask = T.Object({ number, task: T.String({ title: '环节', format: 'uuid' }) })
const Answer = T.Object({
  number: T.String(),
  status: T.String(),
  statusText: T.String(),
  open: T.Array(T.Object({ task: T.String(), node: T.String(), unit: T.String() }), {
    description: 'The parts open now.',
  }),
})
const staff = [...duties]

const filters = {
  status: T.Optional(T.String({ title: '状态', maxLength: 20 })),
  light: T.Optional(choice(lights, { title: '灯色' })),
  unit: T.Optional(T.String({ title: '单位', maxLength: 100 })),
  q: T.Optional(T.String({ title: '查找', maxLength: 50 })),
}

export default function matterRoutes(app: App, house: House) {
  app.get(
    '/api/matters',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '办件列表',
        description: 'Matters the caller may see, newest first, fifty a page; filters are the URL.',
        querystring: T.Object(
          {
            ...filters,
            place: T.Optional(T.String({ title: '社区', maxLength: 100 })),
            mine: T.Optional(T.Boolean({ title: '我的' })),
            cursor: T.Optional(T.String({ title: '翻页位置', maxLength: 200 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: T.Object({ rows: T.Array(CaseRow), next: T.Union([T.String(), T.Null()]) }) },
      },
    },
    async (req) => {
      const actor = caller(req)
      const { rows, next } = await listCases(house.db, actor, req.query, house.clock.now())
      return { rows: rows.map((r) => presentRow(house, r)), next }
    },
  )

  app.get(
    '/api/tasks',
    {
      config: { allow: ['clerk', 'handler', 'head'] },
      schema: {
        summary: '本单位的环节',
        description: "The parts that wait for the caller's units, nearest deadline first; at most two hundred.",
        querystring: T.Object(
          {
            ...filters,
            state: T.Optional(choice(['open', 'done', 'returned'], { title: '环节状态' })),
          },
          { additionalProperties: false },
        ),
        response: { 200: T.Object({ rows: T.Array(TaskRow) }) },
      },
    },
    async (req) => {
      const rows = await listTasks(house.db, caller(req), req.query, house.clock.now())
      return { rows: rows.map((r) => presentTaskRow(house, r)) }
    },
  )

  app.get(
    '/api/matters/:number',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '办件页',
        description: 'The whole page of one matter, with what the caller may do and why not; 404 when out of scope.',
        params: Numbered,
        response: { 200: view.MatterView },
      },
    },
    async (req) => {
      const actor = caller(req)
      const m = await findMatter(house, actor, readNumber(req.params.number))
      if (!m) throw notFound()
      return presentMatter(house, actor, m)
    },
  )

  app.post(
    '/api/matters/track',
    {
      config: { allow: 'anyone', reads: true, rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: {
        summary: '查进度',
        description:
          'Progress of a matter for whoever knows its number and the last four of the applicant’s identity number.',
        body: T.Object(
          { number, idTail: T.String({ title: '身份证号后四位', minLength: 4, maxLength: 8 }) },
          { additionalProperties: false },
        ),
        response: { 200: view.TrackView },
      },
    },
    async (req) => {
      const m = await findMatter(house, null, readNumber(req.body.number))
      const tail = m && house.crypto.unseal(m.applicant.id_number).slice(-4)
      // One answer for a wrong number and a wrong tail: neither can be found out from the other.
      if (!m || tail !== normaliseIdNumber(req.body.idTail))
        throw new Refusal(404, 'not-found', '没有找到：请核对办件编号和身份证号后四位', 'number')
      return presentTrack(house, m)
    },
  )

  app.post(
    '/api/matters',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '提交申请',
        description: 'Submits an application: by a resident for oneself, or by a clerk for the person at the window.',
        body: view.Submission,
        response: { 200: Answer },
      },
    },
    (req) => submit(house, commandOf(req), req.body),
  )

  /** One act on a matter: its own address, body and allowed duties; the rule inside decides. */
  const on = <B extends TSchema>(
    path: string,
    allow: 'signed-in' | typeof staff,
    summary: string,
    description: string,
    body: B,
  ) =>
    [
      `/api/matters/:number/${path}`,
      { config: { allow }, schema: { summary, description, params: Numbered, body, response: { 200: Answer } } },
    ] as const
  const onTask = <B extends TSchema>(path: string, summary: string, description: string, body: B) =>
    [
      `/api/matters/:number/tasks/:task/${path}`,
      { config: { allow: staff }, schema: { summary, description, params: WithTask, body, response: { 200: Answer } } },
    ] as const

  app.post(
    ...on(
      'acceptance',
      staff,
      '受理',
      'Accepts the matter: the total clock and the formal road start; missing deferrable materials need a signed promise.',
      view.Acceptance,
    ),
    (req) => intake.accept(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on(
      'settlement',
      staff,
      '当场办结',
      'Settles an on-the-spot item in one act, without an acceptance paper.',
      view.Settlement,
    ),
    (req) => intake.settle(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on(
      'refusal',
      staff,
      '不予受理',
      'Refuses the matter with a reason; where it is not ours, names the right body.',
      view.Refusing,
    ),
    (req) => intake.refuse(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on(
      'correction',
      staff,
      '一次性告知补正',
      'Tells the applicant everything that is lacking, once and all at once.',
      view.Correction,
    ),
    (req) => intake.correct(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(...on('fix', staff, '当场更正', 'Mends a slip in the form at the counter.', view.Fix), (req) =>
    intake.fix(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on(
      'supplement',
      'signed-in',
      '补交材料',
      'Supplies what the one-time notice or the signed promise asked for.',
      view.Supplement,
    ),
    (req) => intake.supplement(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on(
      'withdrawal',
      'signed-in',
      '撤回',
      'Withdraws the application; can be undone for ten minutes.',
      view.Withdrawal,
    ),
    (req) => intake.withdraw(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.delete(
    '/api/matters/:number/withdrawal',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '取消撤回',
        description: 'Undoes a withdrawal within ten minutes; everything goes on as before.',
        params: Numbered,
        response: { 200: Answer },
      },
    },
    (req) => intake.undoWithdrawal(house, commandOf(req), readNumber(req.params.number)),
  )
  app.post(
    ...on(
      'sending-back',
      staff,
      '退件',
      'Gives the matter back to the applicant after a unit returned its part.',
      view.SendBack,
    ),
    (req) => handling.sendBack(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(...on('extension', staff, '申请延长', 'Asks for the one extension the law allows.', view.Extension), (req) =>
    handling.requestExtension(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on(
      'extension/decision',
      staff,
      '审批延长',
      "Approves or refuses the extension: the body's head, or a district leader for joint handling.",
      view.ExtensionDecision,
    ),
    (req) => handling.decideExtension(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(...on('result', staff, '登记结果', 'Registers the licence or document that came out.', view.Result), (req) =>
    ending.issueResult(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on('delivery', staff, '送达', 'Hands the result over against a signature and closes the matter.', view.Delivery),
    (req) => ending.deliver(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on('rating', 'signed-in', '评价', 'The applicant rates, once and voluntarily, in five levels.', view.Rating),
    (req) => ending.rate(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on('contact', staff, '差评联系', 'Records that the applicant was contacted about a bad rating.', view.Contact),
    (req) => ending.contact(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on('urge', 'signed-in', '催办', 'A word to whoever holds the matter; moves no clock.', view.Urge),
    (req) => ending.urge(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    ...on('supervisions', staff, '督办', 'A numbered order to one unit with a reply deadline.', view.Supervise),
    (req) => ending.supervise(house, commandOf(req), readNumber(req.params.number), req.body),
  )
  app.post(
    '/api/matters/:number/supervisions/:id/reply',
    {
      config: { allow: staff },
      schema: {
        summary: '答复督办',
        description: "The supervised unit's reply to an order.",
        params: T.Object({ number, id: T.String({ title: '督办单', format: 'uuid' }) }),
        body: view.SupervisionReply,
        response: { 200: Answer },
      },
    },
    (req) => ending.replySupervision(house, commandOf(req), readNumber(req.params.number), req.params.id, req.body),
  )
  app.post(
    ...on('voiding', staff, '作废', 'Voids the matter with a reason; nothing is deleted.', view.Voiding),
    (req) => ending.voidMatter(house, commandOf(req), readNumber(req.params.number), req.body),
  )

  app.post(
    ...onTask(
      'completion',
      '办理完成',
      "Gives the unit's opinion, decision or answer and ends its part.",
      view.Completion,
    ),
    (req) => handling.complete(house, commandOf(req), readNumber(req.params.number), req.params.task, req.body),
  )
  app.post(
    ...onTask('return', '退回窗口', 'Returns the part to the window with a reason code.', view.TaskReturn),
    (req) => handling.returnTask(house, commandOf(req), readNumber(req.params.number), req.params.task, req.body),
  )
  app.post(...onTask('reroute', '改派', 'The window sends a returned part to the right unit.', view.Reroute), (req) =>
    handling.reroute(house, commandOf(req), readNumber(req.params.number), req.params.task, req.body),
  )
  app.post(
    ...onTask('stop', '特别程序', "Stops this unit's clock for a special procedure of stated length.", view.Stop),
    (req) => handling.stop(house, commandOf(req), readNumber(req.params.number), req.params.task, req.body),
  )
  app.post(...onTask('resume', '结束特别程序', 'Ends the special procedure; the clock runs on.', view.Resume), (req) =>
    handling.resume(house, commandOf(req), readNumber(req.params.number), req.params.task, req.body),
  )
  app.post(
    ...onTask(
      'consultation',
      '征求意见',
      'Asks another unit, with a clock of its own; the asker waits for the answer.',
      view.Consultation,
    ),
    (req) => handling.consult(house, commandOf(req), readNumber(req.params.number), req.params.task, req.body),
  )
}
