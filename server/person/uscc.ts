/** The unified social credit code of an organisation (GB 32100). Pure. */

/** Digits and capitals without I, O, S, V and Z: they look like others. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export const normaliseCreditCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s·.\-‐-―]/g, '')
    .toUpperCase()

/** The check character that GB 32100 gives to seventeen characters: 31 minus the weighted sum, and 0 where that is 31. */
export const creditCheckCharacter = (seventeen: string): string => {
  const sum = weights.reduce((total, w, i) => total + w * alphabet.indexOf(seventeen[i] as string), 0)
  return alphabet[(31 - (sum % 31)) % 31] as string
}

/** Why this cannot be a credit code, or null. Takes the normalised form. It cannot know whether it was ever issued. */
export function badCreditCode(code: string): string | null {
  if (code.length !== 18) return `统一社会信用代码应为18位，现在是${code.length}位`
  const stray = [...code].find((c) => !alphabet.includes(c))
  if (stray) return `统一社会信用代码里没有“${stray}”这个字符`
  if (!/^\d{6}$/.test(code.slice(2, 8))) return '统一社会信用代码第3至8位应为行政区划代码'
  if (creditCheckCharacter(code) !== code[17]) return '统一社会信用代码校验不通过，请核对每一位'
  return null
}
