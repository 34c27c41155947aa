import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { play, traveller } from './play.ts'
import { startLinli } from './server.ts'
import { steps } from './steps.ts'

/** How often the server is killed (-9) while a tour is played. 0 losses in n kills bound the rate at 3/n. */
const kills = Number(process.env.LINLI_KILLS ?? 6)
let linli: Awaited<ReturnType<typeof startLinli>>
beforeAll(async () => {
  linli = await startLinli()
}, 60_000)
afterAll(() => linli.stop())

test(`killed ${kills} times at any point, no acknowledged act is lost or doubled, and the tour goes on`, async () => {
  const seed = Date.now() % 100_000
  let random = seed
  const next = () => {
    random = (random * 1103515245 + 12345) % 2147483648
    return random / 2147483648
  }
  const t = traveller(linli.url)
  const acknowledged: string[] = []
  let playing = true
  const tour = play(t, `kill-${seed}`, (p) => {
    if (p.ok) acknowledged.push(p.step.does)
    // The slower the tour, the more places for the axe to fall.
  }).finally(() => {
    playing = false
  })
  let killed = 0
  while (playing && killed < kills) {
    await sleep(20 + next() * 250)
    await linli.kill()
    killed++
    await linli.start()
  }
  const { number, failed } = await tour
  expect(killed, `seed ${seed}`).toBeGreaterThan(0)
  expect(failed, `seed ${seed}`).toBe(0)
  expect(acknowledged).toHaveLength(steps.length)

  // Played again with the same keys, it answers the same and changes nothing.
  const before = (await t.ask('shi-rui', 'GET', `/api/matters/${number}`)).body
  const again = await play(t, `kill-${seed}`)
  expect(again.number).toBe(number)
  const after = (await t.ask('shi-rui', 'GET', `/api/matters/${number}`)).body
  expect(after.events.length).toBe(before.events.length)
  const verbs = before.events.map((e: { verb: string }) => e.verb)
  const once = [
    'matter.submitted',
    'matter.accepted',
    'matter.extended',
    'matter.result-issued',
    'matter.delivered',
    'matter.rated',
  ]
  for (const verb of once)
    expect(
      verbs.filter((v: string) => v === verb),
      `${verb}, seed ${seed}`,
    ).toHaveLength(1)
  expect(verbs.filter((v: string) => v === 'matter.supplemented')).toHaveLength(2)
  expect(verbs.filter((v: string) => v === 'task.completed')).toHaveLength(4)
}, 240_000)
