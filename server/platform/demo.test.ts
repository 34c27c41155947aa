import { expect, test } from 'vitest'
import { isDemo } from './demo.ts'

test('a bare clone is the demo: embedded PostgreSQL, reached from this machine only', () => {
  expect(isDemo({})).toBe(true)
  for (const HOST of ['', 'localhost', '127.0.0.1', '127.0.1.1', '::1'])
    expect([HOST, isDemo({ HOST })]).toEqual([HOST, true])
})

test('on a database of one’s own, or where others reach it, the demo must be asked for', () => {
  const DATABASE_URL = 'postgres://db/linli'
  expect(isDemo({ DATABASE_URL })).toBe(false)
  for (const HOST of ['0.0.0.0', '::', '10.0.0.5', 'linli.example.cn', '127.example.cn']) {
    expect([HOST, isDemo({ HOST })]).toEqual([HOST, false])
    expect([HOST, isDemo({ HOST, LINLI_DEMO: '1' })]).toEqual([HOST, true])
  }
  expect(isDemo({ DATABASE_URL, LINLI_DEMO: '1' })).toBe(true)
})

test('whatever is said but 1 is no demo', () => {
  for (const LINLI_DEMO of ['0', 'false', 'no', 'true'])
    expect([LINLI_DEMO, isDemo({ LINLI_DEMO })]).toEqual([LINLI_DEMO, false])
})
