import { lazy, Suspense } from 'react'
import type { Lived } from '../ui/matter/Lanes.tsx'
import { Loading } from '../ui/states.tsx'

const Lanes = lazy(() => import('../ui/matter/Lanes.tsx').then((m) => ({ default: m.Lanes })))

/** The matter's life as every face shows it; fetched only where it is looked at. */
export const LaneView = ({ m }: { m: Lived }) => (
  <Suspense fallback={<Loading />}>
    <Lanes m={m} />
  </Suspense>
)
