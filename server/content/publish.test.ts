import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { someAnswers } from '../../test/answers.ts'
import { applyFor, openWorld } from '../../test/world.ts'
import { publishContent, readItems } from './publish.ts'

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

function changed(name: string, change: (item: ReturnType<typeof readItems>[number]['item']) => void) {
  const dir = join(scratch, name)
  for (const part of ['items', 'processes']) cpSync(join(pack, part), join(dir, part), { recursive: true })
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
  await expect(publish(dir)).rejects.toThrow('residence-permit: 承诺时限（16天）不能长于法定时限（15天）')
  expect(await versions('residence-permit')).toBe(2)
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
