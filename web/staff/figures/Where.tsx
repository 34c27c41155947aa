import { useId } from 'react'
import { t } from '../../ui/t.ts'
import { Period } from '../pages/Period.tsx'
import { indented, type PlaceLine } from '../places.ts'
import type { Asked } from './data.ts'

/** Which place, from when to when: in the address, so that a figure can be shown to somebody else as it is. */
export function Where({
  places,
  asked,
  onChange,
}: {
  places: PlaceLine[]
  asked: Asked
  onChange: (asked: Partial<Asked>) => void
}) {
  const id = useId()
  const listed = places.some((p) => p.id === asked.place)
  return (
    <div className="filters no-print">
      <label htmlFor={id}>{t('figures.place')}</label>
      <select id={id} value={asked.place} onChange={(e) => onChange({ place: e.target.value })}>
        {places.map((p) => (
          <option key={p.id} value={p.id}>
            {indented(p)}
          </option>
        ))}
        {!listed && asked.place && <option value={asked.place}>{asked.place}</option>}
      </select>
      <Period from={asked.from} to={asked.to} onChange={onChange} />
    </div>
  )
}
