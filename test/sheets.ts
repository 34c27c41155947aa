import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { checkCharacter } from '../server/person/rules.ts'
import { csvLine } from '../server/platform/csv.ts'
import type { World } from './world.ts'

/** Spreadsheets of people who never were, and bringing them in as the data manager does. */

export const manager = 'ding-yi'
/** A number that passes the check, of the county that is none: 340799. */
export function idOf(i: number, born = '19700101') {
  const first = `340799${born}${String(i).padStart(3, '0')}`
  return first + checkCharacter(first)
}
export type Row = Partial<Record<(typeof columns)[number], string>>
export const columns = [
  '证件号码',
  '姓名',
  '联系电话',
  '户籍地址',
  '现住地址',
  '居住起始日期',
  '户号',
  '与户主关系',
  '文化程度',
] as const
export const home = (i: number) => `天井湖社区湖东新村${1 + (i % 9)}栋${100 + i}室`
export const resident = (i: number, given: Row = {}): Row => ({
  证件号码: idOf(i),
  姓名: `甲${[...'一二三四五六七八九十'][i % 10]}`,
  现住地址: home(i),
  ...given,
})
export const csv = (rows: Row[], used: readonly string[] = columns) =>
  Buffer.from(`\uFEFF${csvLine([...used])}${rows.map((r) => csvLine(used.map((c) => r[c as keyof Row]))).join('')}`)

// biome-ignore lint/suspicious/noExplicitAny: the answer of any operation
export type Said = { status: number; body: any }
export type Given = {
  kind?: string
  name?: string
  source?: string
  collectedOn?: string
  mapping?: Record<string, number>
  choice?: string
  who?: string
}

export async function upload(
  world: World,
  file: Buffer,
  { kind = 'residents', name = '名单.csv', who = manager }: Given = {},
  key = randomUUID() as string,
): Promise<Said> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new Blob([new Uint8Array(file)]), name)
  const sent = new Response(form)
  const res = await world.app.inject({
    method: 'POST',
    url: '/api/imports',
    headers: {
      cookie: await world.cookieOf(who),
      'idempotency-key': key,
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  return { status: res.statusCode, body: res.json() }
}

export const post = (world: World, id: string, what: string, body: object = {}, who = manager) =>
  world.call(who, 'POST', `/api/imports/${id}/${what}`, body)
export const job = async (world: World, id: string, who = manager) =>
  (await world.call(who, 'GET', `/api/imports/${id}`)).body

/** As soon as it stands in one of these states, or when `seen` says so. */
export async function until(
  world: World,
  id: string,
  ended: string[],
  seen: (j: Said['body']) => boolean = () => false,
  who = manager,
) {
  for (let i = 0; i < 600; i++) {
    const now = await job(world, id, who)
    if (ended.includes(now.state) || seen(now)) return now
    await sleep(50)
  }
  throw new Error(`import ${id} does not get to ${ended.join()}`)
}

/** Uploaded and checked. */
export async function checked(world: World, file: Buffer, given: Given = {}) {
  const sent = await upload(world, file, given)
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body))
  const { id, mapping } = sent.body
  const { source = '网格采集：普查', collectedOn = '2026-09-01' } = given
  const res = await post(world, id, 'check', { mapping: given.mapping ?? mapping, source, collectedOn }, given.who)
  if (res.status !== 200) throw new Error(JSON.stringify(res.body))
  return until(world, id, ['checked', 'failed'], undefined, given.who)
}
export async function bring(world: World, file: Buffer, given: Given = {}) {
  const { id, state, why } = await checked(world, file, given)
  if (state === 'failed') throw new Error(why)
  const res = await post(world, id, 'import', { choice: given.choice ?? 'all-or-nothing' }, given.who)
  if (res.status !== 200) throw new Error(JSON.stringify(res.body))
  return until(world, id, ['done', 'failed', 'cancelled'], undefined, given.who)
}

/** Everything that an import may touch, as text, in one order; the numbers that chance gives are left out. */
export async function registry({ house: { db } }: World): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const table of [
    'person',
    'dwelling',
    'household',
    'residence',
    'building',
    'building_grid',
    'organisation',
    'record',
  ])
    all[table] = (
      await sql<{
        row: unknown
      }>`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(db)
    ).rows.map((r) => r.row)
  return all
}
export const personOf = async (world: World, i: number) =>
  (
    await sql<{
      id: string
      name: string
      place_id: string
      phone: Buffer | null
    }>`select * from person where id_hash = ${world.house.crypto.blind(idOf(i))}`.execute(world.house.db)
  ).rows[0]
/** Where somebody lived and was registered, from–to, as `present 2026-09-01– 1栋101室`. */
export const lives = async (world: World, i: number, kind = 'present') =>
  (
    await sql<{ said: string }>`
      select r.valid_from || '–' || coalesce(r.valid_to::text, '') || ' ' || coalesce(d.key, '外地') || coalesce(' ' || r.household || r.relation, '') as said
        from residence r join person p on p.district = r.district and p.id = r.person_id
        left join dwelling d on d.district = r.district and d.id = r.dwelling_id
       where p.id_hash = ${world.house.crypto.blind(idOf(i))} and r.kind = ${kind} order by r.valid_from, r.valid_to`.execute(
      world.house.db,
    )
  ).rows.map((r) => r.said)

/** As office programs in China save it: GBK, without a mark. Node only reads it, so the table is read once the other way round. */
export function gbk(text: string): Buffer {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++)
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))))
}
