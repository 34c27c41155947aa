import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { addressOf, type EntryFile, type Shown } from './data.ts'
import { headed } from './Lines.tsx'
import { type Full, Reveal, useReveal } from './Reveal.tsx'

/** What is so, by its labels: filled in first, tables under them, and in one line what nobody has said yet. */
export function Fields({ file, past }: { file: EntryFile; past: boolean }) {
  const reveal = useReveal(file)
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
                <Value f={f} full={reveal.full?.[f.field]} />
              </dd>
            </div>
          ))}
        </dl>
        {!past && file.abilities.reveal === null && <Reveal file={file} by={reveal} />}
        {blank.length > 0 && (
          <p className="soft small">
            {t('register.fields.blank', { what: blank.map((f) => f.title).join(t('home.comma')) })}
          </p>
        )}
      </Part>
      {said
        .filter((f) => f.rows?.length)
        .map((f) => (
          <Table key={f.field} f={f} full={reveal.full?.[f.field]} />
        ))}
    </>
  )
}

/** On paper the mask stays. */
const InFull = ({ text, masked }: { text: string; masked: string | null }) => (
  <>
    <strong className="revealed">{text}</strong>
    <span className="print-only">{masked}</span>
  </>
)

function Value({ f, full }: { f: Shown; full: unknown }) {
  const to = f.link && addressOf(f.link)
  if (typeof full === 'string') return <InFull text={full} masked={f.text} />
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

function Table({ f, full }: { f: Shown; full: unknown }) {
  const columns = f.columns ?? []
  const numeric = (kind: string) => (kind === 'number' || kind === 'integer' ? 'num' : undefined)
  const fullAt = (row: number, column: string, kind: string) => {
    const value = Array.isArray(full) && ['id', 'phone', 'name'].includes(kind) ? (full as Full[])[row]?.[column] : null
    return typeof value === 'string' ? value : null
  }
  return (
    <Part title={f.title}>
      <TableScroll label={t('register.table', { title: f.title })}>
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
                {columns.map((c) => {
                  const text = row[c.field]?.text ?? null
                  const open = fullAt(i, c.field, c.kind)
                  return (
                    <td key={c.field} className={numeric(c.kind)}>
                      {open ? (
                        <InFull text={open} masked={text} />
                      ) : (
                        (text ?? <span className="soft">{t('register.blank')}</span>)
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Part>
  )
}
