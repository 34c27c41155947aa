import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { maybe } from '../platform/schema.ts'
import { cancelAbsence, changeAbsence, keepAbsence } from './absences.ts'
import { handOverLines } from './hand-over.ts'
import { bare, day, id, words } from './schema.ts'
import * as store from './store.ts'

const one = T.Object({ id: T.String({ title: '请假', format: 'uuid' }) })
const Kept = T.Object({ id: T.String(), alert: T.Boolean({ description: 'Nobody stands in.' }) })

/** Who is away and who stands in. */
export default function absenceRoutes(app: App, house: House) {
  app.get(
    '/api/absences',
    {
      config: { allow: [...store.overseers, 'grid-worker'] },
      schema: {
        tags: ['grid'],
        summary: '请假与顶岗',
        description:
          'Who is away and who stands in, for a worker their own; those without a substitute come first, as an alert (R-2.6).',
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
              standsIn: maybe(T.String({ description: 'The account of whoever stands in.' })),
              handOver: T.Array(T.String()),
              alert: T.Boolean(),
              now: T.Boolean({ description: 'Away today.' }),
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
        response: { 200: Kept },
      },
    },
    (req) => keepAbsence(house, commandOf(req), req.body),
  )

  app.get(
    '/api/absences/hand-over',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['grid'],
        summary: '可交接事项',
        description: 'What one of the caller’s workers has to do today, offered as lines of a hand-over list.',
        querystring: T.Object({ account: id('网格员') }, bare),
        response: { 200: T.Array(T.String()) },
      },
    },
    (req) => handOverLines(house, caller(req), req.query.account),
  )

  app.put(
    '/api/absences/:id',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['grid'],
        summary: '更改请假',
        description: 'Ends an absence earlier or later, or says who stands in; days that are over stay as they were.',
        params: one,
        body: T.Object({ to: day('止'), substitute: T.Optional(id('顶岗')) }, bare),
        response: { 200: Kept },
      },
    },
    (req) => changeAbsence(house, commandOf(req), req.params.id, req.body),
  )

  app.post(
    '/api/absences/:id/cancel',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['grid'],
        summary: '取消请假',
        description: 'Cancels an absence that has not begun.',
        params: one,
        body: T.Object({ why: words('原因') }, bare),
        response: { 200: T.Object({ id: T.String() }) },
      },
    },
    (req) => cancelAbsence(house, commandOf(req), req.params.id, req.body.why),
  )
}
