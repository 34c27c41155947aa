import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHouse } from '../server/open.ts'
import { isDemo } from '../server/platform/demo.ts'
import { migrate } from '../server/platform/migrate.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { asked, Misuse } from '../server/platform/terminal.ts'
import { preview } from '../server/report/preview.ts'
import { asWord } from '../server/report/print.ts'
import { countOf, linesOf } from '../server/report/tally.ts'
import { table } from './report/table.ts'

/**
 * npm run report -- --template people-congress --as-of YYYY-MM-DD [--meeting YYYY-MM-DD] [--out DIR]: the report on the data of LINLI_DATA or
 * DATABASE_URL as Word, and its figures beside those it is measured by. Stop the server first where it keeps the embedded database.
 */
const usage = 'npm run report -- --template people-congress --as-of YYYY-MM-DD [--meeting YYYY-MM-DD] [--out DIR]'
const given = asked(usage, { options: ['template', 'as-of', 'meeting', 'out'] }).options
const template = given.template ?? 'people-congress'
const asOf = given['as-of'] ?? ''
const meetingOn = given.meeting ?? asOf
const isDay = (s: string) => /^\d{4}-\d{2}-\d{2}$/.test(s) && !Number.isNaN(Date.parse(s))
for (const day of [asOf, meetingOn])
  if (!isDay(day))
    throw new Misuse(day ? `“${day}” is no day. Usage: ${usage}` : `Say as of which day. Usage: ${usage}`)

const env = process.env
const dataDir = resolve(env.LINLI_DATA ?? '.data')
const contentDir = resolve(env.LINLI_CONTENT ?? fileURLToPath(new URL('../content/tongguan', import.meta.url)))
const out = resolve(given.out ?? '.')
const postgres = env.DATABASE_URL ? null : await startPostgres({ dataDir })
const url = env.DATABASE_URL || (postgres?.url ?? '')
await migrate(url)
const { house, close } = await openHouse({ url, contentDir, dataDir, demo: isDemo(env) })
try {
  const made = await preview(house, template, { asOf, meetingOn })
  const lines = linesOf(made.template, made.filled)
  const beside = besideOf(contentDir, template, asOf)
  console.log(table(lines, beside))
  mkdirSync(out, { recursive: true })
  const path = join(out, `${template}-${asOf}.docx`)
  writeFileSync(path, await asWord(made.print))
  console.log(`\n${path}`)
  const n = countOf(lines)
  const by = (from: string) => made.filled.filter((f) => f.class === 'live' && f.from === from).length
  console.log(
    `live marks: ${by('indicator')} by indicators, ${by('report')} from the meeting, ${by('place')} from the places, ${by('definition')} from definitions`,
  )
  console.log(`live ${n.live}, target ${n.target}, missing ${n.missing} of ${n.all}`)
} finally {
  await close()
  await postgres?.stop()
}
process.exit(0)

/** What was printed that year, where the pack has it: only to stand beside. */
function besideOf(dir: string, id: string, day: string): { year: string; of: Map<number, string> } | null {
  const year = day.slice(0, 4)
  const path = join(dir, 'reports', `${id}.${year}.json`)
  if (!existsSync(path)) return null
  const { values } = JSON.parse(readFileSync(path, 'utf8')) as { values: { n: number; value: string }[] }
  return { year, of: new Map(values.map((v) => [v.n, v.value])) }
}
