import { useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Cancel } from './Cancel.tsx'
import type { StageProps } from './data.ts'
import { Faults } from './Faults.tsx'
import { Figures } from './Figures.tsx'

type Choice = 'all-or-nothing' | 'skip-bad'

/** What the dry run found, what importing would do, and the choice. */
export function Checked({ job, onProblems, onColumns }: StageProps & { onColumns: () => void }) {
  const [choice, setChoice] = useState<Choice | null>(job.bad ? null : 'all-or-nothing')
  const sums = { lines: job.lines, good: job.good, bad: job.bad }
  const start = useAct(async (chosen: Choice, key) =>
    change('POST', '/api/imports/{id}/import', { path: { id: job.id }, key, body: { choice: chosen } }),
  )
  const why = !job.good
    ? t('imports.nothing-good')
    : choice === null
      ? t('imports.choice.first')
      : choice === 'all-or-nothing' && job.bad
        ? t('imports.choice.mend', { n: job.bad })
        : null
  return (
    <>
      <Part title={t('imports.checked.title')}>
        <p>{t(job.bad ? 'imports.checked.bad' : 'imports.checked.good', sums)}</p>
        <Figures of={sums} />
      </Part>
      {job.bad > 0 && <Faults job={job} />}
      {job.forecast && job.forecastAt && job.good > 0 && (
        <Part title={t('imports.forecast')}>
          <p className="soft">{t('imports.forecast.about', { at: moment(job.forecastAt) })}</p>
          <Figures of={job.forecast} />
        </Part>
      )}
      <Part title={t('imports.decide')}>
        {job.bad > 0 && (
          <fieldset className="choices">
            <legend>{t('imports.choice')}</legend>
            {(['all-or-nothing', 'skip-bad'] as const).map((c) => (
              <label key={c} className="choice">
                <input type="radio" name="choice" checked={choice === c} onChange={() => setChoice(c)} />
                {t(`imports.choice.${c}`, sums)}
              </label>
            ))}
          </fieldset>
        )}
        <div className="actions">
          <ActionButton
            kind="main"
            why={why}
            busy={start.isPending}
            onClick={() => choice && start.mutate(choice, { onError: (error) => onProblems(problemsOf(error)) })}
          >
            {t('imports.start', { n: job.good })}
          </ActionButton>
          <button type="button" onClick={onColumns}>
            {t('imports.columns.again')}
          </button>
          <Cancel job={job} onProblems={onProblems} />
        </div>
      </Part>
    </>
  )
}
