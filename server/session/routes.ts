import { sql } from 'kysely'
import { type Static, Type as T } from 'typebox'
import { act } from '../platform/act.ts'
import { type Actor, closeSession, cookieName, identify, openSession } from '../platform/auth.ts'
import type { DemoClock } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { type App, commandOf } from '../platform/http.ts'
import { badInput, Refusal } from '../platform/refusal.ts'

const Me = T.Object({
  signedIn: T.Boolean(),
  demo: T.Boolean({ description: 'One-click sign-in and a movable clock; never in a real district.' }),
  now: T.String({ description: 'Business time.' }),
  district: T.String(),
  account: T.Optional(T.String()),
  name: T.Optional(T.String()),
  kind: T.Optional(T.String()),
  posts: T.Optional(
    T.Array(
      T.Object({ duty: T.String(), unit: T.String(), unitName: T.String(), place: T.String(), capacity: T.String() }),
    ),
  ),
})

export default function sessionRoutes(app: App, house: House, demo: { clock: DemoClock } | null) {
  app.get(
    '/api/session',
    {
      config: { allow: 'anyone' },
      schema: {
        summary: '我是谁',
        description: 'Who is signed in, with which posts, and what time it is for the district.',
        response: { 200: Me },
      },
    },
    (req) => me(house, req.actor),
  )

  app.delete(
    '/api/session',
    {
      config: { allow: 'anyone' },
      schema: {
        summary: '退出',
        description: 'Signs out: the session is gone on the server at once.',
        response: { 200: T.Object({ signedIn: T.Literal(false) }) },
      },
    },
    async (req, reply) => {
      const token = req.cookies[cookieName(house)]
      if (token && req.actor) {
        const { actor } = req
        await act(house, actor, async ({ tx, record }) => {
          await closeSession(tx, house.district, token)
          record({ as: null, verb: 'session.closed' })
        })
      }
      reply.clearCookie(cookieName(house), { path: '/' })
      return { signedIn: false as const }
    },
  )

  if (!demo || !house.demo) return // In a real district these addresses do not exist.

  app.get(
    '/api/demo/cast',
    {
      config: { allow: 'anyone' },
      schema: {
        summary: '演示人物',
        description: 'The invented people of the demo district, to sign in as with one click.',
        response: {
          200: T.Array(T.Object({ account: T.String(), name: T.String(), story: T.String(), face: T.String() })),
        },
      },
    },
    () => house.cast,
  )

  app.post(
    '/api/session',
    {
      config: { allow: 'anyone', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        summary: '演示登录',
        description: 'Signs in as one of the invented people; exists in the demo only.',
        body: T.Object(
          { account: T.String({ title: '演示人物', minLength: 1, maxLength: 100 }) },
          { additionalProperties: false },
        ),
        response: { 200: Me },
      },
    },
    async (req, reply) => {
      const found = await house.db
        .selectFrom('account')
        .select(['id', 'name', 'kind', 'person_id'])
        .where('district', '=', house.district)
        .where('id', '=', req.body.account)
        .where('disabled_at', 'is', null)
        .executeTakeFirst()
      if (!found || !house.cast.some((c) => c.account === found.id))
        throw new Refusal(404, 'not-found', '没有这个演示人物', 'account')
      const actor: Actor = {
        district: house.district,
        account: found.id,
        name: found.name,
        kind: found.kind as Actor['kind'],
        personId: found.person_id,
        posts: [],
      }
      const { token, seconds } = await act(house, actor, async ({ tx, record }) => {
        record({ as: null, verb: 'session.opened', data: { demo: true } })
        return openSession(tx, house.district, actor)
      })
      reply.setCookie(cookieName(house), token, {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        maxAge: seconds,
        secure: !house.demo,
      })
      return me(house, (await identify(house, token, null)).actor)
    },
  )

  app.post(
    '/api/demo/clock',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '拨快演示时间',
        description: 'Moves the demo district’s time forward; never backwards. Exists in the demo only.',
        body: T.Object({ to: T.String({ title: '时间', format: 'date-time' }) }, { additionalProperties: false }),
        response: { 200: T.Object({ now: T.String() }) },
      },
    },
    async (req) => {
      const to = new Date(req.body.to)
      const now = house.clock.now()
      if (to < now) throw badInput([{ field: 'to', message: '演示“时间”只能向前拨' }])
      if (to.getTime() - now.getTime() > 120 * 86_400_000)
        throw badInput([{ field: 'to', message: '演示“时间”一次最多拨快 120 天' }])
      const answer = await act(house, commandOf(req), async ({ record }) => {
        record({ as: null, verb: 'demo.clock-moved', data: { to: to.toISOString() } })
        return { now: to.toISOString() }
      })
      await demo.clock.set(to)
      await house.tick()
      return answer
    },
  )
}

/** The same whether just signed in or asked later: the posts are those held today. */
async function me(house: House, actor: Actor | null): Promise<Static<typeof Me>> {
  const here = { demo: house.demo, now: house.clock.now().toISOString(), district: house.name }
  if (!actor) return { signedIn: false, ...here }
  const { account, name, kind } = actor
  const { rows: units } = await sql<{ id: string; name: string }>`select id, short_name as name from unit
    where district = ${actor.district} and id = any(${actor.posts.map((p) => p.unit)}::text[])`.execute(house.db)
  const unitName = (id: string) => units.find((u) => u.id === id)?.name ?? id
  const posts = actor.posts.map(({ duty, unit, place, capacity }) => ({
    duty,
    unit,
    unitName: unitName(unit),
    place,
    capacity,
  }))
  return { signedIn: true, ...here, account, name, kind, posts }
}
