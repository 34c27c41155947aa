import { queryOptions } from '@tanstack/react-query'
import { read } from '../api/client.ts'
import type { CaseRow, Held, Item, ItemRow, Place } from '../api/types.ts'

/** What the pages read; the key names the address, so that one act refreshes all of it. */
export const itemsQuery = (where: { q?: string; line?: string }) =>
  queryOptions({
    queryKey: ['items', where],
    queryFn: ({ signal }) => read<ItemRow[]>('/api/items', { query: where }, signal),
    staleTime: 60_000,
  })
export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: ({ signal }) => read<Item>('/api/items/{id}', { path: { id } }, signal),
    staleTime: 60_000,
  })
export const heldQuery = (signedIn: boolean) =>
  queryOptions({
    queryKey: ['held'],
    queryFn: ({ signal }) => read<Held[]>('/api/held', {}, signal),
    enabled: signedIn,
    staleTime: 60_000,
  })
export const placesQuery = queryOptions({
  queryKey: ['places'],
  queryFn: ({ signal }) => read<Place[]>('/api/places', {}, signal),
  staleTime: 600_000,
})
export const matterQuery = (number: string) =>
  queryOptions({
    queryKey: ['matter', number],
    queryFn: ({ signal }) => read<MatterPage>('/api/matters/{number}', { path: { number } }, signal),
  })

export type Track = CaseRow & {
  acceptedAt: string | null
  decidedAt: string | null
  closedAt: string | null
  holding: string
  acceptUnitName: string
  correction: { items: string[]; at: string; dueAt: string | null } | null
  result: { name: string; number: string; at: string } | null
  delivery: { method: string; receivedBy: string; at: string } | null
  rating: { level: number; words: string | null } | null
}
export type MatterPage = Track & {
  itemId: string
  answers: { name: string; title: string; text: string }[]
  materials: { code: string; name: string; status: string; files: { id: string; name: string }[] }[]
  tolerance: { materials: string[]; dueAt: string | null } | null
  refusal: { reason: string; rightBody: string | null } | null
  decision: { outcome: string; reason: string; remedy: string | null } | null
  papers: { id: string; title: string; number: string; voided: boolean }[]
  clocks: { name: string; dueAt: string | null; endedAt: string | null }[]
  abilities: Record<string, string | null>
}
