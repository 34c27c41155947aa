import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { ForReaders } from './ForReaders.tsx'
import { Lines } from './Lines.tsx'
import './registry.css'

type D = Answer<'get', '/api/dwellings/{id}'>
const says = ['use', 'area', 'rented', 'owner'] as const

/** One home, who lives or is registered there, and who did before. */
export function Dwelling() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['dwelling', id],
    queryFn: ({ signal }) => read('/api/dwellings/{id}', { path: { id } }, signal),
  })
  return (
    <Shell title={data ? data.address : t('homes.dwelling')}>
      <ForReaders>
        {error ? <Trouble error={error} retry={refetch} /> : data ? <File d={data} /> : <Loading />}
      </ForReaders>
      <Keys />
    </Shell>
  )
}

function File({ d }: { d: D }) {
  return (
    <>
      <p className="facts">
        <span>
          {d.building ? (
            <Link to="/desk/buildings/$id" params={{ id: d.building }}>
              {d.buildingName}
            </Link>
          ) : (
            <span className="mark">{t('homes.no-building')}</span>
          )}
        </span>
        {d.grid && <span>{d.grid}</span>}
        {d.use && <span>{d.use}</span>}
        {d.area !== null && <span>{t('homes.area', { n: d.area })}</span>}
        {d.rented !== null && <span className="mark">{t(d.rented ? 'homes.rented' : 'homes.not-rented')}</span>}
      </p>
      <Part title={t('homes.people')}>
        {d.people.length ? <Lines people={d.people} /> : <p className="soft">{t('homes.people.none')}</p>}
      </Part>
      <div className="columns">
        <Part title={t('homes.past')}>
          {d.past.length ? (
            <ul>
              {d.past.map((p) => (
                <li key={`${p.name} ${p.kind} ${p.from}`}>
                  {t('homes.past.line', {
                    name: p.name,
                    kind: t(`registry.how.${p.kind}`),
                    from: day(p.from),
                    to: day(p.to),
                  })}{' '}
                  <span className="soft">{p.why}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('homes.past.none')}</p>
          )}
        </Part>
        <Part title={t('registry.records')}>
          {d.records.length ? (
            <ul>
              {d.records.map((r) => (
                <li key={`${r.source} ${r.collectedAt} ${JSON.stringify(r.says)}`}>
                  <strong>{r.source}</strong> {day(r.collectedAt)}{' '}
                  <span className="soft">
                    {says
                      .filter((k) => r.says[k] !== null && r.says[k] !== undefined)
                      .map((k) => t(`homes.says.${k}`, { value: words(r.says[k]) }))
                      .join(t('home.comma'))}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('registry.records.none')}</p>
          )}
        </Part>
      </div>
    </>
  )
}
const words = (v: unknown) => (typeof v === 'boolean' ? t(v ? 'form.yes' : 'form.no') : String(v))
