import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchOf } from './names.ts'
import {
  ageOn,
  badIdNumber,
  badPhone,
  birthDate,
  checkCharacter,
  normaliseIdNumber,
  normalisePhone,
  realDay,
} from './rules.ts'

const today = '2026-10-09'
const numbered = (seventeen: string) => seventeen + checkCharacter(seventeen)

describe('GB 11643 identity numbers', () => {
  test('the example of the standard holds, and its X may be typed small or full-width', () => {
    expect(badIdNumber('11010519491231002X', today)).toBeNull()
    expect(badIdNumber(normaliseIdNumber(' 110105 19491231 002ｘ'), today)).toBeNull()
  })

  test('any one digit mistyped is noticed, and any two neighbours swapped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 100, max: 999 }),
        (at, by, serial) => {
          const id = numbered(`34079919540312${serial}`)
          const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1)
          expect(badIdNumber(wrong, today)).not.toBeNull()
          const next = id[at + 1] as string
          if (at < 16 && next !== id[at])
            expect(badIdNumber(id.slice(0, at) + next + id[at] + id.slice(at + 2), today)).not.toBeNull()
        },
      ),
    )
  })

  test.each([
    ['34079920230229001', '出生日期不存在'],
    ['34079919900431001', '出生日期不存在'],
    ['34079919901301001', '出生日期不存在'],
    ['34079920261010001', '还没有到'],
    ['34079918000101001', '太早'],
    ['00079919900101001', '地区代码'],
  ])('%s with a right check character is still refused: %s', (seventeen, why) => {
    expect(badIdNumber(numbered(seventeen), today)).toContain(why)
  })

  test('29 February exists in a leap year', () => {
    expect(badIdNumber(numbered('34079920240229001'), today)).toBeNull()
    expect(birthDate(numbered('34079920240229001'))).toBe('2024-02-29')
  })

  test.each(['', '34079919540312001', '3407991954031200１２', '34079919540312００１Ａ'.normalize('NFKC')])(
    '%s is no identity number',
    (typed) => {
      expect(badIdNumber(normaliseIdNumber(typed), today)).not.toBeNull()
    },
  )

  test('a year is full on the birthday, not before', () => {
    expect(ageOn('1946-10-10', today)).toBe(79)
    expect(ageOn('1946-10-09', today)).toBe(80)
  })
})

describe('telephone numbers', () => {
  test.each([
    ['１３８ ００００ １２３４', '13800001234'],
    ['+86 138-0000-1234', '13800001234'],
    ['008613800001234', '13800001234'],
    ['8613800001234', '13800001234'],
    ['0562-2123456', '05622123456'],
    ['（0562）2123456', '05622123456'],
  ])('%s is read as %s', (typed, phone) => {
    expect(normalisePhone(typed)).toBe(phone)
    expect(badPhone(phone)).toBeNull()
  })

  test.each(['1380000123', '2123456', '138000012345', 'abc', ''])('%s is refused', (typed) => {
    expect(badPhone(normalisePhone(typed))).toContain('11位手机号')
  })
})

test('a name is found by two of its characters, by its sound, by that of the given name, by its initials', () => {
  expect(searchOf('欧阳小明').split(' ')).toEqual(['欧阳', '阳小', '小明', 'ouyangxiaoming', 'yangxiaoming', 'oyxm'])
  expect(searchOf('单长子').split(' ')).toContain('shanchangzi') // a family name has its own sound
  expect(searchOf('王芳').split(' ')).toEqual(['王芳', 'wangfang', 'fang', 'wf'])
})

test('a day is real if and only if the calendar has it', () => {
  const byDate = (day: string) => {
    const date = new Date(`${day}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  }
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(fc.integer({ min: 1600, max: 2400 }), fc.nat(13), fc.nat(32), (y, m, d) => {
      const day = `${y}-${two(m)}-${two(d)}`
      expect([day, realDay(day)]).toEqual([day, byDate(day)])
    }),
    { numRuns: 3000 },
  )
})
