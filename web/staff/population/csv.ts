import { t } from '../../ui/t.ts'
import type { Figures } from './Population.tsx'
import { measures } from './Table.tsx'

/** What is on screen, as a file: nothing more. */
export function csvOf(title: string, parts: { by: string; figures: Figures }[]): Blob {
  const cell = (v: string | number) => (/[",\n]/.test(String(v)) ? `"${String(v).replaceAll('"', '""')}"` : String(v))
  const line = (cells: (string | number)[]) => `${cells.map(cell).join(',')}\r\n`
  const named = measures.map((m) => t(`population.${m}`))
  const text = parts.map(
    ({ by, figures }) =>
      line([t(`population.head.${by}`), ...named]) +
      [...figures.lines, figures.total].map((l) => line([l.label, ...measures.map((m) => l[m])])).join(''),
  )
  const rounded = t('population.rounded', { n: parts[0]?.figures.least ?? 0 })
  return new Blob([`\uFEFF${line([title])}${line([rounded])}${text.join('\r\n')}`], { type: 'text/csv;charset=utf-8' })
}
