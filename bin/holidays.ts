import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Makes content/tongguan/calendar/holidays.json from a folder of holiday-cn's yearly files. A year without a notice is left out. */
type Year = { year: number; days: { name: string; date: string; isOffDay: boolean }[] }

export function holidayTable(folder: string) {
  const years = readdirSync(folder)
    .filter((f) => /^\d{4}\.json$/.test(f))
    .sort()
    .map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as Year)
    .filter((y) => y.days.length)
  const days = years.flatMap((y) => y.days).sort((a, b) => (a.date < b.date ? -1 : 1))
  const pick = (off: boolean) => Object.fromEntries(days.filter((d) => d.isOffDay === off).map((d) => [d.date, d.name]))
  return {
    source:
      "The State Council's yearly notices, as collected by NateScarlet/holiday-cn (MIT, see LICENSE beside this file).",
    first: years[0]?.year,
    last: years.at(-1)?.year,
    off: pick(true),
    work: pick(false),
  }
}

const [folder] = process.argv.slice(2)
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!folder) throw new Error('usage: node bin/holidays.ts <folder of holiday-cn>')
  const out = fileURLToPath(new URL('../content/tongguan/calendar/holidays.json', import.meta.url))
  writeFileSync(out, `${JSON.stringify(holidayTable(folder), null, 1)}\n`)
}
