import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Cancel } from './Cancel.tsx'
import { Checked } from './Checked.tsx'
import { Columns } from './Columns.tsx'
import { importQuery, importsQuery, isWorking, type StageProps } from './data.ts'
import { Result } from './Result.tsx'
import { type Step, Steps } from './Steps.tsx'
import './imports.css'

/** One spreadsheet from its columns to its result: what is shown follows where the server is with it. */
export function Import() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const job = useQuery(importQuery(id))
  const list = useQuery(importsQuery)
  const [problems, setProblems] = useState<Problem[]>([])
  const error = job.error ?? list.error
  const kind = list.data?.kinds.find((k) => k.kind === job.data?.kind)
  return (
    <Shell title={job.data?.name ?? t('imports.one')} problems={problems}>
      {error ? (
        <Trouble error={error} retry={() => job.refetch()} />
      ) : !job.data || !kind ? (
        <Loading />
      ) : (
        <Stage job={job.data} kind={kind} problems={problems} onProblems={setProblems} />
      )}
      <p>
        <Link to="/desk/imports">{t('imports.back')}</Link>
      </p>
    </Shell>
  )
}

function Stage(props: StageProps) {
  const { job, kind } = props
  const [again, setAgain] = useState(false)
  const here = useRef<HTMLDivElement>(null)
  const at = again ? 'uploaded' : job.state
  // The button that was pressed is gone with its step: reading goes on at the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the step that changes
  useEffect(() => {
    if (document.activeElement === document.body) here.current?.focus({ preventScroll: true })
  }, [at])
  return (
    <>
      <p className="soft">{t('imports.from', { kind: kind.title, by: job.createdBy, at: moment(job.createdAt) })}</p>
      <Steps now={stepOf(at)} done={at === 'done'} />
      <div ref={here} tabIndex={-1} className="stage">
        {at === 'uploaded' ? (
          <Columns {...props} onDone={() => setAgain(false)} />
        ) : isWorking(at) ? (
          <Working {...props} />
        ) : at === 'checked' ? (
          <Checked {...props} onColumns={() => setAgain(true)} />
        ) : at === 'done' ? (
          <Result job={job} />
        ) : (
          <Part title={t(`imports.state.${at}`)}>
            <p>{job.why ?? t('imports.cancelled.about')}</p>
            <p>
              {job.sample.length > 0 ? (
                <button type="button" onClick={() => setAgain(true)}>
                  {t('imports.again')}
                </button>
              ) : (
                t('imports.forgotten')
              )}
            </p>
          </Part>
        )}
      </div>
    </>
  )
}

const stepOf = (state: string): Step =>
  state === 'uploaded' ? 'columns' : state === 'checking' || state === 'checked' ? 'check' : 'import'

function Working({ job, onProblems }: StageProps) {
  const checking = job.state === 'checking'
  const words = checking
    ? t('imports.checking', { n: job.lines, bad: job.bad })
    : t('imports.importing', { done: job.done, good: job.good })
  return (
    <Part title={t(`imports.state.${job.state}`)}>
      <p role="status">{words}</p>
      <progress
        aria-label={t(`imports.state.${job.state}`)}
        max={checking ? 1 : job.good}
        value={checking ? undefined : job.done}
      />
      <p className="soft">{t('imports.leave')}</p>
      <Cancel job={job} onProblems={onProblems} />
    </Part>
  )
}
