import type { MatterPage } from '../../api/types.ts'

/** Where things stand on the time axis: pure arithmetic, no drawing. Lengths are px, times ISO. */
export type Lanes = MatterPage['lanes']
export type Span = Lanes['lanes'][number]['spans'][number]
const dayMs = 86_400_000
const zone = 8 * 3_600_000
const pad = 12
export const closest = 4

/** Zoom 0 fits the whole life into the box; from 1 on a day has a least width, doubled at each step, and the box scrolls. */
export function widthOf(from: string, to: string, box: number, zoom: number) {
  if (zoom === 0) return box
  const days = (Date.parse(to) - Date.parse(from)) / dayMs
  return Math.round(Math.min(8000, Math.max(box, days * 14 + 2 * pad) * 2 ** (Math.min(zoom, closest) - 1)))
}

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
  const step = [1, 2, 7, 14, 28].find((s) => (s / days) * (width - 2 * pad) >= apart) ?? 56
  const first = Math.ceil((Date.parse(from) + zone) / dayMs)
  const list: number[] = []
  for (let d = first; d * dayMs - zone <= Date.parse(to); d += step) list.push(d * dayMs - zone)
  return list
}

/** About how long a text is: a Chinese character is as wide as it is high, the rest a little over half. */
export const lengthOf = (text: string, size: number) =>
  [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 1 : 0.6), 0) * size

/** A label of that length centred on its place, but never beyond the edges: where it begins. */
export const begins = (x: number, length: number, width: number) =>
  Math.max(0, Math.min(width - length, x - length / 2))

/** Where a bar says its word: once where it has room, again every so often, so that a long bar is never wordless on screen. */
export function wordsAt(x: number, width: number, length: number, size: number): number[] {
  const list: number[] = []
  for (let at = x + size / 2; at + length + size / 2 <= x + width; at += length + size * 14) list.push(at)
  return list
}

/** Flags on their poles: each on the lowest row where it touches no other. */
export function flags<F extends { x: number; text: string }>(list: F[], width: number, size: number) {
  const rows: { from: number; to: number }[][] = []
  return list.map((f) => {
    const length = lengthOf(f.text, size)
    const from = begins(f.x, length, width)
    const free = (taken: { from: number; to: number }[]) =>
      taken.every((o) => from > o.to + size / 2 || from + length < o.from - size / 2)
    let row = rows.findIndex(free)
    if (row < 0) row = rows.push([]) - 1
    rows[row]?.push({ from, to: from + length })
    return { ...f, from, row }
  })
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
