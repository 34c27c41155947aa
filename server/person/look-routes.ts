import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import { maskName } from '../platform/crypto.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { badInput } from '../platform/refusal.ts'
import { maybe } from '../platform/schema.ts'
import { standsOut, usualOf } from './look-rules.ts'
import { lookers, looksAt, looksBy } from './looks.ts'

const bare = { additionalProperties: false }
const page = 50
const Before = T.Optional(T.Integer({ title: '从哪一条往前', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }))

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
        querystring: T.Object({ before: Before }, bare),
        response: {
          200: T.Object({
            rows: T.Array(
              T.Object({
                at: T.String(),
                unit: maybe(T.String()),
                capacity: maybe(T.String()),
                duty: maybe(T.String({ description: 'By which they looked, where the post is on record.' })),
                what: T.String({ description: 'person.looked-up, person.revealed or person.exported.' }),
                how: maybe(
                  T.String({
                    description:
                      'file: the whole file was opened; home: that of their home or household; field: on the phone; day: came to a phone with the list of the day; organisation: that of an organisation they head; null: looked up at the window.',
                  }),
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

  app.get(
    '/api/looks',
    {
      config: { allow: ['audit-admin'] },
      schema: {
        tags: ['person'],
        summary: '查看记录审计',
        description:
          'Who looked at how many residents in at most 31 days, whoever stands out first; and each look, newest first, with masked names.',
        querystring: T.Object(
          {
            from: T.Optional(T.String({ title: '起', format: 'date' })),
            to: T.Optional(T.String({ title: '止', format: 'date' })),
            account: T.Optional(T.String({ title: '账号', minLength: 1, maxLength: 100 })),
            before: Before,
          },
          bare,
        ),
        response: {
          200: T.Object({
            from: T.String(),
            to: T.String(),
            usual: T.Integer({ description: 'The middle number of people, of all who looked at anybody.' }),
            lookers: T.Array(
              T.Object({
                account: T.String(),
                name: T.String(),
                unit: maybe(T.String()),
                persons: T.Integer({ description: 'Different residents whose file was opened or numbers were shown.' }),
                opened: T.Integer(),
                revealed: T.Integer(),
                taken: T.Integer(),
                lines: T.Integer(),
                standsOut: T.Boolean(),
              }),
            ),
            rows: T.Array(
              T.Object({
                at: T.String(),
                account: T.String(),
                name: T.String(),
                unit: maybe(T.String()),
                capacity: maybe(T.String()),
                duty: maybe(T.String({ description: 'By which they looked, where the post is on record.' })),
                what: T.String(),
                how: maybe(T.String()),
                purpose: maybe(T.String()),
                number: maybe(T.String()),
                person: maybe(T.String({ description: 'Masked; null for a file, which has many.' })),
                lines: maybe(T.Integer()),
              }),
            ),
            next: maybe(T.Integer()),
          }),
        },
      },
    },
    async (req) => {
      const today = civilToday(house.clock)
      const to = req.query.to ?? today
      const from = req.query.from ?? to
      if (from > to) throw badInput([{ field: 'to', message: '“止”不能早于“起”' }])
      if (Date.parse(to) - Date.parse(from) > 30 * 86_400_000)
        throw badInput([{ field: 'from', message: '一次最多看 31 天' }])
      const filter = { from, to, account: req.query.account ?? null }
      const [people, rows] = await Promise.all([
        lookers(house.db, house.district, filter),
        looksBy(house.db, house.district, filter, req.query.before ?? null, page + 1),
      ])
      const usual = usualOf(people.map((p) => p.persons))
      return {
        from,
        to,
        usual,
        lookers: people.map((p) => ({ ...p, standsOut: standsOut(p.persons, usual) })),
        rows: rows.slice(0, page).map((r) => ({ ...r, person: r.person && maskName(r.person) })),
        next: rows.length > page ? (rows[page - 1]?.id ?? null) : null,
      }
    },
  )
}
