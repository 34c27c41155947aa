import type { Limit } from './clock.ts'

const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/**
 * An ISO 8601 duration of a process timer as a time limit, or null where it is none: a limit has one unit, so months
 * (P1Y6M), days (P2W3D) and hours (PT36H) do not mix, and there is nothing shorter than an hour.
 */
export function limitOf(iso: string): Limit | null {
  const found = parts.exec(iso)
  if (!found) return null
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((n) => Number(n ?? 0))
  const all: Limit[] = [
    { amount: years * 12 + months, unit: 'month' },
    { amount: weeks * 7 + days, unit: 'day' },
    { amount: hours + (minutes * 60 + seconds) / 3600, unit: 'hour' },
  ]
  const [limit, other] = all.filter((l) => l.amount > 0)
  return limit && !other && Number.isInteger(limit.amount) ? limit : null
}

/** The same of a published timer; the check of content lets no other through. */
export function timerLimit(iso: string): Limit {
  const limit = limitOf(iso)
  if (!limit) throw new Error(`a timer of ${iso} passed the check`)
  return limit
}
