import { useEffect, useState } from 'react'

type Props = { id: string; value: string; onChange: (day: string) => void }
/** A day that narrows something. While the year is being typed it is nobody's day yet: what is shown stays as typed. */
export function DayBox({ id, value, onChange }: Props) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <input
      id={id}
      type="date"
      value={typed}
      onChange={(e) => {
        setTyped(e.target.value)
        if (!e.target.value || e.target.value >= '1900') onChange(e.target.value)
      }}
    />
  )
}
