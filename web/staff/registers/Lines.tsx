import { useRef } from 'react'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { useRowKeys } from '../rowKeys.ts'
import type { Moment } from './AsKnown.tsx'
import { addressOf, type Definition, type Line } from './data.ts'

type Column = Definition['list'][number]
export const headed = (c: { title: string; unit?: string | null }) =>
  c.unit ? t('register.with-unit', { title: c.title, unit: c.unit }) : c.title
const numeric = (c: { kind: string }) => c.kind === 'number' || c.kind === 'integer'

type Props = {
  def: Definition
  rows: Line[]
  at: Moment
  beside?: boolean
  chosen?: string | undefined
  onChoose?: (id: string) => void
}
/** The list as its definition says: the name leads to the file, a link to what it names; j and k move, also on the map. */
export function Lines({ def, rows, at, beside, chosen, onChoose }: Props) {
  const list = useRef<HTMLTableSectionElement>(null)
  useRowKeys(list, 'a.entry')
  // Beside a map there is room for where it is and how it stands; the rest is in the file.
  const columns = def.list.filter(
    (c) => c.field !== def.title && (!beside || c.field === def.place || c.field === def.flow?.field),
  )
  const name = def.form.properties[def.title]?.title ?? t('register.name')
  return (
    <TableScroll label={def.name}>
      <table className="table rows-table">
        <thead>
          <tr>
            <th scope="col" aria-sort="ascending">
              {name}
            </th>
            {columns.map((c) => (
              <th key={c.field} scope="col" className={numeric(c) ? 'num' : undefined}>
                {headed(c)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={list}>
          {rows.map((r) => (
            <tr key={r.id} className={r.id === chosen ? 'chosen' : undefined} onFocus={() => onChoose?.(r.id)}>
              <td>
                <Link
                  className="entry"
                  to="/desk/registers/$id/$entry"
                  params={{ id: def.id, entry: r.id }}
                  search={{ on: at.on, known: at.known }}
                >
                  {r.title}
                </Link>
              </td>
              {columns.map((c) => (
                <td key={c.field} data-label={headed(c)} className={numeric(c) ? 'num' : undefined}>
                  <CellOf def={def} column={c} cell={r.cells[c.field]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function CellOf({ def, column, cell }: { def: Definition; column: Column; cell: Line['cells'][string] | undefined }) {
  if (!cell?.text) return <span className="soft">{t('register.blank')}</span>
  const kind = def.form.properties[column.field]?.['x-link']
  const to = kind && typeof cell.value === 'string' ? addressOf({ kind, id: cell.value }) : null
  if (to) return <Link {...to}>{cell.text}</Link>
  if (column.field === def.flow?.field) return <span className="mark mark-cell">{cell.text}</span>
  return cell.text
}
