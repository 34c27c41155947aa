import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type Problem, problemsOf } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { stepsOf } from '../../ui/form/schema.ts'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'
import type { FlowProps } from './Apply.tsx'
import { stepWithProblem } from './problems.ts'

type Props = {
  flow: FlowProps
  name: string
  title: string
  titleInside?: boolean
  /** Judges the answers of this page; the problems found, none to go on. */
  judge: () => Promise<Problem[]> | Problem[]
  /** Replaces the continue button. */
  buttons?: (go: () => void, busy: boolean) => ReactNode
  children: (problems: Problem[]) => ReactNode
}

/** The frame of every page of an application: judge, save, go on; or say what is wrong. */
export function StepPage({ flow, name, title, titleInside, judge, buttons, children }: Props) {
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const next = useNext(flow, name)
  const go = async () => {
    if (busy) return
    setBusy(true)
    try {
      const found = await judge()
      setProblems(found)
      if (!found.length) await next()
    } catch (error) {
      setProblems(problemsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Shell
      title={title}
      titleInside={titleInside ?? false}
      problems={problems}
      back={<Back to={`/items/${flow.item.id}`}>{t('apply.back')}</Back>}
    >
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          go()
        }}
      >
        {children(problems)}
        {buttons ? (
          buttons(go, busy)
        ) : (
          <ActionButton kind="main" type="submit" busy={busy}>
            {t('apply.continue')}
          </ActionButton>
        )}
      </form>
      <SavedLine flow={flow} />
    </Shell>
  )
}

const SavedLine = ({ flow: { saving } }: { flow: FlowProps }) => (
  <p className="saved" role="status">
    {saving.state === 'saving'
      ? t('apply.saving')
      : saving.state === 'saved'
        ? t('apply.saved')
        : saving.state === 'failed'
          ? t('apply.unsaved', { why: saving.why })
          : ''}
  </p>
)

/** To the next page; from a change made on the check page, back there, past whatever has become necessary. */
function useNext(flow: FlowProps, name: string) {
  const navigate = useNavigate()
  const { back } = useSearch({ from: '/apply/$item/$step' })
  return async () => {
    const { item, order, latest, update, save, check } = flow
    let step = order[order.indexOf(name) + 1] ?? 'check'
    if (back === 'check') step = 'check'
    // Past the questions only when all of them are answered: a late answer may have made an earlier one necessary.
    if (step === 'materials' || step === 'check') {
      const { problems, facts } = await check(latest().form)
      step = stepWithProblem(stepsOf(item.form, facts), problems) ?? step
    }
    update({ at: step })
    save()
    await navigate({
      to: '/apply/$item/$step',
      params: { item: item.id, step },
      search: back && step !== 'check' ? { back } : {},
    })
  }
}
