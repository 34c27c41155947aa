import type { ReactNode } from 'react'
import type { Problem } from '../api/client.ts'
import { Page } from '../ui/Page.tsx'
import { useSession } from '../ui/session.tsx'
import { t } from '../ui/t.ts'
import { useDuties } from './data.ts'
import { Link } from './link.ts'
import { SignIn } from './pages/SignIn.tsx'
import './staff.css'

/** Every page of the staff's doors: one menu, of what this person's posts can use. */
export function Shell({ title, problems, children }: { title: string; problems?: Problem[]; children: ReactNode }) {
  const { data } = useSession()
  const { has } = useDuties()
  if (data && !data.signedIn) return <SignIn />
  return (
    <Page
      title={title}
      home={location.pathname.startsWith('/command') ? '/command' : '/desk'}
      wide
      {...(problems && { problems })}
      menu={
        <nav className="menu" aria-label={t('staff.menu')}>
          {has('clerk') && <Link to="/desk/take">{t('staff.take')}</Link>}
          {has('clerk', 'handler', 'head') && <Link to="/desk/tasks">{t('staff.tasks')}</Link>}
          <Link to="/desk/matters">{t('staff.matters')}</Link>
          {has('clerk', 'supervisor', 'dispatcher', 'leader', 'audit-admin', 'rating-manager') && (
            <>
              <Link to="/desk/ledgers">{t('staff.ledgers')}</Link>
              <Link to="/desk/metrics">{t('staff.metrics')}</Link>
            </>
          )}
          {has('handler', 'head', 'supervisor', 'dispatcher', 'leader', 'audit-admin') && (
            <Link to="/desk/bypass">{t('staff.bypass')}</Link>
          )}
          <Link to="/desk/messages">{t('staff.messages')}</Link>
          {has('catalogue-manager', 'supervisor', 'leader', 'head') && (
            <Link to="/desk/workshop">{t('staff.workshop')}</Link>
          )}
          {has('supervisor', 'dispatcher', 'leader', 'clerk', 'head') && (
            <Link to="/command">{t('staff.command')}</Link>
          )}
        </nav>
      }
    >
      {children}
    </Page>
  )
}
