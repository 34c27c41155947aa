import { useState } from 'react'
import { change, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Part } from '../../ui/Page.tsx'
import { Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'

/** Stops or resumes an item for new applicants; who has asked already goes on. */
export function ItemState({ id }: { id: string }) {
  const [reason, setReason] = useState('')
  const set = useAct((state: 'in-use' | 'suspended' | 'cancelled', key: string) =>
    change('POST', '/api/workshop/items/{id}/state', { path: { id }, key, body: { state, reason: reason.trim() } }),
  )
  return (
    <Part title={t('workshop.item-state')}>
      {set.error && <Trouble error={set.error} />}
      {set.data && (
        <p role="status">
          {t('workshop.item-state.done', { state: t(`workshop.state.${set.data.state}`), n: set.data.openMatters })}
        </p>
      )}
      <div className="field">
        <label htmlFor="state-reason">{t('workshop.item-state.reason')}</label>
        <input id="state-reason" value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />
      </div>
      <div className="actions">
        {(['in-use', 'suspended', 'cancelled'] as const).map((state) => (
          <ActionButton key={state} busy={set.isPending} onClick={() => reason.trim() && set.mutate(state)}>
            {t(`workshop.item-state.${state}`)}
          </ActionButton>
        ))}
      </div>
    </Part>
  )
}
