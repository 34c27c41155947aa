import { Type as T } from 'typebox'
import { act } from '../platform/act.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { choice, maybe, personal } from '../platform/schema.ts'
import { reveal, revealed } from './actions.ts'
import { readers, revealers } from './scope.ts'
import { search, tooVague } from './search.ts'
import { fileFor, personFile } from './view.ts'

const bare = { additionalProperties: false }
const id = (title: string) => T.String({ title, minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9:-]+$' })
const words = (title: string, max = 200) => T.String({ title, minLength: 2, maxLength: max, pattern: '\\S' })
const Person = T.Object({ id: id('人员') })
const Hit = T.Object({
  id: T.String(),
  name: T.String(),
  sex: maybe(T.String()),
  age: maybe(T.Integer()),
  idNumber: maybe(T.String({ description: 'Masked.' })),
  phone: maybe(T.String({ description: 'Masked.' })),
  address: maybe(T.String()),
  place: T.String(),
  placeName: T.String(),
  died: T.Boolean(),
})
const Abilities = T.Record(T.String(), maybe(T.String()), {
  description: 'What the caller may do here: null, or the reason why not.',
})
const File = T.Object({
  id: T.String(),
  name: T.String(),
  sex: maybe(T.String()),
  age: maybe(T.Integer()),
  born: maybe(T.String()),
  diedOn: maybe(T.String()),
  place: T.String(),
  placeName: T.String(),
  abilities: Abilities,
  mergedInto: maybe(T.String()),
  idNumber: maybe(T.String({ description: 'Masked.' })),
  phone: maybe(T.String({ description: 'Masked.' })),
  standing: T.Object(
    { registered: T.Boolean(), present: T.Boolean(), usual: T.Boolean(), together: T.Boolean() },
    { description: 'Registered here, lives here, for half a year, and at one and the same door (R-2.2).' },
  ),
  residences: T.Array(
    T.Object({
      kind: choice(['registered', 'present']),
      address: maybe(T.String()),
      dwelling: maybe(T.String()),
      household: maybe(T.String()),
      relation: maybe(T.String()),
      from: T.String(),
      to: maybe(T.String()),
      why: maybe(T.String()),
      merged: T.Boolean({ description: 'Said of a file that was merged into this one.' }),
    }),
  ),
  members: T.Array(
    T.Object({
      id: T.String(),
      name: T.String(),
      sex: maybe(T.String()),
      age: maybe(T.Integer()),
      relation: maybe(T.String()),
      household: T.Boolean({
        description: 'Of the same household by its number; otherwise only behind the same door.',
      }),
      how: T.Array(T.String()),
    }),
  ),
  attributes: T.Array(
    T.Object({
      name: T.String(),
      label: T.String(),
      value: T.Unknown(),
      source: T.String(),
      collectedAt: T.String(),
      verifiedAt: maybe(T.String()),
      stale: T.Boolean({ description: 'Nobody has looked for a year.' }),
    }),
  ),
  records: T.Array(
    T.Object({
      id: T.String(),
      source: T.String(),
      collectedAt: T.String(),
      collector: maybe(T.String()),
      names: T.Array(T.String()),
      verifiedAt: maybe(T.String()),
      verifiedBy: maybe(T.String()),
      agrees: maybe(T.Boolean()),
      abilities: Abilities,
    }),
  ),
  merges: T.Array(T.Object({ id: T.String(), gone: T.String(), name: T.String(), reason: T.String(), at: T.String() })),
})

/** Finding residents, and their files. Numbers come masked; whoever looks leaves a trace. */
export default function registryRoutes(app: App, house: House) {
  app.post(
    '/api/persons/search',
    {
      config: { allow: readers, reads: true, rateLimit: { max: 1200, timeWindow: 60_000 } },
      schema: {
        tags: ['person'],
        summary: '查找居民',
        description:
          'Finds residents in the caller’s places by name, part of it, pinyin, identity number, phone or address; at most twenty, masked.',
        body: T.Object(
          { q: T.String({ title: '查找', minLength: 1, maxLength: 60, pattern: '\\S', ...personal }) },
          bare,
        ),
        response: { 200: T.Object({ hits: T.Array(Hit), more: T.Boolean() }) },
      },
    },
    async (req) => {
      const why = tooVague(req.body.q)
      if (why) throw badInput([{ field: 'q', message: why }])
      return search(house.db, house.crypto, caller(req), req.body.q, civilToday(house.clock))
    },
  )

  app.get(
    '/api/persons/:id',
    {
      config: { allow: readers },
      schema: {
        tags: ['person'],
        summary: '一人一档',
        description:
          'One resident’s file: where they live and are registered, what is held with source and date; that it was opened is recorded.',
        params: Person,
        response: { 200: File },
      },
    },
    (req) => {
      const actor = caller(req)
      return act(house, actor, async ({ tx, record }) => {
        const found = await fileFor(tx, actor, req.params.id)
        if (!found) throw notFound()
        const file = await personFile(tx, house.crypto, actor, req.params.id, found, civilToday(house.clock))
        record({ as: found.as, verb: 'person.looked-up', data: { person: req.params.id, how: 'file' } })
        return file
      })
    },
  )

  app.post(
    '/api/persons/:id/reveal',
    {
      config: { allow: revealers, rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        tags: ['person'],
        summary: '显示完整号码',
        description:
          'Opens the identity number and phone to the caller for sixty seconds, against a purpose the person can read.',
        params: Person,
        body: T.Object({ purpose: words('用途', 100) }, bare),
        response: { 200: T.Object({ until: T.String() }) },
      },
    },
    (req) => reveal(house, commandOf(req), req.params.id, req.body.purpose),
  )

  app.get(
    '/api/persons/:id/numbers',
    {
      config: { allow: revealers },
      schema: {
        tags: ['person'],
        summary: '完整号码',
        description: 'The numbers in full, within sixty seconds of a reveal by the same caller.',
        params: Person,
        response: { 200: T.Object({ idNumber: maybe(T.String()), phone: maybe(T.String()) }) },
      },
    },
    async (req) => {
      const actor = caller(req)
      if (!(await fileFor(house.db, actor, req.params.id, revealers))) throw notFound()
      return revealed(house, actor.account, req.params.id)
    },
  )
}
