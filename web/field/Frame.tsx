import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Problem } from '../api/client.ts'
import { timeOfDay } from '../ui/format.ts'
import { Page } from '../ui/Page.tsx'
import { Empty, Loading, NoPermission } from '../ui/states.tsx'
import { t } from '../ui/t.ts'
import { Link } from './link.ts'
import { usePhone } from './usePhone.ts'

type Props = { title: string; problems?: Problem[]; back?: boolean; open?: boolean; children: ReactNode }

/** Every page of the phone: the bar that says what is sent and what is not stands above all of them. */
export function Frame({ title, problems, back = true, open, children }: Props) {
  const { ready, owner } = usePhone()
  return (
    <>
      <Bar />
      <Page
        title={title}
        home="/field"
        {...(problems && { problems })}
        {...(back && { back: <Back /> })}
        account={<Account />}
      >
        {!ready ? <Loading /> : owner || open ? children : <SignedOut />}
      </Page>
    </>
  )
}

function Bar() {
  const { online, items, stop, lastSync, owner } = usePhone()
  const stuck = items.filter((x) => x.row.state !== 'waiting').length
  return (
    <nav className="field-bar" aria-label={t('field.bar')}>
      <Link to="/field/outbox">
        <span className={online ? 'net on' : 'net off'}>{t(online ? 'field.online' : 'field.offline')}</span>
        <span>{t('field.waiting', { n: items.length - stuck })}</span>
        <span className={stuck ? 'needs' : undefined}>{t('field.needs', { n: stuck })}</span>
        <span>
          {lastSync ? t('field.synced', { at: timeOfDay(new Date(lastSync).toISOString()) }) : t('field.never-synced')}
        </span>
      </Link>
      {stop === 'sign-in' && owner && (
        <a className="again" href="/field/sign-in">
          {t('field.sign-in-again')}
        </a>
      )}
    </nav>
  )
}

function Account() {
  const { owner } = usePhone()
  if (!owner)
    return (
      <a className="button quiet" href="/field/sign-in">
        {t('session.in')}
      </a>
    )
  return (
    <>
      <span className="who">
        <span aria-hidden="true">{owner.name}</span>
        <span className="visually-hidden">{t('session.as', { name: owner.name })}</span>
      </span>
      <Link className="button quiet" to="/field/leave">
        {t('session.out')}
      </Link>
    </>
  )
}

function SignedOut() {
  const { stop } = usePhone()
  if (stop === 'no-duty')
    return (
      <NoPermission>
        <p>{t('field.no-duty')}</p>
      </NoPermission>
    )
  return (
    <Empty>
      <p>{t(stop === 'ended' ? 'field.ended' : 'field.signed-out')}</p>
      <p>
        <a className="button main" href="/field/sign-in">
          {t('session.in')}
        </a>
      </p>
    </Empty>
  )
}

export function Back() {
  const { history } = useRouter()
  return (
    <Link
      to="/field"
      activeOptions={{ exact: true }}
      onClick={(e) => {
        if (!history.canGoBack()) return
        e.preventDefault()
        history.back()
      }}
    >
      {t('nav.back')}
    </Link>
  )
}
