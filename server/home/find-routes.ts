import { Type as T } from 'typebox'
import { readers } from '../person/view.ts'
import { act } from '../platform/act.ts'
import { postAs } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { maybe } from '../platform/schema.ts'
import { buildingsOf, findHomes, organisation } from './find.ts'

const id = (title: string) => T.String({ title, minLength: 1, maxLength: 120, pattern: '^[^\\s/]+$' })
const Said = maybe(T.Object({ value: T.String(), source: T.String(), collectedAt: T.String() }))

/** Where things are, by what people write; and the file of an organisation. */
export default function findRoutes(app: App, house: House) {
  app.post(
    '/api/homes/search',
    {
      config: { allow: readers, reads: true, rateLimit: { max: 1200, timeWindow: 60_000 } },
      schema: {
        tags: ['home'],
        summary: '查找房屋和单位',
        description:
          'Finds buildings, homes and organisations in the caller’s places by address, name or credit code; at most twenty of each.',
        body: T.Object(
          { q: T.String({ title: '查找', minLength: 2, maxLength: 60, pattern: '\\S.*\\S' }) },
          { additionalProperties: false },
        ),
        response: {
          200: T.Object({
            buildings: T.Array(
              T.Object({ id: T.String(), name: T.String(), community: T.String(), grid: maybe(T.String()) }),
            ),
            dwellings: T.Array(
              T.Object({ id: T.String(), address: T.String(), building: maybe(T.String()), people: T.Integer() }),
            ),
            organisations: T.Array(
              T.Object({ id: T.String(), name: T.String(), kind: T.String(), community: maybe(T.String()) }),
            ),
          }),
        },
      },
    },
    (req) => findHomes(house.db, caller(req), req.body.q),
  )

  app.get(
    '/api/buildings',
    {
      config: { allow: readers },
      schema: {
        tags: ['home'],
        summary: '社区的楼栋',
        description: 'The buildings of one community, to match an address with; at most two thousand.',
        querystring: T.Object(
          { community: T.String({ title: '社区', pattern: '^[a-z0-9-]{1,60}$' }) },
          { additionalProperties: false },
        ),
        response: { 200: T.Array(T.Object({ id: T.String(), name: T.String() })) },
      },
    },
    (req) => buildingsOf(house.db, caller(req), req.query.community),
  )

  app.get(
    '/api/organisations/:id',
    {
      config: { allow: readers },
      schema: {
        tags: ['home'],
        summary: '单位一档',
        description:
          'One organisation: its code, where it sits, its masked telephone, each with source and date; a resident who heads it can read that it was opened.',
        params: T.Object({ id: id('单位') }),
        response: {
          200: T.Object({
            id: T.String(),
            uscc: T.String(),
            name: T.String(),
            kind: T.String(),
            community: maybe(T.String()),
            building: maybe(T.String()),
            dwelling: maybe(T.String()),
            address: maybe(T.String()),
            staff: maybe(T.Integer()),
            closedOn: maybe(T.String()),
            phone: Said,
            head: Said,
            records: T.Array(T.Object({ source: T.String(), collectedAt: T.String() })),
          }),
        },
      },
    },
    async (req) => {
      const found = await organisation(house.db, house.crypto, caller(req), req.params.id)
      if (!found) throw notFound()
      const { named, ...file } = found
      if (named.length) {
        // The head of an organisation is a person: they read who opened what is kept of them there.
        const as = postAs(caller(req), (p) => readers.includes(p.duty))
        await act(house, caller(req), async ({ record }) => {
          for (const { id } of named)
            record({ as, verb: 'person.looked-up', data: { person: id, how: 'organisation' } })
        })
      }
      return file
    },
  )
}
