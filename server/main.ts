import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { stopImports } from './import/keep.ts'
import { keepHouse, openHouse } from './open.ts'
import { openingDay } from './opening.ts'
import { isDemo } from './platform/demo.ts'
import { migrate } from './platform/migrate.ts'
import { startPostgres } from './platform/postgres/start.ts'
import { giveUp, portFrom } from './platform/terminal.ts'

/** Starts a district: PostgreSQL (embedded unless DATABASE_URL names another), tables, content, web, HTTP. */
const env = process.env
const dataDir = resolve(env.LINLI_DATA ?? '.data')
const contentDir = resolve(env.LINLI_CONTENT ?? fileURLToPath(new URL('../content/tongguan', import.meta.url)))
const host = env.HOST || '127.0.0.1'
const demo = isDemo(env)

async function main() {
  const port = portFrom(env)
  await portIsFree(port)
  const postgres = env.DATABASE_URL ? null : await startPostgres({ dataDir })
  const url = env.DATABASE_URL || (postgres?.url ?? '')
  await migrate(url)
  const {
    house,
    demo: play,
    close,
  } = await openHouse({
    url,
    factsUrl: env.LINLI_FACTS_URL || undefined,
    contentDir,
    dataDir,
    demo,
  })
  const app = await buildApp(house, { log: true, ...(play && { demo: play }) })
  if (demo) await openingDay(app, contentDir)
  const rest = keepHouse(house)
  await app.listen({ port, host })
  const address = app.server.address()
  console.log(`Linli 邻里 is ready: http://localhost:${typeof address === 'object' ? address?.port : port}/`)
  if (!demo && !env.LINLI_DEMO)
    console.log(
      'Not the demo: DATABASE_URL or HOST is set. LINLI_DEMO=1 makes it the demo, LINLI_DEMO=0 ends this line.',
    )

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    rest()
    await stopImports(house)
    app.server.closeAllConnections()
    await app.close()
    await close()
    await postgres?.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}

/** Asked before the database starts and the demo is laid out: who must choose another port learns it at once. */
async function portIsFree(port: number) {
  if (!port) return
  const probe = createServer().listen(port, host)
  await once(probe, 'listening')
  await new Promise((done) => probe.close(done))
}

main().catch(giveUp)
