import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { read } from '../api/client.ts'
import type { Answer } from '../api/contract.ts'

export type MatterRow = Answer<'get', '/api/matters'>['rows'][number]
export type TaskRow = Answer<'get', '/api/tasks'>['rows'][number]

export const matterQuery = (number: string) =>
  queryOptions({
    queryKey: ['matter', number],
    queryFn: ({ signal }) => read('/api/matters/{number}', { path: { number } }, signal),
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
  const [live, setLive] = useState({ open: false })
  useEffect(() => {
    const stream = new EventSource('/api/stream')
    let due: ReturnType<typeof setTimeout> | undefined
    stream.onopen = () => setLive({ open: true })
    stream.onerror = () => setLive({ open: false })
    stream.addEventListener('case', () => {
      clearTimeout(due)
      due = setTimeout(() => client.invalidateQueries(), 300) // a burst is read once
    })
    return () => {
      clearTimeout(due)
      stream.close()
    }
  }, [client])
  return live
}
