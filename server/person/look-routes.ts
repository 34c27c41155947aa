import { Type as T } from 'typebox'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { maybe } from '../platform/schema.ts'
import { looksAt } from './looks.ts'

const bare = { additionalProperties: false }
const page = 50

export default function lookRoutes(app: App, house: House) {
  app.get(
    '/api/held/looks',
    {
      config: { allow: 'signed-in' },
      schema: {
        tags: ['person'],
        summary: '谁看过我的信息',
        description:
          'Who looked at the caller’s own data or took a file in which they stand: in which capacity, when and for which purpose.',
        querystring: T.Object(
          { before: T.Optional(T.Integer({ title: '从哪一条往前', minimum: 1, maximum: Number.MAX_SAFE_INTEGER })) },
          bare,
        ),
        response: {
          200: T.Object({
            rows: T.Array(
              T.Object({
                at: T.String(),
                unit: maybe(T.String()),
                capacity: maybe(T.String()),
                what: T.String({ description: 'person.looked-up, person.revealed or person.exported.' }),
                how: maybe(
                  T.String({ description: 'file: the whole file was opened; null: looked up at the window.' }),
                ),
                purpose: maybe(T.String()),
                number: maybe(T.String({ description: 'Of the exported file.' })),
              }),
            ),
            next: maybe(T.Integer({ description: 'Ask again with before = this.' })),
          }),
        },
      },
    },
    async (req) => {
      const { personId } = caller(req)
      if (!personId) return { rows: [], next: null }
      const rows = await looksAt(house.db, house.district, personId, req.query.before ?? null, page + 1)
      return { rows: rows.slice(0, page), next: rows.length > page ? (rows[page - 1]?.id ?? null) : null }
    },
  )
}
