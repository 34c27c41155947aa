import { Link, useRouter } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { Page } from '../ui/Page.tsx'
import { t } from '../ui/t.ts'

type Props = Omit<ComponentProps<typeof Page>, 'home' | 'foot'>

/** A resident's page: help stands in the same place on every one. */
export const Shell = (props: Props) => <Page {...props} home="/" foot={<Help />} />

export const Help = () => (
  <>
    <a className="button plain" href="tel:12345">
      {t('help.call')}
    </a>
    <p>{t('help.others')}</p>
  </>
)

/** Back as the browser does it; where there is nothing to go back to, the page above. */
export function Back({ to, children }: { to: string; children?: ReactNode }) {
  const { history } = useRouter()
  return (
    <Link
      to={to}
      activeOptions={{ exact: true }}
      onClick={(e) => {
        if (!history.canGoBack()) return
        e.preventDefault()
        history.back()
      }}
    >
      {children ?? t('nav.back')}
    </Link>
  )
}
