import { ActionButton } from '../../ui/ActionButton.tsx'
import { day } from '../../ui/format.ts'
import { t } from '../../ui/t.ts'

type Row = { label: string; words: string; source: string; collectedAt: string }

/** What we hold is shown with its source and date, to be confirmed or changed; never asked again. */
export function HeldOffer({
  rows,
  use,
  change,
  busy,
}: {
  rows: Row[]
  use: () => void
  change: () => void
  busy: boolean
}) {
  return (
    <div className="held">
      <p>{t('apply.held')}</p>
      <dl className="pairs">
        {rows.map((r) => (
          <div key={r.label}>
            <dt>{r.label}</dt>
            <dd>
              <span className="held-value">{r.words}</span>
              {'\n'}
              <span className="soft small">{sourceWords(r)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('apply.held.right')}</p>
      <div className="actions">
        <ActionButton kind="main" busy={busy} onClick={use}>
          {t('apply.held.use')}
        </ActionButton>
        <ActionButton onClick={change}>{t('apply.held.change')}</ActionButton>
      </div>
    </div>
  )
}

export const sourceWords = ({ source, collectedAt }: { source: string; collectedAt: string }) =>
  collectedAt ? t('apply.held.from-at', { source, date: day(collectedAt) }) : t('apply.held.from', { source })
