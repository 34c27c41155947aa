import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressReader, tidyAddress } from './rules.ts'

const read = addressReader({ names: ['铜陵市铜官区', '铜官区', '铜陵市'], upper: ['西湖镇', '天井湖街道'] }, [
  { id: 'tianjinghu', name: '天井湖社区' },
  { id: 'xingfu', name: '幸福社区' },
  { id: 'nonglin', name: '农林村' },
])
const keyOf = (typed: string) => {
  const found = read(typed)
  return found.at === 'here' ? `${found.community} ${found.building} ${found.key}` : found.at
}

describe('addresses as people write them', () => {
  test.each([
    ['天井湖社区湖东新村12栋305室', 'tianjinghu 湖东新村12栋 湖东新村12栋305室'],
    ['安徽省铜陵市铜官区天井湖社区湖东新村12栋305室', 'tianjinghu 湖东新村12栋 湖东新村12栋305室'],
    ['铜官区天井湖居委会湖东新村12号楼305', 'tianjinghu 湖东新村12栋 湖东新村12栋305室'],
    ['天井湖社区 湖东新村 12＃ 305室', 'tianjinghu 湖东新村12栋 湖东新村12栋305室'],
    ['天井湖社区湖东新村12-2-305', 'tianjinghu 湖东新村12栋 湖东新村12栋2单元305室'],
    ['天井湖社区湖东新村12幢2单元305', 'tianjinghu 湖东新村12栋 湖东新村12栋2单元305室'],
    ['天井湖社区学院路8号2栋1102室', 'tianjinghu 学院路8号2栋 学院路8号2栋1102室'],
    ['西湖镇农林村新屋组9号', 'nonglin 新屋组9号 新屋组9号'],
    ['铜陵市铜官区西湖镇农林村民委员会新屋组9号', 'nonglin 新屋组9号 新屋组9号'],
    ['合肥市庐阳区长江路1号', 'outside'],
    ['安徽省池州市贵池区长江路8号', 'outside'],
    ['幸福社区', 'unknown'],
    ['某某花园3栋', 'unknown'],
  ])('%s is %s', (typed, key) => {
    expect(keyOf(typed)).toBe(key)
  })

  const place = fc.record({
    compound: fc.constantFrom('湖东新村', '向阳里', '学院路8号', '跃进新村'),
    house: fc.integer({ min: 1, max: 99 }),
    unit: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    floor: fc.integer({ min: 1, max: 33 }),
    door: fc.integer({ min: 1, max: 9 }),
  })
  const manner = fc.record({
    before: fc.constantFrom('', '铜官区', '铜陵市铜官区', '安徽省铜陵市铜官区', '天井湖街道'),
    community: fc.constantFrom('天井湖社区', '天井湖居委会', '天井湖社区居委会'),
    house: fc.constantFrom('栋', '幢', '座', '号楼', '#', '＃', '#楼'),
    room: fc.constantFrom('室', ''),
    dashes: fc.boolean(),
    wide: fc.boolean(),
    gap: fc.constantFrom('', ' ', '，', '　'),
  })
  type P = ReturnType<typeof place.generate> extends { value: infer V } ? V : never
  type M = ReturnType<typeof manner.generate> extends { value: infer V } ? V : never
  const full = (n: number) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
  const write = (p: P, m: M) => {
    const n = (x: number | string) => (m.wide ? full(Number(x)) : String(x))
    const door = `${p.floor}0${p.door}`
    const tail = m.dashes
      ? `${n(p.house)}-${p.unit ? `${n(p.unit)}-` : ''}${n(door)}${m.room}`
      : `${n(p.house)}${m.house}${p.unit ? `${n(p.unit)}单元` : ''}${n(door)}${m.room}`
    return [m.before, m.community, p.compound, tail].join(m.gap)
  }
  test('any address written in any manner is read as one and the same door', () => {
    fc.assert(
      fc.property(place, manner, manner, (p, a, b) => {
        const [x, y] = [keyOf(write(p, a)), keyOf(write(p, b))]
        expect([x, write(p, a), write(p, b)]).toEqual([y, write(p, a), write(p, b)])
        const unit = p.unit ? `${p.unit}单元` : ''
        expect(x).toBe(`tianjinghu ${p.compound}${p.house}栋 ${p.compound}${p.house}栋${unit}${p.floor}0${p.door}室`)
      }),
      { numRuns: 2000 },
    )
  })
  test('one spelling spelled again is the same', () => {
    fc.assert(
      fc.property(place, manner, (p, m) => {
        const once = tidyAddress(write(p, m))
        expect(tidyAddress(once)).toBe(once)
      }),
    )
  })
})
