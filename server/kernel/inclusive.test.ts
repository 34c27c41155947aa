import { describe, expect, test } from 'vitest'
import { Stuck } from './step.ts'
import { walk } from './walk.ts'

describe('an inclusive gateway', () => {
  const road = `
    start s > o
    inclusive o > a:A b:B else:C
    task A > j
    task B > j
    task C > j
    inclusive j > D
    task D > e
    end e`

  test('opens every branch whose condition holds, and the default only when none does', async () => {
    expect((await walk(road, 'start a b')).open).toEqual(['A', 'B'])
    expect((await walk(road, 'start b')).open).toEqual(['B'])
    expect((await walk(road, 'start')).open).toEqual(['C'])
  })
  test('joins at once what it did not split', async () => {
    expect((await walk(road, 'start b', 'B')).did).toEqual(['close B', 'open D'])
  })
  test('joins once, with the last of the branches it opened', async () => {
    expect((await walk(road, 'start a b', 'A')).did).toEqual(['close A'])
    expect((await walk(road, 'start a b', 'A', 'B')).did).toEqual(['close B', 'open D'])
  })
  test('joins when the branch it waited for turns away to an end', async () => {
    const away = `
      start s > o
      inclusive o > a:A b:B else:j
      task A > j
      task B > x
      exclusive x > stop:f else:j
      inclusive j > D
      task D > e
      end e
      end f`
    expect((await walk(away, 'start a b', 'A')).open).toEqual(['B'])
    expect((await walk(away, 'start a b', 'A', 'B stop')).did).toEqual(['close B', 'open D'])
  })
  test('does not wait for a token that comes round again only after the join', async () => {
    const round = `
      start s > m
      exclusive m > X
      task X > a
      parallel a > C o
      inclusive o > a:A else:B
      task A > j
      task B > j
      task C > p
      inclusive j > p
      parallel p > x
      exclusive x > again:m else:e
      end e`
    expect((await walk(round, 'start', 'X a', 'C')).open).toEqual(['A'])
    expect((await walk(round, 'start', 'X a', 'C', 'A again')).did).toEqual(['close A', 'open X'])
    expect(await walk(round, 'start', 'X a', 'A')).toMatchObject({ open: ['C'], waiting: ['j.p'] })
  })
  test('does not wait for a token that must pass the join itself to arrive', async () => {
    const loop = `
      start s > a
      parallel a > j B
      task B > j2
      inclusive j > A
      task A > x
      exclusive x > again:j else:j2
      inclusive j2 > e
      end e`
    expect((await walk(loop, 'start')).open).toEqual(['B', 'A'])
    expect((await walk(loop, 'start', 'A again')).did).toEqual(['close A', 'open A'])
    expect((await walk(loop, 'start', 'A')).did).toEqual(['close A'])
    expect((await walk(loop, 'start', 'A', 'B')).did).toEqual(['close B', 'finish'])
  })
  test('a join that fires lets the next one go on, in the same step', async () => {
    const nested = `
      start s > a
      parallel a > o C
      inclusive o > a:A b:B else:j
      task A > j
      task B > j
      task C > k
      inclusive j > k
      inclusive k > e
      end e`
    expect((await walk(nested, 'start a b', 'C', 'A')).did).toEqual(['close A'])
    expect((await walk(nested, 'start a b', 'C', 'A', 'B')).did).toEqual(['close B', 'finish'])
  })
  test('waits for what waits before another join', async () => {
    const behind = `
      start s > a
      parallel a > A B C
      task A > p
      task B > p
      parallel p > D
      task D > j
      task C > j
      inclusive j > e
      end e`
    expect((await walk(behind, 'start', 'C', 'A')).open).toEqual(['B'])
    expect((await walk(behind, 'start', 'C', 'A', 'B')).did).toEqual(['close B', 'open D'])
  })
  test('waits for the way of a timer on a task that is still to open', async () => {
    const later = `
      start s > a
      parallel a > A B
      task A > C
      task C > f
      timer t on C P3D cancel > j
      task B > j
      inclusive j > e
      end e
      end f`
    expect(await walk(later, 'start', 'B')).toMatchObject({ open: ['A'], waiting: ['B.j'] })
    expect((await walk(later, 'start', 'B', 'A', 't!')).did).toEqual(['cancel C', 'finish'])
  })
  test('joins that wait for each other hold nothing up while somebody works, and then stop the step', async () => {
    const ring = `
      start s > a
      parallel a > A j k
      task A > f
      inclusive j > B
      task B > x
      exclusive x > on:k else:e
      inclusive k > C
      task C > y
      exclusive y > on:j else:e
      end e
      end f`
    expect(await walk(ring, 'start')).toMatchObject({ open: ['A'], waiting: ['a.j', 'a.k'] })
    await expect(walk(ring, 'start', 'A')).rejects.toThrow(Stuck)
  })
  test('waits for the way of a timer, until that has fired', async () => {
    const late = `
      start s > a
      parallel a > A B
      task A > f
      timer t on A P3D beside > j
      task B > j
      inclusive j > C
      task C > e
      end e
      end f`
    expect((await walk(late, 'start', 'B')).open).toEqual(['A'])
    expect((await walk(late, 'start', 'B', 'A')).did).toEqual(['close A', 'timer-clear t', 'open C'])
    expect((await walk(late, 'start', 't!', 'B')).did).toEqual(['close B', 'open C'])
  })
})
