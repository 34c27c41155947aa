import { useQuery } from '@tanstack/react-query'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Acts, type Doing } from '../Acts.tsx'
import { endCareAct } from './acts.ts'
import { type Category, careQuery } from './data.ts'

/** Under which categories somebody looks after them, since when, and until when the law lets us know it. */
export function CarePart({
  person,
  categories,
  onDone,
}: {
  person: string
  categories: Category[]
  onDone: Doing['onDone']
}) {
  const { data, error, refetch } = useQuery(careQuery(person))
  return (
    <Part title={t('registry.care')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.length ? (
        <p className="soft">{t('registry.care.none')}</p>
      ) : (
        <ul className="task-list">
          {data.map((c) => {
            const category = categories.find((x) => x.id === c.category)
            return (
              <li key={c.id} className="task">
                <p className="facts">
                  <strong>{c.name}</strong>
                  <span>{t(`registry.level.${c.level}`)}</span>
                  <span>{t('registry.care.since', { date: day(c.since) })}</span>
                  <span>{c.until ? t('registry.care.until', { date: day(c.until) }) : t('registry.care.open')}</span>
                  <span>
                    {c.lastVisit
                      ? t('registry.care.visited', { date: day(c.lastVisit) })
                      : t('registry.care.unvisited')}
                  </span>
                </p>
                <p className="soft">
                  {t('registry.care.basis', {
                    basis: c.basis,
                    law: category?.basis ?? '',
                    purpose: category?.purpose ?? '',
                  })}
                </p>
                <div className="no-print">
                  <Acts
                    acts={[endCareAct()]}
                    abilities={category?.keeps ? { endCare: null } : {}}
                    base={`/api/care/${c.id}`}
                    onDone={onDone}
                  />
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </Part>
  )
}
