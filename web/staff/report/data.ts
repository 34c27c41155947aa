import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'

export type Report = Answer<'get', '/api/reports/{id}'>
export type Figure = Report['figures'][number]
export type Block = Report['blocks'][number]
export type Pieces = NonNullable<Block['pieces']>

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: ({ signal }) => read('/api/reports', {}, signal),
})
export const reportQuery = (id: string, version?: string) =>
  queryOptions({
    queryKey: ['report', id, version],
    queryFn: ({ signal }) =>
      read('/api/reports/{id}', { path: { id }, query: { ...(version && { version }) } }, signal),
  })
