import type { paths } from './schema.ts'

/** The contract by address and method: what is sent, what comes back. schema.ts is written by `npm run client`. */
export type Method = 'get' | 'post' | 'put' | 'delete'
export type PathFor<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [k in M]: object } ? P : never
}[keyof paths]

type Operation<M extends Method, P extends keyof paths> = paths[P] extends { [k in M]: infer Op } ? Op : never
export type Answer<M extends Method, P extends keyof paths> =
  Operation<M, P> extends { responses: { 200: { content: { 'application/json': infer T } } } } ? T : null
export type Body<M extends Method, P extends keyof paths> =
  Operation<M, P> extends { requestBody: { content: { 'application/json': infer T } } } ? T : undefined
