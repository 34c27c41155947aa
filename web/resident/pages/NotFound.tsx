import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

export const NotFound = () => (
  <Shell title={t('notfound.title')} back={<Back to="/" />}>
    <p>{t('notfound.hint')}</p>
  </Shell>
)
