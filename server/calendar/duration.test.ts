import { expect, test } from 'vitest'
import { limitOf } from './duration.ts'

test.each([
  ['P3D', { amount: 3, unit: 'day' }],
  ['P2W', { amount: 14, unit: 'day' }],
  ['P1W1D', { amount: 8, unit: 'day' }],
  ['P1M', { amount: 1, unit: 'month' }],
  ['P1Y', { amount: 12, unit: 'month' }],
  ['P1Y6M', { amount: 18, unit: 'month' }],
  ['PT4H', { amount: 4, unit: 'hour' }],
  ['PT90M30S', null],
  ['PT120M', { amount: 2, unit: 'hour' }],
  ['PT1H60M', { amount: 2, unit: 'hour' }],
  ['P0D', null],
  ['P1M3D', null],
  ['P1DT4H', null],
  ['PT30M', null],
  ['P', null],
  ['PT', null],
  ['3D', null],
])('a timer of %s as a time limit', (iso, limit) => {
  expect(limitOf(iso)).toEqual(limit)
})
