import { queryOptions } from '@tanstack/react-query'
import { type Problem, read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'

export type Imports = Answer<'get', '/api/imports'>
export type KindOf = Imports['kinds'][number]
export type Job = Answer<'get', '/api/imports/{id}'>
export type StageProps = { job: Job; kind: KindOf; problems: Problem[]; onProblems: (p: Problem[]) => void }

export const isWorking = (state: string) => state === 'checking' || state === 'importing'

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => read('/api/imports', {}, signal),
  refetchInterval: ({ state }) => (state.data?.jobs.some((j) => isWorking(j.state)) ? 3000 : false),
})
/** Asked anew every second while the server works on it, and now and then while it waits: another import changes what it would do. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => read('/api/imports/{id}', { path: { id } }, signal),
    refetchInterval: ({ state }) =>
      !state.data ? false : isWorking(state.data.state) ? 1000 : state.data.state === 'checked' && 15_000,
  })
