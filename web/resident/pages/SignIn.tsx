import { useSearch } from '@tanstack/react-router'
import { SignInList } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

export function SignIn() {
  const { next } = useSearch({ from: '/sign-in' })
  return (
    <Shell title={t('signin.title')} back={<Back to="/" />}>
      <SignInList next={next} />
    </Shell>
  )
}
