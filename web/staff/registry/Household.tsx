import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { read } from '../../api/client.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Acts } from '../Acts.tsx'
import { useDuties } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { nameHeadAct } from './acts.ts'
import { keepers } from './data.ts'
import { ForReaders } from './ForReaders.tsx'
import { Lines } from './Lines.tsx'
import './registry.css'

/** One registered household by its number; without a head somebody must name one. */
export function Household() {
  const { number } = useParams({ strict: false }) as { number: string }
  const { has } = useDuties()
  const [done, setDone] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['household', number],
    queryFn: ({ signal }) => read('/api/households/{number}', { path: { number } }, signal),
  })
  const headless = data && data.members.length > 0 && !data.members.some((m) => m.relation === t('household.head'))
  return (
    <Shell title={t('household.title', { number })}>
      <ForReaders>
        {error ? (
          <Trouble error={error} retry={refetch} />
        ) : !data ? (
          <Loading />
        ) : (
          <>
            {done && (
              <p className="panel" role="status">
                {t('changed.done', { act: t('act.nameHead') })}
              </p>
            )}
            <p className="facts">
              {data.dwelling && (
                <Link to="/desk/dwellings/$id" params={{ id: data.dwelling }}>
                  {data.address}
                </Link>
              )}
              <span>{t('pick.people', { n: data.members.length })}</span>
              {headless && <span className="mark">{t('household.headless')}</span>}
            </p>
            {headless && <p>{t('household.headless.hint')}</p>}
            <Acts
              acts={[nameHeadAct(data.members)]}
              abilities={headless && has(...keepers) ? { nameHead: null } : {}}
              base={`/api/households/${number}`}
              onDone={() => setDone(true)}
            />
            <Part title={t('household.members')}>
              {data.members.length ? (
                <Lines people={data.members} />
              ) : (
                <p className="soft">{t('household.members.none')}</p>
              )}
            </Part>
          </>
        )}
      </ForReaders>
      <Keys />
    </Shell>
  )
}
