import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { broken, copyOf, type Loose, pack } from '../../test/broken.ts'
import { sketch } from '../kernel/sketch.ts'
import { checkContent } from './check.ts'
import { heldCredentials, heldPlain } from './held.ts'
import type { Item } from './item.ts'
import { filesIn, readItems } from './publish.ts'

const card = 'items/elderly-card.json'
const permit = 'items/residence-permit.json'
const dibao = 'items/minimum-living-allowance.json'

describe('the pack of 铜官区', () => {
  test('nothing stands in the way of publishing it', async () => {
    expect(await checkContent(pack)).toEqual([])
  })
  test('it has the 122 items of the report, some on every one of the seven lines', () => {
    const items = readItems(pack).map((i) => i.item)
    expect(items.length).toBe(122)
    expect(new Set(items.map((i) => i.line)).size).toBe(7)
  })
  test('what is real and what is assumed is said in every item', () => {
    for (const { item } of readItems(pack)) expect(item.source.assumed, item.id).not.toEqual([])
  })
  test('the applicant is not asked again for name, identity number, telephone and address', () => {
    // Who leads a group or where the rented flat is are other questions, to which one's own name or address is a likely answer.
    const own = /^您(本人)?的?(姓名|名字|电话|手机|身份证|住址|地址)|您叫什么|您住在/
    for (const { item } of readItems(pack))
      for (const [name, q] of Object.entries(item.form.properties))
        expect(own.test(q.title ?? ''), `${item.id} ${name} ${q.title}`).toBe(false)
  })
  const laws = join(pack, '../../../shared/data/laws')
  test.skipIf(!existsSync(laws))('every article it cites of a law we can read is in that law', () => {
    const files = readdirSync(laws)
    const cited = readItems(pack).flatMap(({ item }) => item.legalBasis)
    let read = 0
    for (const { law, article } of cited) {
      const file = files.find((f) => f.startsWith(`${law}(`) || f === `${law.replace('民法典', '')}.md`)
      if (!file) {
        expect(article, law).toBeNull()
        continue
      }
      expect(readFileSync(join(laws, file), 'utf8'), `${law}${article}`).toMatch(new RegExp(`^${article}\\s`, 'm'))
      read++
    }
    expect(read).toBeGreaterThan(10)
  })
  test('the names of what is held are those its README lists', () => {
    const readme = readFileSync(join(pack, 'README.md'), 'utf8')
    const part = readme.slice(readme.indexOf('## What is held about a person'))
    const [plain = '', credentials = ''] = part.split('- credentials:').map((s) => s.slice(s.indexOf('`')))
    const names = (text: string) => [...text.matchAll(/`([a-z-]+)`/g)].map((m) => m[1])
    const listed = names(plain).filter((n) => n !== 'held')
    expect([...heldCredentials].sort()).toEqual(names(credentials.split('\n\n')[0] ?? '').sort())
    expect(listed).toEqual(
      expect.arrayContaining([...heldPlain].filter((n) => !/^(name|idNumber|phone|place)$/.test(n))),
    )
  })
  test('every process has its example paths', () => {
    const ids = (ending: string) => filesIn(pack, 'processes', ending).map((f) => f.id)
    expect(ids('.trace.json')).toEqual(ids('.bpmn'))
  })
})

describe('R-1.1 the promised limit', () => {
  test.each([
    ['longer than the legal one', { amount: 16, unit: 'day' }, '不能长于法定时限（15天）'],
    ['in another unit', { amount: 10, unit: 'workday' }, '要用同一种单位'],
  ])('%s is refused', async (_, promised, reason) => {
    const said = await broken(permit, (item: Item) => Object.assign(item.limits, { promised }))
    expect(said.join('\n')).toContain(`${permit} limits.promised 承诺时限`)
    expect(said.join('\n')).toContain(reason)
  })
  test('is needed where the law knows none', async () => {
    expect(await broken(card, (item) => delete item.limits.promised)).toEqual([`${card} limits 缺少“promised”`])
  })
})

describe('R-1.6 what is done on the spot', () => {
  test.each([
    ['takes no longer than a day', { amount: 2, unit: 'workday' }, true],
    ['counts its day in hours', { amount: 25, unit: 'hour' }, true],
    ['is done the same day', { amount: 1, unit: 'day' }, false],
  ])('%s', async (_, promised, wrong) => {
    const said = await broken(card, (item: Item) => {
      item.limits.promised = promised as Item['limits']['promised']
      for (const task of Object.values(item.tasks)) task.limit = item.limits.promised
    })
    expect(said.some((s) => s.includes('即办件要当场或者当天办结'))).toBe(wrong)
  })
})

describe('R-1.2 no catch-all among the materials', () => {
  test.each(['其他材料', '其它相关材料', '需要的其他证明文件', '有关材料'])('%s', async (name) => {
    const [said, ...more] = await broken(card, (item) => {
      item.materials[1].name = name
    })
    expect(said).toBe(`${card} materials[1].name “${name}”是兜底的说法，请写明是哪一样材料`)
    expect(more).toEqual([])
  })
})

