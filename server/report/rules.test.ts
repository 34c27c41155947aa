import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff, sentencesOf } from './diff.ts'
import { alarmOf, lockFaults, mayClose, nodesOf, textFaults, weakest } from './rules.ts'
import { countOf, linesOf } from './tally.ts'
import { brokenMarks, marksOf, parse } from './template.ts'
import { han, type Scale, say, sayDuration, type Wording } from './wording.ts'

const count = (n: number) => ({ numerator: n, denominator: 1 })
const text = (n: number, w: Wording) => say(count(n), w).text

describe('R-16.4 how a figure is said', () => {
  test('the figures of 2017 come out as they were printed', () => {
    expect(text(125_200, { qualifier: '达', scale: '万', decimals: 2, unit: '件次' })).toBe('达12.52万件次')
    expect(text(513_000, { scale: '万', decimals: 1, unit: '条' })).toBe('51.3万条')
    expect(text(99_320, { qualifier: '近', scale: '万', unit: '人' })).toBe('近10万人')
    expect(say({ numerator: 122_696, denominator: 125_200 }, { qualifier: '达', scale: '%' }).text).toBe('达98%')
    expect(say({ numerator: 218 * 10_000, denominator: 389_980 }, { decimals: 2, unit: '名' }).text).toBe('5.59名')
    expect(text(10, { qualifier: '以上', unit: '支' })).toBe('10支以上')
  })
  test('“近10万” needs a value just under it: at it, over it or far below something else is said', () => {
    const near: Wording = { qualifier: '近', scale: '万', unit: '人' }
    expect(text(100_000, near)).toBe('10万人')
    expect(text(101_000, near)).toBe('10万余人')
    expect(text(91_000, near)).toBe('9万余人')
    expect(text(95_000, near)).toBe('近10万人')
    expect(text(30, near)).toBe('30人')
  })
  test('all is said only of all, none only of none', () => {
    const share = (n: number, d: number, w: Wording = {}) =>
      say({ numerator: n, denominator: d }, { scale: '%', ...w }).text
    expect(share(9999, 10_000)).toBe('99%')
    expect(share(9999, 10_000, { decimals: 1 })).toBe('99.9%')
    expect(share(10_000, 10_000)).toBe('100%')
    expect(share(1, 10_000)).toBe('不足1%')
    expect(share(0, 10_000)).toBe('0%')
    expect(share(29, 100, { qualifier: '达' })).toBe('达29%')
  })
  test('a shortened count says that it is about, an exact one does not', () => {
    expect(text(125_234, { scale: '万', decimals: 2 })).toBe('约12.52万')
    expect(text(125_200, { qualifier: '约', scale: '万', decimals: 2 })).toBe('12.52万')
    expect(text(620, { decimals: 3 })).toBe('620')
  })

  const wordings = fc.record({
    qualifier: fc.option(fc.constantFrom('近', '余', '达', '以上', '约'), { nil: undefined }),
    scale: fc.constantFrom<Scale>('', '百', '千', '万', '亿'),
    decimals: fc.integer({ min: 0, max: 4 }),
  }) as fc.Arbitrary<Wording>
  const size: Record<string, number> = { '': 1, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
  // A slow oracle in whole numbers: what is printed, times ten thousand times the scale.
  const printedAs = (printed: string, scale: string) => {
    const [head = '', tail = ''] = printed.split('.')
    return BigInt(head + tail.padEnd(4, '0')) * BigInt(size[scale] ?? 1)
  }
  test('what is printed is true of the value, in the direction its qualifier tells', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), wordings, (n, w) => {
        const said = say(count(n), w)
        const shown = printedAs(said.printed, said.text.includes(w.scale || '-') ? (w.scale ?? '') : '')
        const value = BigInt(n) * 10_000n
        if (said.text.includes('不足')) return value < shown && value > 0n
        switch (said.qualifier) {
          case '近':
            return value < shown && value * 20n >= shown * 19n
          case '余':
            return value > shown
          case '达':
          case '以上':
            return value >= shown
          case '约':
            return value !== shown
          default:
            return value === shown
        }
      }),
      { numRuns: 3000 },
    )
  })
  test('no more decimals than asked, none at the end that says nothing, and never a whole number torn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), wordings, (n, w) => {
        const [, tail] = say(count(n), w).printed.split('.')
        if (tail === undefined) return true
        return tail.length <= (w.decimals ?? 0) && !tail.endsWith('0') && w.scale !== ''
      }),
      { numRuns: 2000 },
    )
  })
  test('a share is never off by a whole last place, whatever binary fractions do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(100_000),
        fc.integer({ min: 0, max: 3 }),
        (d, k, decimals) => {
          const n = Math.min(k, d)
          const said = say({ numerator: n, denominator: d }, { scale: '%', decimals, qualifier: '达' })
          if (said.text.includes('不足')) return true
          const shown = printedAs(said.printed, '') // of a hundred, times ten thousand
          const exact = BigInt(n) * 1_000_000n
          return shown * BigInt(d) <= exact && exact - shown * BigInt(d) < BigInt(d) * 10n ** BigInt(4 - decimals)
        },
      ),
    )
  })
  test('numbers and spans in words', () => {
    expect([5, 10, 11, 20, 36].map(han)).toEqual(['五', '十', '十一', '二十', '三十六'])
    expect([text(2, { han: 'count', unit: '馆' }), text(2, { han: 'ordinal' }), text(12, { han: 'count' })]).toEqual([
      '两馆',
      '二',
      '十二',
    ])
    expect(sayDuration('2016-01-01', '2017-06-09')).toBe('一年多')
    expect(sayDuration('2016-06-09', '2017-06-09')).toBe('一年')
    expect(sayDuration('2015-07-01', '2017-06-09')).toBe('近两年')
    expect(sayDuration('2016-08-10', '2017-06-09')).toBe('九个月')
  })
})

