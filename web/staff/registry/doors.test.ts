import { expect, test } from 'vitest'
import { frontOf, placeDoor } from './doors.ts'

const name = '湖东新村12栋'
const door = (tail: string) => ({ id: tail, key: `${name}${tail}` })

test.each([
  ['2单元305室', [3, 2, '05']],
  ['305室', [3, 1, '05']],
  ['1单元1102室', [11, 1, '02']],
  ['10单元101', [1, 10, '01']],
  ['门面', null],
  ['车库3', null],
])('%s stands on floor, entrance, place %j', (tail, at) => {
  const found = placeDoor(door(tail), name)
  expect(found && [found.floor, found.unit, found.at]).toEqual(at)
})

test('every door is drawn once, or listed as not placed; floors without doors are drawn too', () => {
  const doors = ['1单元101室', '1单元102室', '1单元301室', '2单元201室', '门面'].map(door)
  const front = frontOf(doors, name, 4)
  const drawn = front.floors.flatMap((f) => f.cells.flatMap((c) => (c ? [c.door.id] : [])))
  expect([...drawn, ...front.rest.map((d) => d.id)].sort()).toEqual(doors.map((d) => d.id).sort())
  expect(front.floors.map((f) => f.floor)).toEqual([4, 3, 2, 1])
  expect(front.units.map((u) => u.columns)).toEqual([['01', '02'], ['01']])
})
