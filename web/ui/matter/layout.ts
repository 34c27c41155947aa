import type { MatterPage } from '../../api/types.ts'

/** Where things stand on the time axis: pure arithmetic, no drawing. Lengths are px, times ISO. */
export type Lanes = MatterPage['lanes']
export type Span = Lanes['lanes'][number]['spans'][number]
const dayMs = 86_400_000
const zone = 8 * 3_600_000
const pad = 12

/** A day is at least this wide, so that a label fits over a week; a long life scrolls in its own box. */
export const widthOf = (from: string, to: string, box: number) =>
  Math.max(box, Math.min(4000, ((Date.parse(to) - Date.parse(from)) / dayMs) * 14 + 2 * pad))

export function scale(from: string, to: string, width: number) {
  const [a, b] = [Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + dayMs)]
  return (at: string | number) => {
    const t = typeof at === 'number' ? at : Date.parse(at)
    return pad + ((Math.min(Math.max(t, a), b) - a) / (b - a)) * (width - 2 * pad)
  }
}

/** Midnights in China at a round step, so far apart that their labels do not touch. */
export function ticks(from: string, to: string, width: number, apart = 64): number[] {
  const days = Math.max(1, (Date.parse(to) - Date.parse(from)) / dayMs)
  const step = [1, 2, 7, 14, 28].find((s) => (s / days) * width >= apart) ?? 56
  const first = Math.ceil((Date.parse(from) + zone) / dayMs)
  const list: number[] = []
  for (let d = first; d * dayMs - zone <= Date.parse(to); d += step) list.push(d * dayMs - zone)
  return list
}

/** A span that lasts no time is a mark; others are never thinner than can be seen. */
export function placed(span: Span, now: string, x: (at: string) => number) {
  const [from, to] = [x(span.from), x(span.to ?? now)]
  return span.to === span.from
    ? { mark: true as const, x: from }
    : { mark: false as const, x: from, width: Math.max(4, to - from) }
}

/** Rest days come as civil dates, both included: from midnight to midnight in China. */
export const restEdges = (rest: { from: string; to: string }) =>
  [Date.parse(`${rest.from}T00:00:00+08:00`), Date.parse(`${rest.to}T00:00:00+08:00`) + dayMs] as const
