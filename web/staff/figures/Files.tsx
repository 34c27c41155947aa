import { save } from '../../api/download.ts'
import { told } from '../../ui/Figure.tsx'
import { t } from '../../ui/t.ts'

type Line = {
  code: string
  name: string
  unit: string
  owner: string
  figure?:
    | { value: number | null; numerator: number; denominator: number | null; from: string | null; to: string }
    | undefined
}

/** What is on screen on paper and as a file: figures only, no rows, so nobody's data leaves. */
export function Files({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <div className="actions no-print">
      <button type="button" className="plain" onClick={() => print()}>
        {t('figures.print')}
      </button>
      <button type="button" className="plain" onClick={() => save(csvOf(title, lines), `${title}.csv`)}>
        {t('figures.csv')}
      </button>
    </div>
  )
}

function csvOf(title: string, lines: Line[]): Blob {
  const cell = (v: string | number | null) =>
    /[",\n]/.test(String(v ?? '')) ? `"${String(v).replaceAll('"', '""')}"` : String(v ?? '')
  const line = (cells: (string | number | null)[]) => `${cells.map(cell).join(',')}\r\n`
  const head = ['code', 'name', 'value', 'unit', 'numerator', 'denominator', 'from', 'to', 'owner']
  const text = lines.map(({ code, name, unit, owner, figure: f }) =>
    line([
      code,
      name,
      f?.value ?? told(null, unit),
      unit,
      f?.numerator ?? null,
      f?.denominator ?? null,
      f?.from ?? null,
      f?.to ?? null,
      owner,
    ]),
  )
  return new Blob([`\uFEFF${line([title])}${line(head.map((h) => t(`figures.file.${h}`)))}${text.join('')}`], {
    type: 'text/csv;charset=utf-8',
  })
}
