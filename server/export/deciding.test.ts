import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { mostLines, staysLocal, whyNotAsked } from './rules.ts'

/** Who decides on what, who sees it and who takes it: everybody of the cast against every kind of request. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { staff } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../content/tongguan/cast.json', import.meta.url)), 'utf8'),
) as { staff: { id: string }[] }
const everybody = [...staff.map((s) => s.id), 'wang-guilan', null]
const may = ['zhou-min', 'qian-lan', 'cheng-daqing', 'lu-wei', 'ding-yi', 'dou-an', 'zhang-heng']

const asked = {
  what: 'residents',
  standing: 'registered',
  columns: ['name'],
  format: 'csv',
  purpose: '重阳节慰问',
  days: 7,
}
const full = { columns: ['name-full'], justification: '要称呼全名' }
/** `sees`: for whom it exists (the others of those with a duty get 404), `decides`: whose word counts. */
const requests = [
  {
    what: 'a community’s own, masked',
    by: 'zhou-min',
    more: { place: 'tianjinghu' },
    sees: ['zhou-min', 'lu-wei', 'dou-an'],
    decides: ['lu-wei', 'dou-an'],
  },
  {
    what: 'a community’s own, in full',
    by: 'zhou-min',
    more: { place: 'tianjinghu', ...full },
    sees: ['zhou-min', 'lu-wei', 'dou-an'],
    decides: ['dou-an'],
  },
  {
    what: 'the grid head’s own',
    by: 'lu-wei',
    more: { place: 'tianjinghu' },
    sees: ['lu-wei', 'dou-an'],
    decides: ['dou-an'],
  },
  {
    what: 'another community’s',
    by: 'qian-lan',
    more: { place: 'xingfu' },
    sees: ['qian-lan', 'dou-an'],
    decides: ['dou-an'],
  },
  {
    what: 'the whole district’s',
    by: 'ding-yi',
    more: { place: 'tongguan' },
    sees: ['ding-yi', 'dou-an'],
    decides: ['dou-an'],
  },
]

for (const { what, by, more, sees, decides } of requests)
  test(`${what}: ${decides.join(' and ')} decide, nobody else`, async () => {
    const fresh = async () => {
      const { status, body } = await world.call(by, 'POST', '/api/exports', { ...asked, ...more })
      expect([what, status]).toEqual([what, 200])
      return body.id as string
    }
    const shared = await fresh()
    for (const who of everybody) {
      const id = who && decides.includes(who) ? await fresh() : shared
      const res = await world.call(who, 'POST', `/api/exports/${id}/decision`, { approve: false, note: '用不着' })
      const status =
        who === null ? 401 : !may.includes(who) ? 403 : !sees.includes(who) ? 404 : decides.includes(who) ? 200 : 409
      expect([who, res.status], JSON.stringify(res.body)).toEqual([who, status])
      if (who && !may.includes(who)) continue // an address may ask for so many files a minute
      const file = await world.call(who, 'GET', `/api/exports/${shared}/file`)
      expect([who, file.status]).toEqual([
        who,
        who === null
          ? 401
          : who === by
            ? 409
            : ['zhou-min', 'qian-lan', 'cheng-daqing', 'lu-wei', 'ding-yi'].includes(who)
              ? 404
              : 403,
      ])
    }
    await world.call(by, 'POST', `/api/exports/${shared}/cancel`, {})
  })

test('one asks for what one’s own posts reach', async () => {
  const reach: [string, string, number][] = [
    ['zhou-min', 'tianjinghu', 200],
    ['zhou-min', 'tianjinghu-g007', 200],
    ['zhou-min', 'xingfu', 400],
    ['zhou-min', 'tongguan', 400],
    ['lu-wei', 'xingfu', 400],
    ['ding-yi', 'xingfu', 200],
    ['dou-an', 'tianjinghu', 403],
    ['zhang-heng', 'tianjinghu', 403],
    ['hua-yun', 'tianjinghu-g007', 403],
    ['shi-rui', 'tongguan', 403],
    ['shui-qing', 'tongguan', 403],
  ]
  for (const [who, place, status] of reach)
    expect([who, place, (await world.call(who, 'POST', '/api/exports', { ...asked, place })).status]).toEqual([
      who,
      place,
      status,
    ])
})

test('how much may leave at once, and what a community decides by itself', () => {
  const r = {
    what: 'residents',
    place: { path: 'a/b/', kind: 'community' },
    lines: 10,
    full: false,
    sensitive: false,
    format: 'csv',
  } as const
  expect(whyNotAsked(r)).toBeNull()
  expect(whyNotAsked({ ...r, lines: mostLines.csv })).toBeNull()
  expect(whyNotAsked({ ...r, lines: mostLines.csv + 1 })).toContain('缩小范围')
  expect(whyNotAsked({ ...r, format: 'xlsx', lines: mostLines.xlsx + 1 })).toContain('请改用 csv')
  expect(whyNotAsked({ ...r, full: true, lines: mostLines.full + 1 })).toContain('遮盖后的内容')
  expect(whyNotAsked({ ...r, sensitive: true, lines: 4 })).toContain('认得出')
  expect(whyNotAsked({ ...r, sensitive: true, lines: 5 })).toBeNull()
  expect(staysLocal(r)).toBe(true)
  for (const more of [
    { full: true },
    { sensitive: true },
    { lines: mostLines.local + 1 },
    { place: { path: 'a/', kind: 'street' } },
  ])
    expect(staysLocal({ ...r, ...more })).toBe(false)
})
