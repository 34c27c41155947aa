import { useQuery } from '@tanstack/react-query'
import { read } from '../api/client.ts'
import type { Place } from '../api/types.ts'
import { useSession } from '../ui/session.tsx'

export type PlaceLine = Place & { depth: number }

/** The places this person may work with by one of these duties, as a tree in reading order; a community's grids when asked for. */
export function usePlaces(duties: string[]) {
  const { data: me } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => read('/api/places', {}, signal),
    staleTime: 600_000,
  })
  const mine = [...new Set(me?.posts?.filter((p) => duties.includes(p.duty)).map((p) => p.place) ?? [])]
  const lines: PlaceLine[] = []
  const add = (p: Place, depth: number) => {
    if (lines.some((l) => l.id === p.id)) return
    lines.push({ ...p, depth })
    for (const child of data ?? []) if (child.parent === p.id) add(child, depth + 1)
  }
  for (const id of mine) {
    const own = data?.find((p) => p.id === id)
    if (own) add(own, 0)
  }
  return { places: data ? lines : undefined, error, refetch }
}

export const useGrids = (community: string | undefined) =>
  useQuery({
    queryKey: ['places', community],
    queryFn: ({ signal }) => read('/api/places', { query: { parent: community as string } }, signal),
    enabled: Boolean(community),
    staleTime: 600_000,
  })

/** A tree in a select: what lies deeper stands further in. */
export const indented = (p: PlaceLine) => `${'\u3000'.repeat(p.depth)}${p.name}`
