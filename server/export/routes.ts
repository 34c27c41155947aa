import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { type Static, Type as T } from 'typebox'
import { mayKnow } from '../care/rules.ts'
import { type Actor, under } from '../platform/auth.ts'
import { disposition } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { choice, maybe } from '../platform/schema.ts'
import { readSealed } from '../platform/vault.ts'
import { ask, cancel, decide, decidesNearby, judgeOf, take } from './actions.ts'
import { columnsOf } from './columns.ts'
import { fileOf, soon } from './make.ts'
import {
  askers,
  deciders,
  formats,
  mostLines,
  mostTaken,
  postToDecide,
  readers,
  standings,
  standingWords,
  titleOf,
  whats,
  whyNotDecided,
  whyNotTaken,
} from './rules.ts'
import { type Row, requests } from './store.ts'

const bare = { additionalProperties: false }
const Id = T.Object({ id: T.String({ title: '导出申请', format: 'uuid' }) })
const words = (title: string, least: number, max: number) =>
  T.String({ title, minLength: least, maxLength: max, pattern: '\\S' })
const age = (title: string) => T.Optional(T.Integer({ title, minimum: 0, maximum: 130 }))
const Why = maybe(T.String({ description: 'null: can be done now; else why not.' }))
const Line = T.Object({
  id: T.String(),
  number: T.String(),
  title: T.String({ description: 'What it is a list of, and which.' }),
  place: T.String(),
  columns: T.Array(T.Object({ title: T.String(), full: T.Boolean() })),
  full: T.Boolean(),
  format: T.String(),
  purpose: T.String(),
  justification: maybe(T.String()),
  days: T.Integer(),
  lines: T.Integer(),
  done: T.Integer(),
  state: T.String({ description: 'waiting, refused, cancelled, making, ready, failed or expired.' }),
  requester: T.String(),
  unit: T.String(),
  capacity: T.String(),
  requestedAt: T.String(),
  decider: maybe(T.String()),
  decidedAt: maybe(T.String()),
  note: maybe(T.String()),
  expiresAt: maybe(T.String()),
  taken: T.Integer(),
  mostTaken: T.Integer(),
  decides: Why,
  takes: Why,
})
const Kind = T.Object({
  what: choice(whats),
  title: T.String(),
  columns: T.Array(T.Object({ id: T.String(), title: T.String(), full: T.Boolean() })),
})
const iso = (at: Date | null) => at?.toISOString() ?? null

