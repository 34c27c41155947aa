import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { readers } from '../person/view.ts'
import { act } from '../platform/act.ts'
import { type Actor, type Duty, postAs } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { maybe } from '../platform/schema.ts'
import * as store from './store.ts'

const id = (title: string) => T.String({ title, minLength: 1, maxLength: 120, pattern: '^[^\\s/]+$' })
const matchers: Duty[] = ['grid-head', 'data-manager']
const Line = T.Object({
  id: T.String(),
  name: T.String(),
  sex: maybe(T.String()),
  age: maybe(T.Integer()),
  how: T.Array(T.String({ description: 'registered, present, or both.' })),
  relation: maybe(T.String()),
})

export default function homeRoutes(app: App, house: House) {
  const found = <V>(value: V | undefined): V => {
    if (value === undefined) throw notFound()
    return value
  }

  app.get(
    '/api/buildings/:id',
    {
      config: { allow: readers },
      schema: {
        tags: ['home'],
        summary: '一楼一档',
        description:
          'One building: where it stands, in which grid since when, its doors with how many people, its organisations.',
        params: T.Object({ id: id('楼栋') }),
        response: {
          200: T.Object({
            id: T.String(),
            name: T.String(),
            community: T.String(),
            grid: maybe(T.String()),
            floors: maybe(T.Integer()),
            units: maybe(T.Integer()),
            doors: maybe(T.Integer()),
            lon: maybe(T.Number()),
            lat: maybe(T.Number()),
            origin: maybe(T.String({ description: 'Datum and coordinates as given, where not WGS84.' })),
            dwellings: T.Array(
              T.Object({
                id: T.String(),
                key: T.String(),
                use: maybe(T.String()),
                rented: maybe(T.Boolean()),
                people: T.Integer(),
              }),
            ),
            organisations: T.Array(
              T.Object({ id: T.String(), name: T.String(), kind: T.String(), staff: maybe(T.Integer()) }),
            ),
            grids: T.Array(T.Object({ grid: T.String(), from: T.String(), to: maybe(T.String()) })),
          }),
        },
      },
    },
    async (req) => found(await store.building(house.db, caller(req), req.params.id)),
  )

  app.get(
    '/api/dwellings',
    {
      config: { allow: readers },
      schema: {
        tags: ['home'],
        summary: '待匹配地址',
        description: 'Homes in the caller’s places whose address names no building we know; at most two hundred.',
        response: {
          200: T.Array(
            T.Object({
              id: T.String(),
              address: T.String(),
              community: T.String(),
              communityId: T.String(),
              people: T.Integer(),
            }),
          ),
        },
      },
    },
    (req) => store.unmatched(house.db, caller(req)),
  )

  app.get(
    '/api/dwellings/:id',
    {
      config: { allow: readers },
      schema: {
        tags: ['home'],
        summary: '一户一档（住房）',
        description: 'One dwelling: what is known of it, who lives or is registered there, and who did before.',
        params: T.Object({ id: id('住房') }),
        response: {
          200: T.Object({
            id: T.String(),
            address: T.String(),
            use: maybe(T.String()),
            area: maybe(T.Number()),
            rented: maybe(T.Boolean()),
            building: maybe(T.String()),
            buildingName: maybe(T.String()),
            grid: maybe(T.String()),
            people: T.Array(Line),
            elsewhere: T.Integer({ description: 'Registered here, but in the places of others now.' }),
            past: T.Array(
              T.Object({
                name: T.String(),
                kind: T.String(),
                from: T.String(),
                to: T.String(),
                why: maybe(T.String()),
              }),
            ),
            records: T.Array(
              T.Object({ source: T.String(), collectedAt: T.String(), says: T.Record(T.String(), T.Unknown()) }),
            ),
          }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const file = found(
        await store.dwelling(house.db, house.crypto, caller(req), req.params.id, civilToday(house.clock)),
      )
      await seen(house, actor, file.people)
      return file
    },
  )

  app.post(
    '/api/dwellings/:id/building',
    {
      config: { allow: matchers },
      schema: {
        tags: ['home'],
        summary: '匹配地址',
        description:
          'Says in which building an unmatched home is; the people behind its door come into that building’s grid.',
        params: T.Object({ id: id('住房') }),
        body: T.Object({ building: id('楼栋') }, { additionalProperties: false }),
        response: { 200: T.Object({ id: T.String() }) },
      },
    },
    (req) =>
      act(house, commandOf(req), async ({ tx, actor, record }) => {
        const today = civilToday(house.clock)
        if (!(await store.dwelling(tx, house.crypto, actor, req.params.id, today, matchers))) throw notFound()
        const { rows } =
          await sql`update dwelling w set building_id = b.id from building b where w.district = ${house.district} and w.id = ${req.params.id}
          and w.building_id is null and b.district = w.district and b.id = ${req.body.building} and b.community_id = w.community_id returning 1`.execute(
            tx,
          )
        if (!rows.length) throw badInput([{ field: 'building', message: '同一社区里没有这栋“楼栋”，或者地址已经匹配' }])
        await sql`update person p set place_id = g.grid_id from residence r, building_grid g where p.district = ${house.district} and r.district = p.district
          and r.person_id = p.id and r.dwelling_id = ${req.params.id} and r.valid_to is null and r.kind = 'present' and g.district = p.district
          and g.building_id = ${req.body.building} and g.valid_to is null`.execute(tx)
        record({
          as: postAs(actor, (p) => p.duty === 'grid-head' || p.duty === 'data-manager'),
          verb: 'dwelling.matched',
          data: { dwelling: req.params.id, building: req.body.building },
        })
        return { id: req.params.id }
      }),
  )

  app.get(
    '/api/households/:number',
    {
      config: { allow: readers },
      schema: {
        tags: ['home'],
        summary: '一户一档（户籍）',
        description: 'One registered household by its number: its address and its members.',
        params: T.Object({ number: T.String({ title: '户号', pattern: '^[0-9A-Za-z-]{1,40}$' }) }),
        response: {
          200: T.Object({
            number: T.String(),
            address: maybe(T.String()),
            dwelling: maybe(T.String()),
            members: T.Array(Line),
            elsewhere: T.Integer({ description: 'Members who are in the places of others now.' }),
          }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const file = found(await store.household(house.db, actor, req.params.number, civilToday(house.clock)))
      await seen(house, actor, file.members)
      return file
    },
  )

  app.get(
    '/api/buildings.geojson',
    {
      config: { allow: readers },
      schema: {
        tags: ['home'],
        summary: '楼栋位置',
        description: 'The buildings of one grid as GeoJSON points in WGS84.',
        querystring: T.Object(
          { grid: T.String({ title: '网格', pattern: '^[a-z0-9-]{1,60}$' }) },
          { additionalProperties: false },
        ),
      },
    },
    async (req, reply) => {
      const rows = await store.points(house.db, caller(req), req.query.grid)
      reply.type('application/geo+json')
      return {
        type: 'FeatureCollection',
        features: rows.map(({ id, lon, lat, ...properties }) => ({
          type: 'Feature',
          id,
          properties: { id, ...properties },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        })),
      }
    },
  )
}

/** Whoever is named on a home's file can read that it was opened. */
const seen = async (house: House, actor: Actor, people: { id: string }[]) => {
  if (!people.length) return
  const as = postAs(actor, (p) => readers.includes(p.duty))
  await act(house, actor, async ({ record }) => {
    for (const { id } of people) record({ as, verb: 'person.looked-up', data: { person: id, how: 'home' } })
  })
}
