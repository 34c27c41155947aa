import { Link, useNavigate } from '@tanstack/react-router'
import { change, type Problem, problemsOf, useAct } from '../../api/client.ts'
import type { Submission } from '../../api/types.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { fieldId } from '../../ui/ErrorSummary.tsx'
import { wordsOf } from '../../ui/form/schema.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'
import type { FlowProps } from './Apply.tsx'
import type { You } from './draft.ts'
import { givenMaterials, heldOf, materialsFor } from './materials.ts'
import { wordsFor } from './YouStep.tsx'

const you = ['name', 'idNumber', 'phone', 'address', 'place'] as const

/** Everything once more, each with its way back; then one act. */
export function CheckStep(flow: FlowProps) {
  const { item, draft, facts, held, steps, shown, close } = flow
  const navigate = useNavigate()
  const submit = useAct(
    (body: Submission, key: string) => change('POST', '/api/matters', { key, body }),
    ({ number }) => {
      close()
      return navigate({ to: '/done/$number', params: { number }, replace: true })
    },
  )
  const send = () => {
    const { place, ...applicant } = draft.you as You
    submit.mutate({
      item: item.id,
      place,
      applicant,
      form: shown(draft.form),
      materials: givenMaterials(item, facts ?? {}, held, draft),
    })
  }
  const row = (step: string, field: string, label: string, words: string) => (
    <div key={field} className="with-change">
      <dt>{label}</dt>
      <dd>{words}</dd>
      <dd className="do">
        <Link id={fieldId(field)} to="/apply/$item/$step" params={{ item: item.id, step }} search={{ back: 'check' }}>
          <span aria-hidden="true">{t('apply.check.change')}</span>
          <span className="visually-hidden">{t('apply.check.change-what', { what: label })}</span>
        </Link>
      </dd>
    </div>
  )
  return (
    <Shell
      title={t('apply.check.title')}
      back={<Back to={`/items/${item.id}`}>{t('apply.back')}</Back>}
      problems={onThisPage(problemsOf(submit.error), item)}
    >
      <Part title={t('apply.you.title')}>
        <dl className="pairs">
          {you.map((n) =>
            row(
              'you',
              n === 'place' ? n : `applicant.${n}`,
              t(`apply.you.${n}`),
              wordsFor(n, draft.you[n] ?? '', flow.places) || t('form.unanswered'),
            ),
          )}
        </dl>
      </Part>
      <Part title={t('apply.check.answers')}>
        <dl className="pairs">
          {steps.flatMap((s) =>
            s.names.map((name) => {
              const q = item.form.properties[name] ?? {}
              return row(s.key, `form.${name}`, q.title ?? name, wordsOf(q, draft.form[name]) ?? t('form.unanswered'))
            }),
          )}
        </dl>
      </Part>
      <Part title={t('apply.check.materials')}>
        <dl className="pairs">
          {materialsFor(item, facts ?? {}).map((m) => {
            const files = draft.materials[m.code]?.files.length ?? 0
            return row(
              'materials',
              `materials.${m.code}`,
              m.name,
              files
                ? t('apply.check.files', { n: files })
                : t(heldOf(m, held) ? 'apply.check.held' : 'apply.check.bring'),
            )
          })}
        </dl>
      </Part>
      <p>{t('apply.check.promise')}</p>
      <ActionButton kind="main" busy={submit.isPending} onClick={send}>
        {t('apply.check.submit', { item: item.name })}
      </ActionButton>
    </Shell>
  )
}

/** The server counts materials; rows here go by their code, and answers by their first name. */
const onThisPage = (problems: Problem[], item: FlowProps['item']): Problem[] =>
  problems.map((p) => {
    const [part, at = ''] = p.field.split('.')
    if (part === 'materials') return { ...p, field: `materials.${item.materials[Number(at)]?.code ?? at}` }
    return part === 'form' ? { ...p, field: `form.${at}` } : p
  })
