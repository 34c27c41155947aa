import { sql } from 'kysely'
import { Type as T } from 'typebox'
import type { Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, commandOf } from '../platform/http.ts'
import { maybe } from '../platform/schema.ts'
import { importLog, keepPoint } from './actions.ts'

const allow: Duty[] = ['handler', 'head', 'supervisor', 'dispatcher', 'leader', 'audit-admin']
const bare = { additionalProperties: false }
const words = (title: string, max = 100) => T.String({ title, minLength: 1, maxLength: max, pattern: '\\S' })
const day = (title: string) => T.String({ title, format: 'date' })

export default function bypassRoutes(app: App, house: House) {
  app.get(
    '/api/bypass',
    {
      config: { allow },
      schema: {
        summary: '平台外受理',
        description:
          'Per unit: its open intake points, the lines of its own log, how many had no matter here, and the share.',
        response: {
          200: T.Array(
            T.Object({
              unit: T.String(),
              name: T.String(),
              points: T.Array(T.String()),
              lines: T.Integer(),
              outside: T.Integer(),
              rate: maybe(T.Number({ description: 'Outside over all lines; null where there is no log.' })),
            }),
          ),
        },
      },
    },
    async () => {
      const { rows } = await sql<{
        unit: string
        name: string
        points: string[]
        lines: number
        outside: number
        rate: number | null
      }>`
        select u.id as unit, u.short_name as name,
          (select coalesce(array_agg(i.name order by i.name), '{}') from intake_point i
            where i.district = u.district and i.unit_id = u.id and i.closed_on is null) as points,
          count(b.id)::int as lines, count(b.id) filter (where b.case_id is null)::int as outside,
          count(b.id) filter (where b.case_id is null)::float8 / nullif(count(b.id), 0) as rate
          from unit u left join bypass_record b on b.district = u.district and b.unit_id = u.id
         where u.district = ${house.district} and u.kind = 'department' group by u.district, u.id, u.short_name order by outside desc, u.id`.execute(
        house.db,
      )
      return rows
    },
  )

  app.post(
    '/api/bypass/points',
    {
      config: { allow },
      schema: {
        summary: '登记受理点',
        description: 'Names a point at which a department still takes things in, or says that it was closed.',
        body: T.Object(
          {
            unit: words('单位'),
            name: words('受理点'),
            address: words('地址', 200),
            openedOn: day('启用日期'),
            closedOn: T.Optional(day('撤并日期')),
          },
          bare,
        ),
        response: { 200: T.Object({ unit: T.String(), name: T.String() }) },
      },
    },
    (req) => keepPoint(house, commandOf(req), req.body),
  )

  app.post(
    '/api/bypass/imports',
    {
      config: { allow },
      schema: {
        summary: '导入部门台账',
        description:
          'A department’s own log as CSV (日期,事项,申请人,编号,受理点), all or nothing; matched to matters; imported again it doubles nothing.',
        body: T.Object(
          { unit: words('单位'), csv: T.String({ title: '台账文件', minLength: 1, maxLength: 80_000 }) },
          bare,
        ),
        response: { 200: T.Object({ lines: T.Integer(), matched: T.Integer(), outside: T.Integer() }) },
      },
    },
    (req) => importLog(house, commandOf(req), req.body),
  )
}
