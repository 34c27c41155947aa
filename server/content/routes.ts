import { Type as T } from 'typebox'
import type { House } from '../platform/house.ts'
import type { App } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { choice, maybe } from '../platform/schema.ts'
import { type Item, ItemFile, Limit, type Line, lines } from './item.ts'

const LineName = choice(Object.keys(lines) as Line[], { title: '业务条线' })
const Brief = T.Object({
  id: T.String(),
  name: T.String(),
  line: T.String(),
  lineName: T.String(),
  summary: T.String(),
  projectType: T.String(),
  limits: T.Object({ legal: maybe(Limit), promised: Limit }),
  visits: T.Integer(),
  joint: T.Boolean(),
})
const Guide = T.Object({
  ...Brief.properties,
  ...T.Pick(ItemFile, [
    'keywords',
    'conditions',
    'legalBasis',
    'materials',
    'tolerance',
    'special',
    'result',
    'fee',
    'whyVisit',
    'bodies',
  ]).properties,
  form: T.Unknown({ description: 'The JSON Schema of the questions, in their order.' }),
  version: T.Integer(),
})
const brief = (item: Item) => ({
  id: item.id,
  name: item.name,
  line: item.line,
  lineName: lines[item.line],
  summary: item.summary,
  projectType: item.projectType,
  limits: item.limits,
  visits: item.visits,
  joint: item.joint ?? false,
})

export default function contentRoutes(app: App, house: House) {
  app.get(
    '/api/items',
    {
      config: { allow: 'anyone' },
      schema: {
        summary: '查找事项',
        description: 'Items by plain words, fragments, pinyin or pinyin initials, best match first.',
        querystring: T.Object(
          { q: T.Optional(T.String({ title: '查找', maxLength: 60 })), line: T.Optional(LineName) },
          { additionalProperties: false },
        ),
        response: { 200: T.Array(Brief) },
      },
    },
    async (req) => (await house.catalogue.search(req.query.q ?? '', req.query.line)).slice(0, 200).map(brief),
  )

  app.get(
    '/api/items/:id',
    {
      config: { allow: 'anyone' },
      schema: {
        summary: '办事指南',
        description: 'The guide to one item: conditions, materials, limits, result, and the form to fill.',
        params: T.Object({ id: T.String({ title: '事项', maxLength: 100 }) }),
        response: { 200: Guide },
      },
    },
    async (req) => {
      const found = await house.catalogue.latest(house.db, req.params.id)
      if (!found) throw notFound('没有这个事项')
      const { item, version } = found
      const { keywords, conditions, legalBasis, materials, tolerance, special, result, fee, whyVisit, bodies, form } =
        item
      return {
        ...brief(item),
        keywords,
        conditions,
        legalBasis,
        materials,
        tolerance,
        special,
        result,
        fee,
        whyVisit,
        bodies,
        form,
        version,
      }
    },
  )
}
