import { t } from '../../ui/t.ts'
import { type Figures, measures, precision, tables } from './figures.ts'

/** What is on screen, as a file: nothing more. */
export function csvOf(title: string, figures: Figures): Blob {
  const cell = (v: string | number) => (/[",\n]/.test(String(v)) ? `"${String(v).replaceAll('"', '""')}"` : String(v))
  const line = (cells: (string | number)[]) => `${cells.map(cell).join(',')}\r\n`
  const named = measures.map((m) => t(`population.${m}`))
  const text = tables.map(
    (by) =>
      line([t(`population.head.${by}`), ...named]) +
      [...figures.tables[by], figures.total].map((l) => line([l.label, ...measures.map((m) => l[m])])).join(''),
  )
  return new Blob([`\uFEFF${line([title])}${line([precision(figures)])}${text.join('\r\n')}`], {
    type: 'text/csv;charset=utf-8',
  })
}
