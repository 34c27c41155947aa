/** One line of CSV for office programs, with no cell that they would take for a formula. */
export const csvLine = (values: unknown[]): string =>
  `${values
    .map((value) => {
      const text = value === null || value === undefined ? '' : String(value)
      const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) && typeof value !== 'number' ? `'${text}` : text
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
    })
    .join(',')}\r\n`

/** A table as CSV, with a byte order mark. */
export const toCsv = (columns: string[], rows: Record<string, unknown>[]): string =>
  `\uFEFF${[columns, ...rows.map((r) => columns.map((c) => r[c]))].map(csvLine).join('')}`

/** The lines of a CSV text, quoted cells and all. @throws Error where a quote is never closed. */
export function fromCsv(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted] = [[] as string[], '', false]
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string
    if (quoted) {
      if (c !== '"') cell += c
      else if (source[i + 1] === '"') cell += source[i++]
      else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === ',' || c === '\n') {
      row.push(cell)
      cell = ''
      if (c === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += c
  }
  if (quoted) throw new Error('a quote is never closed')
  if (cell !== '' || row.length) rows.push([...row, cell])
  return rows.filter((r) => r.some((v) => v.trim()))
}
