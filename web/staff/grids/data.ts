import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { useSession } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'

export type GridRow = Answer<'get', '/api/grids'>[number]
export type Worker = GridRow['workers'][number]
export type GridFile = Answer<'get', '/api/grids/{id}'>

export const useGrids = (community: string | undefined) =>
  useQuery({
    queryKey: ['grids', community],
    queryFn: ({ signal }) => read('/api/grids', { query: { community: community ?? '' } }, signal),
    enabled: Boolean(community),
  })
export const useGridFile = (id: string) =>
  useQuery({ queryKey: ['grid', id], queryFn: ({ signal }) => read('/api/grids/{id}', { path: { id } }, signal) })
/** Those who walk the grids of my places. */
export const useWorkers = (wanted = true) =>
  useQuery({
    queryKey: ['grid-workers'],
    queryFn: ({ signal }) => read('/api/grids/workers', {}, signal),
    enabled: wanted,
  })

/** The communities whose grids this person may look at, by their posts: their own, or all of the district. */
export function useCommunities() {
  const posts = useSession().data?.posts
  const places = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => read('/api/places', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const all = (places.data ?? []).filter((p) => (p.kind === 'community' || p.kind === 'village') && p.hasChildren)
  const mine = all.filter((p) => posts?.some((post) => post.place === p.id || post.place.startsWith(`${p.id}-g`)))
  const elsewhere = posts?.some((post) => !all.some((p) => post.place === p.id || post.place.startsWith(`${p.id}-g`)))
  return { ...places, data: places.data && posts ? (elsewhere ? all : mine) : undefined }
}

/** The district's day, YYYY-MM-DD. */
export function useToday() {
  const now = useSession().data?.now ?? ''
  return now ? new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10) : ''
}
export const useHead = () => useDuties().has('grid-head')

/** Who a grid has: names, shift, and who stands in today. */
export const workersWords = (workers: Worker[]): string =>
  workers.length
    ? workers
        .map((w) =>
          !w.away
            ? w.name
            : w.substitute
              ? t('grids.away', { name: w.name, substitute: w.substitute })
              : t('grids.away.nobody', { name: w.name }),
        )
        .join(t('home.comma'))
    : t('grids.nobody')
export const shiftWords = (shift: string | null, share: number | null): string =>
  [shift && t(`grids.shift.${shift}`), share !== null && t('grids.share.words', { n: share })]
    .filter(Boolean)
    .join(t('home.comma'))
