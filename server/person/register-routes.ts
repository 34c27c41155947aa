import { Type as T } from 'typebox'
import type { House } from '../platform/house.ts'
import { type App, commandOf } from '../platform/http.ts'
import { choice, maybe, personal } from '../platform/schema.ts'
import { correct } from './correct.ts'
import { nameHead } from './household.ts'
import { proofs, register } from './register.ts'
import { keepers } from './scope.ts'

const bare = { additionalProperties: false }
const id = (title: string) => T.String({ title, minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9:-]+$' })
const text = (title: string, max: number, more = {}) =>
  T.String({ title, minLength: 1, maxLength: max, pattern: '\\S', ...more })
const day = (title: string) => T.String({ title, format: 'date' })
const sexes = ['male', 'female'] as const
const Household = T.String({ title: '户号', pattern: '^[0-9A-Za-z-]{1,40}$', maxLength: 40 })

/** Residents who get in by hand, and slips mended: each as a record with its source (R-B.7). */
export default function registerRoutes(app: App, house: House) {
  app.post(
    '/api/persons',
    {
      config: { allow: keepers },
      schema: {
        tags: ['person'],
        summary: '登记居民',
        description:
          'Registers somebody who was born or came here, with what it rests on; one identity number is one file (409 `exists`, `see` names it).',
        body: T.Object(
          {
            how: choice(['birth', 'arrival'], { title: '为什么登记' }),
            name: text('姓名', 50),
            sex: T.Optional(choice(sexes, { title: '性别' })),
            born: T.Optional(day('出生日期')),
            idNumber: T.Optional(text('身份证号', 30, personal)),
            phone: T.Optional(text('电话', 30, personal)),
            proof: choice(proofs, { title: '凭什么登记' }),
            kinds: T.Array(choice(['registered', 'present'], { title: '登记为' }), {
              title: '登记为',
              minItems: 1,
              maxItems: 2,
              uniqueItems: true,
            }),
            since: day('从哪天起'),
            dwelling: T.Optional(id('住房')),
            address: T.Optional(text('地址', 100)),
            elsewhere: T.Optional(text('户籍地址', 100)),
            parent: T.Optional(id('父亲或母亲')),
            household: T.Optional(Household),
            relation: T.Optional(text('与户主关系', 20)),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String() }) },
      },
    },
    (req) => register(house, commandOf(req), req.body as Parameters<typeof register>[2]),
  )

  app.post(
    '/api/persons/:id/corrections',
    {
      config: { allow: keepers },
      schema: {
        tags: ['person'],
        summary: '更正基础信息',
        description:
          'Mends name, sex, birth date, phone, or adds the number a newborn did not have; a weaker source is kept but does not count (R-B.7).',
        params: T.Object({ id: id('人员') }),
        body: T.Object(
          {
            name: T.Optional(text('姓名', 50)),
            sex: T.Optional(choice(sexes, { title: '性别' })),
            born: T.Optional(day('出生日期')),
            idNumber: T.Optional(text('身份证号', 30, personal)),
            phone: T.Optional(text('电话', 30, personal)),
            proof: choice(proofs, { title: '凭什么登记' }),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), counts: T.Boolean(), why: maybe(T.String()) }) },
      },
    },
    (req) => correct(house, commandOf(req), req.params.id, req.body as Parameters<typeof correct>[3]),
  )

  app.post(
    '/api/households/:number/head',
    {
      config: { allow: keepers },
      schema: {
        tags: ['person'],
        summary: '登记户主',
        description: 'Names the head of a registered household; what each was to the former head stays in the history.',
        params: T.Object({ number: Household }),
        body: T.Object({ person: id('户主') }, bare),
        response: { 200: T.Object({ number: T.String() }) },
      },
    },
    (req) => nameHead(house, commandOf(req), req.params.number, req.body.person),
  )
}
