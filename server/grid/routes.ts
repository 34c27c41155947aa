import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { maybe } from '../platform/schema.ts'
import { keepAbsence, keepMeeting, keepPlan } from './actions.ts'
import { divide } from './division.ts'
import * as store from './store.ts'

const bare = { additionalProperties: false }
const words = (title: string, max = 100, least = 1) =>
  T.String({ title, minLength: least, maxLength: max, pattern: '\\S' })
const day = (title: string) => T.String({ title, format: 'date' })
const id = (title: string) => T.String({ title, pattern: '^[a-z0-9-]{1,60}$' })
const Done = T.Object({ id: T.String() })

export default function gridRoutes(app: App, house: House) {
  app.get(
    '/api/grids/:id/notice',
    {
      config: { allow: 'anyone' },
      schema: {
        tags: ['grid'],
        summary: '网格公示牌',
        description:
          'What must be posted of a grid: its name, place, who works there, their duty phone, and where to complain (R-2.1).',
        params: T.Object({ id: id('网格') }),
        response: {
          200: T.Object({
            id: T.String(),
            name: T.String(),
            code: maybe(T.String()),
            community: T.String(),
            households: maybe(T.Integer()),
            population: maybe(T.Integer()),
            since: T.String(),
            until: maybe(T.String({ description: 'Set where the grid has ended; see successors.' })),
            supervision: maybe(T.String()),
            workers: T.Array(
              T.Object({
                name: T.String(),
                duty: T.String(),
                phone: maybe(T.String()),
                shift: maybe(T.String()),
                away: T.Boolean(),
                substitute: maybe(T.String()),
              }),
            ),
            successors: T.Array(T.Object({ id: T.String(), name: T.String() })),
          }),
        },
      },
    },
    async (req) => {
      const found = await store.notice(house, req.params.id, civilToday(house.clock))
      if (!found) throw notFound('没有这个网格')
      return found
    },
  )

  app.post(
    '/api/grids/divisions',
    {
      config: { allow: ['grid-head', 'data-manager'] },
      schema: {
        tags: ['grid'],
        summary: '划分网格',
        description:
          'Splits, merges or re-divides grids of one community from a day on; the old ones end, their buildings go over.',
        body: T.Object(
          {
            at: day('生效日期'),
            from: T.Array(id('旧网格'), { title: '旧网格', minItems: 1, maxItems: 20, uniqueItems: true }),
            into: T.Array(
              T.Object(
                {
                  name: words('名称', 60),
                  buildings: T.Array(T.String({ title: '楼栋', maxLength: 120 }), { title: '楼栋', maxItems: 2000 }),
                },
                bare,
              ),
              { title: '新网格', minItems: 1, maxItems: 20 },
            ),
          },
          bare,
        ),
        response: {
          200: T.Object({ grids: T.Array(T.Object({ id: T.String(), name: T.String(), code: T.String() })) }),
        },
      },
    },
    (req) => divide(house, commandOf(req), req.body),
  )

  app.get(
    '/api/grids/workers',
    {
      config: { allow: store.overseers },
      schema: {
        tags: ['grid'],
        summary: '网格员',
        description: 'The grid workers of the caller’s places: their grid, A or B post, and share of time.',
        response: {
          200: T.Array(
            T.Object({
              account: T.String(),
              name: T.String(),
              grid: T.String(),
              gridName: T.String(),
              shift: maybe(T.String()),
              share: maybe(T.Integer()),
            }),
          ),
        },
      },
    },
    (req) => store.workers(house, caller(req)),
  )

  app.get(
    '/api/absences',
    {
      config: { allow: store.overseers },
      schema: {
        tags: ['grid'],
        summary: '请假与顶岗',
        description: 'Who is away and who stands in; those without a substitute come first, as an alert (R-2.6).',
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              account: T.String(),
              name: T.String(),
              grid: T.String(),
              from: T.String(),
              to: T.String(),
              reason: T.String(),
              substitute: maybe(T.String()),
              handOver: T.Array(T.String()),
              alert: T.Boolean(),
            }),
          ),
        },
      },
    },
    (req) => store.absences(house, caller(req), civilToday(house.clock)),
  )

  app.post(
    '/api/absences',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['grid'],
        summary: '登记请假',
        description: 'Says who is away from when to when, who stands in, and what is handed over.',
        body: T.Object(
          {
            account: id('网格员'),
            from: day('起'),
            to: day('止'),
            reason: words('事由'),
            substitute: T.Optional(id('顶岗')),
            handOver: T.Array(words('交接事项', 200), { title: '交接清单', maxItems: 30 }),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), alert: T.Boolean() }) },
      },
    },
    (req) => keepAbsence(house, commandOf(req), req.body),
  )

  app.get(
    '/api/patrol-plans',
    {
      config: { allow: store.overseers },
      schema: {
        tags: ['grid'],
        summary: '巡查计划',
        description: 'The patrol plans of the caller’s places, with when each was last walked.',
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              grid: T.String(),
              name: T.String(),
              kind: T.String(),
              everyDays: T.Integer(),
              points: T.Array(T.Object({ id: T.String(), name: T.String(), checks: T.Array(T.String()) })),
              last: maybe(T.String()),
            }),
          ),
        },
      },
    },
    (req) => store.plans(house, caller(req)),
  )

  app.post(
    '/api/patrol-plans',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['grid'],
        summary: '新建巡查计划',
        description: 'Plans a patrol of a grid: its points, what to look at, and how often.',
        body: T.Object(
          {
            grid: id('网格'),
            name: words('名称', 60),
            kind: words('类别', 30),
            everyDays: T.Integer({ title: '间隔天数', minimum: 1, maximum: 366 }),
            from: day('起始日期'),
            points: T.Array(
              T.Object(
                { name: words('点位', 60), checks: T.Array(words('检查项', 60), { title: '检查项', maxItems: 20 }) },
                bare,
              ),
              {
                title: '点位',
                minItems: 1,
                maxItems: 50,
              },
            ),
          },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => keepPlan(house, commandOf(req), req.body),
  )

  app.get(
    '/api/meetings',
    {
      config: { allow: store.overseers },
      schema: {
        tags: ['grid'],
        summary: '工作例会',
        description: 'Meetings of the caller’s places with their minutes and what became of the tasks.',
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              heldOn: T.String(),
              title: T.String(),
              place: T.String(),
              minutes: T.String(),
              present: T.Array(T.String()),
              tasks: T.Array(
                T.Object({
                  title: T.String(),
                  name: T.String(),
                  dueOn: T.String(),
                  doneAt: maybe(T.String()),
                  note: maybe(T.String()),
                }),
              ),
            }),
          ),
        },
      },
    },
    (req) => store.meetings(house, caller(req)),
  )

  app.post(
    '/api/meetings',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['grid'],
        summary: '登记例会',
        description: 'Keeps the minutes of a meeting; each decision becomes a task with a name and a day.',
        body: T.Object(
          {
            place: id('地方'),
            heldOn: day('会议日期'),
            title: words('题目', 100),
            minutes: words('纪要', 10_000),
            present: T.Array(words('参加人', 30), { title: '参加人', maxItems: 100 }),
            tasks: T.Array(T.Object({ title: words('任务', 200), account: id('责任人'), dueOn: day('期限') }, bare), {
              title: '任务',
              maxItems: 50,
            }),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), tasks: T.Integer() }) },
      },
    },
    (req) => keepMeeting(house, commandOf(req), req.body),
  )

  app.get(
    '/api/appraisal',
    {
      config: { allow: store.overseers },
      schema: {
        tags: ['grid'],
        summary: '网格员考核',
        description:
          'Shares of what was due in a month and what a second look found; the number of reports counts for nothing (R-2.11).',
        querystring: T.Object({ month: T.String({ title: '月份', pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }) }, bare),
        response: {
          200: T.Array(
            T.Object({
              account: T.String(),
              name: T.String(),
              grid: T.String(),
              score: maybe(T.Number()),
              parts: T.Record(T.String(), maybe(T.Number())),
              ...Object.fromEntries(
                [
                  'visitsDue',
                  'visitsDone',
                  'pointsPlanned',
                  'pointsSeen',
                  'verified',
                  'agreed',
                  'subjects',
                  'fresh',
                ].map((k) => [k, T.Integer()]),
              ),
            }),
          ),
        },
      },
    },
    async (req) => (await store.appraisal(house, caller(req), req.query.month)) as never,
  )
}