describe('what a template is written in', () => {
  const body =
    '# 报告\n\n各位委员：\n\n一段{{grids}}个，\n又**受理{{accepted}}**件。\n\n- 甲\n- 乙\n\n1. 一\n2. 二\n\n| 名 | 数 |\n|---|---:|\n| 网格 | {{grids}} |\n\n{{@promises}}\n'
  test('headings, paragraphs, lists, tables, strong words, figures', () => {
    expect(parse(body)).toEqual([
      { kind: 'heading', level: 1, pieces: [{ text: '报告' }] },
      { kind: 'paragraph', pieces: [{ text: '各位委员：' }], role: 'address' },
      {
        kind: 'paragraph',
        pieces: [
          { text: '一段' },
          { mark: 'grids' },
          { text: '个，又' },
          { text: '受理', strong: true },
          { mark: 'accepted', strong: true },
          { text: '件。' },
        ],
      },
      { kind: 'list', ordered: false, items: [[{ text: '甲' }], [{ text: '乙' }]] },
      { kind: 'list', ordered: true, items: [[{ text: '一' }], [{ text: '二' }]] },
      { kind: 'table', head: [[{ text: '名' }], [{ text: '数' }]], rows: [[[{ text: '网格' }], [{ mark: 'grids' }]]] },
      { kind: 'promises' },
    ])
    expect(marksOf(body)).toEqual(['grids', 'accepted'])
  })
  test('whatever is typed, parsing ends and loses no letter of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'字。*|-#{}1. \n'), maxLength: 80 }), (s) => {
        const letters = (x: unknown) => [...JSON.stringify(x)].filter((c) => c === '字').length
        return letters(parse(s)) === letters(s)
      }),
      { numRuns: 2000 },
    )
  })
  test('a mark without a binding, a binding without a mark, and a half-written mark are told', () => {
    expect(textFaults('有{{a}}和{{b}}', { a: 1, c: 1 })).toEqual(['数字标记“b”没有绑定来源', '绑定“c”在正文里没有用到'])
    expect(textFaults('有{{a}}', { a: 1, c: 1 }, false)).toEqual([])
    expect(brokenMarks('{{a}}{{ b }}{{C}}和{{d')).toHaveLength(3)
  })
})

