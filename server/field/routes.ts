import { Type as T } from 'typebox'
import { fileFor } from '../person/view.ts'
import { act } from '../platform/act.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { choice, maybe, personal } from '../platform/schema.ts'
import { type Entry, keepEntry } from './actions.ts'
import { dayOf, sheetsOf } from './day.ts'
import { keptBy } from './kept.ts'
import { newcomers } from './newcomers.ts'
import { entryKinds } from './rules.ts'

const bare = { additionalProperties: false }
const instant = (title: string) => T.String({ title, format: 'date-time' })
const Values = T.Record(T.String({ maxLength: 40 }), T.Union([T.String({ maxLength: 200 }), T.Number(), T.Null()]), {
  ...personal,
  title: '采集内容',
  maxProperties: 30,
})
const Sheet = T.Object({
  subject: T.String(),
  name: T.String(),
  sex: maybe(T.String()),
  age: maybe(T.Integer()),
  address: T.String(),
  dwelling: maybe(T.String({ description: 'The door behind which they live now, to report whom nobody knows yet.' })),
  phone: maybe(T.String({ description: 'Masked.' })),
  attributes: T.Array(T.Object({ name: T.String(), label: T.String(), value: T.Unknown(), collectedAt: T.String() })),
  household: T.Array(T.Object({ name: T.String(), age: maybe(T.Integer()), relation: maybe(T.String()) })),
})

