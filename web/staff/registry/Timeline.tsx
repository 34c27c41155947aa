import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { PersonFile } from './data.ts'
import { barsOf, scaleOf } from './timeline.ts'

const kinds = ['registered', 'present'] as const
type Stay = PersonFile['residences'][number]
const where = (r: Stay) => r.address ?? t('registry.outside')

/** Where somebody was registered and where they lived, year by year: a picture, and the same in words under it. */
export function Timeline({ stays, today }: { stays: Stay[]; today: string }) {
  const scale = scaleOf(stays, today)
  return (
    <Part title={t('registry.stays')}>
      <div className="stays" aria-hidden="true">
        <div className="stays-axis">
          {scale.ticks.map((k) => (
            <span key={k.year} style={{ left: `${k.left}%` }}>
              {k.year}
            </span>
          ))}
        </div>
        {kinds.map((kind) => (
          <div key={kind} className="stays-lane">
            <strong>{t(`registry.kind.${kind}`)}</strong>
            <div className="stays-track">
              {barsOf(
                stays.filter((s) => s.kind === kind),
                scale,
              ).map(({ stay, left, width }) => (
                <span
                  key={`${stay.from} ${stay.merged}`}
                  className={`stays-bar${stay.dwelling ? '' : ' stays-outside'}${stay.to ? '' : ' stays-now'}`}
                  style={{ left: `${left}%`, width: `${width}%` }}
                  title={`${where(stay)} ${stay.from}`}
                >
                  <span>{where(stay)}</span>
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <div className="table-scroll">
        <table className="table rows-table">
          <thead>
            <tr>
              {['kind', 'where', 'from', 'to', 'household'].map((c) => (
                <th key={c} scope="col">
                  {t(`registry.stay.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stays.map((s) => (
              <tr key={`${s.kind} ${s.from} ${s.merged}`}>
                <th scope="row">
                  {t(`registry.kind.${s.kind}`)}
                  {s.merged && <span className="soft"> {t('registry.stay.merged')}</span>}
                </th>
                <td>
                  {s.dwelling ? (
                    <Link to="/desk/dwellings/$id" params={{ id: s.dwelling }}>
                      {where(s)}
                    </Link>
                  ) : (
                    where(s)
                  )}
                </td>
                <td data-label={t('registry.stay.from')}>{day(s.from)}</td>
                <td data-label={t('registry.stay.to')}>
                  {s.to ? `${day(s.to)}${s.why ? ` ${s.why}` : ''}` : t('registry.stay.now')}
                </td>
                <td {...(s.household && { 'data-label': t('registry.stay.household') })}>
                  {s.household && (
                    <Link to="/desk/households/$number" params={{ number: s.household }}>
                      {s.household}
                    </Link>
                  )}{' '}
                  {s.relation}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}
