import { randomInt, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { base, rounded } from './rules.ts'
import type { tables } from './statistics.ts'

/** R-2.2 and the small cells: whatever is asked of the population, and however the answers are taken from each other. */
const seed = Number(process.env.LINLI_SEED) || randomInt(2 ** 31)
const grids = ['tianjinghu-g007', 'tianjinghu-g008', 'xingfu-g003']
const columns = ['registered', 'present', 'usual'] as const
let world: World
const doors: Record<string, string[]> = {}
beforeAll(async () => {
  console.log(`population seed ${seed} (LINLI_SEED)`)
  world = await openWorld()
  await sql`update residence set valid_to = valid_from where valid_to is null`.execute(world.house.db) // the cast steps aside
  for (const grid of grids) {
    const community = grid.split('-g')[0] as string
    await sql`insert into building (district, id, community_id, name) values (${world.house.district}, ${`t:${grid}`}, ${community}, ${`测试楼 ${grid}`})
      `.execute(world.house.db)
    await sql`insert into building_grid (district, building_id, grid_id, valid_from) values (${world.house.district}, ${`t:${grid}`}, ${grid}, '2017-01-01')`.execute(
      world.house.db,
    )
    doors[grid] = [`${grid}-1`, `${grid}-2`]
    for (const door of doors[grid] ?? [])
      await sql`insert into dwelling (district, id, community_id, building_id, key, address) values (${world.house.district}, ${door}, ${community}, ${`t:${grid}`}, ${door}, ${door})`.execute(
        world.house.db,
      )
  }
})
afterAll(() => world.close())

/** Somebody: where they live and are registered (doors, or nowhere here), since when, how old. */
type Someone = { lives: number | null; registered: number | null; since: string; born: string }
const door = (n: number | null) => (n === null ? null : (doors[grids[n >> 1] ?? '']?.[n & 1] ?? null))
const where = fc.option(fc.nat(grids.length * 2 - 1), { nil: null })
const someone = fc
  .record<Someone>({
    lives: where,
    registered: where,
    since: fc.constantFrom('2020-01-01', '2026-08-01', '2026-09-21'),
    born: fc.constantFrom('2020-05-01', '1990-05-01', '1964-05-01', '1950-05-01', '1940-05-01'),
  })
  .filter((p) => p.lives !== null || p.registered !== null)

/** Puts these people there for as long as `fn` runs, and takes them away again. */
async function among<T>(people: Someone[], fn: () => Promise<T>): Promise<T> {
  const { db, district } = world.house
  const rows = people.map((p) => ({
    id: `t-${randomUUID()}`,
    born: p.born,
    since: p.since,
    lives: door(p.lives),
    registered: door(p.registered),
  }))
  await db.transaction().execute(async (tx) => {
    await sql`insert into person (district, id, name, place_id, born) select ${district}, x.id, '某', 'tianjinghu', x.born
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id text, born date)`.execute(tx)
    for (const [kind, at] of [
      ['present', 'lives'],
      ['registered', 'registered'],
    ] as const)
      await sql`insert into residence (district, person_id, kind, valid_from, dwelling_id) select ${district}, x.id, ${kind}, x.since, x.at
        from jsonb_to_recordset(${JSON.stringify(rows.map((r) => ({ ...r, at: r[at] })))}::jsonb) as x(id text, since date, at text) where x.at is not null`.execute(
        tx,
      )
  })
  try {
    return await fn()
  } finally {
    await sql`delete from residence where person_id like 't-%'`.execute(db)
    await sql`delete from person where id like 't-%'`.execute(db)
  }
}

const days = ['2026-09-20', '2026-09-21']
const places = ['tongguan', 'tianjinghu', 'xingfu', ...grids]
type Line = { key: string; label: string } & Record<(typeof columns)[number], number>
type Answer = { tables: Record<(typeof tables)[number], Line[]>; total: Line; place: string }
/** Everything that can be asked, by the question. */
async function everything(): Promise<Map<string, Answer>> {
  const asked = places.flatMap((place) => days.map((at) => `at=${at}&place=${place}`))
  const answers = await Promise.all(asked.map((q) => world.call('shi-rui', 'GET', `/api/population?${q}`)))
  return new Map(asked.map((q, i) => [q, answers[i]?.body as Answer]))
}
const told = (all: Map<string, Answer>) => JSON.stringify([...all.values()])

test('one figure taken from another, over places, tables or days, never leaves fewer than five people', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someone, { maxLength: 60 }), async (people) => {
      const all = await among(people, everything)
      for (const answer of all.values())
        for (const lines of Object.values(answer.tables))
          for (const c of columns) {
            for (const line of [...lines, answer.total]) expect(line[c] % base).toBe(0)
            // Each table tells the same of the whole: nothing more is learnt by looking at another.
            if (lines.length) expect(lines.reduce((n, l) => n + l[c], 0)).toBe(answer.total[c])
          }
      for (const at of days)
        for (const place of places)
          for (const line of all.get(`at=${at}&place=${place}`)?.tables.place ?? [])
            if (places.includes(line.key))
              expect(all.get(`at=${at}&place=${line.key}`)?.total).toMatchObject(
                Object.fromEntries(columns.map((c) => [c, line[c]])),
              )
    }),
    { seed, numRuns: 12 },
  )
})

