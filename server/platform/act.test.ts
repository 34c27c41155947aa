import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellIn } from '../../test/story.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import { act, clockwork } from './act.ts'
import { httpApp } from './http.ts'
import { findBrokenSeal, seal } from './seal.ts'

/** What holds whoever writes the next module: nothing unrecorded, nothing twice, nothing unmade. */
let world: World
let told: ReturnType<typeof tellIn>
beforeAll(async () => {
  world = await openWorld()
  told = tellIn(world)
})
afterAll(() => world.close())
const count = async (table: string) =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(world.house.db)).rows[0]?.n)

describe('act', () => {
  test('a change without an event is rolled back', async () => {
    const { house } = world
    const before = await count('draft')
    const silent = act(house, clockwork(house.district), async ({ tx }) => {
      await sql`insert into draft values (${house.district}, 'wang-guilan', 'x', '\\x00', now())`.execute(tx)
    })
    await expect(silent).rejects.toThrow('a change must record an event')
    expect(await count('draft')).toBe(before)
  })

  test('a write that fails last takes everything with it', async () => {
    const { house } = world
    const before = await count('event')
    const broken = act(house, clockwork(house.district), async ({ tx, record, last }) => {
      record({ as: null, verb: 'test.tried' })
      last(sql`insert into draft values (${house.district}, 'nobody', 'x', '\\x00', now())`.execute(tx))
    })
    await expect(broken).rejects.toThrow('foreign key')
    expect(await count('event')).toBe(before)
  })
})

describe('routes', () => {
  const ok = async () => ({})
  const config = { allow: 'anyone' } as const
  test('one that does not say who may call it, or what it does, cannot be registered', async () => {
    const app = await httpApp(world.house)
    const schema = { description: 'Says it.' }
    expect(() => app.get('/api/x', { schema }, ok)).toThrow('say who may call it (config.allow)')
    expect(() => app.get('/api/x', { config }, ok)).toThrow('describe it in an English sentence')
    expect(() => app.get('/api/x', { config, schema }, ok)).not.toThrow()
    await app.close()
  })
})

describe('two at once', () => {
  const accept = (n: string, key?: string, body: object = {}) =>
    world.call('zhou-min', 'POST', `/api/matters/${n}/acceptance`, body, key)
  const materials = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
  const fresh = () => applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance', { materials })

  test('sixteen accept one matter: one does, the others are told it is done', async () => {
    const n = await fresh()
    const answers = await Promise.all(Array.from({ length: 16 }, () => accept(n)))
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(15).fill(409)])
    expect(new Set(answers.filter((a) => a.status === 409).map((a) => a.body.message))).toEqual(new Set(['已经受理']))
    const m = await told.page('zhou-min', n)
    expect(m.events.filter((e) => e.verb === 'matter.accepted')).toHaveLength(1)
    expect(m.papers).toHaveLength(1)
  })

  test('units that finish their parts in the same moment all count, and the decision opens once', async () => {
    const n = await fresh()
    await accept(n)
    const { tasks } = await told.page('zhou-min', n)
    const who: Record<string, string> = { police: 'han-lei', 'human-resources': 'zheng-xiao', housing: 'wei-dongming' }
    const given = { outcome: 'agree', opinion: '属实' }
    await Promise.all(tasks.map((t) => told.act(who[t.unit] ?? '', n, `tasks/${t.id}/completion`, given)))
    const m = await told.page('zhou-min', n)
    expect(m.tasks.filter((t) => t.status === 'open').map((t) => t.unit)).toEqual(['civil-affairs'])
  })

  test('five replays of one key: one effect, one answer', async () => {
    const n = await fresh()
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(n, key)))
    expect(answers.map((a) => a.status)).toEqual(Array(5).fill(200))
    for (const a of answers) expect(a.body).toEqual(answers[0]?.body)
    expect((await told.page('zhou-min', n)).events.filter((e) => e.verb === 'matter.accepted')).toHaveLength(1)
    const later = await accept(n, key)
    expect(later).toMatchObject({ status: 200, body: answers[0]?.body, headers: { 'idempotent-replay': 'true' } })
  })

  test('the same key for another question, or another matter: 422, nothing done', async () => {
    const [n, other] = [await fresh(), await fresh()]
    const key = randomUUID()
    await accept(n, key)
    expect((await accept(n, key, { promiseSigned: true })).status).toBe(422)
    expect((await accept(other, key)).status).toBe(422)
    expect((await told.page('zhou-min', other)).status).toBe('received')
  })

  test('a key is the account’s own: another’s use of it is neither seen nor in the way', async () => {
    const [n, other] = [await fresh(), await fresh()]
    const key = randomUUID()
    await accept(n, key)
    const his = await world.call('liu-zhiqiang', 'POST', `/api/matters/${other}/withdrawal`, { reason: '不办' }, key)
    expect(his.status).toBe(200)
  })

  test('sixteen submit at once: sixteen numbers', async () => {
    const numbers = await Promise.all(Array.from({ length: 16 }, fresh))
    expect(new Set(numbers).size).toBe(16)
  })
})

