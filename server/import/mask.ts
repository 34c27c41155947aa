import { maskName } from '../platform/crypto.ts'
import { dayOf } from './check.ts'

/** The first lines of a sheet, for choosing columns: what kind of thing stands there, and nobody's data. Pure. */

const names = new Set(['name', 'owner', 'head'])
/** `fields` says per position which field it is taken for, as far as known. */
export const maskedLine = (cells: string[], headings: string[], fields: (string | undefined)[]): string[] =>
  cells.map((cell, i) => maskedCell(cell, headings[i] ?? '', fields[i] ?? ''))

function maskedCell(cell: string, heading: string, field: string): string {
  const text = cell.normalize('NFKC').trim()
  if (names.has(field) || /姓名|名字|人$|户主$|长$/.test(heading)) return maskName(text)
  // A day says nothing of anybody, unless it is a birth. Eight digits may be a telephone, where the heading names no day.
  const isDay = dayOf(text) && (/\D/.test(text) || field === 'since' || /日期|时间/.test(heading))
  if (isDay && !/出生|生日/.test(heading)) return text
  const digits = text.replace(/\D/g, '')
  // An address keeps its words: which community it begins with is what the column is known by.
  if (/\p{Script=Han}/u.test(text)) return text.replace(/\d/g, '*')
  return digits.length < 7 ? text : `${digits.slice(0, 3)}****${digits.slice(-2)}`
}
