import { useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Cancel } from './Cancel.tsx'
import type { StageProps } from './data.ts'

type Mapping = Record<string, number>
const sources = ['shared', 'grid', 'certificate', 'self'] as const
const named = (s: (typeof sources)[number]) => s === 'shared' || s === 'certificate'

/** Which heading is which column, where the data come from, and of which day they are. */
export function Columns({ job, kind, problems, onProblems, onDone }: StageProps & { onDone: () => void }) {
  const [mapping, setMapping] = useState<Mapping>(job.mapping ?? job.suggested.mapping)
  const before = job.source ?? job.suggested.source ?? ''
  const [source, setSource] = useState(
    sources.find((s) => before.startsWith(t(`imports.source.${s}`))) ?? ('shared' as (typeof sources)[number]),
  )
  const [from, setFrom] = useState(before.slice(t(`imports.source.${source}`).length + 1))
  const [collectedOn, setCollectedOn] = useState(job.collectedOn ?? '')
  const check = useAct(
    async (body: { mapping: Mapping; source: string; collectedOn: string }, key) =>
      change('POST', '/api/imports/{id}/check', { path: { id: job.id }, key, body }),
    onDone,
  )
  const heading = (i: number) => job.headings[i] || t('imports.nameless', { n: i + 1 })
  const used = new Set(Object.values(mapping))
  const unused = job.headings.map((_, i) => i).filter((i) => !used.has(i))
  const submit = () => {
    const missing = kind.columns
      .filter((c) => c.required && mapping[c.field] === undefined)
      .map((c) => ({ field: `mapping-${c.field}`, message: t('imports.missing', { column: c.title }) }))
    const wrong = [
      ...missing,
      ...(named(source) && !from.trim() ? [{ field: 'source', message: t('imports.source.missing') }] : []),
      ...(collectedOn ? [] : [{ field: 'collectedOn', message: t('imports.day.missing') }]),
    ]
    onProblems(wrong)
    if (wrong.length) return
    const said = t(`imports.source.${source}`) + (from.trim() ? t('imports.source.of', { name: from.trim() }) : '')
    check.mutate({ mapping, source: said, collectedOn }, { onError: (error) => onProblems(problemsOf(error)) })
  }
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        submit()
      }}
    >
      <Part title={t('imports.step.columns')}>
        <p id={fieldId('mapping')} tabIndex={-1}>
          {t(job.suggested.source ? 'imports.columns.remembered' : 'imports.columns.about')}
        </p>
        <ul className="column-list">
          {kind.columns.map((c) => {
            const id = fieldId(`mapping-${c.field}`)
            const at = mapping[c.field]
            const failed = problems.some((p) => p.field === `mapping-${c.field}`)
            return (
              <li key={c.field} className={failed ? 'failed' : undefined}>
                <label htmlFor={id}>
                  {c.title}
                  {c.required ? (
                    <strong className="must">{t('imports.must')}</strong>
                  ) : (
                    <span className="optional">{t('form.optional')}</span>
                  )}
                </label>
                <FieldError field={`mapping-${c.field}`} problems={problems} />
                <select
                  id={id}
                  value={at ?? ''}
                  aria-describedby={`${id}-sample`}
                  onChange={(e) => {
                    const { [c.field]: _, ...rest } = mapping
                    // A heading serves one column: taken here, it is free there.
                    const others = Object.fromEntries(
                      Object.entries(rest).filter(([, i]) => String(i) !== e.target.value),
                    )
                    setMapping(e.target.value === '' ? rest : { ...others, [c.field]: Number(e.target.value) })
                  }}
                >
                  <option value="">{t(c.required ? 'imports.choose' : 'imports.leave-out')}</option>
                  {job.headings.map((h, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat, and never move
                    <option key={`${h} ${i}`} value={i}>
                      {heading(i)}
                    </option>
                  ))}
                </select>
                <span className="soft sample" id={`${id}-sample`}>
                  {at === undefined
                    ? c.hint
                    : job.sample
                        .slice(0, 3)
                        .map((line) => line[at] || t('imports.blank'))
                        .join(t('home.comma'))}
                </span>
              </li>
            )
          })}
        </ul>
        {unused.length > 0 && <p>{t('imports.unused', { columns: unused.map(heading).join(t('home.comma')) })}</p>}
        <p className="soft small">{t('imports.masked')}</p>
      </Part>
      <Part title={t('imports.origin')}>
        <div className="fields">
          <div className="field">
            <label htmlFor={`${fieldId('source')}-kind`}>{t('imports.source')}</label>
            <select
              id={`${fieldId('source')}-kind`}
              value={source}
              onChange={(e) => setSource(e.target.value as typeof source)}
            >
              {sources.map((s) => (
                <option key={s} value={s}>
                  {t(`imports.source.${s}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={fieldId('source')}>
              {t('imports.source.name')}
              {!named(source) && <span className="optional">{t('form.optional')}</span>}
            </label>
            <FieldError field="source" problems={problems} />
            <input
              id={fieldId('source')}
              value={from}
              maxLength={40}
              aria-invalid={problems.some((p) => p.field === 'source') || undefined}
              onChange={(e) => setFrom(e.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={fieldId('collectedOn')}>{t('imports.day')}</label>
            <FieldError field="collectedOn" problems={problems} />
            <input
              id={fieldId('collectedOn')}
              type="date"
              value={collectedOn}
              aria-invalid={problems.some((p) => p.field === 'collectedOn') || undefined}
              onChange={(e) => setCollectedOn(e.target.value)}
            />
          </div>
        </div>
        <p className="soft">{t('imports.origin.about')}</p>
      </Part>
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={check.isPending}>
          {t('imports.check')}
        </ActionButton>
        {job.state === 'uploaded' && <Cancel job={job} onProblems={onProblems} />}
      </div>
    </form>
  )
}
