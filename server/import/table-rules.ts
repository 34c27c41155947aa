/** Refused as a whole; the message is one sentence for whoever uploaded it. */
export class BadTable extends Error {}
/** A line with the number an office program shows beside it, and the text of its cells. */
export type Line = { n: number; cells: string[] }
export const limits = {
  lines: 1_000_000,
  columns: 60,
  cell: 2000,
  /** Bytes of a zip's entries together, once unpacked. */
  unpacked: 2_000_000_000,
  /** How many times larger than its packed bytes a large entry may be. */
  ratio: 200,
  packed: 64 * 1024 * 1024,
  entries: 1000,
}

const unkeepable = /\0|\p{Surrogate}/u
/** Without the space around it, and without the apostrophe that our own exports put before what looks like a formula. */
export function tidyCell(raw: string, n: number): string {
  if (!raw) return ''
  if (raw.length > limits.cell) throw new BadTable(`第 ${n} 行有一格超过 ${limits.cell} 个字`)
  if (unkeepable.test(raw)) throw new BadTable(`第 ${n} 行有不能保存的字符`)
  const text = raw.trim()
  return text[0] === "'" && /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
}
