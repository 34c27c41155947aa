import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import type { Job } from './data.ts'

/** The first hundred, and all of them in a file. */
export function Faults({ job }: { job: Job }) {
  return (
    <Part title={t('imports.faults')}>
      <p>{t(job.own ? 'imports.faults.about' : 'imports.faults.not-own', { by: job.createdBy })}</p>
      {job.own && (
        <p>
          <a className="button plain" href={`/api/imports/${job.id}/faults`} download>
            {t('imports.faults.get')}
          </a>
        </p>
      )}
      {job.faults.length >= 100 && <p className="soft">{t('imports.faults.first')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrollable by keys */}
      <section className="table-scroll fault-list" tabIndex={0} aria-label={t('imports.faults.list')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {job.faults.map((f) => (
              <tr key={`${f.n} ${f.field}`}>
                <td>{t('imports.nth', { n: f.n })}</td>
                <td>{f.field}</td>
                <td>{f.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}
