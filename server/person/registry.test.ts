import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrival, numbered, residentsOf, today } from '../../test/residents.ts'
import { openWorld, type World } from '../../test/world.ts'

/** Who is in the registry and on what it rests. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { done, fileOf, post } = residentsOf(() => world)
const homeOf = async (q: string) => (await done('zhou-min', '/api/homes/search', { q })).dwellings
const rows = async (text: ReturnType<typeof sql>) =>
  (await text.execute(world.house.db)).rows as Record<string, unknown>[]

describe('who comes is registered with what it rests on', () => {
  test('R-2.2 who lives here and is registered elsewhere is 实有, not 户籍, and 常住 only after half a year', async () => {
    const { id } = await done('zhou-min', '/api/persons', arrival({ elsewhere: '江苏省南京市江宁区长江路1号' }))
    const file = await fileOf('zhou-min', id)
    expect(file.standing).toEqual({ registered: false, present: true, usual: false, together: false })
    expect(
      file.residences.map((r: { kind: string; dwelling: string | null }) => [r.kind, Boolean(r.dwelling)]).sort(),
    ).toEqual([
      ['present', true],
      ['registered', false],
    ])
    const early = await done(
      'zhou-min',
      '/api/persons',
      arrival({ kinds: ['registered', 'present'], since: '2026-01-01' }),
    )
    expect((await fileOf('zhou-min', early.id)).standing).toEqual({
      registered: true,
      present: true,
      usual: true,
      together: true,
    })
  })

  test('R-B.7 the record says who collected it, when, and on what it rests; found by name, pinyin, number and phone', async () => {
    const given = arrival({ name: '欧阳晓岚', phone: '+86 100-0000-8801' })
    const { id } = await done('lu-wei', '/api/persons', given)
    const file = await fileOf('lu-wei', id)
    expect(file.records).toMatchObject([
      { source: '证照：居民身份证', collectedAt: today, collector: '鲁威', verifiedAt: null },
    ])
    expect(file.attributes.find((a: { name: string }) => a.name === 'birth-date')).toMatchObject({
      value: '1990-05-06',
      source: '证照：居民身份证',
    })
    for (const q of ['欧阳', 'ouyangxiaolan', given.idNumber, '100 0000 8801', '湖东新村12栋406'])
      expect(
        (await done('zhou-min', '/api/persons/search', { q })).hits.map((h: { id: string }) => h.id),
        q,
      ).toContain(id)
  })

  test.each([
    [{ idNumber: '340799199005060000' }, 'idNumber', '校验不通过'],
    [{ idNumber: numbered('1990-02-30', 7) }, 'idNumber', '出生日期不存在'],
    [{ phone: '12345' }, 'phone', '11位手机号'],
    [{ name: '<b>' }, 'name', '不能用的字符'],
    [{ since: '2027-01-01' }, 'since', '还没有到'],
    [{ address: '合肥市庐阳区长江路1号' }, 'address', '不在本区'],
    [{ address: '天井湖社区' }, 'address', '写到楼栋'],
    [{ address: '幸福社区向阳里3栋101室' }, 'address', '不在您的工作范围内'],
    [{ address: undefined }, 'dwelling', '请选择'],
    [{ sex: 'male', idNumber: numbered('1990-05-06', 220) }, 'sex', '与身份证号不符'],
  ])('what is wrong is named, and nobody is registered: %j', async (wrong, field, says) => {
    const [before] = await rows(sql`select count(*) from person`)
    const res = await post('zhou-min', '/api/persons', arrival(wrong))
    expect([res.status, res.body.problems.map((p: { field: string }) => p.field), res.body.message]).toEqual([
      400,
      expect.arrayContaining([field]),
      expect.stringContaining(says),
    ])
    expect(await rows(sql`select count(*) from person`)).toEqual([before])
  })

  test('one identity number is one file: named to whoever may see it, and to nobody else', async () => {
    const seen = await post('zhou-min', '/api/persons', arrival({ idNumber: '340799195403120025' }))
    expect([seen.status, seen.body.code, seen.body.see]).toEqual([409, 'exists', 'person-wang-guilan'])
    expect(seen.body.message).toContain('王桂兰')
    const other = await post('zhou-min', '/api/persons', arrival({ idNumber: '340799195809200017' }))
    expect([other.status, other.body.see]).toEqual([409, undefined])
    expect(other.body.message).toContain('区数据管理员')
    expect(JSON.stringify(other.body)).not.toMatch(/李长福|幸福|xingfu|person-/)
  })

  test('a child of the head, or of the head’s partner, is a child of the household; everything wrong is told once a field, as the form calls it', async () => {
    const family = {
      proof: 'household-register',
      kinds: ['registered', 'present'],
      since: '2020-01-01',
      household: '340705900077',
    }
    const at = { ...family, address: '天井湖社区湖东新村14栋606室' }
    await done('zhou-min', '/api/persons', arrival({ ...at, name: '于山', relation: '户主' }))
    const { id: parent } = await done('zhou-min', '/api/persons', arrival({ ...at, name: '何晴', relation: '妻' }))
    const { id } = await done('zhou-min', '/api/persons', {
      how: 'birth',
      name: '于小舟',
      sex: 'male',
      born: '2026-09-12',
      since: '2026-09-12',
      proof: 'birth-certificate',
      kinds: ['registered', 'present'],
      parent,
    })
    const file = await fileOf('zhou-min', id)
    expect(file.residences[1]).toMatchObject({ kind: 'registered', household: '340705900077', relation: '子' })
    expect(file.members.map((m: { name: string; household: boolean }) => [m.name, m.household])).toEqual([
      ['于山', true],
      ['何晴', true],
    ])
    expect(file.attributes.find((a: { name: string }) => a.name === 'guardian')).toMatchObject({ value: '何晴' })
    const { body } = await post('zhou-min', '/api/persons', arrival({ name: '', since: '2026-09-22', proof: 'x' }))
    expect(body.problems).toEqual([
      { field: 'name', message: '请填写“姓名”' },
      { field: 'proof', message: expect.stringContaining('“凭什么登记”') },
    ])
    const late = await post('zhou-min', '/api/persons', arrival({ since: '2026-09-22' }))
    expect(late.body.problems).toEqual([{ field: 'since', message: '“从哪天起”还没有到' }])
  })

  test('a child is born into a parent’s home and household, without a number until there is one', async () => {
    const birth = {
      how: 'birth',
      name: '罗小满',
      sex: 'female',
      born: '2026-09-10',
      proof: 'birth-certificate',
      kinds: ['registered', 'present'],
      since: '2026-09-10',
      parent: 'person-zhang-wenjing',
      relation: '女',
    }
    const { id } = await done('zhou-min', '/api/persons', birth)
    const file = await fileOf('zhou-min', id)
    expect([file.idNumber, file.standing.together, file.age]).toEqual([null, true, 0])
    expect(file.members.map((m: { name: string }) => m.name)).toContain('张文静')
    expect(file.residences.find((r: { kind: string }) => r.kind === 'registered')).toMatchObject({
      household: '340705900003',
      relation: '女',
    })
    const again = await post('zhou-min', '/api/persons', birth)
    expect([again.status, again.body.see]).toEqual([409, id])
    const number = numbered('2026-09-10', 122)
    expect(
      (await done('zhou-min', `/api/persons/${id}/corrections`, { idNumber: number, proof: 'household-register' }))
        .counts,
    ).toBe(true)
    const found = await done('zhou-min', '/api/persons/search', { q: number })
    expect(found.hits[0].id).toBe(id)
  })
})

describe('R-B.7 a weaker source never overwrites a stronger one', () => {
  test('hearsay is kept and does not count; a certificate does; the weaker one later does not again', async () => {
    const { id } = await done('zhou-min', '/api/persons', arrival({ name: '陈小名', proof: 'id-card' }))
    const said = await done('zhou-min', `/api/persons/${id}/corrections`, { name: '陈晓明', proof: 'said' })
    expect([said.counts, said.why]).toEqual([false, expect.stringContaining('来源更可靠')])
    expect((await fileOf('zhou-min', id)).name).toBe('陈小名')
    expect(
      (await done('zhou-min', `/api/persons/${id}/corrections`, { name: '陈晓鸣', proof: 'household-register' }))
        .counts,
    ).toBe(true)
    const file = await fileOf('zhou-min', id)
    expect([file.name, file.records.length]).toEqual(['陈晓鸣', 3])
    expect((await done('lu-wei', `/api/persons/${id}/corrections`, { name: '陈晓明', proof: 'said' })).counts).toBe(
      false,
    )
    expect((await done('zhou-min', '/api/persons/search', { q: '陈晓鸣' })).hits.length).toBe(1)
    expect((await done('zhou-min', '/api/persons/search', { q: '陈小名' })).hits.length).toBe(0)
  })

  test('sex and birth date follow from the identity number and are not mended apart from it', async () => {
    const { id } = await done('zhou-min', '/api/persons', arrival({ idNumber: numbered('1991-05-06', 301) }))
    const res = await post('zhou-min', `/api/persons/${id}/corrections`, { sex: 'female', proof: 'id-card' })
    expect([res.status, res.body.field]).toEqual([400, 'sex'])
  })

  test('what a second look found wrong no longer counts while something else is known', async () => {
    const { id } = await done('zhou-min', '/api/persons', arrival({ elsewhere: '江苏省南京市江宁区长江路1号' }))
    const held = async () => {
      const { attributes } = await fileOf('lu-wei', id)
      return attributes.find((a: { name: string }) => a.name === 'household-address')
    }
    expect((await held()).value).toContain('南京')
    const [record] = (await fileOf('lu-wei', id)).records
    await done('lu-wei', `/api/records/${record.id}/verification`, { agrees: false, note: '户籍在合肥' })
    expect((await held()).verifiedAt).toBeNull()
    const [to] = await homeOf('湖东新村12栋406室')
    await done('zhou-min', `/api/persons/${id}/moves`, { kind: 'registered', on: '2026-09-20', dwelling: to.id })
    expect((await held()).value).toBe('天井湖社区湖东新村12栋406室')
  })

  test('the collector never verifies their own record; a second person does, once', async () => {
    const { id } = await done('zhou-min', '/api/persons', arrival())
    const [record] = (await fileOf('zhou-min', id)).records
    const own = await post('zhou-min', `/api/records/${record.id}/verification`, { agrees: true })
    expect([own.status, own.body.message, record.abilities.verifyRecord]).toEqual([
      409,
      '采集人不能核验自己采集的信息',
      own.body.message,
    ])
    await done('lu-wei', `/api/records/${record.id}/verification`, { agrees: true })
    const twice = await post('lu-wei', `/api/records/${record.id}/verification`, { agrees: false })
    expect([twice.status, twice.body.message]).toEqual([409, '已经核验过'])
    expect((await fileOf('lu-wei', id)).records[0]).toMatchObject({ verifiedBy: '鲁威', agrees: true })
  })
})

describe('numbers in full', () => {
  test('are shown for sixty seconds against a purpose that the person can read, and then no more', async () => {
    const w = await openWorld()
    const numbers = () => w.call('zhou-min', 'GET', '/api/persons/person-wang-guilan/numbers')
    expect((await numbers()).status).toBe(409)
    const { body } = await w.call('zhou-min', 'POST', '/api/persons/person-wang-guilan/reveal', {
      purpose: '核对低保申请',
    })
    expect(body.until).toBe('2026-09-21T01:01:00.000Z')
    expect((await numbers()).body.idNumber).toBe('340799195403120025')
    expect((await w.call('lu-wei', 'GET', '/api/persons/person-wang-guilan/numbers')).status, 'another’s minute').toBe(
      409,
    )
    await w.goTo('2026-09-21T09:00:59+08:00')
    expect((await numbers()).status).toBe(200)
    await w.goTo('2026-09-21T09:01:00+08:00')
    expect((await numbers()).status).toBe(409)
    const looks = (await w.call('wang-guilan', 'GET', '/api/held/looks')).body.rows
    expect(looks[0]).toMatchObject({
      what: 'person.revealed',
      purpose: '核对低保申请',
      capacity: '公共服务中心',
      duty: 'clerk',
    })
    await w.close()
  })
})
