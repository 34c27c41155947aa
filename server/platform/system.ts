import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { docsPage } from './docs.ts'
import type { House } from './house.ts'
import type { App } from './http.ts'

const web = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** The server's own addresses: is it well, what does it offer, and the four front doors. */
export async function systemRoutes(app: App, house: House) {
  app.get(
    '/api/health',
    {
      config: { allow: 'anyone' },
      schema: {
        summary: '是否就绪',
        description: 'Says ok when the server and its database answer.',
        response: { 200: T.Object({ status: T.Literal('ok') }) },
      },
    },
    async () => {
      await sql`select 1`.execute(house.db)
      return { status: 'ok' as const }
    },
  )
  app.get('/api/openapi.json', { config: { allow: 'anyone' }, schema: { hide: true } }, async () => app.swagger())
  app.get('/api/docs', { config: { allow: 'anyone' }, schema: { hide: true } }, async (_req, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(app.swagger())),
  )
  if (!existsSync(web)) return
  await app.register(fastifyStatic, {
    root: web,
    serve: false,
    preCompressed: true,
  })
  const page = (url: string, file: string) =>
    app.get(url, { config: { allow: 'anyone' }, schema: { hide: true } }, (_req, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(file, { cacheControl: false }),
    )
  for (const [door, file] of [
    ['/desk', 'desk.html'],
    ['/command', 'command.html'],
    ['/field', 'field.html'],
  ] as const) {
    page(door, file)
    page(`${door}/*`, file)
  }
  // Under the root, so that it may stand before /field; its own name is the newest version's.
  page('/field-sw.js', 'field-sw.js')
  page('/field.webmanifest', 'field.webmanifest')
  app.get('/assets/*', { config: { allow: 'anyone' }, schema: { hide: true } }, (req, reply) =>
    reply.sendFile(join('assets', (req.params as { '*': string })['*']), { maxAge: '1y', immutable: true }),
  )
  app.get('/api/*', { config: { allow: 'anyone' }, schema: { hide: true } }, (_req, reply) => reply.callNotFound())
  // Whatever else is no API address is a page of the residents' door, which knows its own addresses.
  page('/*', 'index.html')
}
