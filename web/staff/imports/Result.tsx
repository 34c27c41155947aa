import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { Job } from './data.ts'
import { Faults } from './Faults.tsx'
import { Figures } from './Figures.tsx'

/** What came of it. The sums stand there, so that anyone can do them again. */
export function Result({ job }: { job: Job }) {
  const r = job.result ?? {}
  return (
    <>
      <Part title={t('imports.result')}>
        <p role="status">{t('imports.result.lines', { lines: job.lines, good: job.good, bad: job.bad })}</p>
        <p>{t('imports.result.good', { ...r, good: job.good })}</p>
        <Figures of={r} />
        <div className="actions">
          {Boolean(r.unmatched) && (
            <Link className="button plain" to="/desk/unmatched">
              {t('imports.result.unmatched', { n: r.unmatched ?? 0 })}
            </Link>
          )}
          <Link className="button plain" to="/desk/imports/new" search={{ kind: job.kind }}>
            {t('imports.result.next')}
          </Link>
        </div>
      </Part>
      {job.bad > 0 && job.sample.length > 0 && <Faults job={job} />}
    </>
  )
}