describe('what is written stays', () => {
  test.each([
    ['event', 'verb'],
    ['event_seal', 'hash'],
    ['paper', 'kind'],
    ['definition', 'id'],
  ])('%s: neither update nor delete nor truncate', async (table, column) => {
    const { db } = world.house
    await seal(world.house)
    expect(await count(table)).toBeGreaterThan(0)
    const t = sql.table(table)
    await expect(sql`update ${t} set ${sql.ref(column)} = 'x'`.execute(db)).rejects.toThrow()
    await expect(sql`delete from ${t}`.execute(db)).rejects.toThrow()
    await expect(sql`truncate ${t} cascade`.execute(db)).rejects.toThrow()
  })

  test('R-B.15 no statement of the server deletes anything of a case', () => {
    const root = join(import.meta.dirname, '..')
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (f) => /\.(ts|sql)$/.test(f) && !f.endsWith('.test.ts'),
    )
    expect(sources.length).toBeGreaterThan(60)
    const deleted = sources.flatMap((f) =>
      [...readFileSync(join(root, f), 'utf8').matchAll(/delete\s+from\s+"?(\w+)|deleteFrom\('(\w+)'/gi)].map(
        (m) => m[1] ?? m[2],
      ),
    )
    // What may go: sessions at sign-out, drafts at submission, answers and sessions by age; and the lines of a spreadsheet that
    // were checked but are not known yet, or not any more: what is known of a person is a record, and stays. Of what is no case's: a view
    // its owner drops, what an entry asks for no more, an absence that never began.
    const mayGo = [
      'session',
      'draft',
      'command',
      'demo_clock',
      'import_line',
      'import_fault',
      'saved_view',
      'register_duty',
      'absence',
      'figure_cell', // reckoned anew from the rows
    ]
    expect(deleted.filter((t) => !mayGo.includes(t ?? ''))).toEqual([])
    expect(deleted).toContain('draft')
  })
})

describe('the seal chain', () => {
  test('a changed event, however small, is found and its seal named', async () => {
    const { house } = world
    await seal(house)
    const first = (await sql<{ n: number }>`select max(n)::int as n from event_seal`.execute(house.db)).rows[0]?.n ?? 0
    await applyFor(world, 'wang-guilan', 'elderly-card')
    expect(await seal(house)).toBeGreaterThan(0)
    await applyFor(world, 'wang-guilan', 'elderly-card')
    await seal(house)
    expect(await findBrokenSeal(house.db, house.district)).toBeNull()
    // The next day's first seal leaves the day before as an anchor; sealing everything anew would contradict it.
    await world.goTo('2026-09-22T09:00:00+08:00')
    await applyFor(world, 'wang-guilan', 'elderly-card')
    await seal(house)
    const anchors = () =>
      sql<{ day: string }>`select to_char(day, 'YYYY-MM-DD') as day from daily_anchor`.execute(house.db)
    expect((await anchors()).rows).toEqual([{ day: '2026-09-21' }])
    expect(await findBrokenSeal(house.db, house.district)).toBeNull()
    await tamper(sql`update daily_anchor set hash = repeat('f', 64)`, 'daily_anchor')
    expect((await findBrokenSeal(house.db, house.district))?.why).toContain('anchor')
    await tamper(sql`update event set data = data || '{"channel": "window"}'
      where id = (select up_to from event_seal where n = ${first + 1})`)
    expect(await findBrokenSeal(house.db, house.district)).toEqual({
      n: first + 1,
      why: 'its hash does not fit its events',
    })
    await tamper(sql`delete from event where id = (select up_to from event_seal where n = ${first + 1})`)
    expect(await findBrokenSeal(house.db, house.district)).toMatchObject({ n: first + 1 })
    await tamper(sql`delete from event_seal where n = 1`, 'event_seal')
    expect(await findBrokenSeal(house.db, house.district)).toMatchObject({ why: 'a seal is missing before it' })
  })

  /** As somebody with the database in hand, past every trigger. */
  const tamper = (change: ReturnType<typeof sql>, table = 'event') =>
    world.house.db.transaction().execute(async (tx) => {
      await sql`alter table ${sql.table(table)} disable trigger all`.execute(tx)
      await change.execute(tx)
      await sql`alter table ${sql.table(table)} enable trigger all`.execute(tx)
    })
})
