import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { choice, personal } from '../platform/schema.ts'
import { appoint, change, end, type Given } from './actions.ts'
import * as store from './store.ts'

const Unit = T.Object({
  id: T.String(),
  name: T.String(),
  shortName: T.String(),
  kind: T.String(),
  place: T.String(),
  dutyPhone: T.Union([T.String(), T.Null()]),
})

const bare = { additionalProperties: false }
const id = (title: string) => T.String({ title, pattern: '^[a-z0-9-]{1,60}$' })
const Change = {
  shift: choice(['A', 'B'], { title: '岗位（A 窗口、B 网格）' }),
  share: T.Integer({ title: '时间占比', minimum: 1, maximum: 100 }),
  phone: T.Optional(T.String({ title: '值班电话', pattern: '^[0-9-]{7,20}$', ...personal })),
  from: T.String({ title: '起始日期', format: 'date' }),
}
const PostId = T.Object({ id: id('岗位') })
const Done = T.Object({ id: T.String() })

export default async function postRoutes(app: App, house: House) {
  app.get(
    '/api/units',
    {
      config: { allow: 'anyone' },
      schema: {
        tags: ['post'],
        summary: '单位名录',
        description: 'The organisations that can hold a task: departments, service centres, committees.',
        querystring: T.Object(
          {
            kind: T.Optional(T.String({ maxLength: 30, title: '类别' })),
            place: T.Optional(T.String({ maxLength: 60, title: '所在地' })),
          },
          { additionalProperties: false },
        ),
        response: { 200: T.Array(Unit) },
      },
    },
    async (req) => store.units(house.db, house.district, req.query),
  )

  app.get(
    '/api/posts/staff',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['post'],
        summary: '社区工作人员',
        description:
          'Who works in the caller’s community, and how much of their time their posts take: who could walk a grid.',
        response: { 200: T.Array(T.Object({ account: T.String(), name: T.String(), share: T.Integer() })) },
      },
    },
    (req) => store.staffOf(house.db, caller(req), civilToday(house.clock)),
  )

  app.post(
    '/api/posts',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['post'],
        summary: '安排网格员',
        description:
          'Puts somebody who works in the community in charge of a grid, as A or B post with a share of their time.',
        body: T.Object({ account: id('人员'), grid: id('网格'), ...Change }, bare),
        response: { 200: Done },
      },
    },
    (req) => appoint(house, commandOf(req), req.body as Given & { account: string; grid: string }),
  )

  app.put(
    '/api/posts/:id',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['post'],
        summary: '调整岗位',
        description:
          'Changes a grid worker’s A or B post, share or telephone from a day on; how it was before stays known.',
        params: PostId,
        body: T.Object(Change, bare),
        response: { 200: Done },
      },
    },
    (req) => change(house, commandOf(req), req.params.id, req.body as Given),
  )

  app.post(
    '/api/posts/:id/end',
    {
      config: { allow: ['grid-head'] },
      schema: {
        tags: ['post'],
        summary: '结束岗位',
        description: 'Takes a grid worker off a grid from a day on, with the reason.',
        params: PostId,
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
}
