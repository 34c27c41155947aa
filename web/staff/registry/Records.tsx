import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Acts, type Doing } from '../Acts.tsx'
import { verifyAct } from './acts.ts'
import type { PersonFile } from './data.ts'

const shown = (v: unknown) => (typeof v === 'boolean' ? t(v ? 'form.yes' : 'form.no') : String(v ?? ''))

/** What is held, each with who said so and when; what nobody has looked at for a year says so (R-B.7). */
export function Held({ p }: { p: PersonFile }) {
  return (
    <Part title={t('registry.held')}>
      {p.attributes.length ? (
        <div className="table-scroll">
          <table className="table rows-table">
            <thead>
              <tr>
                {['what', 'value', 'source', 'at', 'verified'].map((c) => (
                  <th key={c} scope="col">
                    {t(`registry.held.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {p.attributes.map((a) => (
                <tr key={a.name}>
                  <th scope="row">{a.label}</th>
                  <td>{shown(a.value)}</td>
                  <td data-label={t('registry.held.source')}>{a.source}</td>
                  <td data-label={t('registry.held.at')}>{day(a.collectedAt)}</td>
                  <td data-label={t('registry.held.verified')}>
                    {a.verifiedAt ? day(a.verifiedAt) : t('registry.held.unverified')}{' '}
                    {a.stale && <span className="mark mark-stale">{t('registry.held.stale')}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="soft">{t('registry.held.none')}</p>
      )}
    </Part>
  )
}

/** The conversations and papers behind it; a second person says whether each agrees with what they found. */
export function Records({ p, onDone }: { p: PersonFile; onDone: Doing['onDone'] }) {
  return (
    <Part title={t('registry.records')}>
      {p.records.length ? (
        <ul className="task-list">
          {p.records.map((r) => (
            <li key={r.id} className="task record">
              <div>
                <p className="facts">
                  <strong>{r.source}</strong>
                  <span>{day(r.collectedAt)}</span>
                  <span>
                    {r.collector ? t('registry.record.by', { name: r.collector }) : t('registry.record.no-collector')}
                  </span>
                  <span>
                    {r.verifiedAt
                      ? t(r.agrees ? 'registry.record.agrees' : 'registry.record.differs', {
                          name: r.verifiedBy ?? '',
                          date: day(r.verifiedAt),
                        })
                      : t('registry.record.open')}
                  </span>
                </p>
                {r.names.length > 0 && (
                  <p className="soft">{t('registry.record.names', { names: r.names.join(t('home.comma')) })}</p>
                )}
              </div>
              <div className="no-print">
                {/* Once somebody has looked there is nothing left to do. */}
                <Acts
                  acts={[verifyAct()]}
                  abilities={r.verifiedAt ? {} : r.abilities}
                  base={`/api/records/${r.id}`}
                  onDone={onDone}
                />
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('registry.records.none')}</p>
      )}
    </Part>
  )
}