describe('R-16.1 days are counted back from the meeting in calendar days', () => {
  const rules = [
    { id: 'committee', title: '送征求意见', before: 20 },
    { id: 'revised', title: '送修改稿', before: 10 },
    { id: 'members', title: '发委员', before: 7 },
  ]
  test('2017-06-09: 20 May, 30 May (a holiday: it counts all the same), 2 June', () =>
    expect(nodesOf(rules, '2017-06-09').map((n) => n.dueOn)).toEqual(['2017-05-20', '2017-05-30', '2017-06-02']))
  test('so many days on from each node is the meeting, over leap years and year ends', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (d) => {
        const meeting = d.toISOString().slice(0, 10)
        return nodesOf(rules, meeting).every(({ dueOn }, i) => {
          const day = new Date(`${dueOn}T12:00:00Z`)
          day.setUTCDate(day.getUTCDate() + (rules[i]?.before ?? 0))
          return day.toISOString().slice(0, 10) === meeting
        })
      }),
    )
  })
  test('a node calls three days ahead, on its day, and when it is past', () => {
    const on = (today: string, done: string | null = null) => alarmOf('2017-05-30', done, today)
    expect(['2017-05-26', '2017-05-27', '2017-05-30', '2017-05-31'].map((d) => on(d))).toEqual([
      'ahead',
      'soon',
      'today',
      'overdue',
    ])
    expect([on('2017-06-05', '2017-05-30'), on('2017-06-05', '2017-05-31')]).toEqual(['done', 'late-done'])
  })
})

describe('versions side by side', () => {
  test('by sentence', () =>
    expect(diff('甲。乙。丙。', '甲。丁。丙。')).toEqual([
      { kind: 'same', text: '甲。' },
      { kind: 'gone', text: '乙。' },
      { kind: 'new', text: '丁。' },
      { kind: 'same', text: '丙。' },
    ]))
  test('what stayed and went is the old text, what stayed and came is the new one', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'甲乙丙。\n”'), maxLength: 40 })
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const changes = diff(a, b)
        const of = (kind: string) =>
          changes.flatMap((c) => (c.kind === 'same' || c.kind === kind ? c.text : [])).join('')
        expect(of('gone')).toBe(a)
        expect(of('new')).toBe(b)
        expect(sentencesOf(a).join('')).toBe(a)
        if (a === b) expect(changes.every((c) => c.kind === 'same')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('R-16.2 what must be done before it is locked, and before it is over', () => {
  const ready = {
    status: 'draft' as const,
    body: '{{a}}',
    bindings: { a: 1 },
    figures: [{ mark: 'a', kind: 'indicator', status: 'reviewed', name: '网格数' }],
    opinions: [{ saidBy: '社会委', stage: 'before', response: '已经补充', inVersion: 2 }],
  }
  test('a figure nobody reviewed and an opinion nobody answered are both named', () => {
    expect(lockFaults(ready)).toEqual([])
    expect(
      lockFaults({
        ...ready,
        figures: [{ mark: 'a', kind: 'indicator', status: 'draft', name: '网格数' }],
        opinions: [{ saidBy: '社会委', stage: 'before', response: null, inVersion: null }],
      }),
    ).toEqual(['数字“网格数”（a）还没有审核', '社会委的意见还没有答复'])
    expect(lockFaults({ ...ready, status: 'locked' })).toEqual(['报告已经锁定，不能再改正文和数字'])
  })
  test('it is over when every opinion of the meeting is answered and voted on', () => {
    const o = (response: string | null, satisfaction: string | null) => ({ stage: 'meeting', response, satisfaction })
    expect(mayClose({ status: 'delivered' }, [o(null, null), o('办了', 'satisfied')])).toBe('还有 1 条审议意见没有答复')
    expect(mayClose({ status: 'delivered' }, [o('办了', null)])).toBe('还有 1 条答复没有测评')
    expect(mayClose({ status: 'delivered' }, [o('办了', 'satisfied')])).toBeNull()
  })
  test('one of the 41 is as good as the weakest of its parts', () => {
    expect(weakest(['live', 'target'])).toBe('target')
    expect(weakest(['live', 'missing', 'target'])).toBe('missing')
    expect(weakest(['live', 'live'])).toBe('live')
    expect(weakest([])).toBe('missing')
    const filled = (mark: string, kind: 'live' | 'target' | 'missing') =>
      ({ mark, class: kind, text: mark, source: mark, from: 'report', rows: 2 }) as const
    const lines = linesOf(
      {
        yardstick: [
          { n: 1, title: '甲', marks: ['a', 'b'] },
          { n: 2, title: '乙', marks: ['c'] },
          { n: 3, title: '丙', marks: ['lost'] },
        ],
      },
      [filled('a', 'live'), filled('b', 'missing'), filled('c', 'live')],
    )
    expect(lines.map((l) => [l.class, l.rows])).toEqual([
      ['missing', 4],
      ['live', 2],
      ['missing', null],
    ])
    expect(countOf(lines)).toEqual({ live: 1, target: 0, missing: 2, all: 3 })
  })
})
