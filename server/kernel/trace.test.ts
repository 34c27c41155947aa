import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { sketch } from './sketch.ts'
import { type Event, NotOpen } from './step.ts'
import { record, replay } from './trace.ts'

const road = 'start s > A\ntask A > x\nexclusive x > again:A else:e\nend e'
const process = await compile(sketch(road))
const complete = (facts = {}): Event => ({ type: 'complete', node: 'A', facts })
const path = record(process, '退回一次', [{ type: 'start', facts: {} }, complete({ again: true }), complete()])

test('a recorded path says what each event did', () => {
  expect(path.steps.map((s) => s.effects)).toEqual([
    [{ type: 'open', node: 'A' }],
    [
      { type: 'close', node: 'A' },
      { type: 'open', node: 'A' },
    ],
    [{ type: 'close', node: 'A' }, { type: 'finish' }],
  ])
})
test('a process that does what the trace says shows no difference, from the file too', () => {
  expect(replay(process, { paths: [path] })).toBeNull()
  expect(replay(process, JSON.parse(JSON.stringify({ paths: [path] })))).toBeNull()
  const turned = JSON.parse(JSON.stringify(path).replaceAll('{"type":"open","node":"A"}', '{"node":"A","type":"open"}'))
  expect(replay(process, { paths: [turned] })).toBeNull()
})
test('the first difference is named with path, step and both sides', async () => {
  const changed = await compile(sketch(road.replace('again:A else:e', '!again:A else:e')))
  expect(replay(changed, { paths: [path] })).toEqual({
    path: '退回一次',
    step: 1,
    event: complete({ again: true }),
    expected: [
      { type: 'close', node: 'A' },
      { type: 'open', node: 'A' },
    ],
    actual: [{ type: 'close', node: 'A' }, { type: 'finish' }],
  })
})
test('the order of effects counts', () => {
  const reversed = { ...path, steps: path.steps.map((s) => ({ ...s, effects: s.effects.toReversed() })) }
  expect(replay(process, { paths: [path, reversed] })).toMatchObject({ step: 1 })
})
test('an event the process refuses is a difference, and no path to record', () => {
  const late = { name: '多办一次', steps: [...path.steps, { event: complete(), effects: [] }] }
  expect(replay(process, { paths: [late] })).toMatchObject({ path: '多办一次', step: 3, actual: null })
  expect(() => record(process, '未开始', [complete()])).toThrow(NotOpen)
})
test('a process in which the path now stands still is a difference', async () => {
  const joined = await compile(
    sketch('start s > A\ntask A > x\nexclusive x > again:y else:j\nexclusive y > j\nparallel j > e\nend e'),
  )
  const straight = { ...path, steps: path.steps.filter((_, i) => i !== 1) }
  expect(replay(process, { paths: [straight] })).toBeNull()
  expect(replay(joined, { paths: [straight] })).toMatchObject({ step: 1, actual: null })
})
