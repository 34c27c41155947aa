import { useQuery } from '@tanstack/react-query'
import { change, newKey, queries, read, useAct } from '../api/client.ts'
import type { CastMember } from '../api/types.ts'
import { signInHref } from './sign-in.ts'
import { Loading, Trouble } from './states.tsx'
import { t } from './t.ts'

export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => read('/api/session', {}, signal),
    staleTime: 60_000,
  })

export function SessionState() {
  const { data } = useSession()
  if (!data) return null
  if (!data.signedIn)
    return (
      <a className="button quiet" href={signInHref()}>
        {t('session.in')}
      </a>
    )
  return (
    <>
      <span className="who">
        <span aria-hidden="true">{data.name}</span>
        <span className="visually-hidden">{t('session.as', { name: data.name ?? '' })}</span>
      </span>
      <button type="button" className="quiet" onClick={signOut}>
        {t('session.out')}
      </button>
    </>
  )
}

async function signOut() {
  await change('DELETE', '/api/session', { key: newKey() }).catch(() => undefined)
  queries.clear()
  location.assign('/')
}

const doors: Record<string, string> = {
  resident: '/',
  desk: '/desk',
  window: '/desk',
  department: '/desk',
  command: '/command',
  supervisor: '/command',
  leader: '/command',
  admin: '/command',
  books: '/desk',
  figures: '/desk',
  field: '/field',
}
/** Where some begin behind their door. */
const firstPages: Record<string, string> = { books: '/desk/registers', figures: '/desk/figures' }
export const doorOf = (face: string) => doors[face] ?? '/'

/** The demo's sign-in: one click per invented person. A next page of the same door is honoured. */
export function SignInList({ next }: { next?: string | undefined }) {
  const cast = useQuery({
    queryKey: ['cast'],
    queryFn: ({ signal }) => read('/api/demo/cast', {}, signal),
    staleTime: Infinity,
  })
  const enter = useAct(
    (who: CastMember, key: string) => change('POST', '/api/session', { key, body: { account: who.account } }),
    (_, who) => {
      queries.clear()
      const door = doorOf(who.face)
      location.assign(next && fits(next, door) ? next : (firstPages[who.face] ?? door))
    },
  )
  if (cast.isPending) return <Loading />
  if (cast.error) return <Trouble error={cast.error} retry={cast.refetch} />
  if (!cast.data.length) return <p>{t('signin.none')}</p>
  return (
    <>
      <p>{t('signin.hint')}</p>
      {enter.error && <Trouble error={enter.error} />}
      {[...byDoor(cast.data)].map(([door, people]) => (
        <section key={door} className="part" aria-labelledby={`cast-${door.slice(1)}`}>
          <h2 id={`cast-${door.slice(1)}`}>{t(titles[door] ?? 'signin.resident')}</h2>
          <ul className="rows">
            {people.map((c) => (
              <li key={c.account}>
                <button type="button" className="row-button" onClick={() => enter.mutate(c)} disabled={enter.isPending}>
                  <strong>{c.name}</strong>
                  <span>{c.story}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
const titles: Record<string, string> = {
  '/desk': 'signin.desk',
  '/command': 'signin.command',
  '/field': 'signin.field',
}
/** Map.groupBy is newer than many phones. */
const byDoor = (cast: CastMember[]) => {
  const groups = new Map<string, CastMember[]>()
  for (const c of cast) groups.set(doorOf(c.face), [...(groups.get(doorOf(c.face)) ?? []), c])
  return groups
}
const fits = (next: string, door: string) =>
  /^\/(?![/\\])/.test(next) &&
  (door === '/'
    ? !/^\/(desk|command|field)\b/.test(next)
    : next === door || next.startsWith(`${door}/`) || next.startsWith(`${door}?`))
