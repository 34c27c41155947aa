import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { Report } from './data.ts'
import { FigureCard } from './FigureCard.tsx'
import { Text } from './Text.tsx'

/** The text as it will stand on paper; each figure is a link that opens what is behind it. */
export function Reading({ report }: { report: Report }) {
  const { version, figure: mark } = useSearch({ strict: false }) as { version?: string; figure?: string }
  const side = useRef<HTMLElement>(null)
  const chosen = report.figures.find((f) => f.mark === mark)
  useEffect(() => {
    if (mark) side.current?.focus()
  }, [mark])
  return (
    <div className="report-columns">
      <article className="report-sheet">
        <Text report={report} chosen={mark} search={{ version }} />
      </article>
      <aside className="report-side no-print" ref={side} tabIndex={-1} aria-label={t('reports.figure')}>
        {chosen ? (
          <>
            <FigureCard key={chosen.mark} figure={chosen} />
            <p>
              <Link to="/desk/reports/$id" params={{ id: report.id }} search={{ version }}>
                {t('reports.figures.all')}
              </Link>
            </p>
          </>
        ) : (
          <Counts report={report} version={version} />
        )}
      </aside>
    </div>
  )
}

/** All figures of the text by what they stand on; what is missing first. */
function Counts({ report, version }: { report: Report; version: string | undefined }) {
  const of = (c: string) => report.figures.filter((f) => f.class === c)
  return (
    <>
      <h2>{t('reports.figures')}</h2>
      <p>
        {t('reports.figures.count', {
          live: of('live').length,
          target: of('target').length,
          missing: of('missing').length,
        })}
      </p>
      {(['missing', 'live', 'target'] as const).map((c) => (
        <details key={c} open={c === 'missing' && of(c).length > 0}>
          <summary>{t(`reports.class.${c}`)}</summary>
          <ul className="report-figures">
            {of(c).map((f) => (
              <li key={f.mark}>
                <Link
                  className="row-link"
                  to="/desk/reports/$id"
                  params={{ id: report.id }}
                  search={{ version, figure: f.mark }}
                >
                  {f.title}
                  <span className="soft"> {f.class === 'missing' ? f.source : f.text}</span>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
