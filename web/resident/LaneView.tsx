import { lazy, Suspense } from 'react'
import type { Track } from '../api/types.ts'
import { Loading } from '../ui/states.tsx'

const Lanes = lazy(() => import('../ui/matter/Lanes.tsx').then((m) => ({ default: m.Lanes })))

/** The matter's life as every face shows it; fetched only where it is looked at. */
export const LaneView = ({ data }: { data: Track['lanes'] }) => (
  <Suspense fallback={<Loading />}>
    <Lanes data={data} box={320} />
  </Suspense>
)
