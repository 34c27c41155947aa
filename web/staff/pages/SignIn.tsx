import { Page } from '../../ui/Page.tsx'
import { SignInList } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'

export const SignIn = () => (
  <Page title={t('signin.title')} home="/">
    <SignInList next={location.pathname + location.search} />
  </Page>
)
