import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deliver } from './phones.ts'
import { type Cast, type Op, type Played, playSequence, type Server, whats } from './sequences.ts'
import { openWorld, type World } from './world.ts'

/**
 * Three phones with the real outbox against the real server: lines cut before and after the server acted, requests doubled and brought
 * again, tabs killed at any moment, two tabs at once, a session lost, a full disk, two workers who change the same.
 */
const sequences = Number(process.env.LINLI_SEQUENCES ?? 200)
const cast: Cast = [
  { account: 'hua-yun', person: 'person-wang-guilan', plan: null },
  { account: 'fu-xiaoli', person: 'person-wang-guilan', plan: null },
  { account: 'song-jie', person: 'person-zhao-xiuying', plan: null },
]
let world: World
let server: Server
beforeAll(async () => {
  world = await openWorld()
  server = serverOf(world)
  const must = async (who: string, path: string, body: object) => {
    const res = await world.call(who, 'POST', path, body)
    if (res.status !== 200) throw new Error(`${path}: ${JSON.stringify(res.body)}`)
  }
  await must('lu-wei', '/api/absences', {
    account: 'hua-yun',
    from: '2026-09-21',
    to: '2027-03-31',
    reason: '培训',
    substitute: 'fu-xiaoli',
    handOver: [],
  })
  for (const grid of ['tianjinghu-g007', 'tianjinghu-g008'])
    await must('lu-wei', '/api/patrol-plans', {
      grid,
      name: '消防通道',
      kind: '重点巡查',
      everyDays: 7,
      from: '2026-09-01',
      points: [{ name: '12栋楼道', checks: ['通道畅通'] }],
    })
  const { rows } = await sql<{ id: string; grid_id: string }>`select id, grid_id from patrol_plan`.execute(
    world.house.db,
  )
  for (const [i, grid] of ['tianjinghu-g007', 'tianjinghu-g008'].entries())
    (cast[i] as Cast[number]).plan = rows.find((r) => r.grid_id === grid)?.id ?? null
})
afterAll(() => world.close())

const op: fc.Arbitrary<Op> = fc.record({
  phone: fc.nat({ max: 2 }),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('visit', 'collect', 'diary', 'patrol' as const) },
    { weight: 2, arbitrary: fc.constantFrom('sync', 'sync-all', 'cut', 'kill-in' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...whats) },
  ),
  a: fc.nat({ max: 97 }),
  b: fc.nat({ max: 97 }),
})

test(`${sequences} random days of three phones: nothing told to be saved is lost, doubled or out of order`, {
  timeout: 30 * 60_000,
}, async () => {
  const sum = { sequences: 0, entries: 0, conflicts: 0, refused: 0, discarded: 0, kills: 0 }
  const seed = Number(process.env.LINLI_SEED ?? Date.now() % 1_000_000)
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 6, maxLength: 26 }), async (ops) => {
      const played = await playSequence(server, cast, ops, `s${sum.sequences++}`)
      for (const k of ['entries', 'conflicts', 'refused', 'discarded', 'kills'] as const) sum[k] += played[k]
      const { lost, doubled, disordered } = played satisfies Played
      expect({ lost, doubled, disordered }).toEqual({ lost: [], doubled: [], disordered: [] })
      // The day's quota of uploads is real too.
      if (sum.sequences % 60 === 0) await world.goTo(dayAfter(sum.sequences / 60))
    }),
    { numRuns: sequences, seed },
  )
  console.log(
    `seed ${seed}: ${sum.sequences} sequences, ${sum.entries} entries, 0 lost, 0 doubled (${sum.kills} tabs killed, ${sum.conflicts} conflicts decided, ${sum.refused} refusals dealt with, ${sum.discarded} discarded)`,
  )
  // A run in which nothing of this happened would prove nothing.
  for (const n of Object.values(sum)) expect(n).toBeGreaterThan(0)
})
const dayAfter = (n: number) => new Date(Date.parse('2026-09-21T01:00:00Z') + n * 86_400_000).toISOString()

function serverOf(world: World): Server {
  const deliver: Deliver = async (account, { path, method, headers, payload }, signedIn) => {
    const cookie = signedIn ? await world.cookieOf(account) : 'linli=lost'
    const res = await world.app.inject({
      method: method as 'POST',
      url: path,
      headers: { ...headers, cookie },
      ...(payload && { payload }),
    })
    return { status: res.statusCode, body: res.json() }
  }
  return {
    deliver,
    lock: async (account) => (await world.call(account, 'GET', '/api/field/day')).body.lock,
    async kept(account, above) {
      const { rows } = await sql<{ id: string; n: string; subject: string; photos: number; body: Buffer }>`
        select id, n, subject, cardinality(photos) as photos, body from field_entry where account_id = ${account} and n > ${above} order by n`.execute(
        world.house.db,
      )
      return rows.map((r) => ({ ...r, n: Number(r.n), text: JSON.parse(world.house.crypto.unseal(r.body)).text }))
    },
    async stands(account, person) {
      const { body } = await world.call(account, 'GET', `/api/field/persons/${person}`)
      return Object.fromEntries(body.attributes.map((a: { name: string; value: string }) => [a.name, a.value]))
    },
  }
}
