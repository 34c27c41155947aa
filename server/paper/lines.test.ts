import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanced, paginate, setLines } from './lines.ts'

const measure = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 128 ? 5 : 10), 0)
const set = (text: string, more = {}) => setLines(text, { width: 100, measure, slack: 4, ...more })
const texts = fc
  .array(fc.constantFrom('受', '理', '𠮷', '，', '。', '）', '（', '“', '”', '2026', 'KM3TR7PB', ' ', '〔', '〕'), {
    maxLength: 80,
  })
  .map((parts) => parts.join(''))
const said = (lines: ReturnType<typeof set>) => lines.map((l) => l.units.map((u) => u.text).join(''))

describe('lines', () => {
  test('lose nothing, stay within the edges, and end at the right one unless the last or too loose', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(0, 20), (text, indent) => {
        const lines = set(text, { indent })
        expect(said(lines).join('')).toBe(text)
        lines.forEach((l, i) => {
          const natural = l.indent + l.units.reduce((sum, u) => sum + u.width, 0)
          expect(natural).toBeLessThanOrEqual(100)
          if (l.gap) expect(natural + l.gap * (l.units.length - 1)).toBeCloseTo(100)
          expect(l.gap).toBeLessThanOrEqual(4)
          if (i === lines.length - 1) expect(l.gap).toBe(0)
        })
      }),
    )
  })
  test('begin with no closing mark and end with no opening one', () => {
    expect(said(set('一二三四五六七八九十。'))).toEqual(['一二三四五六七八九', '十。'])
    expect(said(set('一二三四五六七八九（十）'))).toEqual(['一二三四五六七八九', '（十）'])
  })
  test('keep a number whole, and break one longer than the line', () => {
    expect(said(set('办件编号是：一二KM3TR7PB的'))).toEqual(['办件编号是：一二', 'KM3TR7PB的'])
    expect(said(set('网址https://example.org/a/b/c'))).toEqual(['网址', 'https://example.org/', 'a/b/c'])
  })
})

test('a seal never stands on a page without words of its paper', () => {
  const room = { first: 500, page: 700, end: 150 }
  for (let n = 1; n < 120; n++) {
    const pages = paginate(
      Array.from({ length: n }, (_, i) => ({ height: 25, i })),
      room,
    )
    expect(pages.flat().map((r) => r.i)).toEqual(Array.from({ length: n }, (_, i) => i))
    pages.forEach((rows, i) => {
      const end = i === pages.length - 1 ? room.end : 0
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.length * 25 + end).toBeLessThanOrEqual(i ? room.page : room.first)
    })
  }
})

test('the name in a seal breaks where its place ends', () => {
  expect(balanced('天井湖社区公共服务中心', 8)).toEqual(['天井湖社区', '公共服务中心'])
  expect(balanced('铜官区民政局', 8)).toEqual(['铜官区民政局'])
  expect(balanced('铜陵市医疗保险基金管理中心驻区窗口', 8).map((s) => s.length)).toEqual([6, 6, 5])
})
