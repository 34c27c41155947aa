import { type Static, Type as T, type TSchema } from 'typebox'
import { listCases, listTasks } from '../case/lists.ts'
import { CaseRow, lights, TaskRow } from '../case/view.ts'
import { normaliseIdNumber } from '../person/rules.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { readNumber } from '../platform/id.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { choice } from '../platform/schema.ts'
import { acting, Numbered, number, onMatter, type RunOn, staff, WithOrder, WithTask } from './acting.ts'
import * as ending from './ending.ts'
import * as extension from './extension.ts'
import * as given from './given.ts'
import * as handling from './handling.ts'
import * as intake from './intake.ts'
import { findMatter, presentMatter, presentRow, presentTaskRow, presentTrack } from './present.ts'
import { submit } from './submit.ts'
import * as view from './view.ts'

const filters = {
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
            status: T.Optional(T.String({ title: '状态', maxLength: 20 })),
            place: T.Optional(T.String({ title: '社区', maxLength: 100 })),
            mine: T.Optional(T.Boolean({ title: '我的' })),
            solution: T.Optional(choice(['unknown', 'solved', 'disputed'], { title: '是否解决' })),
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

  // Four digits are soon tried out from many addresses: a number takes ten tries a day, whoever makes them, right or wrong.
  const tries = { max: 10, timeWindow: 24 * 3_600_000, cache: 100_000, keyGenerator: triedNumber }
  const oneMoreTry = app.createRateLimit(tries)
  app.post(
    '/api/matters/track',
    {
      config: { allow: 'anyone', reads: true, rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: {
        summary: '查进度',
        description:
          'Progress of a matter for whoever knows its number and the last four of the applicant’s identity number; a matter takes ten tries a day.',
        body: T.Object(
          { number, idTail: T.String({ title: '身份证号后四位', minLength: 4, maxLength: 8 }) },
          { additionalProperties: false },
        ),
        response: { 200: view.TrackView },
      },
    },
    async (req) => {
      const tried = await oneMoreTry(req)
      if (!tried.isAllowed && tried.isExceeded)
        throw new Refusal(
          429,
          'too-often',
          `这个“办件编号”一天最多查 ${tries.max} 次，请 ${Math.ceil(tried.ttlInSeconds / 3600)} 小时后再查，或者登录后在“我的办件”里看`,
          'number',
        )
      const m = await findMatter(house, null, readNumber(req.body.number))
      const tail = m && house.crypto.unseal(m.applicant.id_number).slice(-4)
      // One answer for a wrong number and a wrong tail: neither can be found out from the other.
      if (!m || tail !== normaliseIdNumber(req.body.idTail))
        throw new Refusal(404, 'not-found', '没有找到：请核对办件编号和身份证号后四位', 'number')
      return presentTrack(house, m)
    },
  )

  app.post('/api/matters', acting('signed-in', given.Submission), (req) => submit(house, commandOf(req), req.body))

  const on = onMatter(app, house)
  const onTask = <B extends TSchema>(path: string, body: B, run: RunOn<B>) =>
    app.post(`/api/matters/:number/tasks/:task/${path}`, acting(staff, body, WithTask), (req) =>
      run(house, commandOf(req), readNumber(req.params.number), req.params.task, req.body as Static<B>),
    )

  on('acceptance', staff, given.Acceptance, intake.accept)
  on('settlement', staff, given.Settlement, intake.settle)
  on('refusal', staff, given.Refusing, intake.refuse)
  on('correction', staff, given.Correction, intake.correct)
  on('fix', staff, given.Fix, intake.fix)
  on('supplement', 'signed-in', given.Supplement, intake.supplement)
  on('withdrawal', 'signed-in', given.Withdrawal, intake.withdraw)
  app.delete('/api/matters/:number/withdrawal', acting('signed-in', undoing, Numbered), (req) =>
    intake.undoWithdrawal(house, commandOf(req), readNumber(req.params.number)),
  )
  on('sending-back', staff, given.SendBack, handling.sendBack)
  on('extension', staff, given.Extension, extension.request)
  on('extension/decision', staff, given.ExtensionDecision, extension.decide)
  on('result', staff, given.Result, ending.issueResult)
  on('delivery', staff, given.Delivery, ending.deliver)
  on('rating', 'signed-in', given.Rating, ending.rate)
  on('contact', staff, given.Contact, ending.contact)
  on('urge', 'signed-in', given.Urge, ending.urge)
  on('supervisions', staff, given.Supervise, ending.supervise)
  app.post('/api/matters/:number/supervisions/:id/reply', acting(staff, given.SupervisionReply, WithOrder), (req) =>
    ending.replySupervision(house, commandOf(req), readNumber(req.params.number), req.params.id, req.body),
  )
  on('voiding', staff, given.Voiding, ending.voidMatter)

  onTask('completion', given.Completion, handling.complete)
  onTask('return', given.TaskReturn, handling.returnTask)
  onTask('reroute', given.Reroute, handling.reroute)
  onTask('stop', given.Stop, handling.stop)
  onTask('resume', given.Resume, handling.resume)
  onTask('consultation', given.Consultation, handling.consult)
}

const undoing = T.Null({
  title: '取消撤回',
  description: 'Undoes a withdrawal within ten minutes; everything goes on as before.',
})

const triedNumber = (req: { body?: unknown }) => readNumber((req.body as { number: string }).number)
