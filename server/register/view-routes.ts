import { Type as T } from 'typebox'
import { keepingDuties } from '../content/register.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { bare, Done, tag } from './schema.ts'
import { dropView, type Given, saveView, viewsOf } from './views.ts'

/** A list's filters kept under a name. */

const allow = keepingDuties
const Page = T.String({ title: '页面', pattern: '^[a-z][a-z0-9:/-]{0,80}$', maxLength: 80 })

export default function viewRoutes(app: App, house: House) {
  app.get(
    '/api/views',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '保存的视图',
        description: 'Filters kept under a name for one list: the caller’s own, and what colleagues of a unit shared.',
        querystring: T.Object({ page: Page }, bare),
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              name: T.String(),
              query: T.String(),
              shared: T.Boolean(),
              own: T.Boolean(),
              by: T.String(),
            }),
          ),
        },
      },
    },
    (req) => viewsOf(house.db, caller(req), req.query.page),
  )

  app.post(
    '/api/views',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '保存视图',
        description: 'Keeps a list’s filters under a name, for the caller alone or shared with their unit.',
        body: T.Object(
          {
            page: Page,
            name: T.String({ title: '名称', minLength: 1, maxLength: 40, pattern: '\\S' }),
            query: T.String({ title: '筛选', maxLength: 1000 }),
            shared: T.Boolean({ title: '与本单位共享' }),
          },
          bare,
        ),
        response: { 200: Done },
      },
    },
    (req) => saveView(house, commandOf(req), req.body as Given),
  )

  app.delete(
    '/api/views/:id',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '删除视图',
        description: 'Takes a saved view of the caller’s own away.',
        params: T.Object({ id: T.String({ title: '视图', format: 'uuid' }) }),
        response: { 200: Done },
      },
    },
    (req) => dropView(house, commandOf(req), req.params.id),
  )
}
