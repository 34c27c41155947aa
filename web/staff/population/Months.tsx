import { Part } from '../../ui/Page.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { changes, type Figures } from './figures.ts'

const wide = 1000

/** Births, deaths and moves, month by month: who came above, who went below, and the same in words. */
export function Months({ figures: { months } }: { figures: Figures }) {
  if (!months.some((m) => changes.some((c) => m[c]))) return null
  const most = Math.max(...months.flatMap((m) => [m.born + m.arrived, m.died + m.left]))
  const x = (n: number) => (n / most) * wide
  const label = t('population.table', { of: t('population.months') })
  return (
    <Part title={t('population.months')}>
      <p className="hint">{t('population.months.hint')}</p>
      <div className="columns">
        <figure className="bars" aria-hidden>
          {months.map((m) => (
            <div className="bars-line" key={m.month}>
              <span className="bars-label">{m.month}</span>
              <svg viewBox={`0 0 ${wide} 40`} preserveAspectRatio="none" aria-hidden focusable="false">
                <line x1="0" x2={wide} y1="39" y2="39" className="bar-ground" vectorEffect="non-scaling-stroke" />
                <rect x="0" y="4" height="13" width={x(m.born)} className="bar-usual" />
                <rect x={x(m.born)} y="4" height="13" width={x(m.arrived)} className="bar-present" />
                <rect x="0" y="20" height="13" width={x(m.died)} className="bar-died" />
                <rect x={x(m.died)} y="20" height="13" width={x(m.left)} className="bar-registered" />
              </svg>
            </div>
          ))}
          <figcaption className="bars-key">
            {changes.map((c) => (
              <span key={c}>
                <i className={`bars-swatch bar-${swatch[c]}`} />
                {t(`population.${c}`)}
              </span>
            ))}
          </figcaption>
        </figure>
        <TableScroll label={label}>
          <table className="table numbers leading">
            <thead>
              <tr>
                <th scope="col">{t('population.month')}</th>
                {changes.map((c) => (
                  <th key={c} scope="col">
                    {t(`population.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((m) => (
                <tr key={m.month}>
                  <th scope="row">{m.month}</th>
                  {changes.map((c) => (
                    <td key={c}>{m[c].toLocaleString('zh-CN')}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
    </Part>
  )
}
const swatch = { born: 'usual', arrived: 'present', died: 'died', left: 'registered' } as const
