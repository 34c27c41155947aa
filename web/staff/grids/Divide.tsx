import { useMutation, useQueries } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, change, problemsOf, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Houses } from './DivideHouses.tsx'
import { type New, News } from './DivideNews.tsx'
import { useCommunities, useGrids, useToday, useWorkers } from './data.ts'
import { Preview } from './Preview.tsx'

/** Grids split, merge or are cut anew (R-B.2): old ones, new ones, which house goes where, a look at it, then the act. */
export function Divide() {
  const search = useSearch({ strict: false }) as { community?: string; from?: string }
  const communities = useCommunities()
  const community = search.community ?? communities.data?.[0]?.id
  const today = useToday()
  if (!community || !today)
    return (
      <Shell title={t('divide.title')}>{communities.error ? <Trouble error={communities.error} /> : <Loading />}</Shell>
    )
  return <Form key={community} community={community} from={search.from?.split(',') ?? []} today={today} />
}

function Form({ community, from, today }: { community: string; from: string[]; today: string }) {
  const grids = useGrids(community)
  const workers = useWorkers(true)
  const [olds, setOlds] = useState<string[]>(from)
  const [news, setNews] = useState<New[]>([{ key: 'a', name: '', worker: '' }])
  const [goes, setGoes] = useState<Record<string, string>>({})
  const [at, setAt] = useState(today)
  const files = useQueries({
    queries: olds.map((id) => ({ queryKey: ['grid', id], queryFn: () => read('/api/grids/{id}', { path: { id } }) })),
  })
  const houses = files.flatMap((f) =>
    (f.data?.buildings ?? []).map((b) => ({ ...b, old: f.data?.name ?? '', oldId: f.data?.id ?? '' })),
  )
  const only = news.length === 1 ? news[0]?.key : undefined
  const given = () => ({
    at,
    from: olds,
    into: news.map((g) => ({
      name: g.name.trim(),
      ...(g.worker && { worker: g.worker }),
      buildings: houses.filter((b) => (only ?? goes[b.id]) === g.key).map((b) => b.id),
    })),
  })
  const look = useMutation({ mutationFn: () => ask('/api/grids/divisions/preview', { body: given() }) })
  const act = useAct((body: ReturnType<typeof given>, key: string) =>
    change('POST', '/api/grids/divisions', { key, body }),
  )
  const late = at > today
  const problems = [
    ...problemsOf(act.error ?? look.error),
    ...(late ? [{ field: 'at', message: t('divide.at.late') }] : []),
  ]
  /** What was looked at is what is done: any other answer wants another look. */
  const again =
    <A extends unknown[]>(set: (...a: A) => void) =>
    (...a: A) => {
      look.reset()
      act.reset()
      set(...a)
    }
  if (act.data) return <Done grids={act.data.grids} />
  return (
    <Shell title={t('divide.title')} problems={problems}>
      <Link to="/desk/grids" search={{ community }}>
        {t('divide.back')}
      </Link>
      <Part title={t('divide.olds')}>
        {grids.error ? (
          <Trouble error={grids.error} retry={grids.refetch} />
        ) : !grids.data ? (
          <Loading />
        ) : (
          <div className="choose-many">
            <Field
              name="from"
              required
              problems={problems}
              q={{
                type: 'array',
                title: t('divide.olds.which'),
                description: t('divide.olds.hint'),
                items: {
                  type: 'string',
                  enum: grids.data.map((g) => g.id),
                  'x-labels': Object.fromEntries(
                    grids.data.map((g) => [g.id, t('divide.old', { name: g.name, n: g.buildings })]),
                  ),
                },
              }}
              value={olds}
              onChange={again((v) => setOlds(v as string[]))}
            />
          </div>
        )}
      </Part>
      <Part title={t('divide.news')}>
        <Field
          name="at"
          required
          problems={problems}
          q={{ type: 'string', format: 'date', title: t('divide.at'), description: t('divide.at.hint') }}
          value={at}
          onChange={again((v) => setAt(String(v)))}
        />
        <News news={news} set={again(setNews)} workers={workers.data ?? []} problems={problems} />
      </Part>
      {olds.length > 0 && !only && (
        <Houses
          houses={houses}
          news={news}
          goes={goes}
          set={again(setGoes)}
          loading={files.some((f) => f.isPending)}
          problems={problems}
        />
      )}
      {olds.length > 0 && only && <p>{t('divide.all-into-one', { n: houses.length })}</p>}
      <div className="actions">
        <ActionButton busy={look.isPending} why={late ? t('divide.at.late') : null} onClick={() => look.mutate()}>
          {t('divide.look')}
        </ActionButton>
      </div>
      {look.data && <Preview grids={look.data} />}
      <div className="actions">
        <ActionButton
          kind="main"
          busy={act.isPending}
          why={look.data ? null : t('divide.look.first')}
          onClick={() => act.mutate(given())}
        >
          {t('divide.do')}
        </ActionButton>
      </div>
    </Shell>
  )
}

function Done({ grids }: { grids: { id: string; name: string; code: string }[] }) {
  const go = useGo()
  return (
    <Shell title={t('divide.done')}>
      <ul className="rows">
        {grids.map((g) => (
          <li key={g.id}>
            <Link className="row-link" to="/desk/grids/$id" params={{ id: g.id }}>
              <strong>{g.name}</strong>
              <span>{t('divide.code', { code: g.code })}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p>{t('divide.done.hint')}</p>
      <div className="actions">
        <button type="button" className="main" onClick={() => go({ to: '/desk/grids' })}>
          {t('divide.back')}
        </button>
      </div>
    </Shell>
  )
}
