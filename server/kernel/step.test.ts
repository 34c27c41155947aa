import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { sketch } from './sketch.ts'
import { NotOpen, Stuck, setTimers, step } from './step.ts'
import { walk } from './walk.ts'

describe('a straight road', () => {
  const road = `
    start s > A
    task A > B
    task B > e
    end e`

  test('starting opens the first task', async () => {
    expect(await walk(road, 'start')).toMatchObject({ open: ['A'], did: ['open A'] })
  })
  test('completing a task closes it and opens the next', async () => {
    expect(await walk(road, 'start', 'A')).toMatchObject({ open: ['B'], did: ['close A', 'open B'] })
  })
  test('the last task finishes the process', async () => {
    expect(await walk(road, 'start', 'A', 'B')).toMatchObject({ open: [], did: ['close B', 'finish'] })
  })
  test('completing a task that is not open is refused', async () => {
    await expect(walk(road, 'start', 'B')).rejects.toThrow(NotOpen)
    await expect(walk(road, 'start', 'A', 'A')).rejects.toThrow(NotOpen)
    await expect(walk(road, 'start', 'A', 'B', 'B')).rejects.toThrow(NotOpen)
    await expect(walk(road, 'start', 'nobody')).rejects.toThrow(NotOpen)
    await expect(walk(road, 'A')).rejects.toThrow(NotOpen)
  })
  test('a process begins once', async () => {
    await expect(walk(road, 'start', 'start')).rejects.toThrow(NotOpen)
  })
})

describe('an exclusive gateway', () => {
  const road = `
    start s > x
    exclusive x > rich:A !known:B else:C
    task A > e
    task B > e
    task C > e
    end e`

  test('takes the first flow whose condition holds, and only that', async () => {
    expect((await walk(road, 'start rich')).open).toEqual(['A'])
    expect((await walk(road, 'start')).open).toEqual(['B'])
  })
  test('takes the default when no condition holds', async () => {
    expect((await walk(road, 'start known')).open).toEqual(['C'])
  })
  test('does not take a name of the language for a fact', async () => {
    const { open } = await walk(road.replace('rich', 'constructor'), 'start known')
    expect(open).toEqual(['C'])
  })
})

describe('a parallel gateway', () => {
  const road = `
    start s > a
    parallel a > A B
    task A > j
    task B > j
    parallel j > C
    task C > e
    end e`

  test('opens every branch', async () => {
    expect((await walk(road, 'start')).open).toEqual(['A', 'B'])
  })
  test('joins when the last branch arrives, whatever the order', async () => {
    expect((await walk(road, 'start', 'B')).open).toEqual(['A'])
    expect((await walk(road, 'start', 'B', 'A')).did).toEqual(['close A', 'open C'])
    expect((await walk(road, 'start', 'A', 'B')).did).toEqual(['close B', 'open C'])
  })
  test('does not take two tokens of one branch for two branches', async () => {
    const twice = `
      start s > a
      parallel a > m m B
      exclusive m > A
      task A > j
      task B > j
      parallel j > C
      task C > e
      end e`
    expect((await walk(twice, 'start', 'A', 'A#2')).open).toEqual(['B'])
    expect(await walk(twice, 'start', 'A', 'A#2', 'B')).toMatchObject({ open: ['C'], waiting: ['A.j'] })
  })
  test('whose branches cannot all come: the step is not taken, rather than leave a case that nobody holds', async () => {
    const never = `
      start s > x
      exclusive x > a:A else:B
      task A > j
      task B > j
      parallel j > e
      end e`
    await expect(walk(never, 'start', 'B')).rejects.toThrow(Stuck)
  })
  test('two ends: the process finishes when the last token has ended', async () => {
    const ends = `
      start s > a
      parallel a > A B
      task A > e
      task B > f
      end e
      end f`
    expect((await walk(ends, 'start', 'A')).did).toEqual(['close A'])
    expect((await walk(ends, 'start', 'A', 'B')).did).toEqual(['close B', 'finish'])
  })
})

describe('a timer on a task', () => {
  const road = (how: string) => `
    start s > A
    task A > e
    timer t on A P3D ${how} > B
    timer u on A P9D cancel > C
    task B > f
    task C > f
    end e
    end f`

  test('is set when the task opens, with its duration as written, and cleared when it closes', async () => {
    const process = await compile(sketch(road('cancel')))
    const [state, effects] = step(process, null, { type: 'start', facts: {} })
    expect(effects).toContainEqual({ type: 'timer-set', node: 't', duration: 'P3D' })
    expect(setTimers(process, state)).toEqual(['t', 'u'])
    expect((await walk(road('cancel'), 'start', 'A')).did).toEqual([
      'close A',
      'timer-clear t',
      'timer-clear u',
      'finish',
    ])
  })
  test('interrupting: cancels the task and its other timers, and goes its own way', async () => {
    const { did, open, waiting } = await walk(road('cancel'), 'start', 't!')
    expect(did).toEqual(['cancel A', 'timer-clear u', 'open B'])
    expect({ open, waiting }).toEqual({ open: ['B'], waiting: [] })
  })
  test('beside: leaves the task open and fires once', async () => {
    expect((await walk(road('beside'), 'start', 't!')).did).toEqual(['open B'])
    await expect(walk(road('beside'), 'start', 't!', 't!')).rejects.toThrow(NotOpen)
    expect((await walk(road('beside'), 'start', 't!', 'A')).did).toEqual(['close A', 'timer-clear u'])
    expect((await walk(road('beside'), 'start', 't!', 'A', 'B')).did).toEqual(['close B', 'finish'])
  })
  test('does not fire once its task is closed', async () => {
    await expect(walk(road('cancel'), 'start', 'A', 't!')).rejects.toThrow(NotOpen)
  })
  test('is no task to complete, and a task is no timer', async () => {
    await expect(walk(road('cancel'), 'start', 't')).rejects.toThrow(NotOpen)
    await expect(walk(road('cancel'), 'start', 'A!')).rejects.toThrow(NotOpen)
  })
})
