import { sql } from 'kysely'
import { makeCalendar } from './calendar/workdays.ts'
import { sweepCare } from './care/actions.ts'
import { type CareRules, careFaults } from './care/rules.ts'
import { openCatalogue } from './content/catalogue.ts'
import { openIndicators } from './content/indicators.ts'
import { filesIn, publishContent } from './content/publish.ts'
import { readLedgers, readPanels } from './content/query.ts'
import { openRegisters } from './content/registers.ts'
import { keepExports } from './export/make.ts'
import { forgetPositions } from './field/actions.ts'
import { loadGround, readCast } from './ground.ts'
import { forgetImports, keepImports } from './import/keep.ts'
import { sweep, sweepOverrun } from './matter/clockwork.ts'
import { rederiveAll } from './matter/rederive.ts'
import { gatewaysFrom } from './notice/gateway.ts'
import { sendMessages, writeMessages } from './notice/keep.ts'
import { readContent } from './place/load.ts'
import { type Clock, type DemoClock, demoClock, systemClock } from './platform/clock.ts'
import { loadCrypto } from './platform/crypto.ts'
import { openDb } from './platform/db.ts'
import { openFacts } from './platform/facts.ts'
import { forget } from './platform/forget.ts'
import type { House } from './platform/house.ts'
import { keysFit } from './platform/rekey.ts'
import { seal } from './platform/seal.ts'
import { sweepDuties } from './register/actions.ts'

export type Options = {
  url: string
  factsUrl?: string | undefined
  contentDir: string
  dataDir: string
  demo: boolean
  clock?: Clock
}
export type Open = { house: House; demo: { clock: DemoClock } | null; close(): Promise<void> }

/** A migrated database and a content pack become a running house: ground loaded, definitions published, clocks swept. */
export async function openHouse({ url, factsUrl, contentDir, dataDir, demo, clock }: Options): Promise<Open> {
  const db = openDb(url)
  const crypto = loadCrypto(dataDir)
  const {
    district,
    name,
    demo: play,
  } = readContent<{ district: string; name: string; demo: { begins: string } }>(contentDir, 'district.json')
  await keysFit(db, crypto)
  await db.transaction().execute((tx) => loadGround(tx, crypto, contentDir, { cast: demo }))
  // Plans are made once a connection: not for empty tables. A large district on a busy machine takes its time.
  await db.connection().execute(async (c) => {
    await sql`set statement_timeout = 0`.execute(c)
    await sql`analyze`.execute(c).finally(() => sql`reset statement_timeout`.execute(c))
  })
  const moved = demo && !clock ? await demoClock(db, district, new Date(play.begins)) : null
  const house: House = {
    district,
    name,
    db,
    url,
    crypto,
    demo,
    dataDir,
    clock: clock ?? moved ?? systemClock,
    calendar: makeCalendar(readContent(contentDir, 'calendar/holidays.json')),
    catalogue: await openCatalogue(db, district, () => (clock ?? moved ?? systemClock).now()),
    papers: Object.fromEntries(
      filesIn(contentDir, 'papers', '.json').map((f) => [f.id, readContent(contentDir, `papers/${f.id}.json`)]),
    ),
    notices: readContent(contentDir, 'notices.json'),
    ledgers: readLedgers(contentDir),
    indicators: openIndicators(db, district, () => (clock ?? moved ?? systemClock).now()),
    facts: await openFacts(url, factsUrl),
    registers: openRegisters(district, () => (clock ?? moved ?? systemClock).now()),
    panels: readPanels(contentDir),
    proofs: readContent(contentDir, 'proofs.json'),
    care: readCare(contentDir),
    field: readContent(contentDir, 'field.json'),
    cast: demo ? introductions(contentDir) : [],
    tick: async () => {
      await sweep(house)
      await sweepOverrun(house)
      await sweepCare(house)
      await sweepDuties(house)
    },
  }
  await db.transaction().execute((tx) => publishContent(tx, district, contentDir, house.clock.now()))
  await rederiveAll(house)
  return {
    house,
    demo: moved && { clock: moved },
    close: async () => void (await Promise.all([db.destroy(), house.facts.end()])),
  }
}

/** a pack whose categories are not lawful does not start. */
function readCare(contentDir: string): CareRules {
  const rules = readContent<CareRules>(contentDir, 'care.json')
  const faults = careFaults(rules)
  if (faults.length) throw new Error(`care.json: ${faults.join('; ')}`)
  return rules
}

const introductions = (contentDir: string): House['cast'] => {
  const { residents, staff } = readCast(contentDir)
  return [...residents, ...staff].map(({ id, name, story, face }) => ({ account: id, name, story, face }))
}

/** What a district's server does by itself: lets time take effect, seals the history, forgets what it must. Returns how to stop. */
export function keepHouse(house: House, everyMs = 5000) {
  const gateways = gatewaysFrom(process.env, house.demo)
  const notify = async () => {
    await writeMessages(house, house.notices)
    await sendMessages(house, gateways)
  }
  // Hourly is often enough for what is kept thirty days; then until nothing is left.
  let forgottenAt = 0
  const forgetHourly = async () => {
    const hour = Math.floor(house.clock.now().getTime() / 3_600_000)
    if (hour === forgottenAt) return
    await forgetImports(house)
    await forgetPositions(house)
    if ((await forget(house)) === 0) forgottenAt = hour
  }
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    // Each for itself: a case that cannot move must not keep the history from being sealed.
    for (const work of [
      sweep,
      sweepOverrun,
      sweepCare,
      sweepDuties,
      seal,
      notify,
      keepImports,
      keepExports,
      forgetHourly,
    ])
      await work(house).catch((error: Error) =>
        console.error(`${work.name} failed, will be tried again: ${error.message}`),
      )
    busy = false
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
