import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { type Figures, measures, type tables } from './figures.ts'

/** The same figures in words; each says which population it is. A place leads down to itself. */
export function Table({
  by,
  figures,
  onPlace,
}: {
  by: (typeof tables)[number]
  figures: Figures
  onPlace?: (id: string) => void
}) {
  const n = (value: number) => value.toLocaleString('zh-CN')
  return (
    <TableScroll label={t('population.table', { of: t(`population.by.${by}`) })}>
      <table className="table numbers leading">
        <thead>
          <tr>
            <th scope="col">{t(`population.head.${by}`)}</th>
            {measures.map((m) => (
              <th key={m} scope="col">
                {t(`population.${m}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.tables[by].map((l) => (
            <tr key={l.key}>
              <th scope="row">
                {onPlace && l.key !== '-' ? (
                  <button type="button" className="quiet" onClick={() => onPlace(l.key)}>
                    {l.label}
                  </button>
                ) : (
                  l.label
                )}
              </th>
              {measures.map((m) => (
                <td key={m}>{n(l[m])}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{figures.total.label}</th>
            {measures.map((m) => (
              <td key={m}>{n(figures.total[m])}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}
