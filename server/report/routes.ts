import { Type as T } from 'typebox'
import type { Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { choice } from '../platform/schema.ts'
import * as actions from './actions.ts'
import { diff } from './diff.ts'
import { asPdf, asWord, printOf } from './print.ts'
import { BareReport, Diffed, Done, day, Id, OpinionId, Template, WholeReport, words } from './shapes.ts'
import * as show from './show.ts'
import * as store from './store.ts'

const government: Duty[] = ['statistician', 'leader', 'supervisor', 'head', 'handler', 'dispatcher', 'audit-admin']
const read: Duty[] = [...government, 'deputy']
const write: Duty[] = ['statistician']
const reviewers: Duty[] = ['leader', 'supervisor', 'head']
const answer: Duty[] = ['statistician', 'head', 'handler']
const bare = { additionalProperties: false }
const tags = ['reports']
const nothing = T.Object({}, bare)

export default function reportRoutes(app: App, house: House) {
  app.get(
    '/api/reports',
    {
      config: { allow: read },
      schema: {
        tags,
        summary: '报告',
        description:
          'The reports to the People’s Congress, newest meeting first, each with the next of its days; deputies see those that are locked.',
        response: { 200: T.Array(BareReport) },
      },
    },
    (req) => show.list(house, caller(req)),
  )
  app.get(
    '/api/reports/templates',
    {
      config: { allow: government },
      schema: {
        tags,
        summary: '报告模板',
        description: 'The templates of the pack a report can be begun from.',
        response: { 200: T.Array(Template) },
      },
    },
    () => store.templates(house),
  )
  app.get(
    '/api/reports/:id',
    {
      config: { allow: read },
      schema: {
        tags,
        summary: '一份报告',
        description:
          'A report in one version: its text as blocks, every figure with its source, opinions, days, promises, and what is still lacking.',
        params: Id,
        querystring: T.Object(
          { version: T.Optional(T.Integer({ title: '第几稿', minimum: 1, maximum: 10_000 })) },
          bare,
        ),
        response: { 200: WholeReport },
      },
    },
    (req) => show.whole(house, caller(req), req.params.id, req.query.version),
  )
  app.get(
    '/api/reports/:id/changes',
    {
      config: { allow: read },
      schema: {
        tags,
        summary: '两稿对照',
        description: 'Two versions side by side, by sentence, and the figures that read differently.',
        params: Id,
        querystring: T.Object(
          {
            from: T.Integer({ title: '前一稿', minimum: 1, maximum: 10_000 }),
            to: T.Integer({ title: '后一稿', minimum: 1, maximum: 10_000 }),
          },
          bare,
        ),
        response: { 200: Diffed },
      },
    },
    async (req) => {
      await store.reportOf(house.db, house, caller(req), req.params.id)
      const versions = await store.versionsOf(house.db, house, req.params.id)
      const [from, to] = [req.query.from, req.query.to].map((n) => versions.find((v) => v.n === n))
      if (!from || !to) throw notFound('没有这一稿')
      const figures = to.figures.flatMap((f) => {
        const was = from.figures.find((x) => x.mark === f.mark)?.text ?? null
        return was === f.text ? [] : [{ mark: f.mark, before: was, after: f.text }]
      })
      return { changes: diff(from.body, to.body), figures }
    },
  )
  app.get(
    '/api/reports/:id/file',
    {
      config: { allow: read },
      schema: {
        tags,
        summary: '下载报告',
        description: 'A version as a Word document or as PDF, A4.',
        params: Id,
        querystring: T.Object(
          {
            format: choice(['docx', 'pdf'], { title: '格式' }),
            version: T.Optional(T.Integer({ title: '第几稿', minimum: 1, maximum: 10_000 })),
          },
          bare,
        ),
      },
    },
    async (req, reply) => {
      const printed = printOf(await show.whole(house, caller(req), req.params.id, req.query.version))
      const { format } = req.query
      const name = encodeURIComponent(`${printed.title}（第${printed.version}稿）.${format}`)
      const type =
        format === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .type(type)
        .send(format === 'pdf' ? await asPdf(printed) : await asWord(printed))
    },
  )
  app.post(
    '/api/reports',
    {
      config: { allow: write },
      schema: {
        tags,
        summary: '起草报告',
        description:
          'Begins a report from a template for a meeting: its figures as of a day, its days counted back, its promises laid out.',
        body: T.Object(
          {
            template: T.String({ title: '模板', pattern: '^[a-z][a-z0-9-]{0,59}$' }),
            meetingOn: day('会议日期'),
            asOf: day('数字截止日'),
            term: T.Optional(T.Integer({ title: '届', minimum: 1, maximum: 99 })),
            sitting: T.Optional(T.Integer({ title: '次', minimum: 1, maximum: 99 })),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), version: T.Integer() }) },
      },
    },
    (req) => actions.begin(house, commandOf(req), req.body),
  )
  app.post(
    '/api/reports/:id/versions',
    {
      config: { allow: write },
      schema: {
        tags,
        summary: '存新的一稿',
        description: 'A new version: another text, or the same with its figures reckoned anew. Earlier versions stay.',
        params: Id,
        body: T.Object(
          {
            body: T.Optional(T.String({ title: '正文', minLength: 1, maxLength: 60_000, pattern: '\\S' })),
            note: words('修改说明', 300),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), version: T.Integer() }) },
      },
    },
    (req) => actions.revise(house, commandOf(req), req.params.id, req.body),
  )
  app.post(
    '/api/reports/:id/opinions',
    {
      config: { allow: write },
      schema: {
        tags,
        summary: '登记意见',
        description:
          'What was said of the report: before the meeting it is answered in the text, at the meeting it is a unit’s task with a day.',
        params: Id,
        body: T.Object(
          {
            stage: choice(['before', 'meeting'], { title: '会前或审议' }),
            saidBy: words('提出人', 60),
            body: words('意见', 2000),
            saidOn: day('提出日期'),
            owner: T.Optional(words('承办单位', 60)),
            dueOn: T.Optional(day('办理期限')),
          },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => actions.addOpinion(house, commandOf(req), req.params.id, req.body),
  )
  app.post(
    '/api/reports/:id/opinions/:opinion/response',
    {
      config: { allow: answer },
      schema: {
        tags,
        summary: '答复意见',
        description: 'How an opinion was met, and in which version; by its unit or the statistician.',
        params: OpinionId,
        body: T.Object(
          {
            response: words('答复', 2000),
            inVersion: T.Optional(T.Integer({ title: '体现在第几稿', minimum: 1, maximum: 10_000 })),
          },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => actions.respond(house, commandOf(req), req.params.id, req.params.opinion, req.body),
  )
  app.post(
    '/api/reports/:id/opinions/:opinion/satisfaction',
    {
      config: { allow: write },
      schema: {
        tags,
        summary: '登记测评',
        description: 'How satisfied the committee was with the answer to an opinion of the meeting.',
        params: OpinionId,
        body: T.Object(
          { satisfaction: choice(['satisfied', 'basically', 'dissatisfied'], { title: '测评结果' }) },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => actions.rate(house, commandOf(req), req.params.id, req.params.opinion, req.body.satisfaction),
  )
  app.post(
    '/api/reports/:id/nodes/:node',
    {
      config: { allow: write },
      schema: {
        tags,
        summary: '登记节点完成',
        description: 'Says on which day one of the days before the meeting was kept.',
        params: T.Object({ ...Id.properties, node: T.String({ title: '节点', pattern: '^[a-z][a-z0-9-]{0,59}$' }) }),
        body: T.Object({ doneOn: day('完成日期') }, bare),
        response: { 200: Done },
      },
    },
    (req) => actions.passNode(house, commandOf(req), req.params.id, req.params.node, req.body.doneOn),
  )
  app.post(
    '/api/reports/:id/promises/:n',
    {
      config: { allow: answer },
      schema: {
        tags,
        summary: '登记承诺落实',
        description:
          'What became of a promise of the report: kept, in part, or not, and how; by its unit or the statistician.',
        params: T.Object({ ...Id.properties, n: T.Integer({ title: '第几项', minimum: 1, maximum: 1000 }) }),
        body: T.Object(
          { outcome: choice(['kept', 'partly', 'not'], { title: '落实情况' }), note: words('说明', 500) },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), n: T.Integer() }) },
      },
    },
    (req) => actions.settlePromise(house, commandOf(req), req.params.id, req.params.n, req.body),
  )
  app.post(
    '/api/reports/:id/review',
    {
      config: { allow: reviewers },
      schema: {
        tags,
        summary: '审核数字',
        description:
          'The head of an indicator’s unit says that its figures are so, then a leader or supervisor; never whoever reckoned them.',
        params: Id,
        body: T.Object(
          {
            marks: T.Array(T.String({ title: '数字', pattern: '^[a-z][a-z0-9-]{0,59}$' }), {
              title: '数字',
              minItems: 1,
              maxItems: 200,
            }),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), figures: T.Integer() }) },
      },
    },
    (req) => actions.review(house, commandOf(req), req.params.id, req.body.marks),
  )
  for (const [path, summary, description, fn] of [
    ['lock', '锁定报告', 'Locks text and figures for good, or says everything that is still lacking.', actions.lock],
    ['delivery', '登记已作报告', 'Says that the report was given at the meeting.', actions.deliver],
    ['closing', '办结', 'Ends the report once every opinion of the meeting is answered and voted on.', actions.close],
  ] as const)
    app.post(
      `/api/reports/:id/${path}`,
      {
        config: { allow: write },
        schema: {
          tags,
          summary,
          description,
          params: Id,
          body: nothing,
          response: { 200: T.Object({ id: T.String(), status: T.String() }) },
        },
      },
      (req) => fn(house, commandOf(req), (req.params as { id: string }).id),
    )
}
