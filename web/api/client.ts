import { QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import createClient from 'openapi-fetch'
import { useRef } from 'react'
import { t } from '../ui/t.ts'
import type { Answer, Body, PathFor } from './contract.ts'

export type Problem = { field: string; message: string }

/** The server said no, in a sentence for the person; `problems` name the fields. Status 401: nobody is signed in. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly problems: Problem[]
  /** What there is instead, for whoever may open it. */
  readonly see: string | undefined
  constructor(
    status: number,
    said: { code?: string; message?: string; field?: string; problems?: Problem[]; see?: string },
  ) {
    super(said.message ?? t('net.broken'))
    this.status = status
    this.code = said.code ?? 'unknown'
    this.field = said.field
    this.see = said.see
    this.problems = said.problems ?? (said.field ? [{ field: said.field, message: this.message }] : [])
  }
}
/** No answer came: without a network, or not within the time. Sending again under the same key is safe. */
export class Unreachable extends Error {}

const patience = 20_000
// biome-ignore lint/suspicious/noExplicitAny: its own types are for literal paths; the three functions below check ours
type Wire = any
const wire: Wire = createClient({ baseUrl: '', fetch: (request) => fetch(request), credentials: 'same-origin' })

type Where = { path?: Record<string, string>; query?: Record<string, string | number | boolean | undefined> }
type Options<B> = Where & { key: string } & (B extends undefined ? { body?: never } : { body: B })

/** GET. `read('/api/items/{id}', { path: { id } })`. @throws Refused, Unreachable */
export const read = <P extends PathFor<'get'>>(
  path: P,
  where: Where = {},
  signal?: AbortSignal,
): Promise<Answer<'get', P>> => answer(wire.GET(path, { params: where, signal: within(patience, signal) }))

/** A change; `key` is the intent's (useAct makes it), the same on every retry. @throws Refused, Unreachable */
export const change = <M extends 'POST' | 'PUT' | 'DELETE', P extends PathFor<Lowercase<M>>>(
  method: M,
  path: P,
  { key, body, ...where }: Options<Body<Lowercase<M>, P>>,
): Promise<Answer<Lowercase<M>, P>> =>
  answer(wire[method](path, { params: where, body, headers: { 'idempotency-key': key }, signal: within(patience) }))

/** A POST that only reads: what is asked has personal data in it and must not stand in a URL. @throws Refused, Unreachable */
export const ask = <P extends PathFor<'post'>>(
  path: P,
  { body, ...where }: Where & { body: Body<'post', P> },
): Promise<Answer<'post', P>> => answer(wire.POST(path, { params: where, body, signal: within(patience) }))

async function answer<T>(call: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<T> {
  let got: Awaited<typeof call>
  try {
    got = await call
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw new Unreachable(unreachableWords(error))
  }
  if (got.response.ok) return got.data as T
  throw new Refused(got.response.status, typeof got.error === 'object' && got.error ? got.error : {})
}

export const unreachableWords = (error: unknown) =>
  t(
    !navigator.onLine
      ? 'net.offline'
      : error instanceof Error && error.name === 'TimeoutError'
        ? 'net.slow'
        : 'net.unreachable',
  )

function within(ms: number, outer?: AbortSignal): AbortSignal {
  const stop = new AbortController()
  const clock = setTimeout(() => stop.abort(new DOMException('', 'TimeoutError')), ms)
  stop.signal.addEventListener('abort', () => clearTimeout(clock))
  outer?.addEventListener('abort', () => stop.abort(outer.reason))
  return stop.signal
}

/** 128 random bits; randomUUID would need a secure context. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')

const onlyUnreachable = (times: number, error: Error) => error instanceof Unreachable && navigator.onLine && times < 2

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: onlyUnreachable, networkMode: 'always', staleTime: 10_000, refetchOnWindowFocus: 'always' },
    mutations: { retry: onlyUnreachable, networkMode: 'always' },
  },
})

/**
 * One thing a person does. The same content sent again, by a retry or a second tap, goes under the same key and is done
 * once; other content is another intent. What is on screen is read anew afterwards.
 */
export function useAct<V, T>(send: (what: V, key: string) => Promise<T>, after?: (answer: T, what: V) => unknown) {
  const client = useQueryClient()
  const intent = useRef({ content: '', key: '' })
  return useMutation<T, Error, V>({
    mutationFn: (what) => {
      const content = JSON.stringify(what) ?? ''
      if (intent.current.content !== content || !intent.current.key) intent.current = { content, key: newKey() }
      return send(what, intent.current.key)
    },
    onSuccess: async (answer, what) => {
      intent.current = { content: '', key: '' }
      await client.invalidateQueries()
      return after?.(answer, what)
    },
  })
}

/** Problems to show beside the fields; a refusal that names none stands alone. */
export const problemsOf = (error: unknown): Problem[] => {
  if (!error) return []
  if (error instanceof Refused && error.problems.length) return error.problems
  return [{ field: '', message: error instanceof Error ? error.message : t('net.broken') }]
}
