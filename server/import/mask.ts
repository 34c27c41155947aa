import { maskName } from '../platform/crypto.ts'

/** The first lines of a sheet, for choosing columns: what kind of thing stands there, and nobody's data. Pure. */

const names = new Set(['name', 'owner', 'head'])
/** `fields` says per position which field it is taken for, as far as known. */
export const maskedLine = (cells: string[], headings: string[], fields: (string | undefined)[]): string[] =>
  cells.map((cell, i) =>
    maskedCell(cell, names.has(fields[i] ?? '') || /姓名|名字|人$|户主$|长$/.test(headings[i] ?? '')),
  )

function maskedCell(cell: string, isName: boolean): string {
  const text = cell.normalize('NFKC')
  if (isName) return maskName(text.trim())
  const digits = text.replace(/\D/g, '')
  // An address keeps its words: which community it begins with is what the column is known by.
  if (/\p{Script=Han}/u.test(text)) return text.replace(/\d/g, '*')
  return digits.length < 7 ? text : `${digits.slice(0, 3)}****${digits.slice(-2)}`
}
