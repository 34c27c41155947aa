import { day, moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { Moment } from './AsKnown.tsx'
import type { EntryFile } from './data.ts'

/** The stretches of days that one thing was so; any of them can be looked at, and mended. */
export function Versions({ file, past, see }: { file: EntryFile; past: boolean; see: (at: Moment) => void }) {
  if (!file.versions.length) return null
  return (
    <Part title={t('register.versions')}>
      <div className="table-scroll">
        <table className="table rows-table leading-rows">
          <thead>
            <tr>
              {['span', 'recorded', 'why', 'acts'].map((c) => (
                <th key={c} scope="col" className={c === 'acts' ? 'no-print' : undefined}>
                  {t(`register.versions.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.versions.map((v) => {
              const span = t(v.to ? 'register.span' : 'register.span.open', {
                from: day(v.from),
                to: v.to ? day(v.to) : '',
              })
              return (
                <tr key={v.id}>
                  <td>
                    {span} {v.id === file.version?.id && <span className="mark">{t('register.versions.shown')}</span>}
                  </td>
                  <td data-label={t('register.versions.recorded')}>
                    {moment(v.recordedAt)} <span className="soft">{v.by}</span>
                  </td>
                  <td>
                    {v.corrects && <span className="mark">{t('register.corrected')}</span>} {v.reason}
                  </td>
                  <td className="no-print">
                    <span className="actions row-acts">
                      {v.id !== file.version?.id && (
                        <button type="button" className="quiet" onClick={() => see({ on: v.from })}>
                          {t('register.versions.see')}
                          <span className="visually-hidden">{span}</span>
                        </button>
                      )}
                      {!past && file.abilities.correct === null && (
                        <Link
                          className="button quiet"
                          to="/desk/registers/$id/$entry/change"
                          params={{ id: file.register, entry: file.id }}
                          search={{ version: v.id, on: v.from }}
                        >
                          {t('register.correct')}
                          <span className="visually-hidden">{span}</span>
                        </Link>
                      )}
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Part>
  )
}

type Deed = EntryFile['history'][number]
/** Everything that was done, newest first; what turned out wrong stands struck beside what it should have been. */
export function History({ file }: { file: EntryFile }) {
  return (
    <Part title={t('register.history')}>
      <ol className="events history">
        {file.history.map((h, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows at its head, and is drawn anew then
          <li key={`${h.at} ${h.verb} ${i}`}>
            <span>
              <strong>{h.what}</strong>
              {h.note && ` ${h.note}`}
              {h.from && <span> · {spanOf(h)}</span>}
            </span>
            {h.changes.length > 0 && <Changes of={h} />}
            {h.reason && <span>{t('register.history.why', { reason: h.reason })}</span>}
            <span className="soft small">
              {t('register.history.by', { at: moment(h.at), who: [h.by, h.capacity].filter(Boolean).join(' ') })}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  )
}

const deedOf = (h: Deed) => h.verb.replace(/^register\./, '')
const spanOf = (h: Deed) => {
  if (deedOf(h) === 'duty-done') return t('register.history.done', { date: day(h.from ?? '') })
  return t(h.to ? 'register.span' : 'register.span.open', { from: day(h.from ?? ''), to: h.to ? day(h.to) : '' })
}

function Changes({ of: h }: { of: Deed }) {
  const corrected = deedOf(h) === 'corrected'
  const blank = t('register.blank')
  return (
    <ul className="changes">
      {h.changes.map((c) => (
        <li key={c.field}>
          {c.title}
          {t('register.colon')}
          {c.personal ? (
            <span className="soft">{t('register.history.personal')}</span>
          ) : corrected ? (
            <>
              <del>{c.before ?? blank}</del> <ins>{c.after ?? blank}</ins>
            </>
          ) : (
            <>
              {c.before ?? blank} <span aria-hidden="true">→</span>
              <span className="visually-hidden">{t('register.history.became')}</span> {c.after ?? blank}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
