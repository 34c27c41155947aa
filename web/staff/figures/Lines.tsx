import { type Stand, Standing } from '../../ui/Figure.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { Line } from './Dashboard.tsx'
import type { Asked } from './data.ts'

const stands: Stand[] = ['missed', 'near', 'met', 'unknown', 'no-target']

/** Who answers for how many figures, and how these stand; each number opens to the figures it counts. */
export function Lines({ lines, asked, nameOf }: { lines: Line[]; asked: Asked; nameOf: (unit: string) => string }) {
  const owners = [...new Set(lines.map((l) => l.card.owner))]
  const standOf = (l: Line): Stand => l.figure?.light ?? (l.card.target ? 'unknown' : 'no-target')
  const of = (owner: string, stand?: Stand) =>
    lines.filter((l) => l.card.owner === owner && (!stand || standOf(l) === stand)).length
  const most = Math.max(1, ...owners.map((o) => of(o)))
  const opened = (n: number, q: string, light?: Stand) =>
    n ? (
      <Link className="figure-link" to="/desk/figures" search={{ ...asked, q, light }}>
        {n}
      </Link>
    ) : (
      <span className="soft">0</span>
    )
  return (
    <TableScroll label={t('dashboard.lines.table')}>
      <table className="table figure-table leading lines-table">
        <thead>
          <tr>
            <th scope="col">{t('figures.column.owner')}</th>
            <th scope="col" className="value">
              {t('dashboard.count')}
            </th>
            {stands.map((s) => (
              <th key={s} scope="col" className="value">
                <Standing light={s} />
              </th>
            ))}
            <th scope="col" className="bar-cell">
              <span className="visually-hidden">{t('figures.column.bar')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...owners]
            .sort((a, b) => of(b) - of(a))
            .map((owner) => (
              <tr key={owner}>
                <th scope="row">{nameOf(owner)}</th>
                <td className="value">{opened(of(owner), nameOf(owner))}</td>
                {stands.map((s) => (
                  <td key={s} className="value">
                    {opened(of(owner, s), nameOf(owner), s)}
                  </td>
                ))}
                <td className="bar-cell">
                  <Stack parts={stands.map((s) => ({ key: s, n: of(owner, s) }))} most={most} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** How they stand, beside one another in one length: darkest what is missed. */
function Stack({ parts, most }: { parts: { key: Stand; n: number }[]; most: number }) {
  const wide = 1000
  let at = 0
  return (
    <svg className="bar" viewBox={`0 0 ${wide} 20`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {parts.map(({ key, n }) => {
        const from = at
        at += (n / most) * wide
        return n > 0 && <rect key={key} x={from} y="3" height="14" width={at - from} className={`stack-${key}`} />
      })}
    </svg>
  )
}