test('no single person shows: for some one more, every answer to every question is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, { minLength: 3, maxLength: 25 }),
      fc.constantFrom(...grids),
      async (people, grid) => {
        const before = told(await among(people, everything))
        const at = grids.indexOf(grid) * 2
        const more = ['2020-05-01', '1990-05-01', '1950-05-01', '1940-05-01'].flatMap((born) =>
          [at, at + 1, null].map((registered): Someone => ({ lives: at, registered, since: '2020-01-01', born })),
        )
        let same = false
        for (const one of more) same ||= told(await among([...people, one], everything)) === before
        expect(same).toBe(true)
      },
    ),
    { seed, numRuns: 6 },
  )
})

test('rounding is neither too high nor too low over all points, and each figure stands for at least two numbers', () => {
  for (let n = 0; n < 30; n++) {
    const sum = [0, 1, 2, 3, 4].reduce((total, point) => total + rounded(n, point, base), 0)
    expect(sum / base).toBe(n)
    for (let point = 0; point < base; point++) {
      const others = Array.from({ length: 40 }, (_, m) => m).filter(
        (m) => m !== n && rounded(m, point, base) === rounded(n, point, base),
      )
      if (n > 0) expect(others.length).toBeGreaterThan(0)
    }
  }
})

test('R-2.2 who is registered behind one door and lives behind another counts here for the one and there for the other', async () => {
  const people = Array.from(
    { length: 200 },
    (): Someone => ({ lives: 0, registered: 4, since: '2020-01-01', born: '1990-05-01' }),
  )
  const all = await among(people, everything)
  const of = (place: string) => all.get(`at=2026-09-21&place=${place}`)?.total
  const near = (n: number) => expect.toSatisfy((x: number) => Math.abs(x - n) < base)
  expect(of('tianjinghu')).toMatchObject({ registered: 0, present: near(200), usual: near(200) })
  expect(of('xingfu')).toMatchObject({ registered: near(200), present: 0, usual: 0 })
  const lines = all.get('at=2026-09-21&place=tongguan')?.tables.standing
  expect(lines?.find((l) => l.label === '区内人户分离')).toMatchObject({ registered: near(200), present: near(200) })
})

