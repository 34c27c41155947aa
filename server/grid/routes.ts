import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { maybe } from '../platform/schema.ts'
import { divide, preview } from './division.ts'
import { gridFile, gridsOf, viewers } from './file.ts'
import { bare, day, id, words } from './schema.ts'
import * as store from './store.ts'

const Division = T.Object(
  {
    at: day('生效日期'),
    from: T.Array(id('旧网格'), { title: '旧网格', minItems: 1, maxItems: 20, uniqueItems: true }),
    into: T.Array(
      T.Object(
        {
          name: words('名称', 60),
          buildings: T.Array(T.String({ title: '楼栋', maxLength: 120 }), { title: '楼栋', maxItems: 2000 }),
          worker: T.Optional(id('网格员')),
        },
        bare,
      ),
      { title: '新网格', minItems: 1, maxItems: 20 },
    ),
  },
  bare,
)
const Worker = T.Object({
  account: T.String(),
  name: T.String(),
  shift: maybe(T.String()),
  share: maybe(T.Integer()),
  phone: maybe(T.String()),
  away: T.Boolean(),
  substitute: maybe(T.String()),
})
const Link = T.Object({ id: T.String(), name: T.String(), at: T.String() })

/** Grids as the desks see them, and their division. */
export default function gridRoutes(app: App, house: House) {
  app.post(
    '/api/grids/divisions',
    {
      config: { allow: ['grid-head', 'data-manager'] },
      schema: {
        tags: ['grid'],
        summary: '划分网格',
        description:
          'Splits, merges or re-divides grids of one community from a day on; the old ones end, their buildings go over.',
        body: Division,
        response: {
          200: T.Object({ grids: T.Array(T.Object({ id: T.String(), name: T.String(), code: T.String() })) }),
        },
      },
    },
    (req) => divide(house, commandOf(req), req.body),
  )

  app.post(
    '/api/grids/divisions/preview',
    {
      config: { allow: ['grid-head', 'data-manager'], reads: true },
      schema: {
        tags: ['grid'],
        summary: '划分预览',
        description: 'What a division would make: how much each new grid holds and its boundary. Changes nothing.',
        body: Division,
        response: {
          200: T.Array(
            T.Object({
              name: T.String(),
              code: T.String(),
              buildings: T.Integer(),
              people: T.Integer(),
              homes: T.Integer(),
              boundary: maybe(
                T.Unknown({ description: 'GeoJSON geometry in WGS84; null where no building is located.' }),
              ),
            }),
          ),
        },
      },
    },
    (req) => preview(house, caller(req), req.body),
  )

  app.get(
    '/api/grids',
    {
      config: { allow: viewers },
      schema: {
        tags: ['grid'],
        summary: '网格一览',
        description:
          'The grids of one community that the caller may look at: how large, who walks them, whether somebody is missing.',
        querystring: T.Object({ community: id('社区') }, bare),
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              name: T.String(),
              code: maybe(T.String()),
              people: T.Integer({
                description: 'Who live there by the registry; rounded to five for whoever may not open their files.',
              }),
              counted: T.String({ description: 'The day of the count.' }),
              buildings: T.Integer(),
              workers: T.Array(Worker),
            }),
          ),
        },
      },
    },
    (req) => gridsOf(house, caller(req), req.query.community, civilToday(house.clock)),
  )

  app.get(
    '/api/grids/:id',
    {
      config: { allow: viewers },
      schema: {
        tags: ['grid'],
        summary: '一个网格',
        description:
          'One grid: its workers, its buildings, what it was called and coded when, what came before and after it.',
        params: T.Object({ id: id('网格') }),
        response: {
          200: T.Object({
            id: T.String(),
            name: T.String(),
            code: maybe(T.String()),
            community: T.String(),
            communityName: T.String(),
            from: T.String(),
            to: maybe(T.String()),
            counts: maybe(
              T.Object(
                {
                  registered: T.Integer(),
                  present: T.Integer(),
                  usual: T.Integer(),
                  day: T.String(),
                  least: T.Integer({ description: 'What every part was rounded to; 1 is not at all.' }),
                },
                { description: 'By the registry; of a grid that has ended on its last day.' },
              ),
            ),
            boundary: maybe(T.Unknown({ description: 'GeoJSON geometry in WGS84.' })),
            workers: T.Array(Worker),
            past: T.Array(
              T.Object({
                name: T.String(),
                shift: maybe(T.String()),
                share: maybe(T.Integer()),
                from: T.String(),
                to: T.String(),
              }),
            ),
            buildings: T.Array(
              T.Object({
                id: T.String(),
                name: T.String(),
                doors: maybe(T.Integer()),
                people: maybe(T.Integer({ description: 'Only for whom the residents are also open.' })),
              }),
            ),
            history: T.Array(
              T.Object({ from: T.String(), to: maybe(T.String()), name: T.String(), code: maybe(T.String()) }),
            ),
            successors: T.Array(Link),
            predecessors: T.Array(Link),
          }),
        },
      },
    },
    async (req) => {
      const found = await gridFile(house, caller(req), req.params.id, civilToday(house.clock))
      if (!found) throw notFound('没有这个网格，或者不在您的范围内')
      return found
    },
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
              post: T.String(),
              account: T.String(),
              name: T.String(),
              grid: T.String(),
              gridName: T.String(),
              shift: maybe(T.String()),
              share: maybe(T.Integer()),
              phone: maybe(T.String()),
              since: T.String(),
            }),
          ),
        },
      },
    },
    (req) => store.workers(house, caller(req), civilToday(house.clock)),
  )
}
