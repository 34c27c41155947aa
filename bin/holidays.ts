import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Year = { year: number; days: { name: string; date: string; isOffDay: boolean }[] }

/**
 * The same files always give the same table. A last year without a notice is left out; a year missing between two others, or
 * two notices that say different things of one day, is an error: a hole would read as a year without holidays.
 */
export function holidayTable(folder: string) {
  const years = readdirSync(folder)
    .filter((f) => /^\d{4}\.json$/.test(f))
    .sort()
    .map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as Year)
    .filter((y) => y.days.length)
  const [first, last] = [years[0]?.year, years.at(-1)?.year]
  if (first === undefined || last === undefined) throw new Error(`no year with a notice in ${folder}`)
  for (let year = first; year <= last; year++)
    if (!years.some((y) => y.year === year)) throw new Error(`the notice of ${year} is missing in ${folder}`)
  const days = new Map<string, Year['days'][number]>()
  for (const d of years.flatMap((y) => y.days)) {
    const known = days.get(d.date)
    if (known && known.isOffDay !== d.isOffDay) throw new Error(`two notices differ about ${d.date}`)
    days.set(d.date, known ?? d)
  }
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  const pick = (off: boolean) =>
    Object.fromEntries(sorted.filter((d) => d.isOffDay === off).map((d) => [d.date, d.name]))
  return {
    source:
      "The State Council's yearly notices, as collected by NateScarlet/holiday-cn (MIT, see LICENSE beside this file).",
    first,
    last,
    off: pick(true),
    work: pick(false),
  }
}
export const asFile = (table: ReturnType<typeof holidayTable>) => `${JSON.stringify(table, null, 1)}\n`
export const ours = fileURLToPath(new URL('../content/tongguan/calendar/holidays.json', import.meta.url))

const [folder, out = ours] = process.argv.slice(2)
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!folder) throw new Error('usage: node bin/holidays.ts <folder of holiday-cn> [file]')
  writeFileSync(out, asFile(holidayTable(folder)))
}
