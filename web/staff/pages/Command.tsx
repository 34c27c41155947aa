import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { moment } from '../../ui/format.ts'
import { Light } from '../../ui/Light.tsx'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { type MatterRow, type TaskRow, useLive } from '../data.ts'
import { Link } from '../link.ts'
import { Rows } from '../Rows.tsx'
import { Shell } from '../Shell.tsx'

const lights = ['red', 'yellow', 'stopped'] as const

/** Who holds what, and why it is late. Live: a change anywhere is seen here within a second. */
export function Command() {
  const live = useLive()
  const [light, setLight] = useState<string>('')
  const { data, error, refetch } = useQuery({
    queryKey: ['oversight'],
    queryFn: ({ signal }) => read('/api/oversight', {}, signal),
    refetchInterval: 60_000,
  })
  const chosen = <R extends { light: string }>(rows: R[]) => rows.filter((r) => !light || r.light === light)
  return (
    <Shell title={t('command.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <p className={live.open ? 'soft' : 'stale'} role="status">
            {t(live.open ? 'command.live' : 'command.stale', { at: moment(data.at) })}
          </p>
          <ul className="counts">
            {lights.map((l) => (
              <li key={l}>
                <button type="button" aria-pressed={light === l} onClick={() => setLight(light === l ? '' : l)}>
                  <Light light={l} />{' '}
                  <strong>
                    {data.parts.filter((r) => r.light === l).length + data.cases.filter((r) => r.light === l).length}
                  </strong>
                </button>
              </li>
            ))}
          </ul>
          {(['parts', 'cases'] as const).map((what) => (
            <Part key={what} title={t(`command.${what}`)}>
              {chosen<MatterRow | TaskRow>(data[what]).length ? (
                <Rows rows={chosen<MatterRow | TaskRow>(data[what])} />
              ) : (
                <Empty>
                  <p>{t(`command.${what}.none`)}</p>
                </Empty>
              )}
            </Part>
          ))}
          <Part title={t('command.units')}>
            {data.byUnit.length === 0 ? (
              <Empty>
                <p>{t('command.units.none')}</p>
              </Empty>
            ) : (
              <div className="table-scroll">
                <table className="table">
                  <thead>
                    <tr>
                      {['unit', 'open', 'red', 'yellow', 'stopped'].map((c) => (
                        <th key={c} scope="col">
                          {t(`command.column.${c}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {data.byUnit.map((u) => (
                      <tr key={u.unit}>
                        <th scope="row">
                          <Link to="/desk/matters" search={{ unit: u.unit }}>
                            {u.name}
                          </Link>
                        </th>
                        <td>{u.open}</td>
                        <td>{u.red}</td>
                        <td>{u.yellow}</td>
                        <td>{u.stopped}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Part>
        </>
      )}
    </Shell>
  )
}
