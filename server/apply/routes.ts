import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { factsOf, itemProblems } from '../content/form.ts'
import { act } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { personal } from '../platform/schema.ts'

const WithItem = T.Object({ item: T.String({ title: '事项', maxLength: 100 }) })
const Form = T.Record(T.String({ maxLength: 60 }), T.Unknown(), { ...personal, title: '表单', maxProperties: 100 })

/** What helps a person ask: checking as they go, and keeping what they typed. */
export default function applyRoutes(app: App, house: House) {
  app.post(
    '/api/items/:item/check',
    {
      config: { allow: 'anyone', reads: true },
      schema: {
        summary: '检查回答',
        description:
          'Checks the answers so far (all, or only those to the named questions) and says which facts follow from them.',
        params: WithItem,
        body: T.Object(
          { form: Form, only: T.Optional(T.Array(T.String({ maxLength: 60 }), { title: '问题', maxItems: 100 })) },
          { additionalProperties: false },
        ),
        response: {
          200: T.Object({
            problems: T.Array(T.Object({ field: T.String(), message: T.String() })),
            facts: T.Record(T.String(), T.Boolean()),
          }),
        },
      },
    },
    async (req) => {
      const found = await house.catalogue.latest(house.db, req.params.item)
      if (!found) throw notFound('没有这个事项')
      const { form, only } = req.body
      const problems = itemProblems(found.item, form).filter((p) => !only || only.includes(p.field.split('.')[0] ?? ''))
      return { problems, facts: factsOf(found.item, form) }
    },
  )

  app.get(
    '/api/drafts/:item',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '取回草稿',
        description: "The caller's unfinished answers to an item, or null.",
        params: WithItem,
        response: { 200: T.Union([T.Unknown(), T.Null()]) },
      },
    },
    async (req) => {
      const row = await house.db
        .selectFrom('draft')
        .select('data')
        .where('district', '=', house.district)
        .where('account_id', '=', caller(req).account)
        .where('item_id', '=', req.params.item)
        .executeTakeFirst()
      return row ? JSON.parse(house.crypto.unseal(row.data)) : null
    },
  )

  app.put(
    '/api/drafts/:item',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '保存草稿',
        description: 'Keeps unfinished answers, encrypted, for thirty days; gone on submission.',
        params: WithItem,
        body: T.Object({ form: Form, at: T.Optional(T.String({ title: '做到哪里', maxLength: 100 })) }),
        response: { 200: T.Object({ savedAt: T.String() }) },
      },
    },
    (req) => {
      const { actor } = commandOf(req)
      return act(house, commandOf(req), async ({ tx, at, record }) => {
        if (!(await house.catalogue.latest(tx, req.params.item))) throw notFound('没有这个事项')
        await sql`insert into draft (district, account_id, item_id, data, updated_at)
        values (${house.district}, ${actor.account}, ${req.params.item}, ${house.crypto.seal(JSON.stringify(req.body))}, ${at})
        on conflict (district, account_id, item_id) do update set data = excluded.data, updated_at = excluded.updated_at`.execute(
          tx,
        )
        record({ as: null, verb: 'draft.saved', data: { item: req.params.item } })
        return { savedAt: at.toISOString() }
      })
    },
  )

  app.delete(
    '/api/drafts/:item',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '删除草稿',
        description: 'Throws the unfinished answers away.',
        params: WithItem,
        response: { 200: T.Null() },
      },
    },
    (req) =>
      act(house, commandOf(req), async ({ tx, actor, record }) => {
        await tx
          .deleteFrom('draft')
          .where('district', '=', house.district)
          .where('account_id', '=', actor.account)
          .where('item_id', '=', req.params.item)
          .execute()
        record({ as: null, verb: 'draft.deleted', data: { item: req.params.item } })
        return null
      }),
  )
}
