import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'
import { mattersQuery, type TaskFilter, tasksQuery, useLive } from '../data.ts'
import { AbsenceAlerts } from '../grids/AbsenceAlerts.tsx'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'

type Entry = Parameters<typeof Link>[0]['to']
/** What one came for, and whose work it is. */
const entries: { key: string; to: Entry; search?: Record<string, string>; duties?: string[] }[] = [
  { key: 'take', to: '/desk/take', duties: ['clerk'] },
  { key: 'received', to: '/desk/matters', search: { status: 'received' }, duties: ['clerk'] },
  { key: 'returned', to: '/desk/tasks', search: { state: 'returned' }, duties: ['clerk'] },
  { key: 'issued', to: '/desk/matters', search: { status: 'issued' }, duties: ['clerk'] },
  { key: 'tasks', to: '/desk/tasks', duties: ['clerk', 'handler', 'head'] },
  { key: 'red', to: '/desk/tasks', search: { light: 'red' }, duties: ['clerk', 'handler', 'head'] },
  { key: 'command', to: '/command', duties: ['supervisor', 'dispatcher', 'leader'] },
  { key: 'care', to: '/desk/care', duties: ['grid-head'] },
  { key: 'grids', to: '/desk/grids', duties: ['grid-head', 'data-manager', 'grid-worker'] },
  { key: 'registers', to: '/desk/registers', duties: ['register-keeper', 'party-worker', 'statistician'] },
  { key: 'matters', to: '/desk/matters' },
]

/** How many wait there; a list that goes on past its first page says so. */
function Waiting({ of }: { of: (typeof entries)[number] }) {
  const tasks = useQuery({ ...tasksQuery((of.search ?? {}) as TaskFilter), enabled: of.to === '/desk/tasks' })
  const matters = useQuery({ ...mattersQuery(of.search ?? {}), enabled: of.to === '/desk/matters' && !!of.search })
  // Another entry may have filled the same query: what is not asked here is not counted here.
  const list = of.to === '/desk/tasks' ? tasks.data : of.search ? matters.data : undefined
  if (!list) return null
  const more = 'next' in list ? list.next !== null : list.rows.length >= 200
  return <span className="count">{t(more ? 'home.more' : 'home.count', { n: list.rows.length })}</span>
}

/** My day: what waits for me, and where. */
export function Home() {
  useLive()
  const { data } = useSession()
  const mine = new Set(data?.posts?.map((p) => p.duty) ?? [])
  return (
    <Shell title={t('home.title', { name: data?.name ?? '' })}>
      <p className="soft">{data?.posts?.map((p) => `${p.unitName} ${t(`duty.${p.duty}`)}`).join(t('home.comma'))}</p>
      <AbsenceAlerts />
      <ul className="rows">
        {entries
          .filter((e) => !e.duties || e.duties.some((d) => mine.has(d)))
          .map((e) => (
            <li key={e.key}>
              <Link className="row-link" to={e.to} {...(e.search && { search: e.search })}>
                <span>
                  <strong>{t(`home.${e.key}`)}</strong>
                  <Waiting of={e} />
                </span>
                <span>{t(`home.${e.key}.hint`)}</span>
              </Link>
            </li>
          ))}
      </ul>
      <Keys />
    </Shell>
  )
}
