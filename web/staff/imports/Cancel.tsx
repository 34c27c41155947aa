import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { t } from '../../ui/t.ts'
import type { StageProps } from './data.ts'

export function Cancel({ job, onProblems }: Pick<StageProps, 'job' | 'onProblems'>) {
  const cancel = useAct(async (_: null, key) =>
    change('POST', '/api/imports/{id}/cancel', { path: { id: job.id }, key, body: {} }).catch((error) => {
      onProblems(problemsOf(error))
    }),
  )
  return (
    <ActionButton busy={cancel.isPending} onClick={() => cancel.mutate(null)}>
      {t('imports.cancel')}
    </ActionButton>
  )
}
