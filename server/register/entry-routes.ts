import { Type as T } from 'typebox'
import { keepingDuties } from '../content/register.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { maybe } from '../platform/schema.ts'
import {
  type Change,
  type Correction,
  change,
  correct,
  type DutyDone,
  dutyDone,
  end,
  enter,
  type Given,
} from './actions.ts'
import { reveal, revealed } from './reveal.ts'
import { bare, Done, day, EntryId, OneEntry, OneRegister, tag, Values, words } from './schema.ts'

/** What may be done to entries. Who may is said by each register's definition; the actions ask it. */

const allow = keepingDuties
const response = { 200: Done }

export default function entryRoutes(app: App, house: House) {
  app.post(
    '/api/registers/:register/entries',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '登记一条',
        description:
          'Enters something that stays, as it is from a day on; its fields are judged by the register’s definition.',
        params: OneRegister,
        body: T.Object({ from: day('从哪天起'), data: Values, reason: T.Optional(words('说明')) }, bare),
        response,
      },
    },
    (req) => enter(house, commandOf(req), req.params.register, req.body as Given),
  )

  app.post(
    '/api/registers/:register/entries/:id/changes',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '变更',
        description:
          'From a day on (until another) these fields are so; a field that is null is taken away. What was before stays known.',
        params: OneEntry,
        body: T.Object(
          {
            from: day('从哪天起'),
            to: T.Optional(maybe(day('到哪天为止'))),
            data: Values,
            reason: words('变更原因'),
          },
          bare,
        ),
        response,
      },
    },
    (req) => change(house, commandOf(req), req.params.register, req.params.id, req.body as Change),
  )

  app.post(
    '/api/registers/:register/entries/:id/corrections',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '更正',
        description:
          'What was recorded was wrong: replaces the version named, in its days or its fields, and says why.',
        params: OneEntry,
        body: T.Object(
          {
            version: T.Unsafe<string>({ ...EntryId, title: '更正哪个版本' }),
            from: T.Optional(day('从哪天起')),
            to: T.Optional(maybe(day('到哪天为止'))),
            data: Values,
            reason: words('更正原因'),
          },
          bare,
        ),
        response,
      },
    },
    (req) => correct(house, commandOf(req), req.params.register, req.params.id, req.body as Correction),
  )

  app.post(
    '/api/registers/:register/entries/:id/end',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '注销',
        description: 'From that day on there is no such thing; it stays known for the days before.',
        params: OneEntry,
        body: T.Object({ on: day('从哪天起'), reason: words('注销原因') }, bare),
        response,
      },
    },
    (req) => end(house, commandOf(req), req.params.register, req.params.id, req.body),
  )

  app.post(
    '/api/registers/:register/entries/:id/duties',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '办结到期事项',
        description: 'Marks a duty of an entry as done on a day: a yearly check was made, a certificate was renewed.',
        params: OneEntry,
        body: T.Object(
          {
            duty: T.String({ title: '事项', pattern: '^[a-z][a-z0-9-]{0,59}$' }),
            dueOn: day('到期日'),
            doneOn: day('办结日期'),
            note: T.Optional(words('说明')),
          },
          bare,
        ),
        response,
      },
    },
    (req) => dutyDone(house, commandOf(req), req.params.register, req.params.id, req.body as DutyDone),
  )

  app.post(
    '/api/registers/:register/entries/:id/reveal',
    {
      config: { allow, rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        ...tag,
        summary: '显示完整信息',
        description: 'Opens an entry’s personal fields to the caller for sixty seconds, against a stated purpose.',
        params: OneEntry,
        body: T.Object({ purpose: words('用途', 100) }, bare),
        response: { 200: T.Object({ until: T.String() }) },
      },
    },
    (req) => reveal(house, commandOf(req), req.params.register, req.params.id, req.body.purpose),
  )

  app.get(
    '/api/registers/:register/entries/:id/personal',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '完整信息',
        description: 'The personal fields in full, within sixty seconds of a reveal by the same caller.',
        params: OneEntry,
        response: { 200: T.Object({ fields: T.Record(T.String(), T.Unknown()) }) },
      },
    },
    async (req) => ({ fields: await revealed(house, caller(req), req.params.register, req.params.id) }),
  )
}
