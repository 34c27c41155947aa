import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { badCreditCode, creditCheckCharacter, normaliseCreditCode } from './uscc.ts'

const file = join(import.meta.dirname, '../../../shared/data/ids/real_uscc_40.json')
const codes = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { uscc: string }[]).map((c) => c.uscc) : []

describe('GB 32100 统一社会信用代码', () => {
  test.skipIf(!codes.length)('forty real codes are valid, one with the check character 0 among them', () => {
    expect(codes).toHaveLength(40)
    for (const code of codes) expect([code, badCreditCode(code)]).toEqual([code, null])
    expect(codes.some((c) => c.endsWith('0'))).toBe(true)
  })
  test.skipIf(!codes.length)('any one character changed is refused', () => {
    for (const code of codes)
      for (let i = 0; i < 18; i++)
        for (const c of '0123456789ABCDEFGHJKLMNPQRTUWXY')
          if (c !== code[i]) expect(badCreditCode(code.slice(0, i) + c + code.slice(i + 1))).not.toBeNull()
  })
  test('as people write it: spaces, small letters, full width', () => {
    const code = `9134070000000000A`
    const whole = code + creditCheckCharacter(code)
    expect(badCreditCode(normaliseCreditCode(` ${whole.toLowerCase().slice(0, 8)} ${whole.slice(8)} `))).toBeNull()
  })
  test('what is wrong is said', () => {
    expect(badCreditCode('123')).toContain('现在是3位')
    expect(badCreditCode('91340700IOSVZ00000')).toContain('没有“I”')
  })
})
