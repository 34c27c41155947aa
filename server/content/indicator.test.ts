import { describe, expect, test } from 'vitest'
import { type Card, indicatorFaults, togetherFaults } from './indicator.ts'

const card = {
  code: 'W03',
  name: '流失率',
  meaning: '离职的比平均在岗的',
  formula: '离职 ÷ 在岗 × 100',
  numerator: '离职的',
  denominator: '平均在岗人数',
  unit: '%',
  of: '人',
  kind: 'ratio',
  over: 'worker-years',
  per: 100,
  period: 'span',
  frequency: 'year',
  source: '台账',
  owner: 'civil-affairs',
  collection: 'auto',
  dimensions: [],
  version: 1,
  from: '2016-01-01',
  target: null,
  warn: null,
  better: 'less',
  publish: 'inner',
  reviewer: 'statistician',
} satisfies Card
const query = 'select f.valid_from as day, f.place_path, true as counted from facts_entry f where f.district = $1'
const faults = (more: object, sql = query) => {
  const found: string[] = []
  indicatorFaults(
    { ...card, ...more },
    sql,
    { units: new Set(['civil-affairs']), registers: new Set(['facility']) },
    (path) => found.push(path),
  )
  return found
}
const together = (over: Card) => {
  const found: string[] = []
  const cards = new Map<string, Card>([
    ['worker-turnover', card],
    ['worker-years', over],
  ])
  togetherFaults(cards, () => (path) => found.push(path))
  return found
}

describe('R-16.5 what a figure may be taken by', () => {
  test('a percentage of another count says what both count, and is taken by a hundred', () => {
    expect(faults({})).toEqual([])
    expect(faults({ of: undefined })).toEqual(['of'])
    expect(faults({ per: 1 })).toEqual(['per'])
    expect(faults({ over: undefined })).toEqual(['over'])
  })
  test('… and is of the same thing: people by people, not by visits', () => {
    const { of: _, over: __, per: ___, ...bare } = card
    const counted: Card = { ...bare, code: 'W07', kind: 'count', unit: '人', denominator: null }
    expect(together(counted)).toEqual([])
    expect(together({ ...counted, unit: '人次' })).toEqual(['over'])
  })
  test('hours are counted by person', () => {
    expect(faults({ unit: '小时/人', of: undefined, per: undefined })).toEqual([])
    expect(faults({ unit: '小时/天', of: undefined, per: undefined })).toEqual(['unit'])
  })
})

test('a query may join rows of a list, and nothing but facts', () => {
  const lateral = query.replace(
    ' where',
    ' left join lateral (select sum(1) as n from jsonb_array_elements(f.data) r) x on true where',
  )
  expect(faults({}, lateral)).toEqual([])
  expect(faults({}, lateral.replace('jsonb_array_elements(f.data)', 'person'))).toEqual([''])
})

test('a query that counts a register names one that there is: of a misspelt one it would say zero for ever', () => {
  const of = (register: string) => `${query} and f.register = '${register}'`
  expect(faults({}, of('facility'))).toEqual([])
  expect(faults({}, of('facilty'))).toEqual([''])
})
