import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Amount, add, lightOf, ratioUnit, thingOf, units, valueIn, windowOf } from './rules.ts'

const unit = fc.constantFrom(...units)
const amount = (u: string) => fc.integer({ min: 0, max: 1_000_000 }).map((n): Amount => ({ n, unit: u }))

describe('R-16.5 units', () => {
  test('what is not the same thing cannot be added, whatever the numbers', () =>
    fc.assert(
      fc.property(unit, unit, fc.nat(), fc.nat(), (a, b, n, m) => {
        if (a === b) expect(add({ n, unit: a }, { n: m, unit: b })).toEqual({ n: n + m, unit: a })
        else expect(() => add({ n, unit: a }, { n: m, unit: b })).toThrow(RangeError)
      }),
    ))
  test('件次 are not 人, 人 are not 户', () => {
    expect(() => add({ n: 1, unit: '件次' }, { n: 1, unit: '人' })).toThrow('不是一种东西')
    expect(() => add({ n: 1, unit: '人' }, { n: 1, unit: '户' })).toThrow('不是一种东西')
    expect(() => add({ n: 98, unit: '%' }, { n: 1, unit: '%' })).toThrow('不是可以相加的单位')
  })
  test('名 is another word for 人, 家 for 个', () => {
    expect(add({ n: 200, unit: '名' }, { n: 18, unit: '人' })).toEqual({ n: 218, unit: '名' })
    expect(thingOf('家')).toBe('个')
  })
  test('the order of adding does not matter', () =>
    fc.assert(
      fc.property(amount('户'), amount('户'), amount('户'), (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
      }),
    ))
  test('名/万人 says what is counted, by how many of what', () => {
    expect(ratioUnit('名/万人')).toMatchObject({ counts: '人', per: 10_000, unit: '人' })
    expect(ratioUnit('平方米/百户')).toMatchObject({ counts: '平方米', per: 100, unit: '户' })
    expect(ratioUnit('%')).toBeNull()
    expect(ratioUnit('名/万户')).toBeNull()
  })
})

describe('shares and ratios', () => {
  test('of nothing there is no share, and it is not zero', () => {
    expect(valueIn('share', 0, 0)).toBeNull()
    expect(valueIn('ratio', 5, null, 10)).toBeNull()
    expect(valueIn('share', 0, 3)).toBe(0)
  })
  test('218 of 389,980 people are 5.59 in ten thousand; 122,696 of 125,200 are 98 %', () => {
    expect(valueIn('ratio', 218, 389_980, 10_000)?.toFixed(2)).toBe('5.59')
    expect(valueIn('share', 122_696, 125_200)).toBe(98)
  })
  test('a share lies between 0 and 100 where what is counted is part of the whole', () =>
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (part, rest) => {
        const v = valueIn('share', part, part + rest)
        expect(v === null ? part + rest === 0 : v >= 0 && v <= 100).toBe(true)
      }),
    ))
})

describe('lights', () => {
  const target = { value: 98, by: '2017-12-31', document: '' }
  const more = { target, warn: 95, better: 'more' as const }
  test('"no target" is its own class, also where there is no value', () => {
    expect(lightOf(3, { ...more, target: null, warn: null })).toBe('no-target')
    expect(lightOf(null, { ...more, target: null, warn: null })).toBe('no-target')
    expect(lightOf(null, more)).toBe('unknown')
  })
  test('reached, near, missed; of what had better be less the other way round', () => {
    expect([98, 97.9, 95, 94.9].map((v) => lightOf(v, more))).toEqual(['met', 'near', 'near', 'missed'])
    const less = { target: { ...target, value: 0 }, warn: 2, better: 'less' as const }
    expect([0, 1, 2, 3].map((v) => lightOf(v, less))).toEqual(['met', 'near', 'near', 'missed'])
  })
})

test('a point looks at its day, a span from its first day, what is cumulative from where it began', () => {
  const to = '2017-06-09'
  expect(windowOf({ period: 'point', since: null }, { from: '2017-01-01', to })).toEqual({
    period: 'point',
    from: null,
    to,
  })
  expect(windowOf({ period: 'span', since: null }, { to })).toEqual({ period: 'span', from: '2017-01-01', to })
  expect(windowOf({ period: 'cumulative', since: '2016-07-01' }, { to })).toMatchObject({ from: '2016-07-01' })
  expect(windowOf({ period: 'span', since: null }, { to, period: 'cumulative' })).toMatchObject({ from: null })
})
