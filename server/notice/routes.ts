import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { act } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { maybe, time } from '../platform/schema.ts'

const Message = T.Object({
  id: T.String(),
  number: T.String(),
  text: T.String(),
  why: T.String({ description: 'Why this person is told.' }),
  legal: T.Boolean(),
  at: time,
  readAt: maybe(time),
})
const Preferences = T.Object(
  { sms: T.Boolean({ title: '短信' }), wechat: T.Boolean({ title: '微信' }) },
  {
    additionalProperties: false,
    title: '通知方式',
    description: 'Which ways out somebody wants; legal notices go by SMS all the same.',
  },
)

export default function noticeRoutes(app: App, house: House) {
  app.get(
    '/api/messages',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '我的消息',
        description: 'What the caller was told, newest first, at most a hundred, and how many are unread.',
        response: { 200: T.Object({ unread: T.Integer(), rows: T.Array(Message) }) },
      },
    },
    async (req) => {
      const { rows } = await sql<{
        id: string
        number: string
        text: string
        why: string
        legal: boolean
        at: Date
        read_at: Date | null
      }>`
        select m.id, c.number, m.text, m.why, m.legal, m.at, m.read_at from message m
          join cases c on c.district = m.district and c.id = m.case_id
         where m.district = ${house.district} and m.account_id = ${caller(req).account} order by m.at desc, m.id desc limit 100`.execute(
        house.db,
      )
      return {
        unread: rows.filter((r) => !r.read_at).length,
        rows: rows.map(({ read_at, at, ...r }) => ({
          ...r,
          at: at.toISOString(),
          readAt: read_at?.toISOString() ?? null,
        })),
      }
    },
  )

  app.post(
    '/api/messages/read',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '全部标为已读',
        description: 'Marks the caller’s messages up to a moment as read.',
        body: T.Object({ upTo: T.String({ title: '截止时间', format: 'date-time' }) }, { additionalProperties: false }),
        response: { 200: T.Object({ read: T.Integer() }) },
      },
    },
    (req) =>
      act(house, commandOf(req), async ({ tx, actor, at, record }) => {
        const { numAffectedRows } = await sql`update message set read_at = ${at}
          where district = ${house.district} and account_id = ${actor.account} and at <= ${req.body.upTo} and read_at is null`.execute(
          tx,
        )
        record({ as: null, verb: 'messages.read', data: { n: Number(numAffectedRows) } })
        return { read: Number(numAffectedRows) }
      }),
  )

  app.get(
    '/api/messages/preferences',
    {
      config: { allow: 'signed-in' },
      schema: { summary: '通知方式', description: 'Which ways out the caller wants.', response: { 200: Preferences } },
    },
    async (req) => {
      const { rows } = await sql<{ channel: string; wanted: boolean }>`select channel, wanted from message_preference
        where district = ${house.district} and account_id = ${caller(req).account}`.execute(house.db)
      const wanted = (channel: string) => rows.find((r) => r.channel === channel)?.wanted ?? false
      return { sms: wanted('sms'), wechat: wanted('wechat') }
    },
  )

  app.put(
    '/api/messages/preferences',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '改通知方式',
        description: 'Chooses which ways out the caller wants; legal notices go by SMS all the same.',
        body: Preferences,
        response: { 200: Preferences },
      },
    },
    (req) =>
      act(house, commandOf(req), async ({ tx, actor, record }) => {
        for (const [channel, wanted] of Object.entries(req.body))
          await sql`insert into message_preference (district, account_id, channel, wanted)
            values (${house.district}, ${actor.account}, ${channel}, ${wanted})
            on conflict (district, account_id, channel) do update set wanted = excluded.wanted`.execute(tx)
        record({ as: null, verb: 'messages.preferred', data: req.body })
        return req.body
      }),
  )
}