describe('an item is refused, in Chinese and with its place,', () => {
  test.each<[string, string, (item: Loose) => void, string]>([
    ['with an id that is not its file’s', card, (i) => (i.id = 'card'), 'id id 是“card”'],
    ['with a field nobody knows', card, (i) => (i.price = 1), '不认识的字段“price”'],
    ['on a line that is none', card, (i) => (i.line = 'sports'), 'line 只能是'],
    ['with a process that is none', card, (i) => (i.process = 'none'), 'process 没有流程“none”'],
    [
      'with a unit that is none',
      dibao,
      (i) => (i.tasks.income.unit = 'moon'),
      'tasks.income.unit units.json 里没有单位“moon”',
    ],
    ['with a seal of nobody', card, (i) => (i.bodies.issue = 'moon'), 'bodies.issue units.json 里没有单位“moon”'],
    ['without a task of the diagram', dibao, (i) => delete i.tasks.income, 'tasks.income 流程图里有任务'],
    ['with a task the diagram lacks', card, (i) => (i.tasks.x = i.tasks.decide), 'tasks.x 流程图里没有任务“x”'],
    ['without a decision', card, (i) => (i.tasks.decide.kind = 'opinion'), '现在有0个'],
    ['with two decisions', dibao, (i) => (i.tasks.income.kind = 'decision'), '现在有2个'],
    [
      'with a decision that is not the last task',
      'items/elderly-allowance.json',
      (i) => ([i.tasks.preliminary.kind, i.tasks.decide.kind] = ['decision', 'opinion']),
      'tasks.preliminary 决定要在最后，它后面还有任务：decide',
    ],
    [
      'whose tasks take longer than the promise',
      dibao,
      (i) => (i.tasks.income.limit.amount = 13),
      '要23个工作日，超过承诺时限22个工作日',
    ],
    [
      'whose tasks count otherwise than the promise',
      card,
      (i) => (i.tasks.decide.limit.unit = 'day'),
      'tasks.decide.limit 任务时限（1天）',
    ],
    [
      'with a material on a fact that is none',
      dibao,
      (i) => (i.materials[5].when = '!moon'),
      'materials[5].when 没有“moon”',
    ],
    [
      'with a conditional material without its condition',
      dibao,
      (i) => delete i.materials[5].when,
      'materials[5].when 按情况收取',
    ],
    ['with one code for two materials', card, (i) => (i.materials[1].code = 'id-card'), 'materials[1].code 材料代号'],
    [
      'with a credential nobody holds',
      card,
      (i) => (i.materials[0].held = 'address'),
      'materials[0].held “address”不在',
    ],
    ['with tolerated materials and no time for them', dibao, (i) => (i.tolerance = null), '没有容缺补齐时限'],
    [
      'with a tolerance longer than the promise',
      dibao,
      (i) => (i.tolerance.limit.amount = 23),
      'tolerance.limit 容缺补齐时限',
    ],
    ['that wants a visit and does not say why', card, (i) => (i.whyVisit = null), 'whyVisit 要跑一次'],
    [
      'without a fact its process asks about',
      'items/disabled-family-support.json',
      (i) => delete i.facts['wants-job'],
      'facts 没有“wants-job”',
    ],
    [
      'with a fact nobody asks about',
      card,
      (i) => (i.facts.x = { required: ['first'] }),
      'facts.x 没有材料、问题或者流程',
    ],
    ['joint by its road but not by its word', dibao, (i) => delete i.joint, 'joint 几个单位同时办理'],
    ['joint by its word but not by its road', card, (i) => (i.joint = true), 'joint 没有几个单位同时办理'],
    ['with a fact about no question', card, (i) => (i.facts.x = { required: ['moon'] }), 'facts.x 表单里没有“moon”'],
  ])('%s', async (_, file, change, reason) => {
    const said = await broken(file, (item) => void change(item))
    expect(said.join('\n')).toContain(reason)
    expect(said.every((s) => s.startsWith(file))).toBe(true)
  })
})

describe('golden traces', () => {
  const file = 'processes/two-level.trace.json'
  test('a process that no longer does what its trace says is named with path and step', async () => {
    const [said] = await broken(file, (trace) => trace.paths[0].steps[1].effects.pop())
    expect(said).toMatch(/^processes\/two-level\.trace\.json paths“一般情形”\.steps\[1\] .*现在是/)
  })
  test('a task that no path completes is named', async () => {
    const said = await broken(file, (trace) => trace.paths[0].steps.pop())
    expect(said.join()).toContain('没有一条轨迹办过任务“部门审批”（decide）')
  })
})

test('all problems come at once, each file’s own', async () => {
  const said = await broken(card, (i) => {
    i.materials[0].name = '其他材料'
    i.bodies.accept = 'moon'
    i.form.properties.first.title = ''
  })
  expect(said).toHaveLength(3)
})

test('a timer whose length the calendar cannot count is refused, with the remedy', async () => {
  const dir = copyOf(['processes', 'units.json'])
  const road = (duration: string) =>
    sketch(`start s > a\ntask a > e\ntimer late on a ${duration} cancel > e\nend e`).replace(
      'id="sketch"',
      'id="timed"',
    )
  const said = async (duration: string) => {
    writeFileSync(join(dir, 'processes', 'timed.bpmn'), road(duration))
    return (await checkContent(dir)).filter((p) => p.path === 'late').map((p) => p.reason)
  }
  expect(await said('P2W3D')).toEqual([])
  expect(await said('P1M3D')).toEqual([
    '定时器的时长“P1M3D”要只用一种单位：年月（P1Y6M）、周日（P2W3D）或整小时（PT36H），并且大于零',
  ])
})
