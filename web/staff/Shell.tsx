import type { ReactNode } from 'react'
import type { Problem } from '../api/client.ts'
import { Page } from '../ui/Page.tsx'
import { useSession } from '../ui/session.tsx'
import { Menu } from './Menu.tsx'
import { SignIn } from './pages/SignIn.tsx'
import './staff.css'

type Props = { title: string; problems?: Problem[]; back?: ReactNode; children: ReactNode }
/** Every page of the staff's doors: one menu, of what this person's posts can use. */
export function Shell({ title, problems, back, children }: Props) {
  const { data } = useSession()
  if (data && !data.signedIn) return <SignIn />
  return (
    <Page
      title={title}
      home={location.pathname.startsWith('/command') ? '/command' : '/desk'}
      wide
      {...(problems && { problems })}
      {...(back && { back })}
      menu={<Menu />}
    >
      {children}
    </Page>
  )
}
