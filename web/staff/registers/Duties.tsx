import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { day, daysBetween } from '../../ui/format.ts'
import { Light } from '../../ui/Light.tsx'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { DayBox } from './DayBox.tsx'
import { type Brief, type Due, duesQuery, useToday } from './data.ts'
import { MarkDone } from './MarkDone.tsx'

/** What falls due in the registers, the most urgent first: over all of them, or of one; until today's horizon, or later. */
export function Duties({ books }: { books: Brief[] }) {
  const id = useId()
  const go = useGo()
  const search = useSearch({ strict: false }) as { until?: string; of?: string; state?: string }
  const { data, error, refetch } = useQuery(duesQuery(search.until))
  const ask = (more: typeof search) => go({ to: '/desk/registers', search: { ...search, ...more } })
  const rows = (data?.rows ?? []).filter(
    (r) => (!search.of || r.register === search.of) && (search.state !== 'late' || r.light === 'late'),
  )
  const narrowed = Boolean(search.of || search.state || search.until)
  return (
    <Part title={t('register.duties')}>
      {(narrowed || (data && data.rows.length > 0)) && (
        <form className="filters" onSubmit={(e) => e.preventDefault()}>
          <label htmlFor={`${id}of`}>{t('register.duties.of')}</label>
          <select id={`${id}of`} value={search.of ?? ''} onChange={(e) => ask({ of: e.target.value })}>
            <option value="">{t('register.all')}</option>
            {books
              .filter((b) => b.due || b.id === search.of || data?.rows.some((r) => r.register === b.id))
              .map((b) => (
                <option key={b.id} value={b.id}>
                  {b.name}
                </option>
              ))}
          </select>
          <label htmlFor={`${id}state`}>{t('register.duties.state')}</label>
          <select id={`${id}state`} value={search.state ?? ''} onChange={(e) => ask({ state: e.target.value })}>
            <option value="">{t('register.all')}</option>
            <option value="late">{t('register.duties.late')}</option>
          </select>
          <label htmlFor={`${id}until`}>{t('register.duties.until')}</label>
          <DayBox id={`${id}until`} value={search.until ?? ''} onChange={(until) => ask({ until })} />
        </form>
      )}
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : rows.length ? (
        <Table rows={rows} more={data.more} />
      ) : narrowed ? (
        <NoMatch clear={() => go({ to: '/desk/registers' })}>
          <p role="status">{t('register.duties.no-match')}</p>
        </NoMatch>
      ) : (
        <Empty>
          <p>{t('register.duties.none')}</p>
        </Empty>
      )}
    </Part>
  )
}

const few = 8
function Table({ rows, more }: { rows: Due[]; more: boolean }) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, few)
  return (
    <>
      <div className="table-scroll">
        <table className="table rows-table">
          <thead>
            <tr>
              {['entry', 'what', 'when', 'done'].map((c) => (
                <th key={c} scope="col">
                  {t(`register.duties.col.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((r) => (
              <tr key={`${r.entry} ${r.duty} ${r.dueOn}`}>
                <td>
                  <Link to="/desk/registers/$id/$entry" params={{ id: r.register, entry: r.entry }}>
                    {r.entryTitle}
                  </Link>
                  <br />
                  <span className="soft">
                    {r.registerName} · {r.placeName}
                  </span>
                </td>
                <td>{r.title}</td>
                <td>
                  <DueOn due={r} />
                </td>
                <td>
                  <MarkDone register={r.register} entry={r.entry} due={r} may={r.mayDo} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > few && !all && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          {t('register.duties.rest', { n: rows.length - few })}
        </button>
      )}
      {all && more && <p className="soft">{t('register.duties.more')}</p>}
    </>
  )
}

/** A clock's word, shape and colour: late, soon, or not yet. */
export function DueOn({ due }: { due: { dueOn: string; light: string } }) {
  const today = useToday()
  const n = today ? daysBetween(today, due.dueOn) : 0
  return (
    <span className="deadline">
      <Light light={due.light === 'late' ? 'red' : due.light === 'soon' ? 'yellow' : 'green'} />
      <time dateTime={due.dueOn}>{t('register.due-on', { date: day(due.dueOn) })}</time>
      {today && (
        <span className="remaining">{n < 0 ? t('register.days-late', { n: -n }) : t('register.days-left', { n })}</span>
      )}
    </span>
  )
}
