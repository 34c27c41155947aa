import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { read } from '../../api/client.ts'
import { save } from '../../api/download.ts'
import { fullDay } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { useSession } from '../../ui/session.tsx'
import { Loading, NoPermission, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useGo } from '../link.ts'
import { indented, usePlaces } from '../places.ts'
import { Shell } from '../Shell.tsx'
import { Bars } from './Bars.tsx'
import { csvOf } from './csv.ts'
import { measures, precision, tables } from './figures.ts'
import { Months } from './Months.tsx'
import { Table } from './Table.tsx'

const duties = ['leader', 'supervisor', 'dispatcher', 'clerk', 'grid-head', 'data-manager', 'deputy']

/** How many live and are registered where, on a day: three tables of one place, each drawn and written. */
export function Population() {
  const { at, place } = useSearch({ strict: false }) as { at?: string; place?: string }
  const { data: me } = useSession()
  const go = useGo()
  const { places, error, refetch } = usePlaces(duties)
  const today = me?.now ? new Date(Date.parse(me.now) + 8 * 3_600_000).toISOString().slice(0, 10) : ''
  const day = at ?? today
  const wanted = place ?? places?.[0]?.id
  const to = (search: { at?: string | undefined; place?: string | undefined }) =>
    go({ to: '/desk/population', search: { at, place, ...search } })
  return (
    <Shell title={t('population.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !places || !day ? (
        <Loading />
      ) : !wanted ? (
        <NoPermission>
          <p>{t('population.nowhere')}</p>
        </NoPermission>
      ) : (
        <>
          <Where places={places} place={wanted} day={day} today={today} onChange={to} />
          <Shown place={wanted} day={day} onPlace={(id) => to({ place: id })} />
        </>
      )}
    </Shell>
  )
}

function Where({
  places,
  place,
  day,
  today,
  onChange,
}: {
  places: NonNullable<ReturnType<typeof usePlaces>['places']>
  place: string
  day: string
  today: string
  onChange: (search: { at?: string; place?: string }) => void
}) {
  const id = useId()
  const history = useQuery({
    queryKey: ['place', place],
    queryFn: ({ signal }) => read('/api/places/{id}', { path: { id: place } }, signal),
    staleTime: 600_000,
  })
  // The way down to here, as far up as this person may look.
  const way = (history.data?.path ?? '').split('/').filter(Boolean)
  const known = way.map((p) => places.find((l) => l.id === p)).filter((p) => p !== undefined)
  const listed = places.some((p) => p.id === place)
  return (
    <>
      <form className="filters no-print" onSubmit={(e) => e.preventDefault()}>
        <label htmlFor={`${id}p`}>{t('population.place')}</label>
        <select id={`${id}p`} value={place} onChange={(e) => onChange({ place: e.target.value })}>
          {places.map((p) => (
            <option key={p.id} value={p.id}>
              {indented(p)}
            </option>
          ))}
          {!listed && <option value={place}>{history.data?.name ?? place}</option>}
        </select>
        <label htmlFor={`${id}d`}>{t('population.day')}</label>
        <input
          id={`${id}d`}
          type="date"
          value={day}
          max={today}
          onChange={(e) => e.target.value && onChange({ at: e.target.value })}
        />
      </form>
      {known.length > 0 && way.length > 1 && (
        <nav className="trail no-print" aria-label={t('population.way')}>
          {known
            .filter((p) => p.id !== place)
            .map((p) => (
              <button key={p.id} type="button" className="quiet" onClick={() => onChange({ place: p.id })}>
                {p.name}
              </button>
            ))}
          <span aria-current="page">{history.data?.name}</span>
        </nav>
      )}
    </>
  )
}

function Shown({ place, day, onPlace }: { place: string; day: string; onPlace: (id: string) => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['population', day, place],
    queryFn: ({ signal }) => read('/api/population', { query: { at: day, place } }, signal),
  })
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  const title = t('population.of', { place: data.place, day: fullDay(`${day}T00:00:00+08:00`) })
  return (
    <>
      <h2>{title}</h2>
      <dl className="figures">
        {measures.map((m) => (
          <div key={m}>
            <dt>{t(`population.${m}`)}</dt>
            <dd>
              <strong>{t('population.people', { n: data.total[m].toLocaleString('zh-CN') })}</strong>
              <span className="soft">{t(`population.${m}.meaning`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">{precision(data)}</p>
      <div className="actions no-print">
        <button type="button" className="plain" onClick={() => print()}>
          {t('population.print')}
        </button>
        <button type="button" className="plain" onClick={() => save(csvOf(title, data), `${title}.csv`)}>
          {t('population.csv')}
        </button>
      </div>
      {tables.map(
        (by) =>
          data.tables[by].length > 0 && (
            <Part key={by} title={t(`population.by.${by}`)}>
              <div className="columns">
                <Bars lines={data.tables[by]} />
                <Table by={by} figures={data} {...(by === 'place' && { onPlace })} />
              </div>
            </Part>
          ),
      )}
      <Months figures={data} />
    </>
  )
}
