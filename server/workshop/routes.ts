import { sql } from 'kysely'
import { type Static, Type as T } from 'typebox'
import { civilDate } from '../calendar/workdays.ts'
import { compile } from '../kernel/compile.ts'
import type { Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, commandOf } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { choice, maybe, time } from '../platform/schema.ts'
import { keepDraft, keepPlan, review, setItemState, submitDraft } from './actions.ts'
import { faultsOf, groundOf, simulate } from './check.ts'

const read: Duty[] = ['catalogue-manager', 'supervisor', 'leader', 'head']
const write: Duty[] = ['catalogue-manager']
const second: Duty[] = ['catalogue-manager', 'supervisor', 'leader']
const bare = { additionalProperties: false }
const kind = choice(['item', 'process'], { title: '种类' })
const slug = T.String({ title: '代号', pattern: '^[a-z][a-z0-9-]{0,59}$' })
const words = (title: string, max = 500) => T.String({ title, minLength: 1, maxLength: max, pattern: '\\S' })
const body = T.Object({}, { title: '内容', additionalProperties: true, maxProperties: 60 })
const Id = T.Object({ id: T.String({ title: '修改稿', format: 'uuid' }) })
const State = T.Object({ id: T.String(), status: T.String() })
const Proposal = T.Object({
  id: T.String(),
  kind: T.String(),
  target: T.String(),
  note: T.String(),
  status: T.String(),
  author: T.String(),
  updatedAt: time,
  effectiveFrom: maybe(time),
  reviewNote: maybe(T.String()),
})
const Faults = T.Array(T.Object({ path: T.String(), reason: T.String() }))

