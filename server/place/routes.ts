import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import type { App } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import * as store from './store.ts'

const maybe = <S extends Parameters<typeof T.Union>[0][number]>(s: S) => T.Union([s, T.Null()])
const day = (title: string) => T.String({ format: 'date', title })
const id = (title: string) => T.String({ pattern: '^[a-z0-9-]+$', maxLength: 60, title })

const Line = T.Object({
  id: T.String(),
  kind: T.String(),
  name: T.String(),
  parent: maybe(T.String()),
  code: maybe(T.String()),
  population: maybe(T.Integer()),
  households: maybe(T.Integer()),
  real: T.Boolean({
    description: 'Name, code and parent come from public lists; boundaries and populations are always made.',
  }),
  hasChildren: T.Boolean(),
})
const Link = T.Object({ id: T.String(), name: T.String(), at: T.String() })
const History = T.Object({
  id: T.String(),
  kind: T.String(),
  name: T.String(),
  path: T.String(),
  from: T.String(),
  to: maybe(T.String()),
  history: T.Array(
    T.Object({
      from: T.String(),
      to: maybe(T.String()),
      name: T.String(),
      code: maybe(T.String()),
      parent: maybe(T.String()),
      population: maybe(T.Integer()),
      households: maybe(T.Integer()),
      real: T.Boolean(),
    }),
  ),
  successors: T.Array(Link),
  predecessors: T.Array(Link),
  groundWentTo: T.Array(T.Object({ ...Link.properties, grids: T.Integer() }), {
    description: 'Made: to which places its grids passed.',
  }),
})

/** What `kind=` may ask for; a community map needs villages too, or it has holes. */
const layers: Record<string, string[]> = {
  district: ['district'],
  upper: ['street', 'town', 'office', 'zone'],
  community: ['community', 'village'],
  grid: ['grid'],
}

export default async function placeRoutes(app: App, house: House) {
  const today = () => civilToday(house.clock)

  app.get(
    '/api/places',
    {
      config: { allow: 'anyone' },
      schema: {
        tags: ['place'],
        summary: '区划树',
        description: 'The tree of places on a day: what stands directly under one, or all of it without the grids.',
        querystring: T.Object(
          { at: T.Optional(day('日期')), parent: T.Optional(id('上级')) },
          { additionalProperties: false },
        ),
        response: { 200: T.Array(Line) },
      },
    },
    async (req) => store.tree(house.db, house.district, req.query.at ?? today(), req.query.parent ?? null),
  )

  app.get(
    '/api/places.geojson',
    {
      config: { allow: 'anyone' },
      schema: {
        tags: ['place'],
        summary: '区划边界',
        description: 'Boundaries of one layer on a day as GeoJSON in WGS84. All of them are made.',
        querystring: T.Object(
          {
            kind: T.Enum(Object.keys(layers), { title: '层级' }),
            at: T.Optional(day('日期')),
            parent: T.Optional(id('上级')),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (req, reply) => {
      const rows = await store.boundaries(
        house.db,
        house.district,
        layers[req.query.kind] ?? [],
        req.query.at ?? today(),
        req.query.parent ?? null,
      )
      reply.type('application/geo+json')
      return {
        type: 'FeatureCollection',
        features: rows.map(({ id, boundary, ...properties }) => ({
          type: 'Feature',
          id,
          properties,
          geometry: boundary,
        })),
      }
    },
  )

  app.get(
    '/api/places/:id',
    {
      config: { allow: 'anyone' },
      schema: {
        tags: ['place'],
        summary: '一个区划的沿革',
        description: 'One place through time: its names, codes and parents, what followed it, where its ground went.',
        params: T.Object({ id: id('区划') }),
        response: { 200: History },
      },
    },
    async (req) => {
      const found = await store.history(house.db, house.district, req.params.id)
      if (!found) throw notFound('没有这个地方')
      return found
    },
  )
}
