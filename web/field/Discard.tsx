import { useState } from 'react'
import { t } from '../ui/t.ts'
import { discard } from './outbox/mend.ts'
import { type Item, onBox } from './phone.ts'

/** Thrown away only after a second word: it cannot be found again. */
export function Discard({ item, then }: { item: Item; then: () => unknown }) {
  const [sure, setSure] = useState(false)
  const drop = async () => {
    await onBox((box) => discard(box, item.row))
    await then()
  }
  return (
    <div className="actions">
      {sure ? (
        <>
          <p role="status">{t('field.discard-sure')}</p>
          <button type="button" onClick={drop}>
            {t('field.discard-yes')}
          </button>
          <button type="button" className="quiet" onClick={() => setSure(false)}>
            {t('field.discard-no')}
          </button>
        </>
      ) : (
        <button type="button" className="quiet" onClick={() => setSure(true)}>
          {t('field.discard')}
        </button>
      )}
    </div>
  )
}
