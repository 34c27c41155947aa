import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { loadPersons } from '../server/person/load.ts'
import { checkCharacter } from '../server/person/rules.ts'
import type { World } from './world.ts'

/** Somebody new in a grid, with all that hangs on a person and on a place: what the acts of the registry are about. */

export const gridOf = { own: 'tianjinghu-g007', next: 'tianjinghu-g008', far: 'xingfu-g003' } as const
export type Relation = keyof typeof gridOf
export const relations = Object.keys(gridOf) as Relation[]
export type Subject = Record<
  | 'person'
  | 'other'
  | 'name'
  | 'idNumber'
  | 'phone'
  | 'grid'
  | 'community'
  | 'building'
  | 'buildingName'
  | 'dwelling'
  | 'unmatched'
  | 'household'
  | 'record'
  | 'care'
  | 'merge'
  | 'organisation'
  | 'amendment'
  | 'worker'
  | 'post'
  | 'spare'
  | 'absence'
  | 'marker',
  string
>

let made = 0
/** 3407990000…: an area code that was never given, a check character that fits. */
export function madeUpNumber(born = '19500607'): string {
  const seventeen = `340799${born}${String(100 + (made++ % 900)).slice(-3)}`
  return seventeen + checkCharacter(seventeen)
}

export async function newcomer(world: World, relation: Relation): Promise<Subject> {
  const { db, district: d, crypto } = world.house
  const n = ++made + 1000
  const grid = gridOf[relation]
  const community = grid.split('-g')[0] as string
  const [person, other] = [`t-${n}`, `t-${n}-2`]
  const [name, marker] = [`甄${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`, `标记${n}`]
  const [idNumber, phone] = [madeUpNumber(), `100${String(10_000_000 + n)}`]
  const of = async (community: string) =>
    (await sql<{ name: string }>`select name from place where district = ${d} and id = ${community}`.execute(db))
      .rows[0]?.name ?? ''
  const buildingName = `${marker}${n}栋`
  const address = `${await of(community)}${buildingName}101室`
  const household = `9${n}`
  const say = (name: string, value: unknown, source = '网格采集', collectedAt = '2025-01-02') => ({
    name,
    value,
    source,
    collectedAt,
  })
  const file = (id: string, number: string) => ({
    id,
    name,
    idNumber: number,
    phone,
    place: community,
    attributes: [
      say('grid', grid),
      say('address', address),
      say('household-address', address),
      say('household-number', household),
      say('household-relation', '家属'),
      say('workplace', `${marker}厂`),
      say('phone', phone),
      say('pension-status', '领取中', '部门共享：人社', '2025-02-03'),
      say('disability-certificate-number', `${number}42`, '证照：残疾人证', '2025-03-04'),
    ],
  })
  await db
    .transaction()
    .execute((tx) => loadPersons(tx, d, crypto, [file(person, idNumber), file(other, madeUpNumber())]))
  const [dwelling] = (
    await sql<{ id: string; building: string }>`select w.id, w.building_id as building from dwelling w
    where w.district = ${d} and w.community_id = ${community} and w.key = ${`${buildingName}101室`}`.execute(db)
  ).rows
  const [record] = (
    await sql<{
      id: string
    }>`select id from record where district = ${d} and subject_id = ${person} and 'workplace' = any(names)`.execute(db)
  ).rows
  const [care, merge, amendment, organisation, unmatched] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    `o-${n}`,
    `w-${n}`,
  ]
  const absence = randomUUID()
  const [worker, post, spare] = [`worker-${n}`, `post-${n}`, `${community}-g9${n}`]
  const building = dwelling?.building as string
  await db.transaction().execute(async (tx) => {
    await sql`update building set lon = 117.81, lat = 30.95 where district = ${d} and id = ${building}`.execute(tx)
    await sql`insert into care (district, id, person_id, category, level, basis, since, created_by) values
      (${d}, ${care}, ${person}, 'living-alone', 'key', '走访', '2025-01-01', 'lu-wei'),
      (${d}, ${randomUUID()}, ${person}, 'mental-disorder', 'high', '医院报告', '2025-01-01', 'lu-wei'),
      (${d}, ${randomUUID()}, ${person}, 'lost-only-child', 'key', '申报', '2025-01-01', 'zhou-min')`.execute(tx)
    await sql`insert into person (district, id, name, place_id, merged_into) select ${d}, ${`t-${n}-3`}, ${name}, ${grid}, ${person}`.execute(
      tx,
    )
    await sql`insert into person_merge (district, id, kept_id, gone_id, reason, by, at) values (${d}, ${merge}, ${person}, ${`t-${n}-3`}, '重复', 'ding-yi', now())`.execute(
      tx,
    )
    await sql`insert into organisation (district, id, uscc, name, kind, community_id, building_id) values (${d}, ${organisation}, ${`U${n}`}, ${`${marker}店`}, '企业', ${community}, ${building})`.execute(
      tx,
    )
    await sql`insert into amendment (district, id, person_id, name, held, said, asked_at, due_on, state) values
      (${d}, ${amendment}, ${person}, 'workplace', ${crypto.seal(JSON.stringify('旧'))}, ${crypto.seal('新')}, '2026-09-20', '2026-10-05', 'waiting')`.execute(
      tx,
    )
    await sql`insert into dwelling (district, id, community_id, key, address) values (${d}, ${unmatched}, ${community}, ${`${marker}后面`}, ${`${marker}后面`})`.execute(
      tx,
    )
    // A grid to be divided and walked, so that those of the cast stay as they are.
    await sql`insert into place (district, id, kind, parent_id, path, name, valid_from) select district, ${spare}, 'grid', id, path || ${`${spare}/`}, ${`${marker}格`}, '2020-01-01'::date
      from place where district = ${d} and id = ${community}`.execute(tx)
    await sql`insert into place_period (district, place_id, valid_from, name, parent_id, real) values (${d}, ${spare}, '2020-01-01', ${`${marker}格`}, ${community}, false)`.execute(
      tx,
    )
    await sql`insert into account (district, id, name, kind, sign_in) values (${d}, ${worker}, ${`${marker}员`}, 'staff', ${worker})`.execute(
      tx,
    )
    await sql`insert into post (district, id, account_id, duty, unit_id, place_id, capacity, valid_from, shift, share) values
      (${d}, ${post}, ${worker}, 'grid-worker', ${`${community}-centre`}, ${spare}, '网格员', '2025-01-01', 'B', 50)`.execute(
      tx,
    )
    await sql`insert into absence (district, id, account_id, starts_on, ends_on, reason, hand_over, by, at)
      values (${d}, ${absence}, ${worker}, '2026-12-01', '2026-12-03', '年休', '[]', 'lu-wei', now())`.execute(tx)
  })
  return {
    person,
    other,
    name,
    idNumber,
    phone,
    grid,
    community,
    building,
    buildingName,
    dwelling: dwelling?.id as string,
    unmatched,
    household,
    record: record?.id as string,
    care,
    merge,
    organisation,
    amendment,
    worker,
    post,
    spare,
    absence,
    marker,
  }
}

/** Nobody and nothing: what the answers for others' are held against. */
export const nothing = (s: Subject): Subject => ({
  ...s,
  ...Object.fromEntries(
    ['person', 'other', 'building', 'dwelling', 'unmatched', 'organisation', 'worker', 'post', 'spare', 'grid'].map(
      (k) => [k, 'not-there'],
    ),
  ),
  ...Object.fromEntries(['record', 'care', 'merge', 'amendment', 'absence'].map((k) => [k, randomUUID()])),
  household: '0',
})
