import { day } from '../../ui/format.ts'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { Block, Pieces, Report } from './data.ts'

/** Where a figure leads to, so that it can be sent to somebody. */
type Props = { report: Report; chosen: string | undefined; search: Record<string, string | undefined> }

/** The blocks of a version, figures in their words. */
export function Text({ report, chosen, search }: Props) {
  const say = (pieces: Pieces) =>
    pieces.map((p, i) => {
      const figure = p.mark ? report.figures.find((f) => f.mark === p.mark) : undefined
      const text = p.mark ? (figure?.text ?? t('reports.no-figure')) : (p.text ?? '')
      const key = `${i}`
      if (figure)
        return (
          <Link
            key={key}
            to="/desk/reports/$id"
            params={{ id: report.id }}
            search={{ ...search, figure: figure.mark }}
            className={`report-figure is-${figure.class}${chosen === figure.mark ? ' chosen' : ''}`}
          >
            {text}
          </Link>
        )
      return p.strong ? <strong key={key}>{text}</strong> : <span key={key}>{text}</span>
    })
  return (
    <>
      {report.blocks.map((b, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never move
        <One key={`${b.kind} ${i}`} block={b} report={report} say={say} />
      ))}
    </>
  )
}

function One({ block: b, report, say }: { block: Block; report: Report; say: (p: Pieces) => React.ReactNode }) {
  switch (b.kind) {
    case 'heading':
      return b.level === 1 ? (
        <p className="report-title">{say(b.pieces ?? [])}</p>
      ) : b.level === 2 ? (
        <h2>{say(b.pieces ?? [])}</h2>
      ) : (
        <h3>{say(b.pieces ?? [])}</h3>
      )
    case 'paragraph':
      return <p className={b.role && `report-${b.role}`}>{say(b.pieces ?? [])}</p>
    case 'list': {
      const items = (b.items ?? []).map((item) => <li key={JSON.stringify(item)}>{say(item)}</li>)
      return b.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                {(b.head ?? []).map((c) => (
                  <th key={JSON.stringify(c)} scope="col">
                    {say(c)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(b.rows ?? []).map((r) => (
                <tr key={JSON.stringify(r)}>
                  {r.map((c) => (
                    <td key={JSON.stringify(c)}>{say(c)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    default:
      return report.earlier?.promises.length ? (
        <>
          <p>{t('reports.promises.opening', { day: day(report.earlier.meetingOn) })}</p>
          <ol className="report-promised">
            {report.earlier.promises.map((p) => (
              <li key={p.n}>
                {t('reports.promises.became', {
                  text: p.text,
                  outcome: t(`reports.outcome.${p.outcome ?? 'open'}`),
                })}
                {p.note && t('reports.promises.note', { note: p.note })}
              </li>
            ))}
          </ol>
        </>
      ) : null
  }
}
