import { useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { useSession } from '../../ui/session.tsx'
import { t } from '../../ui/t.ts'

type Range = { from: string; to: string }

/** The day by the district's own clock. */
export function useToday(): string {
  const now = useSession().data?.now ?? ''
  return now ? new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10) : '2026-12-31'
}

/** The period in the address; without one, the year so far by the district's own clock. */
export function usePeriod(): Range {
  const { from, to } = useSearch({ strict: false }) as Partial<Range>
  const today = useToday()
  return { from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today }
}

export function Period({ from, to, onChange }: Range & { onChange: (p: Range) => void }) {
  const id = useId()
  const field = (name: 'from' | 'to', value: string) => (
    <>
      <label htmlFor={`${id}${name}`}>{t(`period.${name}`)}</label>
      <input
        id={`${id}${name}`}
        type="date"
        value={value}
        onChange={(e) => e.target.value && onChange({ from, to, [name]: e.target.value })}
      />
    </>
  )
  return (
    <form className="filters" onSubmit={(e) => e.preventDefault()}>
      {field('from', from)}
      {field('to', to)}
    </form>
  )
}
