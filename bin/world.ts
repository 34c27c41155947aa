import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHouse } from '../server/open.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { asked, Misuse } from '../server/platform/terminal.ts'
import { makeBooks } from './world/books.ts'
import { csvOf, importer, Refused } from './world/bring.ts'
import { makeDistrict, type Scale } from './world/district.ts'
import { makeMatters } from './world/matters.ts'

/**
 * npm run world -- --scale tongguan|village [--as-of YYYY-MM-DD]: fills the demo district (LINLI_DATA or DATABASE_URL, as for npm start)
 * with people who never were, as spreadsheets through the import, and with the matters they brought in a year. Stop the server first where it
 * keeps the embedded database.
 */
const usage = 'npm run world -- --scale tongguan|village [--as-of YYYY-MM-DD]'
const given = asked(usage, { options: ['scale', 'as-of'] }).options
const scale = (given.scale ?? 'village') as Scale
const asOf = given['as-of'] ?? '2026-09-01'
if (!['tongguan', 'village'].includes(scale)) throw new Misuse(`There is no scale “${scale}”. Usage: ${usage}`)
if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new Misuse(`“${asOf}” is no day. Usage: ${usage}`)
const contentDir = resolve(process.env.LINLI_CONTENT ?? fileURLToPath(new URL('../content/tongguan', import.meta.url)))
const port = 20_000 + (process.pid % 20_000)
const server = spawn(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('../server/main.ts', import.meta.url))],
  {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', LINLI_DEMO: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const ended = new Promise<void>((done) => server.once('exit', () => done()))
await new Promise<void>((ready, failed) => {
  server.stdout.on('data', (said) => String(said).includes('is ready') && ready())
  server.once('exit', () => failed(new Error('The server for it did not start; why stands above.')))
})
try {
  const base = `http://127.0.0.1:${port}`
  const signedIn = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'ding-yi' }),
  })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { bring } = importer(base, cookie)
  const from = performance.now()
  let records = 0
  for (const sheet of makeDistrict(contentDir, scale, asOf).sheets) {
    const begun = performance.now()
    const job = await bring(sheet.kind, csvOf(sheet), `${sheet.kind}.csv`, {
      source: '部门共享：演示',
      collectedOn: asOf,
    })
    records += job.result?.records ?? 0
    const { created, updated, unchanged, unmatched } = job.result ?? {}
    console.log(
      `${sheet.kind}: ${job.lines} lines, ${created} new, ${updated} changed, ${unchanged} as before, ${unmatched} homes unmatched, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    )
  }
  console.log(`world: ${records} new records, ${((performance.now() - from) / 1000).toFixed(1)} s`)
} catch (error) {
  if (!(error instanceof Refused)) throw error
  throw new Error(
    `${error.message}. The invented people live in the grids of the pack (${asOf}); where grids were divided or named anew by hand, begin with a fresh folder: LINLI_DATA=.data-world npm run world`,
  )
} finally {
  server.kill('SIGTERM')
  await ended
}

const dataDir = resolve(process.env.LINLI_DATA ?? '.data')
const postgres = process.env.DATABASE_URL ? null : await startPostgres({ dataDir })
let now = new Date(`${asOf}T09:00:00+08:00`)
const clock = { now: () => now }
const { house, close } = await openHouse({
  url: process.env.DATABASE_URL || (postgres?.url ?? ''),
  contentDir,
  dataDir,
  demo: true,
  clock,
})
try {
  let begun = performance.now()
  const took = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`
  const { played, copied } = await makeMatters(house, contentDir, (at) => (now = at), scale, asOf)
  console.log(`matters: ${played} played act by act, ${copied} made after them, ${took()}`)
  begun = performance.now()
  console.log(`books: ${await makeBooks(house, (at) => (now = at), asOf)} entries, ${took()}`)
} finally {
  await close()
  await postgres?.stop()
}
