import { Type as T } from 'typebox'
import { act } from '../platform/act.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { choice, personal } from '../platform/schema.ts'
import { allOffers } from './derived.ts'
import { subjectNames } from './offers.ts'
import { person, personByIdNumber } from './store.ts'

const Held = T.Object({
  name: T.String(),
  subject: choice(subjectNames, { description: 'What it is about; `follows` is reckoned from the others.' }),
  label: T.String(),
  value: T.Unknown(),
  words: T.String({ description: 'The value as a person reads it.' }),
  source: T.String(),
  collectedAt: T.String(),
})
/** What we hold is offered, with its source and date; never asked again. */
export default function personRoutes(app: App, house: House) {
  app.get(
    '/api/held',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '我们已有的信息',
        description: 'What the district holds about the caller, with source and date; offered, never asked again.',
        response: { 200: T.Array(Held) },
      },
    },
    async (req) => {
      const { personId } = caller(req)
      const found = personId ? await person(house.db, house.crypto, house.district, personId) : undefined
      return found ? allOffers(house.db, house.crypto, found, civilToday(house.clock), true) : []
    },
  )

  app.post(
    '/api/held/lookup',
    {
      config: { allow: ['clerk'], reads: true, rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        summary: '窗口查人',
        description:
          'Finds the person at the window by identity number (in the body, never in a URL) and what we hold about them; logged.',
        body: T.Object(
          { idNumber: T.String({ title: '身份证号', minLength: 15, maxLength: 30, ...personal }) },
          { additionalProperties: false },
        ),
        response: { 200: T.Object({ name: T.String(), held: T.Array(Held) }) },
      },
    },
    async (req) => {
      const actor = caller(req)
      // Looking a person up is itself an event: the person may ask who looked.
      const found = await act(house, actor, async ({ tx, record }) => {
        const found = await personByIdNumber(tx, house.crypto, house.district, req.body.idNumber)
        record({
          as: actor.posts.find((p) => p.duty === 'clerk') ?? null,
          verb: 'person.looked-up',
          data: { person: found?.id ?? null },
        })
        return found
      })
      if (!found) throw notFound('没有找到这个人的信息，请照证件填写')
      const held = await allOffers(house.db, house.crypto, found, civilToday(house.clock), false)
      return { name: found.name, held }
    },
  )
}
