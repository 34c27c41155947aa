import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowed, rangeOf, textOf, whereOf } from './where.ts'

test('what is narrowed in the address comes back as it was; what is emptied leaves no trace', () => {
  const field = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/).filter((f) => f !== '__proto__')
  const value = fc.stringMatching(/^[a-z0-9-]{1,12}(,[a-z0-9-]{1,5})?$/)
  fc.assert(
    fc.property(fc.dictionary(field, value, { noNullPrototype: true }), (where) => {
      expect(whereOf(textOf(where))).toEqual(where)
    }),
  )
  expect(narrowed('status:open;free:true', 'status', '')).toBe('free:true')
  expect(narrowed('free:true', 'free', '')).toBeUndefined()
  expect(narrowed(undefined, 'openedOn', '2026-01-01..')).toBe('openedOn:2026-01-01..')
  expect(narrowed('openedOn:2026-01-01..', 'openedOn', '..')).toBeUndefined()
  expect(rangeOf('2026-01-01..')).toEqual(['2026-01-01', ''])
  expect(whereOf('nonsense;:x;a:')).toEqual({})
})
