import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { addressOf, type EntryFile, type Shown } from './data.ts'
import { headed } from './Lines.tsx'

/** What is so, by its labels: filled in first, tables under them, and in one line what nobody has said yet. */
export function Fields({ file }: { file: EntryFile }) {
  const said = file.fields.filter((f) => f.text !== null || f.rows)
  const short = said.filter((f) => !f.rows)
  const blank = file.fields.filter((f) => f.text === null && !f.rows && !f.old)
  return (
    <>
      <Part title={t('register.fields')}>
        <dl className="pairs field-pairs">
          {short.map((f) => (
            <div key={f.field}>
              <dt>
                {f.title}
                {f.old && <span className="soft small"> {t('register.field.old')}</span>}
              </dt>
              <dd>
                <Value f={f} />
              </dd>
            </div>
          ))}
        </dl>
        {blank.length > 0 && (
          <p className="soft small">
            {t('register.fields.blank', { what: blank.map((f) => f.title).join(t('home.comma')) })}
          </p>
        )}
      </Part>
      {said
        .filter((f) => f.rows?.length)
        .map((f) => (
          <Table key={f.field} f={f} />
        ))}
    </>
  )
}

function Value({ f }: { f: Shown }) {
  const to = f.link && addressOf(f.link)
  if (f.text === null) return <span className="soft">{t('register.blank')}</span>
  if (to) return <Link {...to}>{f.text}</Link>
  if (f.kind === 'date') return <time dateTime={f.text}>{day(f.text)}</time>
  return (
    <>
      {f.text}
      {f.unit && <span className="soft"> {f.unit}</span>}
    </>
  )
}

function Table({ f }: { f: Shown }) {
  const columns = f.columns ?? []
  const numeric = (kind: string) => (kind === 'number' || kind === 'integer' ? 'num' : undefined)
  return (
    <Part title={f.title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keys */}
      <section className="table-scroll" tabIndex={0} aria-label={t('register.table', { title: f.title })}>
        <table className="table">
          <thead>
            <tr>
              {columns.map((c) => (
                <th key={c.field} scope="col" className={numeric(c.kind)}>
                  {headed(c)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {f.rows?.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={i}>
                {columns.map((c) => (
                  <td key={c.field} className={numeric(c.kind)}>
                    {row[c.field]?.text ?? <span className="soft">{t('register.blank')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}
