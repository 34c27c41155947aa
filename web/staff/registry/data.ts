import { queryOptions } from '@tanstack/react-query'
import { ask, read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'

export type PersonFile = Answer<'get', '/api/persons/{id}'>
export type Hit = Answer<'post', '/api/persons/search'>['hits'][number]
export type Care = Answer<'get', '/api/persons/{id}/care'>[number]
export type Category = Answer<'get', '/api/care/categories'>[number]
export type Building = Answer<'get', '/api/buildings/{id}'>

export const readers = ['clerk', 'grid-worker', 'grid-head', 'data-manager']
export const keepers = ['clerk', 'grid-head']
export const carers = ['clerk', 'grid-worker', 'grid-head']

/** What was searched for lives in memory only: neither in the address nor in the browser's history. */
export const personsQuery = (q: string) =>
  queryOptions({
    queryKey: ['persons', q],
    queryFn: () => ask('/api/persons/search', { body: { q } }),
    refetchOnWindowFocus: false,
  })
/** Each reading is kept for the person to see: not one more than somebody meant. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => read('/api/persons/{id}', { path: { id } }, signal),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  })
export const careQuery = (id: string) =>
  queryOptions({
    queryKey: ['care', id],
    queryFn: ({ signal }) => read('/api/persons/{id}/care', { path: { id } }, signal),
  })
export const categoriesQuery = () =>
  queryOptions({
    queryKey: ['care-categories'],
    queryFn: ({ signal }) => read('/api/care/categories', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
export const homesQuery = (q: string) =>
  queryOptions({ queryKey: ['homes', q], queryFn: () => ask('/api/homes/search', { body: { q } }) })
export const unmatchedQuery = () =>
  queryOptions({ queryKey: ['unmatched'], queryFn: ({ signal }) => read('/api/dwellings', {}, signal) })