test('who may open these people’s files is told exactly how many they are; who may not, sums of rounded parts', async () => {
  const people = Array.from(
    { length: 7 },
    (_, i): Someone => ({ lives: 0, registered: i < 3 ? 0 : null, since: '2020-01-01', born: '1990-05-01' }),
  )
  const ask = (who: string, place: string) => world.call(who, 'GET', `/api/population?at=2026-09-21&place=${place}`)
  await among(people, async () => {
    const clerk = (await ask('zhou-min', 'tianjinghu')).body
    expect([clerk.least, clerk.total]).toMatchObject([1, { registered: 3, present: 7, usual: 7 }])
    expect(clerk.tables.standing.map((l: Line) => [l.label, l.present])).toEqual([
      ['人户一致', 3],
      ['区内人户分离', 0],
      ['户在人不在', 0],
      ['流动人口', 4],
    ])
    expect((await ask('zhou-min', 'xingfu')).status).toBe(404)
    const leader = (await ask('xu-zhengyang', 'tianjinghu')).body
    expect([leader.least, leader.total.present % base]).toEqual([base, 0])
  })
})

test('births, deaths and moves stand in their month; a move within a community is none; others are told rounded figures only', async () => {
  const { db, district } = world.house
  const ask = async (who: string, place: string) =>
    (await world.call(who, 'GET', `/api/population?at=2026-09-21&place=${place}`)).body.months as Record<
      string,
      number
    >[]
  const before = await ask('zhou-min', 'tianjinghu')
  const [g7, g8, far] = grids.map((g) => doors[g]?.[0] as string)
  const stays = [
    // Born here; died here; moved within the community; moved here from the next one; moved out of the district.
    ['t-born', '2026-08-03', null, g7, '2026-08-03', null, null],
    ['t-died', '1940-01-01', '2026-08-09', g7, '2020-01-01', '2026-08-09', '死亡'],
    ['t-near', '1980-01-01', null, g7, '2020-01-01', '2026-08-10', '迁移'],
    ['t-near', '1980-01-01', null, g8, '2026-08-10', null, null],
    ['t-from', '1980-01-01', null, far, '2020-01-01', '2026-08-11', '迁移'],
    ['t-from', '1980-01-01', null, g8, '2026-08-11', null, null],
    ['t-gone', '1980-01-01', null, g8, '2020-01-01', '2026-09-02', '迁出'],
  ]
  const rows = JSON.stringify(
    stays.map(([id, born, died, at, since, to, why]) => ({ id, born, died, at, since, to_day: to, why })),
  )
  await sql`insert into person (district, id, name, place_id, born, died_on) select distinct ${district}, x.id, '某', 'tianjinghu', x.born, x.died
    from jsonb_to_recordset(${rows}::jsonb) as x(id text, born date, died date)`.execute(db)
  await sql`insert into residence (district, person_id, kind, valid_from, valid_to, dwelling_id, ended_why)
    select ${district}, x.id, 'present', x.since, x.to_day, x.at, x.why from jsonb_to_recordset(${rows}::jsonb) as x(id text, since date, to_day date, at text, why text)`.execute(
    db,
  )
  const now = await ask('zhou-min', 'tianjinghu')
  expect(now.map((m) => m.month)).toEqual(before.map((m) => m.month))
  expect([now[0]?.month, now.at(-1)?.month]).toEqual(['2025-10', '2026-09'])
  const more = now.map((m, i) => ['born', 'died', 'arrived', 'left'].map((k) => (m[k] ?? 0) - (before[i]?.[k] ?? 0)))
  expect(more.at(-2), 'August').toEqual([1, 1, 1, 0])
  expect(more.at(-1), 'September').toEqual([0, 0, 0, 1])
  expect(
    more
      .slice(0, -2)
      .flat()
      .every((n) => n === 0),
  ).toBe(true)
  for (const m of await ask('shi-rui', 'tongguan'))
    for (const k of ['born', 'died', 'arrived', 'left']) expect((m[k] ?? 1) % base).toBe(0)
  await sql`delete from residence where person_id like 't-%'`.execute(db)
  await sql`delete from person where id like 't-%'`.execute(db)
})
