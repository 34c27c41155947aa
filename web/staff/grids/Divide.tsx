import { useMutation, useQueries } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { ask, change, problemsOf, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { useCommunities, useGrids, useToday, useWorkers } from './data.ts'
import { Preview } from './Preview.tsx'

type New = { key: string; name: string; worker: string }
const most = 20

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
  const problems = problemsOf(act.error ?? look.error)
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
        <ActionButton busy={look.isPending} onClick={() => look.mutate()}>
          {t('divide.look')}
        </ActionButton>
        <ActionButton
          kind="main"
          busy={act.isPending}
          why={look.data ? null : t('divide.look.first')}
          onClick={() => act.mutate(given())}
        >
          {t('divide.do')}
        </ActionButton>
      </div>
      {look.data && <Preview grids={look.data} />}
    </Shell>
  )
}

function News({
  news,
  set,
  workers,
  problems,
}: {
  news: New[]
  set: (n: New[]) => void
  workers: { account: string; name: string }[]
  problems: { field: string; message: string }[]
}) {
  const people = [...new Map(workers.map((w) => [w.account, w.name]))]
  const put = (key: string, what: Partial<New>) => set(news.map((g) => (g.key === key ? { ...g, ...what } : g)))
  return (
    <div id={fieldId('into')} tabIndex={-1} className="stack">
      <FieldError field="into" problems={problems} />
      {news.map((g, i) => (
        <fieldset key={g.key} className="form-row">
          <legend>{t('divide.new', { n: i + 1 })}</legend>
          <div className="fields">
            <Field
              name={`into.${i}.name`}
              required
              problems={problems}
              q={{ type: 'string', title: t('divide.name') }}
              value={g.name}
              onChange={(v) => put(g.key, { name: String(v) })}
            />
            <div className="field">
              <label htmlFor={fieldId(`into.${i}.worker`)}>{t('divide.worker')}</label>
              <FieldError field={`into.${i}.worker`} problems={problems} />
              <select
                id={fieldId(`into.${i}.worker`)}
                value={g.worker}
                onChange={(e) => put(g.key, { worker: e.target.value })}
              >
                <option value="">{t('divide.worker.none')}</option>
                {people.map(([account, name]) => (
                  <option key={account} value={account}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          </div>
          {news.length > 1 && (
            <button type="button" onClick={() => set(news.filter((x) => x.key !== g.key))}>
              {t('divide.remove', { n: i + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {news.length < most && (
        <button
          type="button"
          onClick={() =>
            set([...news, { key: crypto.getRandomValues(new Uint32Array(1)).join(), name: '', worker: '' }])
          }
        >
          {t('divide.add')}
        </button>
      )}
    </div>
  )
}

type House = { id: string; name: string; old: string; oldId: string; people: number | null }
function Houses({
  houses,
  news,
  goes,
  set,
  loading,
  problems,
}: {
  houses: House[]
  news: New[]
  goes: Record<string, string>
  set: (g: Record<string, string>) => void
  loading: boolean
  problems: { field: string; message: string }[]
}) {
  const id = useId()
  const left = houses.filter((h) => !news.some((g) => g.key === goes[h.id])).length
  const name = (g: New, i: number) => g.name || t('divide.new', { n: i + 1 })
  const options = (
    <>
      <option value="">{t('divide.choose')}</option>
      {news.map((g, i) => (
        <option key={g.key} value={g.key}>
          {name(g, i)}
        </option>
      ))}
    </>
  )
  if (loading) return <Loading />
  if (!houses.length)
    return (
      <Empty>
        <p>{t('divide.no-houses')}</p>
      </Empty>
    )
  return (
    <Part title={t('divide.houses')}>
      <FieldError field="into" problems={problems} />
      <p role="status">{t(left ? 'divide.left' : 'divide.left.none', { n: left })}</p>
      <div className="fields">
        {[...new Map(houses.map((h) => [h.oldId, h.old]))].map(([oldId, old]) => (
          <div className="field" key={oldId}>
            <label htmlFor={`${id}${oldId}`}>{t('divide.all-of', { name: old })}</label>
            <select
              id={`${id}${oldId}`}
              value=""
              onChange={(e) =>
                set({
                  ...goes,
                  ...Object.fromEntries(houses.filter((h) => h.oldId === oldId).map((h) => [h.id, e.target.value])),
                })
              }
            >
              {options}
            </select>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keys */}
      <section className="table-scroll" tabIndex={0} aria-label={t('grids.table', { of: t('divide.houses') })}>
        <table className="table">
          <thead>
            <tr>
              {['house', 'people', 'into'].map((c) => (
                <th key={c} scope="col">
                  {t(`divide.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {houses.map((h) => (
              <tr key={h.id}>
                <th scope="row" id={`${id}${h.id}`}>
                  {h.name}
                  <br />
                  <span className="soft">{h.old}</span>
                </th>
                <td>{h.people ?? t('grids.unknown')}</td>
                <td>
                  <select
                    aria-labelledby={`${id}${h.id}`}
                    value={news.some((g) => g.key === goes[h.id]) ? goes[h.id] : ''}
                    onChange={(e) => set({ ...goes, [h.id]: e.target.value })}
                  >
                    {options}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
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
