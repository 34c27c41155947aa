import { buildApp } from './app.ts'
import { movableClock } from './platform/clock.ts'
import type { House } from './platform/house.ts'

// Prints the OpenAPI document of everything this server can do, the demo included. Needs no database: routes are only
// registered, never called.
const clock = movableClock(new Date(0))
const house = { district: '', clock, demo: true, dataDir: '.data', cast: [] } as unknown as House
const app = await buildApp(house, { demo: { clock: { ...clock, set: async () => {} } } })
await app.ready()
process.stdout.write(`${JSON.stringify(app.swagger(), null, 2)}\n`)
