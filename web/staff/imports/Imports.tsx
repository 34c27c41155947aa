import { useQuery } from '@tanstack/react-query'
import { moment } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { importsQuery, isWorking } from './data.ts'
import './imports.css'

/** The spreadsheets that came in, and those that are on their way. */
export function Imports() {
  const { data, error, refetch } = useQuery(importsQuery)
  const title = (kind: string) => data?.kinds.find((k) => k.kind === kind)?.title ?? kind
  return (
    <Shell title={t('imports.title')}>
      <p className="soft">{t('imports.about')}</p>
      {data && (
        <p>
          <Link className="button main" to="/desk/imports/new">
            {t('imports.new')}
          </Link>
        </p>
      )}
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.jobs.length ? (
        <Empty>
          <p>{t('imports.none')}</p>
        </Empty>
      ) : (
        <div className="table-scroll">
          <table className="table rows-table">
            <thead>
              <tr>
                {['file', 'state', 'lines', 'when'].map((c) => (
                  <th key={c} scope="col">
                    {t(`imports.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.jobs.map((j) => (
                <tr key={j.id}>
                  <td>
                    <Link to="/desk/imports/$id" params={{ id: j.id }}>
                      {j.name}
                    </Link>
                    <br />
                    <span className="soft">{title(j.kind)}</span>
                  </td>
                  <td data-label={t('imports.state')}>
                    {t(`imports.state.${j.state}`)}
                    {isWorking(j.state) && j.good > 0 && t('imports.so-far', { n: j.done || j.lines })}
                  </td>
                  <td data-label={t('imports.lines')}>
                    {j.lines > 0 && t('imports.split', { lines: j.lines, good: j.good, bad: j.bad })}
                  </td>
                  <td data-label={t('imports.when')}>
                    {moment(j.createdAt)} {j.createdBy}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Shell>
  )
}
