/** Identity numbers and telephone numbers as people type them. Pure. */

/** Full-width digits, spaces, dots and hyphens are how people write; none of them is a mistake. */
const tidy = (typed: string) => typed.normalize('NFKC').replace(/[\s·.\-‐-―()]/g, '')

export const normaliseIdNumber = (typed: string): string => tidy(typed).toUpperCase()

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The first two digits: provinces of GB/T 2260; 81–83 residence permits of 港澳台, 91 permanent residents from abroad. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)

/** The check character that GB 11643 gives to seventeen digits. */
export const checkCharacter = (seventeen: string): string =>
  '10X98765432'[weights.reduce((sum, w, i) => sum + w * Number(seventeen[i]), 0) % 11] as string

/**
 * Why this cannot be an identity number on that day (YYYY-MM-DD), or null. Takes the normalised form. It cannot know
 * whether the number was ever issued.
 */
export function badIdNumber(id: string, today: string): string | null {
  if (id.length !== 18) return `身份证号应为18位，现在是${id.length}位`
  if (!/^\d{17}[\dX]$/.test(id)) return '身份证号前17位应为数字，最后一位为数字或X'
  if (!provinces.has(id.slice(0, 2))) return '身份证号前两位不是有效的地区代码'
  const born = birthDate(id)
  if (!born) return '身份证号中的出生日期不存在'
  if (born > today) return '身份证号中的出生日期还没有到'
  if (born < '1880') return '身份证号中的出生日期太早'
  if (checkCharacter(id) !== id[17]) return '身份证号校验不通过，请核对每一位'
  return null
}

/** YYYY-MM-DD, or null where the calendar has no such day. */
export function birthDate(id: string): string | null {
  const day = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  return realDay(day) ? day : null
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Does the calendar have this YYYY-MM-DD? Reckoned without a Date: an import asks a million times. */
export function realDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
  if (m === 2 && d === 29) return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  return d > 0 && d <= (longest[m - 1] ?? 0)
}

/** Full years on a day. */
export const ageOn = (born: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)

/** 11 digits, or a landline with its area code (05622123456). +86 and 0086 are dropped. */
export const normalisePhone = (typed: string): string => tidy(typed).replace(/^(\+86|0086|86(?=1\d{10}$))/, '')

/** Why nobody can be called under this number, or null. Number ranges are opened every year, so none is listed here. */
export const badPhone = (phone: string): string | null =>
  /^1\d{10}$/.test(phone) || /^0\d{9,11}$/.test(phone) ? null : '电话应为11位手机号，或带区号的固定电话'

/** Why nobody is called that, or null. */
export const badName = (name: string): string | null =>
  !name ? '请填写“姓名”' : /^[\p{Script=Han}〇·•a-zA-Z. -]{1,50}$/u.test(name) ? null : '“姓名”里有不能用的字符'
export const normaliseName = (typed: string): string => typed.replace(/\s+/g, ' ').trim()

/** What a name is found by: its two-character pieces, its pinyin, that of the given name alone, its initials. `sound` gives the syllable of a character that stands there. */
export function nameTokens(name: string, sound: (character: string, at: number) => string): string[] {
  const c = [...name.replace(/[\s·•.]/g, '')]
  const sounds = c.map(sound)
  const pieces = c.length === 1 ? c : c.slice(1).map((x, i) => `${c[i]}${x}`)
  const initials = sounds.map((s) => s[0] ?? '').join('')
  return [...new Set([...pieces, sounds.join(''), sounds.slice(1).join(''), initials])].filter(Boolean)
}

/** How much a source counts where two disagree: shared records and certificates over the grid, the grid over hearsay (R-B.7). */
export const sourceRank = (source: string): number =>
  /^(部门共享|证照)/.test(source) ? 30 : /^网格/.test(source) ? 20 : 10

/** 1 to 9 are the odd ones, given to men. */
export const sexOf = (id: string): 'male' | 'female' => (Number(id[16]) % 2 ? 'male' : 'female')

export { badCreditCode, normaliseCreditCode } from './uscc.ts'
