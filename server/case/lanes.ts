import type { ClockRow, Task } from './model.ts'
import type { Lane } from './view.ts'

/** The life of a case as lanes: one a unit, each a row of spans. Pure; drawn by the web, read out as a table. */
type Span = Lane['spans'][number]

/** One part of a unit: running, standing still between, late after its due date, and how it ended. */
export function taskSpans(task: Task, clock: ClockRow | undefined, now: Date): Span[] {
  const end = task.ended_at ?? now
  const stops = (clock?.segments ?? []).flatMap((s) =>
    s.kind === 'stop' ? [{ from: new Date(s.from), to: s.to ? new Date(s.to) : null, reason: s.reason }] : [],
  )
  const spans: Span[] = []
  let from = task.opened_at
  for (const stop of stops) {
    spans.push(...running(task.title, from, stop.from, clock?.due_at ?? null))
    spans.push(span(stop.from, stop.to ?? (task.ended_at ? end : null), 'stopped', stop.reason))
    from = stop.to ?? end
  }
  if (from < end || !stops.length)
    spans.push(...running(task.title, from, task.ended_at ?? null, clock?.due_at ?? null, now))
  if (task.status === 'done') spans.push(span(end, end, 'done', task.title))
  if (task.status === 'returned') spans.push(span(end, end, 'returned', task.opinion ?? task.title))
  return spans
}

/** A stretch of work, cut at its due date: what lies after it is late. */
export function running(label: string, from: Date, to: Date | null, due: Date | null, now?: Date): Span[] {
  const until = to ?? now ?? null
  if (!due || !until || until <= due) return [span(from, to, 'running', label)]
  if (from >= due) return [span(from, to, 'late', label)]
  return [span(from, due, 'running', label), span(due, to, 'late', label)]
}

export const span = (from: Date, to: Date | null, kind: Span['kind'], label: string): Span => ({
  from: from.toISOString(),
  to: to?.toISOString() ?? null,
  kind,
  label,
})
