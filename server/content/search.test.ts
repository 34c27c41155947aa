import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Item } from './item.ts'
import { readItems } from './publish.ts'
import { indexItems, search } from './search.ts'

const index = indexItems(
  readItems(fileURLToPath(new URL('../../content/tongguan', import.meta.url))).map((i) => i.item),
)
const found = (q: string) => search(index, q).map((i) => i.id)

describe('what people say finds the item', () => {
  test.each([
    ['低保', 'minimum-living-allowance'],
    ['dibao', 'minimum-living-allowance'],
    ['db', 'minimum-living-allowance'],
    ["di'bao", 'minimum-living-allowance'],
    ['Dibao Shenqing', 'minimum-living-allowance'],
    ['奶奶八十岁了有没有补贴', 'elderly-allowance'],
    ['老年证', 'elderly-card'],
    ['轮椅', 'disability-aids'],
    ['去上海看病怎么报销', 'remote-medical-filing'],
    ['准生证', 'birth-registration'],
    ['没工作了', 'unemployment-registration'],
    ['退伍证', 'veteran-preference-card'],
    ['gongzufang', 'public-rental-housing'],
    ['公租房申请', 'public-rental-housing'],
    ['残疾证', 'disability-certificate'],
    ['暂住证', 'residence-permit'],
    ['家里着火了', 'temporary-relief'],
  ])('%s → %s among the first three', (q, id) => {
    expect(found(q).slice(0, 3)).toContain(id)
  })
  test('every item is first under its own name and found by each of its keywords', () => {
    for (const { item } of index.entries) {
      expect(found(item.name)[0], item.name).toBe(item.id)
      for (const k of item.keywords) expect(found(k), k).toContain(item.id)
    }
  })
  test('nothing asked is everything; a line keeps to itself', () => {
    expect(found('')).toHaveLength(index.entries.length)
    expect(search(index, '', 'housing').every((i) => i.line === 'housing')).toBe(true)
  })
  test('what nobody offers finds nothing', () => {
    for (const q of ['xyzxyz', "'", '%', '😀']) expect(found(q)).toEqual([])
  })
})

// All the items of a real district (广安区), too many to ship: v-luobo/zwfw, Apache-2.0.
const real = fileURLToPath(
  new URL('../../../shared/data/service-items/guangan_district_items_1135.json', import.meta.url),
)
test.skipIf(!existsSync(real))('among the 1,135 items of a real district each is first under its name, at once', () => {
  type Department = { items: { sub_items: { name: string }[] }[] }
  const departments: Department[] = JSON.parse(readFileSync(real, 'utf8'))
  const names = departments.flatMap((d) => d.items.flatMap((m) => m.sub_items.map((s) => s.name)))
  const like = index.entries[0]?.item as Item
  const whole = indexItems(
    names.map((name, i) => ({ ...like, id: `x${i}`, name, keywords: [], summary: name, conditions: [] })),
  )
  expect(names).toHaveLength(1135)
  const began = performance.now()
  for (const name of names) expect(search(whole, name)[0]?.name).toBe(name)
  expect((performance.now() - began) / names.length).toBeLessThan(20)
  expect(search(whole, 'canjirenzheng')[0]?.name).toContain('残疾人证')
})