export default function fieldRoutes(app: App, house: House) {
  app.get(
    '/api/field/day',
    {
      config: { allow: ['grid-worker'] },
      schema: {
        tags: ['field'],
        summary: '今日清单',
        description:
          'What is to be done today in the caller’s grids, with what must be known for it without a signal; expires within a day.',
        response: {
          200: T.Object({
            day: T.String(),
            at: T.String(),
            lock: T.String({
              description:
                'The account’s own secret, base64: the phone derives the key of its store from it, and keeps only the key.',
            }),
            photosPerEntry: T.Integer(),
            expiresAt: T.String(),
            workHours: T.Object({ from: T.String(), to: T.String() }),
            grids: T.Array(
              T.Object({
                id: T.String(),
                name: T.String(),
                for: maybe(T.String({ description: 'For whom the caller stands in.' })),
              }),
            ),
            collect: T.Array(T.Object({ name: T.String(), label: T.String() })),
            tasks: T.Array(
              T.Object({
                kind: T.String(),
                subject: T.String(),
                title: T.String(),
                where: T.String(),
                why: T.String(),
                due: T.String(),
              }),
            ),
            sheets: T.Array(Sheet),
            plans: T.Array(
              T.Object({
                subject: T.String(),
                points: T.Array(T.Object({ id: T.String(), name: T.String(), checks: T.Array(T.String()) })),
              }),
            ),
          }),
        },
      },
    },
    async (req) => {
      const day = await dayOf(house, caller(req))
      return {
        ...day,
        tasks: day.tasks.map(({ kind, subject, title, where, why, due }) => ({
          kind,
          subject,
          title,
          where,
          why,
          due,
        })),
      }
    },
  )

  app.get(
    '/api/field/persons/:id',
    {
      config: { allow: ['grid-worker'] },
      schema: {
        tags: ['field'],
        summary: '入户档案',
        description:
          'One resident of the caller’s grids as the phone keeps them: what is asked at the door, and the household; that it was opened is recorded.',
        params: T.Object({ id: T.String({ title: '人员', maxLength: 60, pattern: '^[A-Za-z0-9:-]+$' }) }),
        response: { 200: Sheet },
      },
    },
    (req) => {
      const actor = caller(req)
      const { id } = req.params
      return act(house, actor, async ({ tx, record }) => {
        const found = await fileFor(tx, actor, id, ['grid-worker'])
        const [sheet] = found ? await sheetsOf(house, actor, [id], civilToday(house.clock), tx) : []
        if (!found || !sheet) throw notFound()
        record({ as: found.as, verb: 'person.looked-up', data: { person: id, how: 'field' } })
        return sheet
      })
    },
  )

  app.get(
    '/api/field/entries',
    {
      config: { allow: ['grid-worker'] },
      schema: {
        tags: ['field'],
        summary: '已收到的记录',
        description:
          'What arrived from the caller’s phones, newest first, a hundred at a time: to compare with what a phone still holds.',
        querystring: T.Object(
          {
            before: T.Optional(
              T.Integer({ title: '起点', minimum: 1, description: 'Only what arrived before this n.' }),
            ),
          },
          bare,
        ),
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              n: T.Integer(),
              kind: T.String(),
              subject: T.String(),
              occurredAt: T.String(),
              receivedAt: T.String(),
              photos: T.Integer(),
              text: T.String(),
            }),
          ),
        },
      },
    },
    (req) => keptBy(house, caller(req), req.query.before),
  )

  app.get(
    '/api/field/newcomers',
    {
      config: { allow: ['clerk', 'grid-head'] },
      schema: {
        tags: ['field'],
        summary: '待登记的新住户',
        description:
          'Whom grid workers met in the caller’s places and nobody has registered yet, numbers masked: a second person registers them.',
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              dwelling: T.String(),
              address: T.String(),
              grid: T.String(),
              collector: T.String(),
              at: T.String(),
              name: T.String(),
              idNumber: T.String({ description: 'Masked.' }),
              phone: maybe(T.String({ description: 'Masked.' })),
              since: T.String(),
            }),
          ),
        },
      },
    },
    (req) => newcomers(house, caller(req)),
  )

  app.post(
    '/api/field/entries',
    {
      config: { allow: ['grid-worker'] },
      schema: {
        tags: ['field'],
        summary: '网格记录',
        description:
          'One thing done in the grid, under the id the phone gave it and the same id as idempotency key: kept once, in order per subject.',
        body: T.Object(
          {
            id: T.String({ title: '编号', format: 'uuid' }),
            kind: choice(entryKinds, { title: '种类' }),
            subject: T.String({ title: '对象', minLength: 3, maxLength: 100, pattern: '^[a-z]+:\\S+$' }),
            after: T.Union([T.String({ format: 'uuid' }), T.Null()], { title: '前一条' }),
            occurredAt: instant('发生时间'),
            skewMs: T.Integer({
              title: '时钟差',
              minimum: -3_200_000_000_000,
              maximum: 3_200_000_000_000,
              description: 'The phone’s clock less ours, in milliseconds.',
            }),
            position: T.Optional(
              T.Union(
                [
                  T.Object(
                    {
                      lon: T.Number({ minimum: -180, maximum: 180 }),
                      lat: T.Number({ minimum: -90, maximum: 90 }),
                      accuracy: T.Number({ minimum: 0, maximum: 100_000 }),
                    },
                    bare,
                  ),
                  T.Null(),
                ],
                { title: '位置' },
              ),
            ),
            photos: T.Array(T.String({ format: 'uuid' }), { title: '照片', maxItems: 20 }),
            base: T.Optional(Values),
            values: T.Optional(Values),
            points: T.Optional(
              T.Array(
                T.Object(
                  {
                    id: T.String({ maxLength: 40 }),
                    ok: T.Boolean(),
                    note: T.String({ maxLength: 500 }),
                    at: T.String({ format: 'date-time' }),
                  },
                  bare,
                ),
                { ...personal, title: '点位', maxItems: 60 },
              ),
            ),
            text: T.String({ title: '内容', maxLength: 2000, ...personal }),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), n: T.Integer({ description: 'The server’s order.' }) }) },
      },
    },
    (req) => {
      const command = commandOf(req)
      if (command.key !== req.body.id)
        throw badInput([{ field: 'id', message: '“编号”应与操作编号（Idempotency-Key）相同' }])
      return keepEntry(house, command, req.body as Entry)
    },
  )
}
