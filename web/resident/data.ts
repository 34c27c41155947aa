import { queryOptions } from '@tanstack/react-query'
import { read } from '../api/client.ts'
import type { Item } from '../api/types.ts'
import type { Draft } from './apply/draft.ts'

/** What the pages read; the key names the address, so that one act refreshes all of it. */
export const itemsQuery = (where: { q?: string; line?: string }) =>
  queryOptions({
    queryKey: ['items', where],
    queryFn: ({ signal }) => read('/api/items', { query: where }, signal),
    staleTime: 60_000,
  })
export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: ({ signal }) => read('/api/items/{id}', { path: { id } }, signal) as Promise<Item>,
    staleTime: 60_000,
  })
export const heldQuery = (signedIn: boolean) =>
  queryOptions({
    queryKey: ['held'],
    queryFn: ({ signal }) => read('/api/held', {}, signal),
    enabled: signedIn,
    staleTime: 60_000,
  })
export const placesQuery = queryOptions({
  queryKey: ['places'],
  queryFn: ({ signal }) => read('/api/places', {}, signal),
  staleTime: 600_000,
})
export const matterQuery = (number: string) =>
  queryOptions({
    queryKey: ['matter', number],
    queryFn: ({ signal }) => read('/api/matters/{number}', { path: { number } }, signal),
  })
/** The draft is ours to shape; the server keeps it as it is, encrypted. */
export const draftQuery = (item: string, signedIn: boolean) =>
  queryOptions({
    queryKey: ['draft', item],
    queryFn: ({ signal }) => read('/api/drafts/{item}', { path: { item } }, signal) as Promise<Draft | null>,
    enabled: signedIn,
    staleTime: Number.POSITIVE_INFINITY,
  })
