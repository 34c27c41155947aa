import { halfWidth } from '../format.ts'
import { t } from '../t.ts'

type Props = { id: string; value: string; onChange: (value: string) => void; failed: boolean }

/** A known date, typed in three boxes; kept as YYYY-MM-DD while it grows, so that nothing typed is lost. */
export function DateInput({ id, value, onChange, failed }: Props) {
  const parts = value.split('-')
  const set = (i: number, text: string) => {
    const next = [0, 1, 2].map((n) => (n === i ? halfWidth(text).replace(/\D/g, '') : (parts[n] ?? '')))
    onChange(next.some(Boolean) ? next.join('-') : '')
  }
  const pad = () => {
    const next = parts.map((p, i) => (i && p.length === 1 ? `0${p}` : p)).join('-')
    if (next !== value) onChange(next)
  }
  return (
    <div className="date">
      {(['year', 'month', 'day'] as const).map((part, i) => (
        <label key={part}>
          <input
            id={`${id}-${part}`}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={failed || undefined}
            className={part === 'year' ? 'year' : 'two'}
            maxLength={part === 'year' ? 4 : 2}
            value={parts[i] ?? ''}
            onChange={(e) => set(i, e.target.value)}
            onBlur={pad}
          />
          <span>{t(`form.${part}`)}</span>
        </label>
      ))}
    </div>
  )
}
