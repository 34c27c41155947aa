import { useRef } from 'react'
import { inGroups } from '../ui/format.ts'
import { Deadline } from '../ui/Light.tsx'
import { t } from '../ui/t.ts'
import type { MatterRow, TaskRow } from './data.ts'
import { Link } from './link.ts'
import { useRowKeys } from './rowKeys.ts'

/** A list of matters or parts; j and k move, Enter opens (a link has it by nature). */
export function Rows({ rows }: { rows: (MatterRow | TaskRow)[] }) {
  const list = useRef<HTMLTableSectionElement>(null)
  useRowKeys(list)
  return (
    <div className="table-scroll">
      <table className="table rows-table">
        <thead>
          <tr>
            {['matter', 'who', 'state', 'holder', 'due'].map((c) => (
              <th key={c} scope="col">
                {t(`rows.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={list}>
          {rows.map((r) => (
            <tr key={'taskId' in r ? r.taskId : r.number}>
              <td>
                <Link to="/desk/matters/$number" params={{ number: r.number }}>
                  {r.title}
                </Link>
                <br />
                <span className="soft">{inGroups(r.number)}</span>
              </td>
              <td>
                {r.applicant}
                <br />
                <span className="soft">{r.place}</span>
              </td>
              <td data-label={t('rows.state')}>{'taskTitle' in r ? r.taskTitle : r.statusText}</td>
              <td data-label={t('rows.holder')}>{'unitName' in r ? r.unitName : r.holder}</td>
              <td>
                <Deadline dueAt={r.dueAt} remaining={r.remaining} light={r.light} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
