import { SignInList } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'

export const SignIn = () => (
  <Frame title={t('signin.title')} open>
    <SignInList next="/field" />
  </Frame>
)
