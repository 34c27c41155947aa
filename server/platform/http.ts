import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyRequest, type FastifyServerOptions } from 'fastify'
import type { Command } from './act.ts'
import { sameQuestion } from './act.ts'
import { type Actor, cookieName, type Duty, hasDuty, identify } from './auth.ts'
import type { House } from './house.ts'
import { maskNumbers } from './numbers.ts'
import { answerError } from './problems.ts'
import { Refusal } from './refusal.ts'
import { compileResponse, compileValidator } from './validate.ts'

type Allow = 'anyone' | 'signed-in' | Duty[]

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route at all; the rules of each act come after. A route without it cannot be registered. */
    allow?: Allow
    /** A POST that only reads (a search with personal data in it, which must not stand in a URL): needs no key. */
    reads?: boolean
  }
  interface FastifyRequest {
    /** null only on routes that allow anyone. */
    actor: Actor | null
    command: Command | null
  }
}

/** An address without what was asked, and without anybody's number. */
const plainPath = (url: string) => maskNumbers(url.split('?')[0] ?? '')

export const mebibyte = 1024 * 1024
const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** `log`: to the standard output, or where it is told. */
export type Log = boolean | { level: string; stream: { write(line: string): void } }

export async function httpApp(house: House, { log = false }: { log?: Log } = {}) {
  const options: FastifyServerOptions = {
    logger: log && {
      level: process.env.LINLI_LOG ?? 'warn',
      ...(typeof log === 'object' && log),
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { req: (r) => ({ method: r.method, url: plainPath(r.url ?? '') }) },
    },
    bodyLimit: mebibyte / 4,
    forceCloseConnections: true, // open streams would keep a stopping server waiting for ever
    requestTimeout: 300_000, // the whole of it: 128 MB over an office line; one that stands still is cut after a minute
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 100 },
    // What the router itself refuses is told like everything else.
    frameworkErrors: (error, req, reply) => void answerError(error, req, reply),
    trustProxy: process.env.LINLI_TRUST_PROXY === '1',
  }
  const app = Fastify(options).withTypeProvider<TypeBoxTypeProvider>()

  app.setValidatorCompiler(compileValidator).setSerializerCompiler(compileResponse)
  app.setErrorHandler(answerError).setNotFoundHandler((req) => {
    throw new Refusal(404, 'no-such-page', `没有这个地址：${req.method} ${plainPath(req.url)}`)
  })
  app.removeContentTypeParser('text/plain')
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 10 * mebibyte, files: 1, fields: 5, fieldSize: 1000, parts: 6 } })
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new Refusal(429, 'too-often', '操作太频繁，请一分钟后再试'),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Linli 邻里',
        version: '0.1.0',
        description: 'One window, many departments: the API of a city district.',
      },
    },
  })

  app.decorateRequest('actor', null).decorateRequest('command', null)
  app.addHook('onRoute', (route) => {
    const { allow, reads } = route.config ?? {}
    if (!allow) throw new Error(`${route.method} ${route.url}: say who may call it (config.allow)`)
    const described = route.schema as { description?: string; hide?: boolean } | undefined
    if (route.url.startsWith('/api') && !described?.hide && !described?.description)
      throw new Error(`${route.method} ${route.url}: describe it in an English sentence (schema.description)`)
    if (changes.has(String(route.method)) && !reads && allow !== 'anyone')
      route.schema = { ...route.schema, headers: keyHeader }
  })
  app.addHook('onSend', async (req, reply) => {
    // What a route says for itself, such as a stricter policy for files, stands.
    reply.headers({ ...securityHeaders, ...reply.getHeaders() })
    if (req.url.startsWith('/api') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onRequest', async (req) => {
    if (changes.has(req.method)) sameOrigin(req)
  })
  app.addHook('preValidation', async (req, reply) => {
    const { allow, reads } = req.routeOptions.config
    const key = changes.has(req.method) && !reads ? headerKey(req) : null
    const { actor, prior } = await identify(house, req.cookies[cookieName(house)], key)
    req.actor = actor
    if (allow === 'anyone' || req.is404) return
    // A cookie that opens nothing was good once: the session was ended. A phone that keeps personal data must know.
    if (!actor && req.cookies[cookieName(house)]) throw new Refusal(401, 'session-ended', '登录已经结束，请重新登录')
    if (!actor) throw new Refusal(401, 'sign-in', '请先登录')
    if (Array.isArray(allow) && !hasDuty(actor, ...allow)) throw new Refusal(403, 'no-duty', '您的岗位不能进行这项操作')
    if (key === null) return
    const fingerprint = fingerprintOf(req)
    req.command = { actor, key, fingerprint }
    // What an upload asks is known when its bytes are read: act() compares then.
    if (!prior || req.isMultipart()) return
    sameQuestion(prior.fingerprint, fingerprint)
    return reply.header('idempotent-replay', 'true').send(prior.response)
  })
  return app
}
export type App = Awaited<ReturnType<typeof httpApp>>

/** The signed-in caller of a route that does not allow anyone. */
export const caller = (req: { actor: Actor | null }): Actor => {
  if (!req.actor) throw new Refusal(401, 'sign-in', '请先登录')
  return req.actor
}
export const commandOf = (req: { command: Command | null }): Command => {
  if (!req.command) throw new Refusal(401, 'sign-in', '请先登录')
  return req.command
}

const keyHeader = {
  type: 'object',
  required: ['idempotency-key'],
  properties: {
    'idempotency-key': { type: 'string', minLength: 8, maxLength: 64, title: '操作编号（Idempotency-Key）' },
  },
}
const headerKey = (req: FastifyRequest) => {
  const key = req.headers['idempotency-key']
  return typeof key === 'string' && key.length >= 8 && key.length <= 64 ? key : null
}

/** What was asked, as a hash: the same key with another body is another question. Uploads count by length and type. */
const fingerprintOf = (req: FastifyRequest) =>
  createHash('sha256')
    .update(
      `${req.method} ${req.url}\n${req.body === undefined ? `${req.headers['content-type']?.split(';')[0]} ${req.headers['content-length']}` : JSON.stringify(req.body)}`,
    )
    .digest('base64')

/** A browser tells where a request comes from; one from elsewhere may not change anything here (CSRF). */
function sameOrigin(req: FastifyRequest) {
  const site = req.headers['sec-fetch-site']
  const origin = req.headers.origin
  const foreign = site ? site !== 'same-origin' && site !== 'none' : origin !== undefined && hostOf(origin) !== req.host
  if (foreign) throw new Refusal(403, 'foreign-origin', '请求来自其他网站，已拒绝')
}
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : '')

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}
