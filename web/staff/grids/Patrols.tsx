import { useQuery } from '@tanstack/react-query'
import { change, read } from '../../api/client.ts'
import { day, daysBetween } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Shell } from '../Shell.tsx'
import { ActForm, among } from './ActForm.tsx'
import { useCommunities, useGrids, useHead, useToday } from './data.ts'

/** What is walked how often, past which points; and whether it was. */
export function Patrols() {
  const head = useHead()
  const today = useToday()
  const { data, error, refetch } = useQuery({
    queryKey: ['patrol-plans'],
    queryFn: ({ signal }) => read('/api/patrol-plans', {}, signal),
  })
  return (
    <Shell title={t('patrols.title')}>
      <p>{t('patrols.hint')}</p>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.length ? (
        <Empty>
          <p>{t(head ? 'patrols.none.head' : 'patrols.none')}</p>
        </Empty>
      ) : (
        <TableScroll label={t('patrols.title')}>
          <table className="table">
            <thead>
              <tr>
                {['plan', 'points', 'coverage', 'last', 'next'].map((c) => (
                  <th key={c} scope="col">
                    {t(`patrols.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((p) => (
                <tr key={p.id}>
                  <th scope="row">
                    {p.name}
                    <br />
                    <span className="soft">{t('patrols.every', { grid: p.grid, kind: p.kind, n: p.everyDays })}</span>
                  </th>
                  <td>
                    <ul>
                      {p.points.map((x) => (
                        <li key={x.id}>
                          {x.checks.length
                            ? t('patrols.point', { name: x.name, checks: x.checks.join(t('home.comma')) })
                            : x.name}
                        </li>
                      ))}
                    </ul>
                  </td>
                  <td>{t('patrols.coverage.words', { seen: p.seen, planned: p.planned })}</td>
                  <td>{p.last ? day(p.last) : t('patrols.never')}</td>
                  <td>
                    {day(p.due)}
                    {p.due < today && (
                      <>
                        <br />
                        <strong>{t('patrols.overdue', { n: daysBetween(p.due, today) })}</strong>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {head && <Plan today={today} />}
    </Shell>
  )
}

function Plan({ today }: { today: string }) {
  const community = useCommunities().data?.[0]?.id
  const grids = useGrids(community).data ?? []
  return (
    <ActForm
      title={t('patrols.enter')}
      label={t('patrols.enter.do')}
      initial={{ from: today, everyDays: '7', points: [{}] }}
      asks={[
        { name: 'name', q: { type: 'string', title: t('patrols.name') } },
        { name: 'grid', q: among(t('grids.grid'), grids) },
        {
          name: 'kind',
          q: among(
            t('patrols.kind'),
            t('patrols.kinds')
              .split(t('home.comma'))
              .map((k) => ({ id: k, name: k })),
          ),
        },
        { name: 'everyDays', q: { type: 'integer', title: t('patrols.days') } },
        { name: 'from', q: { type: 'string', format: 'date', title: t('patrols.from') } },
        {
          name: 'points',
          q: {
            type: 'array',
            title: t('patrols.points'),
            maxItems: 50,
            items: {
              type: 'object',
              required: ['name'],
              properties: {
                name: { type: 'string', title: t('patrols.point.name') },
                checks: { type: 'string', title: t('patrols.checks'), description: t('patrols.checks.hint') },
              },
            },
          },
        },
      ]}
      send={(given, key) => {
        const points = (given.points ?? []) as { name?: string; checks?: string }[]
        return change('POST', '/api/patrol-plans', {
          key,
          body: {
            ...(given as { grid: string; name: string; kind: string; everyDays: number; from: string }),
            points: points.map((p) => ({
              name: p.name ?? '',
              checks: (p.checks ?? '')
                .split(/[\u3001,\uff0c]/)
                .map((c) => c.trim())
                .filter(Boolean),
            })),
          },
        })
      }}
      done={() => t('patrols.done')}
    />
  )
}
