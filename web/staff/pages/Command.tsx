import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { moment } from '../../ui/format.ts'
import { Light } from '../../ui/Light.tsx'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { type MatterRow, type TaskRow, useLive, useUnits } from '../data.ts'
import { AbsenceAlerts } from '../grids/AbsenceAlerts.tsx'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { Rows } from '../Rows.tsx'
import { Shell } from '../Shell.tsx'

const lights = ['red', 'yellow', 'stopped'] as const

/** Who holds what, and why it is late. Live: a change anywhere is seen here within a second. */
export function Command() {
  const live = useLive()
  const { light } = useSearch({ strict: false }) as { light?: string }
  const go = useGo()
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
        <div className={live.open ? 'stack' : 'stack stale'}>
          <p className="soft" role="status">
            {t(live.open ? 'command.live' : 'command.stale', { at: moment(data.at) })}
          </p>
          <AbsenceAlerts />
          <ul className="counts">
            {lights.map((l) => (
              <li key={l}>
                <button
                  type="button"
                  aria-pressed={light === l}
                  onClick={() => go({ to: '/command', search: { light: light === l ? undefined : l } })}
                >
                  <Light light={l} /> <strong>{counted(data, l)}</strong>
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
              {what === 'cases' &&
                lights
                  .filter((l) => data.cases.filter((r) => r.light === l).length >= pageOf.cases)
                  .map((l) => (
                    <p key={l}>
                      <Link to="/desk/matters" search={{ light: l }}>
                        {t('command.all', { light: t(`light.${l}`) })}
                      </Link>
                    </p>
                  ))}
            </Part>
          ))}
          {(['overrun', 'disputed'] as const)
            .filter((what) => data[what].length > 0)
            .map((what) => (
              <Part key={what} title={t(`command.${what}`)}>
                <Rows rows={data[what] as (MatterRow | TaskRow)[]} />
              </Part>
            ))}
          <Units rows={data.byUnit} />
        </div>
      )}
      <Keys />
    </Shell>
  )
}

/** The overview brings a first page of each light; a full one may go on. */
const pageOf = { parts: 200, cases: 50 }
type Overview = Answer<'get', '/api/oversight'>

function counted(data: Overview, light: string) {
  const [parts, cases] = [data.parts, data.cases].map((rows) => rows.filter((r) => r.light === light).length)
  const n = (parts ?? 0) + (cases ?? 0)
  return (parts ?? 0) >= pageOf.parts || (cases ?? 0) >= pageOf.cases ? t('tasks.at-least', { n }) : n
}

/** How much each holds and how late: departments, and communities by their service centres. */
function Units({ rows }: { rows: Overview['byUnit'] }) {
  const centres = new Set(useUnits().data?.flatMap((u) => (u.kind === 'service-centre' ? [u.id] : [])) ?? [])
  if (!rows.length)
    return (
      <Part title={t('command.units')}>
        <Empty>
          <p>{t('command.units.none')}</p>
        </Empty>
      </Part>
    )
  const groups = [
    ['departments', rows.filter((u) => !centres.has(u.unit))],
    ['communities', rows.filter((u) => centres.has(u.unit))],
  ] as const
  return groups
    .filter(([, list]) => list.length)
    .map(([group, list]) => (
      <Part key={group} title={t(`command.${group}`)}>
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
              {list.map((u) => (
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
      </Part>
    ))
}
