/** Identity numbers and mobile telephones inside running text: found, and masked. Pure. */

/** Eighteen digits with a day of birth among them (a disability certificate adds a few more), or eleven that begin with 1; spaces and hyphens as people write them. */
const identity =
  /(?<![0-9A-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]\d{0,3}(?![0-9A-Za-z])/g
const mobile = /(?<![0-9A-Za-z])1\d\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])/g

export type Found = '身份证号' | '手机号'
/** Which of the two stands in the text, or null. */
export function numberIn(text: string): Found | null {
  const plain = text.normalize('NFKC')
  if (plain.search(identity) >= 0) return '身份证号'
  return plain.search(mobile) >= 0 ? '手机号' : null
}

/** The text with each such number masked; untouched where there is none. */
export const maskNumbers = (text: string): string =>
  numberIn(text) === null
    ? text
    : text
        .normalize('NFKC')
        .replace(identity, (n) => `${n.slice(0, 4)}**********${n.slice(-4)}`)
        .replace(mobile, (n) => `${n.slice(0, 3)}****${n.slice(-4)}`)
