import { inGroups } from '../../ui/format.ts'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'

type Cell = string | number | boolean | null | undefined
/** Rows as the server names them; a matter's number opens the matter. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: string[]
  rows: Record<string, Cell>[]
}) {
  const number = t('ledgers.number')
  return (
    <TableScroll label={caption}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c} scope="col">
                {c === 'counted' ? t('figures.counted') : c}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a book may have one matter twice, and its rows never move
            <tr key={`${r[number] ?? ''} ${i}`}>
              {columns.map((c) => (
                <td key={c}>
                  {c === number && typeof r[c] === 'string' ? (
                    <Link to="/desk/matters/$number" params={{ number: r[c] as string }}>
                      {inGroups(r[c] as string)}
                    </Link>
                  ) : typeof r[c] === 'boolean' ? (
                    t(r[c] ? 'figures.yes' : 'figures.no')
                  ) : (
                    r[c]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
