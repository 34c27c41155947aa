import { Type as T } from 'typebox'
import type { House } from '../platform/house.ts'
import type { App } from '../platform/http.ts'
import * as store from './store.ts'

const Unit = T.Object({
  id: T.String(),
  name: T.String(),
  shortName: T.String(),
  kind: T.String(),
  place: T.String(),
  dutyPhone: T.Union([T.String(), T.Null()]),
})

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
}
