import { openDoor } from '../ui/door.tsx'
import { Page } from '../ui/Page.tsx'
import { t } from '../ui/t.ts'
import zh from './zh.json' with { type: 'json' }

openDoor(
  zh,
  <Page title={t('brand')} home="/">
    <p>{t('net.loading')}</p>
  </Page>,
)
