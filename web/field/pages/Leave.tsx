import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { useGo } from '../link.ts'
import { exportSealed } from '../outbox/export.ts'
import { leave, onBox } from '../phone.ts'
import { usePhone } from '../usePhone.ts'
import { Lines, saveFile } from './Outbox.tsx'

/** Leaving: today's list goes from the phone at once. What is unsent is shown first, and stays only after a clear word. */
export function Leave() {
  const { items } = usePhone()
  const navigate = useGo()
  const go = async () => {
    await leave()
    await navigate({ to: '/field', replace: true })
  }
  if (!items.length)
    return (
      <Frame title={t('session.out')}>
        <p>{t('field.leave-clean')}</p>
        <div className="actions">
          <button type="button" className="main" onClick={go}>
            {t('session.out')}
          </button>
        </div>
      </Frame>
    )
  return (
    <Frame title={t('field.leave-unsent', { n: items.length })}>
      <p>{t('field.leave-why')}</p>
      <Part title={t('field.leave-list')}>
        <Lines items={items} />
      </Part>
      <div className="actions">
        <button type="button" className="main" onClick={go}>
          {t('field.leave-keep')}
        </button>
        <button type="button" onClick={async () => saveFile(await onBox(exportSealed))}>
          {t('field.export')}
        </button>
      </div>
    </Frame>
  )
}
