import { resolve } from 'node:path'
import { sql } from 'kysely'
import { lostResidences } from '../server/home/actions.ts'
import { openDb } from '../server/platform/db.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { findBrokenSeal } from '../server/platform/seal.ts'
import { asked } from '../server/platform/terminal.ts'

/**
 * npm run verify: walks the hash chain over the history of every district, and holds it against the daily anchors; looks for
 * residences without a person or a home. Stop the server first where it keeps the embedded database. Ends with 1 and the first broken
 * place when something was changed.
 */
asked('npm run verify')
const env = process.env
const postgres = env.DATABASE_URL ? null : await startPostgres({ dataDir: resolve(env.LINLI_DATA ?? '.data') })
const db = openDb(env.DATABASE_URL || (postgres?.url ?? ''))
let [events, anchors, residences, broken] = [0, 0, 0, 0]
for (const { district } of await db.selectFrom('district').select('district').execute()) {
  const { rows } = await sql<{ events: number; anchors: number }>`select
    (select coalesce(sum(events), 0)::int from event_seal where district = ${district}) as events,
    (select count(*)::int from daily_anchor where district = ${district}) as anchors`.execute(db)
  events += rows[0]?.events ?? 0
  anchors += rows[0]?.anchors ?? 0
  const lost = await lostResidences(db, district)
  residences += lost.all
  if (lost.ids.length) {
    broken++
    console.log(
      `${district}: ${lost.ids.length} residences without a person or a home, as of ${lost.ids.slice(0, 5).join(', ')}`,
    )
  }
  const found = await findBrokenSeal(db, district)
  if (found) {
    broken++
    console.log(`${district}: seal ${found.n}: ${found.why}`)
  }
}
await db.destroy()
await postgres?.stop()
console.log(`verify: ${events} events, ${anchors} anchors, ${residences} residences, ${broken} broken`)
process.exit(broken ? 1 : 0)
