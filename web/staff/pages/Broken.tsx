import { Page } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'

/** A fault of ours: said plainly, with a way on. What was sent before it happened is kept. */
export const Broken = () => (
  <Page title={t('broken.title')} home="/desk" wide>
    <p>{t('broken.words')}</p>
    <p>
      <button type="button" className="main" onClick={() => location.reload()}>
        {t('net.retry')}
      </button>
    </p>
  </Page>
)

export const NotHere = () => (
  <Page title={t('not-here.title')} home="/desk" wide>
    <p>
      <a href="/desk">{t('not-here.home')}</a>
    </p>
  </Page>
)
