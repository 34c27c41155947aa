import { t } from '../../ui/t.ts'

const steps = ['template', 'upload', 'columns', 'check', 'import'] as const
export type Step = (typeof steps)[number]

/** Where one is on the way; not a menu. */
export function Steps({ now, done = false }: { now: Step; done?: boolean }) {
  const at = steps.indexOf(now)
  return (
    <ol className="steps" aria-label={t('imports.steps')}>
      {steps.map((s, i) => (
        <li
          key={s}
          aria-current={i === at && !done ? 'step' : undefined}
          className={i < at || done ? 'past' : undefined}
        >
          <span>{t(`imports.step.${s}`)}</span>
          {(i < at || done) && <span className="visually-hidden">{t('imports.step.past')}</span>}
        </li>
      ))}
    </ol>
  )
}
