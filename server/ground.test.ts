import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { scratchDb } from '../test/db.ts'
import { loadGround, readCast } from './ground.ts'
import { ageOn, badIdNumber, birthDate } from './person/rules.ts'
import { person, personByIdNumber } from './person/store.ts'
import { area2, ringsOf } from './place/shape.ts'
import { boundaries, history, tree } from './place/store.ts'
import { duties } from './platform/auth.ts'
import { makeCrypto } from './platform/crypto.ts'
import { units } from './post/store.ts'

const content = join(import.meta.dirname, '..', 'content', 'tongguan')
const crypto = makeCrypto([Buffer.alloc(32, 7)])
const d = '340705'
const { db } = await scratchDb()
const load = () => db.transaction().execute((tx) => loadGround(tx, crypto, content, { cast: true }))
const rowsOf = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows
const cast = readCast(content)
let loaded: Awaited<ReturnType<typeof load>>

beforeAll(async () => {
  loaded = await load()
})

describe('places in the tables', () => {
  test('R-B.2 the tree of 2017 and the tree of 2023 are both answered', async () => {
    const [then, now] = await Promise.all([
      tree(db, d, '2017-06-09', 'tongguan'),
      tree(db, d, '2023-06-01', 'tongguan'),
    ])
    expect(then.filter((p) => p.kind === 'community')).toHaveLength(23)
    expect(now.filter((p) => p.kind === 'community')).toHaveLength(0)
    expect(now.filter((p) => p.kind === 'street')).toHaveLength(20)
    expect(now.every((p) => p.hasChildren)).toBe(true)
  })

  test('R-B.1 every path is its parent path and the own id, however deep', async () => {
    const wrong = await rowsOf(sql`
      select c.id from place c left join place p on p.district = c.district and p.id = c.parent_id
      where c.path <> coalesce(p.path, '') || c.id || '/'`)
    expect(wrong).toEqual([])
    const depths = await rowsOf<{ depth: number }>(sql`
      select distinct length(path) - length(replace(path, '/', '')) as depth from place where kind = 'grid' and valid_to is null order by 1`)
    expect(depths.map((r) => r.depth)).toEqual([4])
  })

  test('R-B.2 the periods of a place follow each other without gap or overlap', async () => {
    const wrong = await rowsOf(sql`
      select place_id, valid_from from (
        select place_id, valid_from, valid_to, lead(valid_from) over (partition by place_id order by valid_from) as next from place_period) t
      where valid_to is distinct from next and not (next is null)`)
    expect(wrong).toEqual([])
  })

  test('R-B.3 on the day of the report 620 grids with 390,000 residents lie in standing communities; so today', async () => {
    for (const day of ['2017-06-09', '2026-10-09']) {
      const [row] = await rowsOf<{ grids: number; people: number; homes: number }>(sql`
        select count(*)::int as grids, sum(t.population)::int as people, sum(t.households)::int as homes
        from place_period t
        join place g on g.district = t.district and g.id = t.place_id and g.kind = 'grid'
        join place c on c.district = t.district and c.id = t.parent_id and c.kind in ('community', 'village')
        join place_period ct on ct.district = c.district and ct.place_id = c.id
         and ct.valid_from <= ${day}::date and (ct.valid_to is null or ct.valid_to > ${day}::date)
        where t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to > ${day}::date)
          and left(t.code, 12) = ct.code`)
      expect(row, day).toEqual({ grids: 620, people: 390_000, homes: 136_000 })
    }
  })

  test('every layer counts the same people and covers the same ground, on any day', async () => {
    const size = (g: Parameters<typeof ringsOf>[0]) => ringsOf(g).reduce((n, r) => n + area2(r) / 2, 0)
    for (const day of ['2017-06-09', '2020-06-01', '2026-10-09']) {
      const [whole, leaves, grids] = await Promise.all(
        [['district'], ['community', 'village'], ['grid']].map((kinds) => boundaries(db, d, kinds, day, null)),
      )
      const area = (rows: typeof whole) => (rows ?? []).reduce((n, r) => n + size(r.boundary), 0)
      const people = (rows: typeof whole) => (rows ?? []).reduce((n, r) => n + (r.population ?? 0), 0)
      expect(area(leaves)).toBe(area(whole))
      expect(area(grids)).toBe(area(whole))
      expect([people(whole), people(leaves), people(grids)]).toEqual([390_000, 390_000, 390_000])
      expect(whole?.[0]?.boundary).toMatchObject({ type: 'MultiPolygon' })
    }
  })

  test('R-B.2 the history of a place tells its codes; a vanished one tells what took over its code and its ground', async () => {
    const meitang = await history(db, d, 'meitang')
    expect(new Set(meitang?.history.map((h) => h.code))).toEqual(
      new Set(['340705198005', '340705006012', '340705006008']),
    )
    expect(meitang?.predecessors.map((p) => p.id)).toEqual(['machong'])
    const xielong = await history(db, d, 'xielong')
    expect(xielong).toMatchObject({
      to: '2021-01-01',
      successors: [{ id: 'linhu', at: '2021-01-01' }],
      groundWentTo: [{ id: 'linhu' }],
    })
    const tongxia = await history(db, d, 'tongxia')
    expect(tongxia?.successors).toEqual([])
    expect(await history(db, d, 'nowhere')).toBeUndefined()
  })

  test('a date before the first list has no tree', async () => {
    expect(await tree(db, d, '2015-12-31', null)).toEqual([])
  })

  test('the tree can be asked from any place on any day', async () => {
    const ids = (await rowsOf<{ id: string }>(sql`select id from place where kind <> 'grid'`)).map((r) => r.id)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids), fc.integer({ min: 0, max: 4000 }), async (id, days) => {
        const day = new Date(Date.UTC(2016, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
        const [all, below] = await Promise.all([tree(db, d, day, null), tree(db, d, day, id)])
        const self = all.find((p) => p.id === id)
        const expected = all.filter((p) => p.parent === id).map((p) => p.id)
        expect(below.filter((p) => p.kind !== 'grid').map((p) => p.id)).toEqual(expected)
        expect(self?.hasChildren ?? false).toBe(below.length > 0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('units, posts and persons', () => {
  test('every community with ground has its service centre and its committee', async () => {
    const all = await units(db, d, {})
    const communities = (await tree(db, d, '2026-10-09', null)).filter(
      (p) => ['community', 'village'].includes(p.kind) && p.population,
    )
    expect(communities).toHaveLength(49)
    for (const { id } of communities) {
      const own = all.filter((u) => u.place === id).map((u) => u.id)
      expect(own).toEqual([`${id}-centre`, `${id}-committee`])
    }
    expect(all.find((u) => u.id === 'nonglin-committee')?.name).toBe('农林村村民委员会')
    expect(all.every((u) => u.dutyPhone?.startsWith('0562-000') || u.dutyPhone?.match(/^0562-00[12]\d{4}$/))).toBe(true)
  })

  test('the cast covers every duty, and three administrators are three people', () => {
    const holders = new Map(
      duties.map((duty) => [duty, cast.staff.filter((s) => s.posts.some((p) => p.duty === duty)).map((s) => s.id)]),
    )
    for (const [duty, who] of holders) expect(who, duty).not.toEqual([])
    const admins = (['system-admin', 'security-admin', 'audit-admin'] as const).flatMap(
      (duty) => holders.get(duty) ?? [],
    )
    expect(new Set(admins).size).toBe(3)
    for (const id of admins) expect(cast.staff.find((s) => s.id === id)?.posts).toHaveLength(1)
    for (const { face } of [...cast.staff, ...cast.residents]) expect(cast.faces).toHaveProperty(face)
  })

  test('R-B.5 one person under two signs has a post for each, with its own capacity', async () => {
    const rows = await rowsOf<{ unit_id: string; capacity: string }>(
      sql`select unit_id, capacity from post where account_id = 'zhou-min' order by id`,
    )
    expect(rows).toEqual([
      { unit_id: 'tianjinghu-centre', capacity: '公共服务中心' },
      { unit_id: 'tianjinghu-committee', capacity: '居委会' },
    ])
  })

  test('R-B.7 everything held about a person says where it comes from and since when', async () => {
    const wang = await person(db, crypto, d, 'person-wang-guilan')
    expect(wang?.attributes.length).toBeGreaterThan(5)
    for (const a of wang?.attributes ?? [])
      expect(a).toMatchObject({
        source: expect.stringMatching(/./),
        collectedAt: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      })
  })

  test('a person is found by identity number as people type it, and the table does not contain the number', async () => {
    const found = await personByIdNumber(db, crypto, d, ' ３４０７９９ 19540312 0025')
    expect(found).toMatchObject({ name: '王桂兰', idNumber: '340799195403120025', phone: '10000000001' })
    expect(await personByIdNumber(db, crypto, d, '340799195403120026')).toBeUndefined()
    const [row] = await rowsOf<{ all: string }>(
      sql`select string_agg(encode(id_number || id_hash || phone || phone_hash, 'escape'), '') as all from person`,
    )
    for (const { person: p } of cast.residents) expect(row?.all).not.toContain(p.idNumber.slice(0, 14))
  })

  test('the invented numbers pass the check and cannot be anybody’s', () => {
    for (const { person: p } of cast.residents) {
      expect(badIdNumber(p.idNumber, '2026-10-09')).toBeNull()
      expect(p.idNumber.startsWith('340799')).toBe(true)
      expect(p.phone).toMatch(/^100\d{8}$/)
    }
    const ages = cast.residents.map((r) => ageOn(birthDate(r.person.idNumber) ?? '', '2026-10-09'))
    cast.residents.forEach((r, i) => {
      expect(r.story).toMatch(new RegExp(`^${ages[i]}岁`))
    })
  })
})

test('loading again changes nothing, and undoes no local decision', async () => {
  await sql`update account set disabled_at = now() where id = 'han-lei'`.execute(db)
  // Somebody found two people there since: another record, of a source that counts more.
  await sql`insert into record (district, id, subject_kind, subject_id, source, rank, collected_on, names, body, digest, recorded_at)
    values (${d}, gen_random_uuid(), 'person', 'person-wang-guilan', '部门共享：公安', 30, '2026-09-01', '{household-size}',
      ${crypto.seal('{"household-size":2}')}, ${crypto.blind('2')}, now())`.execute(db)
  const counts = () =>
    rowsOf(sql`select (select count(*) from place) a, (select count(*) from place_period) b, (select count(*) from place_succession) c,
    (select count(*) from unit) d, (select count(*) from account) e, (select count(*) from post) f, (select count(*) from person) g, (select count(*) from record) h, (select count(*) from dwelling) i, (select count(*) from residence) j`)
  const before = await counts()
  expect(await load()).toEqual(loaded)
  expect(await counts()).toEqual(before)
  expect(await rowsOf(sql`select id from account where disabled_at is not null`)).toEqual([{ id: 'han-lei' }])
  expect(
    (await person(db, crypto, d, 'person-wang-guilan'))?.attributes.find((a) => a.name === 'household-size')?.value,
  ).toBe(2)
})
