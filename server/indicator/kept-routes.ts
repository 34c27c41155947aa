import { Type as T } from 'typebox'
import type { Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { choice, maybe, time } from '../platform/schema.ts'
import { keep, keptOf, namesOf, override, sign } from './actions.ts'
import { badOverride, badStep, nextStep, statuses, steps } from './kept-rules.ts'
import { readers, scopeOf } from './run.ts'
import { asked, indicatorId } from './schema.ts'

const tags = ['indicators']
const bare = { additionalProperties: false }
const keepers: Duty[] = ['statistician', 'leader', 'supervisor']
const signers: Duty[] = [...readers, 'head', 'handler']
const uuid = T.Object({ id: T.String({ title: '留存的数', format: 'uuid' }) })
const reason = (title: string) => T.String({ title, minLength: 2, maxLength: 300, pattern: '\\S' })
const account = maybe(T.String())
const Kept = T.Object({
  id: T.String(),
  indicator: T.String(),
  digest: T.String(),
  place: T.String(),
  from: maybe(T.String()),
  to: T.String(),
  cutOff: time,
  numerator: maybe(T.Number()),
  denominator: maybe(T.Number()),
  value: maybe(T.Number()),
  status: choice(statuses),
  restates: maybe(T.String()),
  reason: maybe(T.String()),
  override: maybe(T.Number()),
  overrideReason: maybe(T.String()),
  overrideBy: account,
  computedBy: account,
  departmentBy: account,
  reviewedBy: account,
  lockedBy: account,
  lockedAt: maybe(time),
  may: T.Object(
    { sign: maybe(T.String()), override: maybe(T.String()) },
    { description: 'Why the caller may not sign the next step, or set a value: null where they may.' },
  ),
})

export default function keptRoutes(app: App, house: House) {
  const found = async (wanted: string) => {
    const i = await house.indicators.get(wanted)
    if (!i) throw notFound('没有这个指标')
    return i
  }

  app.get(
    '/api/indicators/:id/kept',
    {
      config: { allow: readers },
      schema: {
        tags,
        summary: '留存的数',
        description:
          'What was ever kept of an indicator for a place, newest first; a restated figure stands beside what restates it.',
        params: T.Object({ id: indicatorId }),
        querystring: T.Object({ place: asked.place }, bare),
        response: { 200: T.Array(Kept) },
      },
    },
    async (req) => {
      const i = await found(req.params.id)
      const actor = caller(req)
      const scope = await scopeOf(house, actor, req.query.place, i.publish === 'public')
      if (scope.only) return []
      const iso = (at: Date) => at.toISOString()
      const kept = await keptOf(house, i, scope.place)
      const named = await namesOf(house, kept)
      return kept.map((f) => ({
        ...f,
        cutOff: iso(f.cutOff),
        lockedAt: f.lockedAt && iso(f.lockedAt),
        computedBy: named(f.computedBy),
        departmentBy: named(f.departmentBy),
        reviewedBy: named(f.reviewedBy),
        lockedBy: named(f.lockedBy),
        overrideBy: named(f.overrideBy),
        may: {
          sign: badStep(actor, f, i, nextStep(f) ?? 'locked'),
          override: actor.posts.some((p) => keepers.includes(p.duty))
            ? badOverride(f)
            : '只有统计员、督办员或者区领导能改数',
        },
      }))
    },
  )

  app.post(
    '/api/indicators/:id/kept',
    {
      config: { allow: keepers },
      schema: {
        tags,
        summary: '留存一个数',
        description:
          'Reckons a figure now and keeps it as a draft; where one of the same place and time is locked, the new one restates it and says why.',
        params: T.Object({ id: indicatorId }),
        body: T.Object({ ...asked, reason: T.Optional(reason('更正原因')) }, bare),
        response: {
          200: T.Object({ id: T.String(), status: T.String(), value: maybe(T.Number()), restates: maybe(T.String()) }),
        },
      },
    },
    async (req) => keep(house, commandOf(req), await found(req.params.id), req.body),
  )

  app.post(
    '/api/kept-figures/:id/signature',
    {
      config: { allow: signers },
      schema: {
        tags,
        summary: '签一个数',
        description:
          'Signs a kept figure onward, each step by another person: the department, the reviewer, then locked for good.',
        params: uuid,
        body: T.Object({ step: choice(steps, { title: '哪一步' }) }, bare),
        response: { 200: T.Object({ id: T.String(), status: T.String() }) },
      },
    },
    (req) => sign(house, commandOf(req), req.params.id, req.body.step),
  )

  app.post(
    '/api/kept-figures/:id/override',
    {
      config: { allow: keepers },
      schema: {
        tags,
        summary: '改一个数',
        description:
          'Sets a value by hand beside the reckoned one, with reason and signer; both stay, and it is signed anew.',
        params: uuid,
        body: T.Object(
          { value: T.Number({ title: '数值', minimum: -1e12, maximum: 1e12 }), reason: reason('改数的理由') },
          bare,
        ),
        response: {
          200: T.Object({ id: T.String(), status: T.String(), value: maybe(T.Number()), override: T.Number() }),
        },
      },
    },
    (req) => override(house, commandOf(req), req.params.id, req.body),
  )
}
