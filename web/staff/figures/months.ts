export type Month = { key: string; from: string; to: string }

/** The twelve months that end with the one of that day; the last one only as far as the day. */
export function monthsTo(day: string): Month[] {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return Array.from({ length: 12 }, (_, i) => {
    const first = new Date(Date.UTC(year, month - 12 + i, 1))
    const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)
    const from = first.toISOString().slice(0, 10)
    return { key: from.slice(0, 7), from, to: last < day ? last : day }
  })
}
