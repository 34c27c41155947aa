import { useId, useState } from 'react'
import { t } from '../ui/t.ts'

/** Looking within a list: by number, item or the applicant's full name. */
export function Filters({ q, onSearch }: { q: string | undefined; onSearch: (q: string | undefined) => void }) {
  const id = useId()
  const [typed, setTyped] = useState(q ?? '')
  return (
    <form
      className="search"
      onSubmit={(e) => {
        e.preventDefault()
        onSearch(typed.trim() || undefined)
      }}
    >
      <label htmlFor={id}>{t('filter.label')}</label>
      <input id={id} type="search" value={typed} maxLength={50} onChange={(e) => setTyped(e.target.value)} />
      <button type="submit">{t('filter.go')}</button>
    </form>
  )
}
