import { Type as T } from 'typebox'
import type { Query } from '../content/query.ts'
import { act } from '../platform/act.ts'
import { postAs } from '../platform/auth.ts'
import { toCsv } from '../platform/csv.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { readers, rowsOf } from './run.ts'

const id = T.String({ title: '台账', pattern: '^[a-z][a-z0-9-]{0,59}$' })
const day = (title: string) => T.String({ title, format: 'date' })
const period = {
  from: day('起'),
  to: day('止'),
  place: T.Optional(T.String({ title: '社区', maxLength: 100 })),
}
const bare = { additionalProperties: false }
const Cells = T.Record(T.String(), T.Union([T.String(), T.Number(), T.Boolean(), T.Null()]))
const shown = 1000
const exported = 100_000

export default function ledgerRoutes(app: App, house: House) {
  const found = (list: Query[], wanted: string) => {
    const q = list.find((x) => x.id === wanted)
    if (!q) throw notFound('没有这本台账')
    return q
  }
  const inOrder = (p: { from: string; to: string }) => {
    if (p.from > p.to) throw badInput([{ field: 'to', message: '“止”不能早于“起”' }])
  }

  app.get(
    '/api/ledgers',
    {
      config: { allow: readers },
      schema: {
        summary: '台账目录',
        description: 'The books the district keeps: their ids and titles.',
        response: { 200: T.Array(T.Object({ id: T.String(), title: T.String() })) },
      },
    },
    async () => house.ledgers.map((q) => ({ id: q.id, title: q.title })),
  )

  app.get(
    '/api/ledgers/:id',
    {
      config: { allow: readers },
      schema: {
        summary: '台账',
        description: 'One book for a period, for the places the caller may see; at most a thousand lines on screen.',
        params: T.Object({ id }),
        querystring: T.Object(period, bare),
        response: {
          200: T.Object({ title: T.String(), columns: T.Array(T.String()), rows: T.Array(Cells), more: T.Boolean() }),
        },
      },
    },
    async (req) => {
      const q = found(house.ledgers, req.params.id)
      inOrder(req.query)
      const rows = await rowsOf(house, caller(req), q, req.query, shown + 1)
      return {
        title: q.title,
        columns: Object.keys(rows[0] ?? {}),
        rows: rows.slice(0, shown),
        more: rows.length > shown,
      }
    },
  )

  app.post(
    '/api/ledgers/:id/export',
    {
      config: { allow: readers },
      schema: {
        summary: '导出台账',
        description: 'The whole book for a period as CSV; who took it and for which purpose is recorded.',
        params: T.Object({ id }),
        body: T.Object(
          { ...period, purpose: T.String({ title: '用途', minLength: 2, maxLength: 200, pattern: '\\S' }) },
          bare,
        ),
        response: { 200: T.Object({ name: T.String(), csv: T.String() }) },
      },
    },
    (req) =>
      act(house, commandOf(req), async ({ actor, record }) => {
        const q = found(house.ledgers, req.params.id)
        inOrder(req.body)
        const { purpose, ...p } = req.body
        const rows = await rowsOf(house, actor, q, p, exported)
        record({
          as: postAs(actor, (post) => readers.includes(post.duty)),
          verb: 'ledger.exported',
          data: { ledger: q.id, ...p, purpose, rows: rows.length },
        })
        return { name: `${q.title} ${p.from}至${p.to}.csv`, csv: toCsv(Object.keys(rows[0] ?? {}), rows) }
      }),
  )
}