/** Personal data that leave: asked for, decided by a second person, taken against a trace. */
export default function exportRoutes(app: App, house: House) {
  const told = (actor: Actor, r: Row): Static<typeof Line> => {
    const {
      what,
      filter,
      place,
      columns,
      requestedBy,
      decidedBy: _,
      requestedAt,
      decidedAt,
      expiresAt,
      madeAt: __,
      sensitive: ___,
      ...rest
    } = r
    return {
      ...rest,
      title: [
        titleOf[what],
        filter.standing && standingWords[filter.standing],
        house.care.categories.find((c) => c.id === filter.category)?.name,
        filter.ageFrom !== undefined && `${filter.ageFrom} 岁起`,
        filter.ageTo !== undefined && `至 ${filter.ageTo} 岁`,
      ]
        .filter(Boolean)
        .join('，'),
      place: place.name,
      columns: columnsOf[what].filter((c) => columns.includes(c.id)).map(({ title, full }) => ({ title, full })),
      requestedAt: requestedAt.toISOString(),
      decidedAt: iso(decidedAt),
      expiresAt: iso(expiresAt),
      mostTaken,
      decides: whyNotDecided(actor, r),
      takes: requestedBy === actor.account ? whyNotTaken(r, house.clock.now()) : '只有申请人可以下载',
    }
  }

  app.get(
    '/api/exports',
    {
      config: { allow: readers },
      schema: {
        tags: ['export'],
        summary: '导出申请',
        description:
          'The caller’s own requests, those that wait for the caller’s decision, and those decided that the caller may know of; and what can be asked for.',
        response: {
          200: T.Object({
            mine: T.Array(Line),
            toDecide: T.Array(Line),
            decided: T.Array(Line),
            kinds: T.Array(Kind),
            standings: T.Array(T.Object({ id: choice(standings), title: T.String() })),
            categories: T.Array(T.Object({ id: T.String(), name: T.String(), sensitive: T.Boolean() })),
            most: T.Record(T.String(), T.Integer()),
          }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const rows = (where: ReturnType<typeof sql>) => requests(house.db, house.district, where, judgeOf(house))
      const mine = await rows(sql`x.requested_by = ${actor.account}`)
      const waiting = await rows(
        sql`x.state = 'waiting' and x.requested_by <> ${actor.account} and ${under(actor, deciders)}`,
      )
      const decided = await rows(sql`x.state <> 'waiting' and x.requested_by <> ${actor.account}
        and (x.decided_by = ${actor.account} or ${under(actor, ['security-admin', 'audit-admin'])})`)
      const asks = actor.posts.some((p) => askers.includes(p.duty))
      return {
        mine: mine.map((r) => told(actor, r)),
        toDecide: waiting.filter((r) => postToDecide(actor, r) ?? decidesNearby(actor, r)).map((r) => told(actor, r)),
        decided: decided.map((r) => told(actor, r)),
        kinds: asks
          ? whats.map((what) => ({
              what,
              title: titleOf[what],
              columns: columnsOf[what].map(({ id, title, full }) => ({ id, title, full })),
            }))
          : [],
        standings: standings.map((id) => ({ id, title: standingWords[id] })),
        categories: asks
          ? house.care.categories
              .filter((c) => mayKnow(actor, c))
              .map(({ id, name, sensitive }) => ({ id, name, sensitive }))
          : [],
        most: mostLines,
      }
    },
  )

  app.post(
    '/api/exports',
    {
      config: { allow: askers, rateLimit: { max: 120, timeWindow: 60_000 } },
      schema: {
        tags: ['export'],
        summary: '申请导出',
        description:
          'Asks for a list with a purpose; masked unless columns in full are chosen and justified. Nothing leaves before a second person agrees.',
        body: T.Object(
          {
            what: choice(whats, { title: '名单' }),
            place: T.String({ title: '地方', maxLength: 60, pattern: '^[a-z0-9-]+$' }),
            standing: T.Optional(choice(standings, { title: '人口口径' })),
            ageFrom: age('年龄从'),
            ageTo: age('年龄到'),
            category: T.Optional(T.String({ title: '关爱类别', minLength: 1, maxLength: 40 })),
            columns: T.Array(T.String({ title: '列', maxLength: 40 }), {
              title: '列',
              minItems: 1,
              maxItems: 20,
              uniqueItems: true,
            }),
            format: choice(formats, { title: '格式' }),
            purpose: words('用途', 4, 200),
            justification: T.Optional(words('为什么遮盖后的不够用', 4, 200)),
            days: T.Integer({ title: '有效天数', minimum: 1, maximum: 30 }),
          },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), number: T.String(), lines: T.Integer() }) },
      },
    },
    (req) => ask(house, commandOf(req), req.body),
  )

  app.post(
    '/api/exports/:id/decision',
    {
      config: { allow: readers },
      schema: {
        tags: ['export'],
        summary: '审批导出',
        description: 'A second person says yes or no, with a word why; never the one who asked.',
        params: Id,
        body: T.Object({ approve: T.Boolean({ title: '同意' }), note: words('审批意见', 2, 200) }, bare),
        response: { 200: T.Object({ id: T.String(), state: T.String() }) },
      },
    },
    async (req) => {
      const decided = await decide(house, commandOf(req), req.params.id, req.body)
      soon(house)
      return decided
    },
  )

  app.post(
    '/api/exports/:id/cancel',
    {
      config: { allow: askers },
      schema: {
        tags: ['export'],
        summary: '撤回导出申请',
        description: 'Takes one’s own request back while nobody has decided it.',
        params: Id,
        body: T.Object({}, bare),
        response: { 200: T.Object({ id: T.String(), state: T.String() }) },
      },
    },
    (req) => cancel(house, commandOf(req), req.params.id),
  )

  app.get(
    '/api/exports/:id/file',
    {
      config: { allow: askers, rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        tags: ['export'],
        summary: '下载导出文件',
        description:
          'The file, to the one who asked, until it expires and five times at most; every person in it can read that it was taken.',
        params: Id,
      },
    },
    async (req, reply) => {
      const r = await take(house, caller(req), req.params.id)
      const type = {
        xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        csv: 'text/csv; charset=utf-8',
      }
      return reply
        .type(type[r.format])
        .header('content-disposition', disposition('attachment', `${titleOf[r.what]} ${r.number}.${r.format}`))
        .send(Readable.from(readSealed(house.dataDir, house.crypto, fileOf(r.id))))
    },
  )
}
