import { Type as T } from 'typebox'
import { CardFile } from '../content/indicator.ts'
import type { Published } from '../content/indicators.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { choice, maybe, time } from '../platform/schema.ts'
import { allFigures, byCommunity, figureOf } from './figures.ts'
import { lights, periods, windowOf } from './rules.ts'
import { readers, rowsOf, scopeOf } from './run.ts'
import { asked, indicatorId } from './schema.ts'

const tags = ['indicators']
const bare = { additionalProperties: false }
const Cells = T.Record(T.String(), T.Union([T.String(), T.Number(), T.Boolean(), T.Null()]))
const value = {
  numerator: T.Number(),
  denominator: maybe(T.Number()),
  value: maybe(
    T.Number({ description: 'In the unit of the indicator: a share in percent; of nothing there is none.' }),
  ),
  rows: T.Integer({ description: 'How many rows lie behind it.' }),
  light: choice(lights),
}
const figure = {
  indicator: T.String(),
  digest: T.String({ description: 'Of the definition it was reckoned by.' }),
  place: T.String(),
  placeName: T.String(),
  period: choice(periods),
  from: maybe(T.String()),
  to: T.String(),
  cutOff: time,
  ...value,
}
const Card = T.Object({ id: T.String(), digest: T.String(), ...CardFile.properties })
const shown = 1000

export default function indicatorRoutes(app: App, house: House) {
  const found = async (wanted: string) => {
    const i = await house.indicators.get(wanted)
    if (!i) throw notFound('没有这个指标')
    return i
  }
  const inOrder = (p: { from?: string | undefined; to: string }) => {
    if (p.from && p.from > p.to) throw badInput([{ field: 'to', message: '“止”不能早于“起”' }])
    return p
  }
  const carded = ({ sql: _sql, ...card }: Published) => card

  app.get(
    '/api/indicators',
    {
      config: { allow: readers },
      schema: {
        tags,
        summary: '指标目录',
        description: 'The cards of all indicators: what each counts, in which unit, from where, and its target.',
        response: { 200: T.Array(Card) },
      },
    },
    async () => (await house.indicators.all()).map(carded),
  )

  app.get(
    '/api/indicators/figures',
    {
      config: { allow: readers },
      schema: {
        tags,
        summary: '全部指标的数值',
        description: 'The figure of every indicator for a period and a place, in the order of the cards.',
        querystring: T.Object(asked, bare),
        response: { 200: T.Array(T.Object(figure)) },
      },
    },
    async (req) => {
      inOrder(req.query)
      return allFigures(house, caller(req), req.query)
    },
  )

  app.get(
    '/api/indicators/:id/figure',
    {
      config: { allow: readers },
      schema: {
        tags,
        summary: '指标数值',
        description:
          'One figure for a period and a place, with what it is made of, the digest of its definition and the moment its rows were read; `by` adds the same for every community.',
        params: T.Object({ id: indicatorId }),
        querystring: T.Object({ ...asked, by: T.Optional(choice(['community'], { title: '按' })) }, bare),
        response: {
          200: T.Object({
            ...figure,
            name: T.String(),
            unit: T.String(),
            cells: T.Optional(T.Array(T.Object({ place: T.String(), name: T.String(), ...value }))),
          }),
        },
      },
    },
    async (req) => {
      const i = await found(req.params.id)
      const { by, ...p } = inOrder(req.query) as typeof req.query
      const actor = caller(req)
      const one = await figureOf(house, actor, i, p)
      return {
        ...one,
        name: i.name,
        unit: i.unit,
        ...(by && { cells: await byCommunity(house, actor, i, p) }),
      }
    },
  )

  app.get(
    '/api/indicators/:id/rows',
    {
      config: { allow: readers },
      schema: {
        tags,
        summary: '指标明细',
        description:
          'The rows behind a figure, those of the caller’s own places: the same query, not summed; `counted` says which are in the numerator.',
        params: T.Object({ id: indicatorId }),
        querystring: T.Object(asked, bare),
        response: { 200: T.Object({ columns: T.Array(T.String()), rows: T.Array(Cells), more: T.Boolean() }) },
      },
    },
    async (req) => {
      inOrder(req.query)
      const i = await found(req.params.id)
      const scope = await scopeOf(house, caller(req), req.query.place)
      const window = windowOf(i, req.query)
      const { columns, rows } = await rowsOf(house, i, window, scope, shown + 1)
      return { columns, rows: rows.slice(0, shown), more: rows.length > shown }
    },
  )
}
