import { queryOptions, useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import type { FormSchema, Question } from '../../ui/form/schema.ts'
import { useSession } from '../../ui/session.tsx'
import type { Address } from '../link.ts'

export type Brief = Answer<'get', '/api/registers'>[number]
type Told = Answer<'get', '/api/registers/{register}'>
/** `needs`: by state, the fields without which nothing gets there. */
export type Flow = {
  field: string
  first: string[]
  steps: { from: string; to: string; by: string[] }[]
  needs?: Record<string, string[]>
}
/** `x-unit`: what a number counts; `x-link`: whose id the value is. */
export type RegisterField = Question & { 'x-unit'?: string; 'x-link'?: string }
export type Definition = Omit<Told, 'form' | 'flow'> & {
  form: FormSchema & { properties: Record<string, RegisterField> }
  flow: Flow | null
}
export type EntryFile = Answer<'get', '/api/registers/{register}/entries/{id}'>
export type Shown = EntryFile['fields'][number]
export type Line = Answer<'get', '/api/registers/{register}/entries'>['rows'][number]
export type Due = Answer<'get', '/api/registers/duties'>['rows'][number]
export type Filter = Definition['filters'][number]
export type Search = { q?: string; where?: string; on?: string; known?: string }

export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: ({ signal }) => read('/api/registers', {}, signal),
})
export const definitionQuery = (register: string) =>
  queryOptions({
    queryKey: ['register', register],
    queryFn: async ({ signal }) =>
      (await read('/api/registers/{register}', { path: { register } }, signal)) as unknown as Definition,
    staleTime: 60_000,
  })
export const entryQuery = (register: string, id: string, at: { on?: string | undefined; known?: string | undefined }) =>
  queryOptions({
    queryKey: ['entry', register, id, at.on, at.known],
    queryFn: ({ signal }) =>
      read('/api/registers/{register}/entries/{id}', { path: { register, id }, query: at }, signal),
  })
export const duesQuery = (until: string | undefined) =>
  queryOptions({
    queryKey: ['register-duties', until],
    queryFn: ({ signal }) => read('/api/registers/duties', { query: { until } }, signal),
  })

/** The district's day, YYYY-MM-DD. */
export function useToday(): string {
  const now = useSession().data?.now
  return now ? new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10) : ''
}
export const usePlacesList = (wanted = true) =>
  useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => read('/api/places', {}, signal),
    staleTime: 600_000,
    enabled: wanted,
  })

/** Where a value leads. */
export function addressOf({
  kind,
  id,
}: {
  kind: string
  id: string
}): { to: Address; params: Record<string, string> } | null {
  if (kind.startsWith('register:'))
    return { to: '/desk/registers/$id/$entry', params: { id: kind.slice('register:'.length), entry: id } }
  if (kind === 'person') return { to: '/desk/residents/$id', params: { id } }
  if (kind === 'organisation') return { to: '/desk/organisations/$id', params: { id } }
  return null
}

/** What was just done, said once on the page it leads to. */
let told = ''
export const tell = (words: string) => {
  told = words
}
export const heard = () => {
  const words = told
  told = ''
  return words
}
