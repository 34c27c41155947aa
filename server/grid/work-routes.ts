import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { maybe } from '../platform/schema.ts'
import { keepMeeting, keepPlan } from './actions.ts'
import { appraisal } from './appraisal.ts'
import { bare, day, id, words } from './schema.ts'
import * as store from './store.ts'

const Done = T.Object({ id: T.String() })

/** The work of the grids: what is walked, what meetings decide, how the month went. */
export default function gridWorkRoutes(app: App, house: House) {
  app.get(
    '/api/patrol-plans',
    {
      config: { allow: store.overseers },
      schema: {
        tags: ['grid'],
        summary: '巡查计划',
        description:
          'The patrol plans of the caller’s places, with when each was last walked and this month’s coverage.',
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              grid: T.String(),
              name: T.String(),
              kind: T.String(),
              everyDays: T.Integer(),
              points: T.Array(T.Object({ id: T.String(), name: T.String(), checks: T.Array(T.String()) })),
              from: T.String(),
              last: maybe(T.String()),
              due: T.String({ description: 'The day it is to be walked next, as on the phone.' }),
              planned: T.Integer({ description: 'Points to be seen this month.' }),
              seen: T.Integer({ description: 'And how many were.' }),
            }),
          ),
        },
      },
    },
    (req) => store.plans(house, caller(req), civilToday(house.clock)),
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
          200: T.Object({
            weights: T.Record(T.String(), T.Integer(), { description: 'Of the parts, as the pack says.' }),
            rows: T.Array(
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
          }),
        },
      },
    },
    async (req) =>
      ({ weights: house.field.appraisal, rows: await appraisal(house, caller(req), req.query.month) }) as never,
  )
}
