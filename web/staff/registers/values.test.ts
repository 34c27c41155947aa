import { expect, test } from 'vitest'
import type { Definition, EntryFile } from './data.ts'
import { dataOf, givenOf, patchOf, statesOf } from './values.ts'

const def = {
  changeable: ['name', 'owner', 'area', 'keeper', 'uses', 'rooms', 'status'],
  flow: {
    field: 'status',
    first: ['planned'],
    steps: [
      { from: 'planned', to: 'open', by: ['register-keeper'] },
      { from: 'open', to: 'closed', by: ['leader'] },
    ],
  },
  form: {
    properties: {
      name: { type: 'string' },
      owner: { type: 'string', 'x-link': 'unit' },
      area: { type: 'number' },
      keeper: { type: 'string', 'x-pii': 'name' },
      uses: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      rooms: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
      status: { type: 'string', enum: ['planned', 'open', 'closed'] },
      grade: { type: 'string' },
    },
  },
} as unknown as Definition
const field = (name: string, value: unknown, text: string | null = null, rows: unknown = null) => ({
  field: name,
  value,
  text,
  rows,
})
const file = {
  fields: [
    field('name', '活动室'),
    field('owner', 'civil', '民政局'),
    field('area', 20),
    field('keeper', '甄*门'),
    field('uses', ['a']),
    field('rooms', null, '1行', [{ name: { value: '书房', text: '书房' } }]),
    field('status', 'open'),
    field('grade', 'x'),
  ],
} as unknown as EntryFile

test('a form begins with what is so; a mask is never taken for the person’s name', () => {
  expect(givenOf(def, file)).toMatchObject({ owner: { id: 'civil', label: '民政局' }, rooms: [{ name: '书房' }] })
  expect(givenOf(def, file)).not.toHaveProperty('keeper')
})
test('only what differs is sent: nothing for nothing, null for what was taken away, no field of others', () => {
  const before = givenOf(def, file)
  expect(patchOf(def, before, { ...before }, [])).toEqual({})
  const after = { ...before, area: '２５', uses: [], rooms: [{ name: ' 书房 ' }, {}], owner: undefined, grade: 'y' }
  expect(patchOf(def, before, after, [])).toEqual({ area: 25, uses: null, rooms: [{ name: '书房' }, {}], owner: null })
  expect(patchOf(def, before, { ...before, keeper: '甄新' }, [])).toEqual({ keeper: '甄新' })
  expect(patchOf(def, before, before, ['keeper'])).toEqual({ keeper: null })
})
test('links go as their ids, blanks not at all', () => {
  expect(dataOf(def.form, { owner: { id: 'civil', label: '民政局' }, name: ' ', rooms: [] })).toEqual({
    owner: 'civil',
  })
})
test('R-10.1 of the states only those stand to choose from that are one step on', () => {
  expect(statesOf(def, undefined)).toEqual(['planned'])
  expect(statesOf(def, 'planned')).toEqual(['planned', 'open'])
  expect(statesOf(def, 'closed')).toEqual(['closed'])
})

test('a minus sign stays: what is below nothing is the server’s to refuse, not ours to mend', () => {
  expect(dataOf(def.form, { area: '-5' })).toEqual({ area: -5 })
  expect(dataOf(def.form, { area: '１ ２００' })).toEqual({ area: 1200 })
})
