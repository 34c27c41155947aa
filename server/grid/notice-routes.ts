import { Type as T } from 'typebox'
import { civilToday } from '../platform/clock.ts'
import { disposition } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import type { App } from '../platform/http.ts'
import { notFound } from '../platform/refusal.ts'
import { maybe } from '../platform/schema.ts'
import { noticePdf } from './notice-pdf.ts'
import { id } from './schema.ts'
import * as store from './store.ts'

/** Where people reach us; a paper on the wall must not lead to wherever whoever printed it came from. */
const publicUrl = (process.env.LINLI_PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`).replace(/\/+$/, '')

/** What hangs on the wall of a grid, for anybody. */
export default function gridNoticeRoutes(app: App, house: House) {
  app.get(
    '/api/grids/:id/notice',
    {
      config: { allow: 'anyone', rateLimit: { max: 300, timeWindow: 60_000 } },
      schema: {
        tags: ['grid'],
        summary: '网格公示牌',
        description:
          'What must be posted of a grid: its name, place, who works there, their duty phone, and where to complain (R-2.1).',
        params: T.Object({ id: id('网格') }),
        response: {
          200: T.Object({
            id: T.String(),
            name: T.String(),
            code: maybe(T.String()),
            community: T.String(),
            people: T.Integer({ description: 'Who live there by the registry, rounded.' }),
            counted: T.String({ description: 'The day of the count.' }),
            since: T.String(),
            updated: T.String({ description: 'The day on which what stands here last changed.' }),
            boundary: maybe(T.Unknown({ description: 'GeoJSON geometry in WGS84.' })),
            until: maybe(T.String({ description: 'Set where the grid has ended; see successors.' })),
            supervision: maybe(T.String()),
            workers: T.Array(
              T.Object({
                name: T.String(),
                duty: T.String(),
                phone: maybe(T.String()),
                shift: maybe(T.String()),
                away: T.Boolean(),
                substitute: maybe(T.String()),
              }),
            ),
            successors: T.Array(T.Object({ id: T.String(), name: T.String() })),
          }),
        },
      },
    },
    async (req) => {
      const found = await store.notice(house, req.params.id, civilToday(house.clock))
      if (!found) throw notFound('没有这个网格')
      return found
    },
  )

  app.get(
    '/api/grids/:id/notice.pdf',
    {
      config: { allow: 'anyone', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        tags: ['grid'],
        summary: '网格公示牌（打印）',
        description: 'The public notice of a grid as one A4 page, with a code that leads to it (R-2.1).',
        params: T.Object({ id: id('网格') }),
      },
    },
    async (req, reply) => {
      const found = await store.notice(house, req.params.id, civilToday(house.clock))
      if (!found) throw notFound('没有这个网格')
      const bytes = await noticePdf(found, `${publicUrl}/grid/${found.id}`, house.clock.now())
      return reply
        .type('application/pdf')
        .header('content-disposition', disposition('inline', `${found.name}公示牌.pdf`))
        .send(bytes)
    },
  )
}
