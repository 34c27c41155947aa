import { resolve } from 'node:path'
import { systemClock } from '../server/platform/clock.ts'
import { loadCrypto } from '../server/platform/crypto.ts'
import { openDb } from '../server/platform/db.ts'
import { startPostgres } from '../server/platform/postgres/start.ts'
import { rekey } from '../server/platform/rekey.ts'
import { asked } from '../server/platform/terminal.ts'

/**
 * npm run rekey: seals all personal data anew under the newest of LINLI_KEYS and the suite of LINLI_CRYPTO, and makes the blind indexes
 * anew. Stop the server first, and let the grid workers' phones send what they hold. Can be stopped and run again at any time.
 */
asked('npm run rekey')
const env = process.env
const dataDir = resolve(env.LINLI_DATA ?? '.data')
const postgres = env.DATABASE_URL ? null : await startPostgres({ dataDir })
const db = openDb(env.DATABASE_URL || (postgres?.url ?? ''))
let said = 0
try {
  const done = await rekey({ db, crypto: loadCrypto(dataDir), clock: systemClock, dataDir }, (p) => {
    if (p.seen - said < 20_000 && p.seen >= said) return
    said = p.seen
    console.log(`${p.what}: ${p.seen} looked at so far, ${p.changed} sealed anew`)
  })
  const all = (of: 'seen' | 'changed') => done.reduce((n, p) => n + p[of], 0)
  for (const p of done)
    if (p.seen) console.log(`${p.what}: ${p.changed} sealed anew, ${p.seen - p.changed} left as they were`)
  console.log(`rekey: ${all('changed')} sealed anew, ${all('seen') - all('changed')} left as they were`)
} finally {
  await db.destroy()
  await postgres?.stop()
}
