import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { read } from '../api/client.ts'
import type { Answer } from '../api/contract.ts'
import type { Item } from '../api/types.ts'
import { useSession } from '../ui/session.tsx'

export type MatterRow = Answer<'get', '/api/matters'>['rows'][number]
export type TaskRow = Answer<'get', '/api/tasks'>['rows'][number]

export const matterQuery = (number: string) =>
  queryOptions({
    queryKey: ['matter', number],
    queryFn: ({ signal }) => read('/api/matters/{number}', { path: { number } }, signal),
  })
export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: async ({ signal }) => (await read('/api/items/{id}', { path: { id } }, signal)) as unknown as Item,
  })
export type TaskFilter = { state?: 'open' | 'done' | 'returned'; light?: 'red' | 'yellow' | 'stopped'; q?: string }
export const tasksQuery = (search: TaskFilter) =>
  queryOptions({
    queryKey: ['tasks', search],
    queryFn: ({ signal }) => read('/api/tasks', { query: search }, signal),
  })
export const mattersQuery = (search: Record<string, string>) =>
  queryOptions({
    queryKey: ['matters-first', search],
    queryFn: ({ signal }) => read('/api/matters', { query: search }, signal),
  })
export const useUnits = () =>
  useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => read('/api/units', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Changes as they happen: what is on screen is read anew. Says whether the line is open, and when something last came. */
export function useLive() {
  const client = useQueryClient()
  const [live, setLive] = useState({ open: true })
  useEffect(() => {
    const stream = new EventSource('/api/stream')
    let due: ReturnType<typeof setTimeout> | undefined
    let before = false
    stream.onopen = () => {
      if (before) client.invalidateQueries() // what happened while the line was down was not told
      before = true
      setLive({ open: true })
    }
    stream.onerror = () => setLive({ open: false })
    stream.addEventListener('case', () => {
      // A burst is read once, and a stream of changes without a pause is read all the same.
      due ??= setTimeout(() => {
        due = undefined
        client.invalidateQueries()
      }, 500)
    })
    return () => {
      clearTimeout(due)
      stream.close()
    }
  }, [client])
  return live
}

/** What this person's posts are for. */
export function useDuties() {
  const { data } = useSession()
  const duties = new Set<string>(data?.posts?.map((p) => p.duty) ?? [])
  return { known: Boolean(data), has: (...wanted: string[]) => wanted.some((d) => duties.has(d)) }
}