export default function workshopRoutes(app: App, house: House) {
  app.get(
    '/api/workshop/definitions',
    {
      config: { allow: read },
      schema: {
        summary: '事项和流程',
        description: 'Every item and process in its newest version, with the item’s state.',
        response: {
          200: T.Array(
            T.Object({
              kind: T.String(),
              id: T.String(),
              name: T.String(),
              version: T.Integer(),
              origin: T.String(),
              state: T.String(),
            }),
          ),
        },
      },
    },
    async () => {
      const { rows } = await sql<{
        kind: string
        id: string
        name: string
        version: number
        origin: string
        state: string
      }>`
        select distinct on (d.kind, d.id) d.kind, d.id, coalesce(d.body ->> 'name', d.body #>> '{process,name}', d.id) as name, d.version, d.origin,
               coalesce(s.state, 'in-use') as state
          from definition d left join item_state s on s.district = d.district and d.kind = 'item' and s.item_id = d.id
         where d.district = ${house.district} order by d.kind, d.id, d.version desc`.execute(house.db)
      return rows
    },
  )

  app.get(
    '/api/workshop/definitions/:kind/:id',
    {
      config: { allow: read },
      schema: {
        summary: '事项或流程',
        description: 'One definition as it would be edited, with all its versions; an item names its process by id.',
        params: T.Object({ kind, id: slug }),
        querystring: T.Object(
          { version: T.Optional(T.Integer({ title: '版本', minimum: 1, maximum: 100_000 })) },
          bare,
        ),
        response: {
          200: T.Object({
            body,
            version: T.Integer(),
            versions: T.Array(
              T.Object({ version: T.Integer(), publishedAt: time, origin: T.String(), effectiveFrom: maybe(time) }),
            ),
          }),
        },
      },
    },
    async (req) => {
      const { rows } = await sql<{
        body: object
        version: number
        published_at: Date
        origin: string
        effective_from: Date | null
        process: string | null
      }>`
        select d.body, d.version, d.published_at, d.origin, d.effective_from, p.id as process from definition d
          left join definition p on p.district = d.district and p.kind = 'process' and p.digest = d.body ->> 'process'
         where d.district = ${house.district} and d.kind = ${req.params.kind} and d.id = ${req.params.id} order by d.version desc`.execute(
        house.db,
      )
      const wanted = req.query.version === undefined ? rows[0] : rows.find((r) => r.version === req.query.version)
      if (!wanted) throw notFound('没有这个定义')
      const { republished: _, ...bodyOf } = wanted.body as { republished?: number }
      return {
        body:
          req.params.kind === 'item'
            ? { ...bodyOf, process: wanted.process ?? '' }
            : { xml: (bodyOf as { xml: string }).xml },
        version: wanted.version,
        versions: rows.map((r) => ({
          version: r.version,
          publishedAt: r.published_at.toISOString(),
          origin: r.origin,
          effectiveFrom: r.effective_from?.toISOString() ?? null,
        })),
      }
    },
  )

  app.post(
    '/api/workshop/check',
    {
      config: { allow: read, reads: true },
      schema: {
        summary: '检查',
        description: 'Everything that stands in the way of publishing this body, without keeping it.',
        body: T.Object({ kind, target: slug, body }, bare),
        response: { 200: Faults },
      },
    },
    async (req) => faultsOf(house.db, house, req.body.kind, req.body.target, shapeOf(req.body.kind, req.body.body)),
  )

  app.post(
    '/api/workshop/simulation',
    {
      config: { allow: read, reads: true },
      schema: {
        summary: '试走流程',
        description: 'Plays a diagram through with given facts, as its golden trace would record it.',
        body: T.Object(
          {
            xml: T.String({ title: '流程图', minLength: 1, maxLength: 80_000 }),
            facts: T.Array(T.String({ title: '成立的事实', maxLength: 60 }), { title: '成立的事实', maxItems: 50 }),
          },
          bare,
        ),
        response: { 200: T.Object({ facts: T.Array(T.String()), end: T.String(), steps: T.Array(T.Unknown()) }) },
      },
    },
    async (req) => {
      const { drawn } = await groundOf(house.db, house)
      const process = await compile(req.body.xml, (id) => drawn.get(id)?.xml).catch((error: Error) => {
        throw badInput([{ field: 'xml', message: `流程图还不能运行：${error.message.slice(0, 500)}` }])
      })
      return { facts: process.facts, ...simulate(process, Object.fromEntries(req.body.facts.map((f) => [f, true]))) }
    },
  )

  app.get(
    '/api/workshop/proposals',
    {
      config: { allow: read },
      schema: {
        summary: '修改稿',
        description: 'Proposals, newest first, at most a hundred.',
        response: { 200: T.Array(Proposal) },
      },
    },
    async () => {
      const { rows } = await sql<
        Static<typeof Proposal> & { updated_at: Date; effective_from: Date | null; review_note: string | null }
      >`
        select p.id, p.kind, p.target, p.note, p.status, a.name as author, p.updated_at, p.effective_from, p.review_note
          from proposal p left join account a on a.district = p.district and a.id = p.author
         where p.district = ${house.district} order by p.updated_at desc limit 100`.execute(house.db)
      return rows.map(({ updated_at, effective_from, review_note, ...r }) => ({
        ...r,
        updatedAt: updated_at.toISOString(),
        effectiveFrom: effective_from?.toISOString() ?? null,
        reviewNote: review_note,
      }))
    },
  )
  app.get(
    '/api/workshop/proposals/:id',
    {
      config: { allow: read },
      schema: {
        summary: '一份修改稿',
        description: 'One proposal with its body, for its author and its reader.',
        params: Id,
        response: {
          200: T.Object({
            id: T.String(),
            kind: T.String(),
            target: T.String(),
            note: T.String(),
            status: T.String(),
            body,
          }),
        },
      },
    },
    async (req) => {
      const { rows } = await sql<{
        id: string
        kind: string
        target: string
        note: string
        status: string
        body: object
      }>`
        select id, kind, target, note, status, body from proposal where district = ${house.district} and id = ${req.params.id}`.execute(
        house.db,
      )
      if (!rows[0]) throw notFound('没有这份修改稿')
      return rows[0]
    },
  )
  app.post(
    '/api/workshop/proposals',
    {
      config: { allow: write },
      schema: {
        summary: '保存修改稿',
        description: 'Keeps a change to an item or a process; with an id it goes on with that one.',
        body: T.Object(
          { id: T.Optional(Id.properties.id), kind, target: slug, body, note: words('修改说明', 300) },
          bare,
        ),
        response: { 200: State },
      },
    },
    (req) => keepDraft(house, commandOf(req), { ...req.body, body: shapeOf(req.body.kind, req.body.body) }),
  )
  app.post(
    '/api/workshop/proposals/:id/submission',
    {
      config: { allow: write },
      schema: {
        summary: '提交审核',
        description: 'Hands a faultless change to a second person, to be in force at once or from a moment.',
        params: Id,
        body: T.Object({ effectiveFrom: T.Optional(T.String({ title: '生效时间', format: 'date-time' })) }, bare),
        response: { 200: State },
      },
    },
    (req) => submitDraft(house, commandOf(req), req.params.id, req.body.effectiveFrom),
  )
  app.post(
    '/api/workshop/proposals/:id/review',
    {
      config: { allow: second },
      schema: {
        summary: '审核',
        description: 'A second person publishes the change or sends it back; never one’s own.',
        params: Id,
        body: T.Object({ approve: T.Boolean({ title: '是否同意' }), note: words('审核意见') }, bare),
        response: { 200: State },
      },
    },
    (req) => review(house, commandOf(req), req.params.id, req.body),
  )
  app.post(
    '/api/workshop/items/:id/state',
    {
      config: { allow: write },
      schema: {
        summary: '暂停、启用或取消事项',
        description: 'Stops or resumes an item for new applicants; open matters go on under their version.',
        params: T.Object({ id: slug }),
        body: T.Object(
          { state: choice(['in-use', 'suspended', 'cancelled'], { title: '状态' }), reason: words('原因', 300) },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), state: T.String(), openMatters: T.Integer() }) },
      },
    },
    (req) => setItemState(house, commandOf(req), req.params.id, req.body),
  )
  app.get(
    '/api/workshop/plans',
    {
      config: { allow: read },
      schema: {
        summary: '未上线事项',
        description: 'What departments still owe the one window: owner, promised day, overdue or online.',
        response: {
          200: T.Array(
            T.Object({
              unit: T.String(),
              unitName: T.String(),
              name: T.String(),
              owner: T.String(),
              promisedOn: T.String(),
              onlineAs: maybe(T.String()),
              overdue: T.Boolean(),
            }),
          ),
        },
      },
    },
    async () => {
      const today = civilDate(house.clock.now())
      const { rows } = await sql<{
        unit: string
        unitName: string
        name: string
        owner: string
        promisedOn: string
        onlineAs: string | null
        overdue: boolean
      }>`
        select p.unit_id as unit, u.short_name as "unitName", p.name, p.owner, to_char(p.promised_on, 'YYYY-MM-DD') as "promisedOn", p.online_as as "onlineAs",
               p.online_as is null and p.promised_on < ${today}::date as overdue
          from item_plan p join unit u on u.district = p.district and u.id = p.unit_id
         where p.district = ${house.district} order by p.online_as is not null, p.promised_on, p.name`.execute(house.db)
      return rows
    },
  )
  app.post(
    '/api/workshop/plans',
    {
      config: { allow: write },
      schema: {
        summary: '登记未上线事项',
        description: 'Says which item a department still has to bring, by when, or as what it is online now.',
        body: T.Object(
          {
            unit: words('单位', 100),
            name: words('事项', 200),
            owner: words('责任人', 50),
            promisedOn: T.String({ title: '承诺上线日期', format: 'date' }),
            onlineAs: T.Optional(slug),
          },
          bare,
        ),
        response: { 200: T.Object({ unit: T.String(), name: T.String() }) },
      },
    },
    (req) => keepPlan(house, commandOf(req), req.body),
  )
}

/** A process is its drawing and nothing else. */
function shapeOf(kindOf: string, given: object): object {
  if (kindOf === 'item') return given
  const { xml } = given as { xml?: unknown }
  if (typeof xml !== 'string' || !xml) throw badInput([{ field: 'body.xml', message: '请填写“流程图”' }])
  return { xml }
}
