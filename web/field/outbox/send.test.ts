import { describe, expect, test } from 'vitest'
import { delay } from './pump.ts'
import { judge } from './send.ts'

describe('what an answer means', () => {
  const told = { code: 'bad-input', message: '请填写“内容”', field: 'text' }
  const cases: [string, number, object | null, string][] = [
    ['the office has it', 200, { id: 'a', n: 1 }, 'kept'],
    ['a page of the hotel that says 200 to everything', 200, null, 'later'],
    ['an answer that is not ours', 200, { ok: true }, 'later'],
    ['a page of the hotel that says 403 to everything', 403, null, 'later'],
    ['no answer', 0, null, 'later'],
    ['the office is down', 503, { code: 'down', message: '稍后' }, 'later'],
    ['too many at once', 429, { code: 'quota', message: '明天再传' }, 'later'],
    ['before its turn', 409, { code: 'wait', message: '稍后' }, 'later'],
    ['an office of yesterday', 404, { code: 'no-such-page', message: '没有' }, 'later'],
    ['two changed the same', 409, { code: 'conflict', message: '对照' }, 'conflict'],
    ['not taken', 400, told, 'refused'],
    ['nobody signed in', 401, { code: 'sign-in', message: '请先登录' }, 'sign-in'],
    ['ended from elsewhere', 401, { code: 'session-ended', message: '已结束' }, 'ended'],
    ['no post any more', 403, { code: 'no-duty', message: '岗位' }, 'no-duty'],
  ]
  test.each(cases)('%s', (_, status, body, is) => expect(judge(status, body).is).toBe(is))
  test('what is wrong is told by its field', () =>
    expect(judge(400, told)).toMatchObject({ said: { problems: [{ field: 'text', message: told.message }] } }))
})

test('it comes back later and later, at most after five minutes, and never at once', () => {
  expect([0, 1, 2].map((n) => delay(n, 1))).toEqual([2000, 4000, 8000])
  expect(delay(30, 1)).toBe(300_000)
  expect(delay(0, 0)).toBe(1000)
})
