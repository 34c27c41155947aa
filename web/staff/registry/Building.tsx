import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import type { Building as B } from './data.ts'
import { frontOf } from './doors.ts'
import { ForReaders } from './ForReaders.tsx'
import './registry.css'

/** The doors as one sees them from the street, what sits behind them, and in which grid it stood. */
export function Building() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['building', id],
    queryFn: ({ signal }) => read('/api/buildings/{id}', { path: { id } }, signal),
  })
  return (
    <Shell title={data ? `${data.community}${data.name}` : t('homes.building')}>
      <ForReaders>
        {error ? <Trouble error={error} retry={refetch} /> : data ? <File b={data} /> : <Loading />}
      </ForReaders>
      <Keys />
    </Shell>
  )
}

const stateOf = (d: B['dwellings'][number]) =>
  d.people ? t('homes.door.people', { n: d.people }) : d.use && !isHome(d.use) ? d.use : t('homes.door.empty')
const isHome = (use: string) => use === t('homes.use.home')

function File({ b }: { b: B }) {
  const people = b.dwellings.reduce((n, d) => n + d.people, 0)
  return (
    <>
      <p className="facts">
        {b.grid && <span>{b.grid}</span>}
        {b.floors !== null && <span>{t('homes.floors', { n: b.floors })}</span>}
        {b.units !== null && <span>{t('homes.units', { n: b.units })}</span>}
        <span>{t('homes.doors', { n: b.dwellings.length, of: b.doors ?? b.dwellings.length })}</span>
        <span>{t('pick.people', { n: people })}</span>
        {b.lon !== null && b.lat !== null && (
          <span className="soft">
            {t('homes.position', { lon: b.lon.toFixed(5), lat: b.lat.toFixed(5) })}
            {b.origin && ` ${t('homes.origin', { origin: b.origin })}`}
          </span>
        )}
      </p>
      <Front b={b} />
      <div className="columns">
        <Part title={t('homes.organisations')}>
          {b.organisations.length ? (
            <ul className="members">
              {b.organisations.map((o) => (
                <li key={o.id}>
                  <Link to="/desk/organisations/$id" params={{ id: o.id }}>
                    {o.name}
                  </Link>{' '}
                  <span className="soft">
                    {o.kind}
                    {o.staff !== null && ` · ${t('homes.staff', { n: o.staff })}`}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('homes.organisations.none')}</p>
          )}
        </Part>
        <Part title={t('homes.grids')}>
          <ul>
            {b.grids.map((g) => (
              <li key={g.from}>
                {g.grid}{' '}
                <span className="soft">
                  {day(g.from)} – {g.to ? day(g.to) : t('registry.stay.now')}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      </div>
    </>
  )
}

function Front({ b }: { b: B }) {
  const front = frontOf(b.dwellings, b.name, b.floors)
  if (!b.dwellings.length) return <p className="soft">{t('homes.doors.none')}</p>
  return (
    <Part title={t('homes.front')}>
      {front.floors.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keys
        <section className="table-scroll front" tabIndex={0} aria-label={t('homes.front.picture')}>
          <table>
            <thead>
              <tr>
                <td />
                {front.units.map((u) => (
                  <th key={u.unit} scope="colgroup" colSpan={u.columns.length}>
                    {t('homes.unit', { n: u.unit })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {front.floors.map((f) => (
                <tr key={f.floor}>
                  <th scope="row">{t('homes.floor', { n: f.floor })}</th>
                  {f.cells.map((c, i) =>
                    c ? (
                      <td key={c.door.id}>
                        <Link
                          className={c.door.people ? 'door door-full' : 'door'}
                          to="/desk/dwellings/$id"
                          params={{ id: c.door.id }}
                        >
                          <strong>
                            {c.floor}
                            {c.at}
                          </strong>
                          <span>{stateOf(c.door)}</span>
                          {c.door.rented && <span>{t('homes.rented')}</span>}
                        </Link>
                      </td>
                    ) : (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a place in the wall without a door of its own
                      <td key={`${f.floor} ${i}`}>
                        <span className="door door-none">{t('homes.door.none')}</span>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <details className="clock">
        <summary>{t('homes.doors.table', { n: b.dwellings.length })}</summary>
        <div className="table-scroll">
          <table className="table rows-table">
            <thead>
              <tr>
                {['door', 'people', 'use', 'rented'].map((c) => (
                  <th key={c} scope="col">
                    {t(`homes.col.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {b.dwellings.map((d) => (
                <tr key={d.id}>
                  <td>
                    <Link to="/desk/dwellings/$id" params={{ id: d.id }}>
                      {d.key}
                    </Link>
                  </td>
                  <td data-label={t('homes.col.people')}>{d.people}</td>
                  <td {...(d.use && { 'data-label': t('homes.col.use') })}>{d.use}</td>
                  <td>{d.rented === null ? '' : t(d.rented ? 'homes.rented' : 'homes.not-rented')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Part>
  )
}
