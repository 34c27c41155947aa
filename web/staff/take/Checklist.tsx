import type { Held, ItemMaterial } from '../../api/types.ts'
import { t } from '../../ui/t.ts'

type Came = Record<string, 'received' | 'held' | 'missing'>

/** What came, ticked off with the space bar: "all here" first, for the prepared applicant. */
export function Checklist({
  materials,
  came,
  held,
  onChange,
}: {
  materials: ItemMaterial[]
  came: Came
  held: Held[]
  onChange: (c: Came) => void
}) {
  const here = (m: ItemMaterial) => came[m.code] === 'received' || came[m.code] === 'held'
  return (
    <section className="part checklist" aria-label={t('take.materials')}>
      <h2>{t('take.materials')}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={materials.length > 0 && materials.every(here)}
          onChange={(e) =>
            onChange({
              ...came,
              ...Object.fromEntries(
                materials.map((m) => [
                  m.code,
                  e.target.checked ? (came[m.code] === 'held' ? 'held' : 'received') : 'missing',
                ]),
              ),
            })
          }
        />
        <span>{t('take.all')}</span>
      </label>
      {materials.map((m) => (
        <label key={m.code} className="choice">
          <input
            type="checkbox"
            checked={here(m)}
            onChange={(e) => onChange({ ...came, [m.code]: e.target.checked ? 'received' : 'missing' })}
          />
          <span>
            {m.name}
            <span className="soft small">
              {' '}
              {t(`necessity.${m.necessity}`)}
              {came[m.code] === 'held' &&
                ` · ${t('take.held', { source: held.find((h) => h.name === m.held)?.source ?? '' })}`}
              <br />
              {m.check}
            </span>
          </span>
        </label>
      ))}
    </section>
  )
}
