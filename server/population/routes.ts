import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { pathsOf } from '../person/view.ts'
import type { Duty } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { movement } from './movement.ts'
import { base } from './rules.ts'
import { statistics } from './statistics.ts'

const allow: Duty[] = ['leader', 'supervisor', 'dispatcher', 'clerk', 'grid-head', 'data-manager', 'deputy']
const Line = T.Object({
  key: T.String(),
  label: T.String(),
  registered: T.Integer(),
  present: T.Integer(),
  usual: T.Integer(),
})

export default function populationRoutes(app: App, house: House) {
  app.get(
    '/api/population',
    {
      config: { allow },
      schema: {
        tags: ['population'],
        summary: '人口统计',
        description:
          'Registered, present and usual population on a day, by age, standing and place, on that day’s boundaries; with births, deaths and moves month by month; exact for those who may open these people’s files, for others summed from parts rounded to five, so that none tells of single people.',
        querystring: T.Object(
          {
            at: T.Optional(T.String({ title: '日期', format: 'date' })),
            place: T.Optional(T.String({ title: '地方', maxLength: 60, pattern: '^[a-z0-9-]+$' })),
          },
          { additionalProperties: false },
        ),
        response: {
          200: T.Object({
            at: T.String(),
            place: T.String(),
            least: T.Integer({ description: 'What every part was rounded to; 1 is not at all.' }),
            tables: T.Object({ age: T.Array(Line), standing: T.Array(Line), place: T.Array(Line) }),
            total: Line,
            months: T.Array(
              T.Object({
                month: T.String(),
                born: T.Integer(),
                died: T.Integer(),
                arrived: T.Integer(),
                left: T.Integer(),
              }),
              {
                description:
                  'Births, deaths and moves of the twelve months up to that day, by community: a move within one is none.',
              },
            ),
          }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const paths = actor.posts.filter((p) => allow.includes(p.duty)).map((p) => p.path)
      const wanted = req.query.place ?? actor.posts.find((p) => allow.includes(p.duty))?.place ?? ''
      const { rows } = await sql<{
        path: string
        name: string
      }>`select path, name from place where district = ${house.district} and id = ${wanted}`.execute(house.db)
      const found = rows[0]
      if (!found || !paths.some((p) => found.path.startsWith(p))) throw notFound()
      const at = req.query.at ?? civilToday(house.clock)
      const exact = pathsOf(actor).some((p) => found.path.startsWith(p))
      const asked = { day: at, path: found.path, exact }
      const [figures, months] = await Promise.all([statistics(house, asked), movement(house, asked)])
      return {
        at,
        place: found.name,
        least: exact ? 1 : base,
        ...figures,
        months,
      }
    },
  )
}
