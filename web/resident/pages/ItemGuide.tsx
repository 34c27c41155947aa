import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Item, Limit } from '../../api/types.ts'
import { Part } from '../../ui/Page.tsx'
import { useSession } from '../../ui/session.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { draftQuery, itemQuery } from '../data.ts'
import { Back, Shell } from '../Shell.tsx'

export function ItemGuide() {
  const { item: id } = useParams({ from: '/items/$item' })
  const { data: item, error, refetch } = useQuery(itemQuery(id))
  return (
    <Shell title={item?.name ?? t('items.title')} back={<Back to="/items" />}>
      {error ? <Trouble error={error} retry={refetch} /> : !item ? <Loading /> : <Guide item={item} />}
    </Shell>
  )
}

const Guide = ({ item }: { item: Item }) => (
  <>
    <p>{item.summary}</p>
    <Start item={item} />
    <Part title={t('item.who')}>
      <ul>
        {item.conditions.map((c) => (
          <li key={c}>{c}</li>
        ))}
      </ul>
    </Part>
    <Part title={t('item.bring')}>
      {item.materials.length === 0 ? (
        <p>{t('item.bring.none')}</p>
      ) : (
        <ul className="bring">
          {item.materials.map((m) => (
            <li key={m.code}>
              <strong>{m.name}</strong>{' '}
              <span className="soft">{t(m.when ? 'item.bring.when' : `item.necessity.${m.necessity}`)}</span>
              {m.check && <p className="soft">{m.check}</p>}
              {m.held && <p className="soft">{t('item.bring.held')}</p>}
            </li>
          ))}
        </ul>
      )}
    </Part>
    <dl className="pairs">
      <Pair term="item.time">
        {item.projectType === 'on-the-spot'
          ? t('item.time.on-the-spot')
          : t('item.time.promised', { limit: limitWords(item.limits.promised) })}
        {item.limits.legal && t('item.time.legal', { limit: limitWords(item.limits.legal) })}
      </Pair>
      <Pair term="item.result">{item.result.name}</Pair>
      <Pair term="item.visit">
        {t(`item.visit.${item.visits}`)}
        {item.whyVisit && <span className="soft">{`\n${item.whyVisit}`}</span>}
      </Pair>
      <Pair term="item.fee">{item.fee ?? t('item.fee.none')}</Pair>
    </dl>
    {item.legalBasis.length > 0 && (
      <Part title={t('item.basis')}>
        <ul>
          {item.legalBasis.map((b) => (
            <li key={b.law + b.article}>
              {b.law} {b.article}
            </li>
          ))}
        </ul>
      </Part>
    )}
    <Start item={item} />
    <p className="soft">{t('item.window')}</p>
  </>
)

const Pair = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{t(term)}</dt>
    <dd>{children}</dd>
  </div>
)

function Start({ item }: { item: Item }) {
  const { data: session } = useSession()
  const mine = session?.signedIn && session.kind === 'resident'
  const draft = useQuery(draftQuery(item.id, Boolean(mine)))
  const step = draft.data?.at ?? 'you'
  if (!mine)
    return (
      <p>
        <a className="button main" href={`/sign-in?next=${encodeURIComponent(`/apply/${item.id}/you`)}`}>
          {t('item.start.signin')}
        </a>
      </p>
    )
  return (
    <p>
      <Link className="button main" to="/apply/$item/$step" params={{ item: item.id, step }}>
        {t(draft.data ? 'item.resume' : 'item.start')}
      </Link>
    </p>
  )
}

const limitWords = ({ amount, unit }: Limit) => t(`item.limit.${unit}`, { amount })
