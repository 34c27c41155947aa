import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { someAnswers } from '../../test/answers.ts'
import { applyFor, openWorld } from '../../test/world.ts'
import type { FormSchema } from './form.ts'
import { digestOf, publishContent, readItems } from './publish.ts'

const pack = fileURLToPath(new URL('../../content/tongguan', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'linli-publish-'))
const world = await openWorld()
afterAll(async () => {
  await world.close()
  rmSync(scratch, { recursive: true, force: true })
})
const { db, district } = world.house
const at = new Date('2026-09-22T09:00:00+08:00')
const publish = (dir: string) => db.transaction().execute((tx) => publishContent(tx, district, dir, at))
const versions = async (id: string) =>
  (await db.selectFrom('definition').select('version').where('id', '=', id).where('kind', '=', 'item').execute()).length

const newest = (id: string) =>
  db
    .selectFrom('definition')
    .select(['body', 'digest'])
    .where('id', '=', id)
    .where('kind', '=', 'item')
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()

function changed(name: string, change: (item: ReturnType<typeof readItems>[number]['item']) => void) {
  const dir = join(scratch, name)
  for (const part of ['items', 'processes', 'units.json', 'proofs.json'])
    cpSync(join(pack, part), join(dir, part), { recursive: true })
  const path = join(dir, 'items/residence-permit.json')
  const item = JSON.parse(readFileSync(path, 'utf8'))
  change(item)
  writeFileSync(path, JSON.stringify(item))
  return dir
}

test('publishing the same pack again changes nothing', async () => {
  expect(await publish(pack)).toBe(0)
  expect(await versions('residence-permit')).toBe(1)
})

test('layout does not count: only new content makes a new version', async () => {
  expect(await publish(changed('same', () => {}))).toBe(0)
  const other = changed('other', (item) => {
    item.summary = '外地户口住满半年可以办居住证。'
  })
  expect(await publish(other)).toBe(1)
  expect(await publish(other)).toBe(0)
  expect(await versions('residence-permit')).toBe(2)
})

test('R-1.1 a promise longer than the law is not published, and nothing else of its pack', async () => {
  const dir = changed('long', (item) => {
    item.limits.promised.amount = 16
    item.name = '居住证'
  })
  await expect(publish(dir)).rejects.toThrow(
    'items/residence-permit.json · limits.promised：承诺时限（16天）不能长于法定时限（15天）',
  )
  expect(await versions('residence-permit')).toBe(2)
})

test('whatever the check of a pack refuses is not published, with every reason', async () => {
  const dir = changed('wrong', (item) => {
    item.bodies.issue = 'moon'
    item.process = 'nowhere'
  })
  await expect(publish(dir)).rejects.toThrow(/没有单位“moon”[\s\S]*没有流程“nowhere”/)
  writeFileSync(join(dir, 'processes/simple.bpmn'), '<no diagram')
  await expect(publish(dir)).rejects.toThrow('processes/simple.bpmn')
  expect(await versions('residence-permit')).toBe(2)
})

test('going back to what an earlier version said is a new version, once', async () => {
  const latest = async () => (await world.house.catalogue.latest(db, 'residence-permit'))?.item.summary
  const [before] = readItems(pack).filter((i) => i.id === 'residence-permit')
  expect(await publish(pack)).toBe(1)
  expect(await publish(pack)).toBe(0)
  expect(await versions('residence-permit')).toBe(3)
  const { body, digest } = await newest('residence-permit')
  expect(digestOf(body)).toBe(digest)
  expect((body as { summary: string }).summary).toBe(before?.item.summary)
  await new Promise((done) => setTimeout(done, 2100)) // the catalogue asks anew every two seconds
  expect(await latest()).toBe(before?.item.summary)
  expect(await publish(join(scratch, 'other'))).toBe(1)
  expect(await publish(pack)).toBe(1)
  expect(await publish(pack)).toBe(0)
  expect(await versions('residence-permit')).toBe(5)
})

test('two processes that start together publish once', async () => {
  const dir = changed('together', (item) => {
    item.summary = '住满半年可以办居住证。'
  })
  expect((await Promise.all([publish(dir), publish(dir)])).sort()).toEqual([0, 1])
})

test('the digest is of the content: the same wherever and however it is written down', () => {
  const item = readItems(pack)[0]?.item
  expect(digestOf(JSON.parse(JSON.stringify(item, null, 4)))).toBe(digestOf(item))
  expect(digestOf({ name: '公园', rows: [1] })).toBe('29254f01716cdc93e532e8594656e63e5f2c1bffed6491a85d87bd7e9b603be4')
})

test('every item of the pack is offered with its guide', async () => {
  const list = await world.call(null, 'GET', '/api/items')
  expect(list.body).toHaveLength(readItems(pack).length)
  for (const { id } of list.body) expect((await world.call(null, 'GET', `/api/items/${id}`)).status, id).toBe(200)
})

test.each(readItems(pack).map(({ item }) => [item.name, item] as const))(
  '%s is applied for, accepted, and lies with those who begin',
  async (_, item) => {
    const number = await applyFor(world, 'wang-guilan', item.id, {
      form: someAnswers(item.form),
      materials: item.materials.map((m) => m.code),
    })
    const said = await world.call('zhou-min', 'POST', `/api/matters/${number}/acceptance`, {})
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    const { body } = await world.call('zhou-min', 'GET', `/api/matters/${number}`)
    const open = (body.tasks as { unit: string; status: string }[])
      .filter((t) => t.status === 'open')
      .map((t) => t.unit)
    const units = Object.values(item.tasks).map((t) => (t.unit === '@community' ? 'tianjinghu-centre' : t.unit))
    expect(open.length).toBeGreaterThan(0)
    for (const unit of open) expect(units).toContain(unit)
  },
)

test('the identity numbers of those who apply together are never told or kept in full', async () => {
  const item = readItems(pack).find((i) => i.id === 'public-rental-housing')?.item
  const members = [{ name: '李小满', relation: 'child', 'id-number': '340799195809200017' }]
  const form = { ...someAnswers(item?.form as FormSchema), 'household-size': 2, members }
  const number = await applyFor(world, 'wang-guilan', 'public-rental-housing', { form })
  const { body } = await world.call('zhou-min', 'GET', `/api/matters/${number}`)
  const kept = await db.selectFrom('matter').select('form').where('district', '=', district).execute()
  expect(JSON.stringify(body)).toContain('李小满')
  for (const text of [JSON.stringify(body), JSON.stringify(kept)]) expect(text).not.toContain('340799195809200017')
})
