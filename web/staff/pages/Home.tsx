import { useSession } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'
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
  { key: 'matters', to: '/desk/matters' },
]

export function Home() {
  const { data } = useSession()
  const mine = new Set(data?.posts?.map((p) => p.duty) ?? [])
  return (
    <Shell title={t('home.title', { name: data?.name ?? '' })}>
      <p className="soft">{data?.posts?.map((p) => `${p.unitName} ${t(`duty.${p.duty}`)}`).join(t('home.comma'))}</p>
      <ul className="rows">
        {entries
          .filter((e) => !e.duties || e.duties.some((d) => mine.has(d)))
          .map((e) => (
            <li key={e.key}>
              <Link className="row-link" to={e.to} {...(e.search && { search: e.search })}>
                <strong>{t(`home.${e.key}`)}</strong>
                <span>{t(`home.${e.key}.hint`)}</span>
              </Link>
            </li>
          ))}
      </ul>
      <Keys />
    </Shell>
  )
}
