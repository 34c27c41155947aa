import { useId, useState } from 'react'
import { change, useAct } from '../api/client.ts'
import type { MatterPage } from '../api/types.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Part } from '../ui/Page.tsx'
import { Trouble } from '../ui/states.tsx'
import { t } from '../ui/t.ts'

/** Closed is not solved: whether it is, only the applicant can say. */
export function Solved({ m }: { m: MatterPage }) {
  const id = useId()
  const [words, setWords] = useState('')
  const path = { number: m.number }
  const solved = useAct((_: null, key: string) =>
    change('POST', '/api/matters/{number}/solved', { path, key, body: {} }),
  )
  const dispute = useAct((said: string, key: string) =>
    change('POST', '/api/matters/{number}/dispute', { path, key, body: { words: said } }),
  )
  const { dispute: asked } = m.exceptions
  const may = (act: string) => m.abilities[act] === null
  if (!may('solved') && !may('dispute') && !asked) return null
  return (
    <Part title={t('solved.title')}>
      {asked && <p>{t('solved.asked', { words: asked.words })}</p>}
      {asked && <p>{asked.answer ? t('solved.answer', { words: asked.answer }) : t('solved.waiting')}</p>}
      {m.solution === 'solved' && <p>{t('solved.yes')}</p>}
      {[solved, dispute].map((act, i) => act.error && <Trouble key={i ? 'dispute' : 'solved'} error={act.error} />)}
      {may('solved') && (
        <div className="actions">
          <ActionButton busy={solved.isPending} onClick={() => solved.mutate(null)}>
            {t('solved.confirm')}
          </ActionButton>
        </div>
      )}
      {may('dispute') && (
        <details>
          <summary>{t('solved.not')}</summary>
          <div className="field">
            <label htmlFor={id}>{t('solved.words')}</label>
            <textarea id={id} rows={4} maxLength={500} value={words} onChange={(e) => setWords(e.target.value)} />
          </div>
          <ActionButton busy={dispute.isPending} onClick={() => words.trim() && dispute.mutate(words)}>
            {t('solved.send')}
          </ActionButton>
        </details>
      )}
    </Part>
  )
}
