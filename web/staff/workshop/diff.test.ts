import { expect, test } from 'vitest'
import { diffOf } from './diff.ts'

test('only what differs, by its place; what came and what went', () => {
  const a = { name: 'a', limits: { promised: { amount: 5 } }, materials: [{ code: 'x' }], gone: 1 }
  const b = { name: 'a', limits: { promised: { amount: 7 } }, materials: [{ code: 'x' }, { code: 'y' }] }
  expect(diffOf(a, b)).toEqual([
    { path: 'limits.promised.amount', before: '5', after: '7' },
    { path: 'materials.1', before: '', after: '{"code":"y"}' },
    { path: 'gone', before: '1', after: '' },
  ])
  expect(diffOf(a, structuredClone(a))).toEqual([])
})
