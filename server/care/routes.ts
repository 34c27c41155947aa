import { Type as T } from 'typebox'
import { fileFor } from '../person/view.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { choice, maybe } from '../platform/schema.ts'
import { careOf, changed, end, enter } from './actions.ts'
import { mayKeep, mayKnow } from './rules.ts'
import { visitsDue } from './view.ts'

const bare = { additionalProperties: false }
const allow = ['clerk', 'grid-worker', 'grid-head'] as const
const keepers = ['clerk', 'grid-head'] as const
const Person = T.Object({ id: T.String({ title: '人员', minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9:-]+$' }) })
const levels = ['high', 'key', 'general'] as const
const Done = T.Object({ id: T.String() })

export default function careRoutes(app: App, house: House) {
  app.get(
    '/api/care/categories',
    {
      config: { allow: [...allow] },
      schema: {
        tags: ['care'],
        summary: '关爱类别',
        description: 'The categories the caller may know of, each with its owner, purpose and law (R-2.4).',
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              name: T.String(),
              owner: T.String(),
              purpose: T.String(),
              basis: T.String(),
              level: T.String(),
              keeps: T.Boolean(),
            }),
          ),
        },
      },
    },
    async (req) =>
      house.care.categories
        .filter((c) => mayKnow(caller(req), c))
        .map((c) => ({
          id: c.id,
          name: c.name,
          owner: c.owner,
          purpose: c.purpose,
          basis: c.basis,
          level: c.level,
          keeps: mayKeep(caller(req), c),
        })),
  )

  app.get(
    '/api/persons/:id/care',
    {
      config: { allow: [...allow] },
      schema: {
        tags: ['care'],
        summary: '重点关爱',
        description: 'The care categories of one resident that the caller may know of.',
        params: Person,
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              category: T.String(),
              name: T.String(),
              level: T.String(),
              since: T.String(),
              until: maybe(T.String({ description: 'Removed by itself on this day.' })),
              basis: T.String(),
              lastVisit: maybe(T.String()),
            }),
          ),
        },
      },
    },
    async (req) => {
      const at = await fileFor(house.db, caller(req), req.params.id, [...allow])
      if (!at) throw notFound()
      return careOf(house.db, house.care, caller(req), req.params.id, at.path)
    },
  )

  app.post(
    '/api/persons/:id/care',
    {
      config: { allow: [...keepers] },
      schema: {
        tags: ['care'],
        summary: '登记关爱对象',
        description: 'Puts a resident into a category, on a stated basis; it ends by itself where the law says so.',
        params: Person,
        body: T.Object(
          {
            category: T.String({ title: '类别', minLength: 1, maxLength: 40 }),
            since: T.String({ title: '起始日期', format: 'date' }),
            basis: T.String({ title: '依据', minLength: 2, maxLength: 200, pattern: '\\S' }),
            level: T.Optional(choice(levels, { title: '等级' })),
          },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => enter(house, commandOf(req), req.params.id, req.body as Parameters<typeof enter>[3]),
  )

  app.post(
    '/api/care/:id/end',
    {
      config: { allow: [...keepers] },
      schema: {
        tags: ['care'],
        summary: '结束关爱登记',
        description: 'Takes a resident out of a category, with the reason.',
        params: T.Object({ id: T.String({ title: '登记', format: 'uuid' }) }),
        body: T.Object(
          {
            on: T.String({ title: '结束日期', format: 'date' }),
            why: T.String({ title: '原因', minLength: 2, maxLength: 200, pattern: '\\S' }),
          },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => end(house, commandOf(req), req.params.id, req.body),
  )

  app.post(
    '/api/care/:id/change',
    {
      config: { allow: [...allow] },
      schema: {
        tags: ['care'],
        summary: '登记重大变动',
        description:
          'Says that something grave happened to somebody who is cared for; at the high level a visit is due within a day.',
        params: T.Object({ id: T.String({ title: '登记', format: 'uuid' }) }),
        body: T.Object(
          {
            on: T.String({ title: '变动日期', format: 'date' }),
            what: T.String({ title: '变动情况', minLength: 2, maxLength: 200, pattern: '\\S' }),
          },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => changed(house, commandOf(req), req.params.id, req.body),
  )

  app.get(
    '/api/care/due',
    {
      config: { allow: [...keepers] },
      schema: {
        tags: ['care'],
        summary: '应走访名单',
        description:
          'Whom somebody should visit by which day in the caller’s places, soonest first, by the categories the caller may know of.',
        response: {
          200: T.Object({
            today: T.String(),
            everyDays: T.Record(T.String(), T.Integer()),
            withinHoursOfChange: T.Integer(),
            visits: T.Array(
              T.Object({
                person: T.String(),
                name: T.String(),
                address: maybe(T.String()),
                grid: T.String(),
                gridName: T.String(),
                categories: T.Array(T.Object({ care: T.String(), name: T.String(), level: T.String() })),
                due: T.String(),
                last: maybe(T.String()),
              }),
            ),
          }),
        },
      },
    },
    async (req) => ({
      today: civilToday(house.clock),
      everyDays: house.care.everyDays,
      withinHoursOfChange: house.care.withinHoursOfChange,
      visits: await visitsDue(house, caller(req), [...keepers]),
    }),
  )
}
