import { Type as T } from 'typebox'
import type { House } from '../platform/house.ts'
import { type App, commandOf } from '../platform/http.ts'
import { choice } from '../platform/schema.ts'
import { merge, moved, undoMerge, verify } from './actions.ts'
import { died } from './death.ts'
import { proofs } from './register.ts'
import { keepers } from './scope.ts'

const bare = { additionalProperties: false }
const id = (title: string) => T.String({ title, minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9:-]+$' })
const words = (title: string) => T.String({ title, minLength: 2, maxLength: 200, pattern: '\\S' })
const day = (title: string) => T.String({ title, format: 'date' })
const Person = T.Object({ id: id('人员') })
const Done = T.Object({ id: T.String() })
const Households = T.Array(T.Object({ number: T.String(), members: T.Integer() }), {
  description: 'Registered households that have no head now; of several members somebody must say who.',
})

/** What befalls residents whose file there is: moves, death, a second look, two files that are one human being. */
export default function lifeRoutes(app: App, house: House) {
  app.post(
    '/api/persons/merges',
    {
      config: { allow: ['data-manager'] },
      schema: {
        tags: ['person'],
        summary: '合并重复人员',
        description: 'Says that two entries are one human being; nothing is moved, so it can be undone.',
        body: T.Object({ keep: id('保留'), gone: id('并入'), reason: words('理由') }, bare),
        response: { 200: Done },
      },
    },
    (req) => merge(house, commandOf(req), req.body),
  )

  app.post(
    '/api/persons/merges/:id/undo',
    {
      config: { allow: ['data-manager'] },
      schema: {
        tags: ['person'],
        summary: '撤销合并',
        description: 'Takes a merge back: the two are two again.',
        params: T.Object({ id: T.String({ title: '合并', format: 'uuid' }) }),
        body: T.Object({ reason: words('理由') }, bare),
        response: { 200: Done },
      },
    },
    (req) => undoMerge(house, commandOf(req), req.params.id, req.body.reason),
  )

  app.post(
    '/api/persons/:id/death',
    {
      config: { allow: keepers },
      schema: {
        tags: ['person'],
        summary: '死亡登记',
        description:
          'Records a death: residences, headship and care end, nothing is deleted; says which matters, benefits and households somebody must now look at.',
        params: Person,
        body: T.Object({ on: day('死亡日期'), proof: words('凭据') }, bare),
        response: {
          200: T.Object({
            id: T.String(),
            matters: T.Array(T.Object({ number: T.String(), title: T.String() })),
            care: T.Array(T.String()),
            benefits: T.Array(T.String()),
            households: Households,
          }),
        },
      },
    },
    (req) => died(house, commandOf(req), req.params.id, req.body),
  )

  app.post(
    '/api/persons/:id/moves',
    {
      config: { allow: keepers },
      schema: {
        tags: ['person'],
        summary: '迁移登记',
        description:
          'Ends the residence that stood and begins another; without a dwelling they have left the district.',
        params: Person,
        body: T.Object(
          {
            kind: choice(['registered', 'present'], { title: '户籍或现住' }),
            on: day('日期'),
            dwelling: T.Union([id('住房'), T.Null()], { title: '住房' }),
            household: T.Optional(T.String({ title: '户号', minLength: 1, maxLength: 40 })),
            relation: T.Optional(T.String({ title: '与户主关系', minLength: 1, maxLength: 20 })),
            proof: T.Optional(choice(proofs, { title: '凭据' })),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), households: Households }) },
      },
    },
    (req) => moved(house, commandOf(req), req.params.id, req.body as Parameters<typeof moved>[3]),
  )

  app.post(
    '/api/records/:id/verification',
    {
      config: { allow: keepers },
      schema: {
        tags: ['person'],
        summary: '核验',
        description: 'A second person says whether a record agrees with what they found; never its collector.',
        params: T.Object({ id: T.String({ title: '记录', format: 'uuid' }) }),
        body: T.Object({ agrees: T.Boolean({ title: '一致' }), note: T.Optional(words('说明')) }, bare),
        response: { 200: Done },
      },
    },
    (req) => verify(house, commandOf(req), req.params.id, req.body),
  )
}
