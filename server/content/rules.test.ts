import { expect, test } from 'vitest'
import { compile } from '../kernel/compile.ts'
import { sketch } from '../kernel/sketch.ts'
import { badProof, longestPath, reachable } from './rules.ts'

const days: Record<string, number> = { A: 3, B: 5, C: 2 }
const longest = async (road: string) => longestPath(await compile(sketch(road)), (id) => days[id] ?? 0)

test('one after the other adds up', async () => {
  expect(await longest('start s > A\ntask A > B\ntask B > C\ntask C > e\nend e')).toEqual({
    amount: 10,
    tasks: ['A', 'B', 'C'],
  })
})
test('side by side the longest counts', async () => {
  const road = 'start s > p\nparallel p > A B\ntask A > j\ntask B > j\nparallel j > C\ntask C > e\nend e'
  expect(await longest(road)).toEqual({ amount: 7, tasks: ['B', 'C'] })
})
test('a way back is walked once, on whichever side the drawing has it first', async () => {
  for (const way of ['again:A else:B', '!again:B else:A'])
    expect(await longest(`start s > A\ntask A > x\nexclusive x > ${way}\ntask B > e\nend e`)).toEqual({
      amount: 8,
      tasks: ['A', 'B'],
    })
})
test('what lies behind a closed node is not reached, but by a way around it', async () => {
  const process = await compile(sketch('start s > x\nexclusive x > yes:A else:e\ntask A > e\nend e'))
  expect(reachable(process, 's', ['A'])).toContain('e')
  const straight = await compile(sketch('start s > A\ntask A > e\nend e'))
  expect(reachable(straight, 's', ['A'])).not.toContain('e')
})

test('R-1.3 a proof is asked for only where the list keeps it, and never of what a committee must not certify', () => {
  const proofs = {
    kept: [
      { name: '离职证明', issuer: '用人单位', basis: null },
      { name: '就业证明', issuer: '用人单位', basis: null },
      { name: '健在证明', issuer: '社区居委会', basis: null },
    ],
    forbidden: ['婚姻状况', '健在', '就业'],
  }
  expect(badProof('户口簿', proofs)).toBeNull()
  expect(badProof('离职证明', proofs)).toBeNull()
  expect(badProof('就业证明', proofs)).toBeNull() // of the employer, not of the committee
  expect(badProof('健在证明', proofs)).toContain('社区不得出具')
  expect(badProof('婚姻状况证明', proofs)).toContain('六部门清单：婚姻状况')
  expect(badProof('贫困证明', proofs)).toContain('不在保留的证明事项清单')
})
