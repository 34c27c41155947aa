import { Type as T } from 'typebox'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { choice, maybe, personal } from '../platform/schema.ts'
import { answer, ask, atTheWindow, mine } from './amendments.ts'

const bare = { additionalProperties: false }
const words = (title: string, least: number, max: number, more = {}) =>
  T.String({ title, minLength: least, maxLength: max, pattern: '\\S', ...more })
const Amendment = {
  id: T.String(),
  name: T.String(),
  label: T.String(),
  held: T.Unknown({ description: 'What stood there when it was asked.' }),
  said: T.String(),
  askedAt: T.String(),
  dueOn: T.String(),
  late: T.Boolean(),
  state: choice(['waiting', 'amended', 'kept']),
  answer: maybe(T.String()),
  unit: maybe(T.String()),
  answeredAt: maybe(T.String()),
}

export default function amendmentRoutes(app: App, house: House) {
  app.get(
    '/api/held/amendments',
    {
      config: { allow: 'signed-in' },
      schema: {
        tags: ['person'],
        summary: '我的更正申请',
        description: 'What the caller said is wrong about what is held, until when it is answered, and the answers.',
        response: { 200: T.Array(T.Object(Amendment)) },
      },
    },
    async (req) => {
      const { personId } = caller(req)
      return personId ? mine(house, personId) : []
    },
  )

  app.post(
    '/api/held/amendments',
    {
      config: { allow: 'signed-in', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        tags: ['person'],
        summary: '申请更正我的信息',
        description: 'Says that one held value is wrong and what is right; the window answers within fifteen days.',
        body: T.Object(
          {
            name: T.String({ title: '哪一项', minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9-]+$' }),
            said: words('正确的是什么', 1, 500, personal), // sealed
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), dueOn: T.String() }) },
      },
    },
    (req) => ask(house, commandOf(req), req.body),
  )

  app.get(
    '/api/amendments',
    {
      config: { allow: ['clerk'] },
      schema: {
        tags: ['person'],
        summary: '更正申请',
        description: 'What residents of the caller’s places say is wrong about what is held; the most urgent first.',
        response: {
          200: T.Array(
            T.Object({
              ...Amendment,
              person: T.String(),
              personName: T.String(),
              fixable: T.Boolean({ description: 'Can be put right together with the answer.' }),
            }),
          ),
        },
      },
    },
    (req) => atTheWindow(house, caller(req)),
  )

  app.post(
    '/api/amendments/:id/answer',
    {
      config: { allow: ['clerk'] },
      schema: {
        tags: ['person'],
        summary: '答复更正申请',
        description:
          'Amended, where wanted with the right value at once; or not, with the reason the person will read.',
        params: T.Object({ id: T.String({ title: '更正申请', format: 'uuid' }) }),
        body: T.Object(
          {
            amended: T.Boolean({ title: '已更正' }),
            answer: words('答复', 2, 500),
            value: T.Optional(words('更正为', 1, 200, personal)), // sealed
            proof: T.Optional(words('看了什么凭据', 2, 30)),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), state: T.String() }) },
      },
    },
    (req) => answer(house, commandOf(req), req.params.id, req.body),
  )
}
