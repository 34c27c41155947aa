import { CsvError, parse } from 'csv-parse'

/** Refused as a whole; `message` is one Chinese sentence for the person who uploaded it. */
export class BadTable extends Error {}
/** One line of the sheet: its number as the office program shows it (1 is the first), and the text of its cells. */
export type Line = { n: number; cells: string[] }
export const limits = {
  lines: 1_000_000,
  columns: 60,
  /** Characters of one cell. */
  cell: 2_000,
  /** Bytes of one line of csv: more means that a quote was never closed. */
  line: 500_000,
  /** Bytes of a zip as uploaded; of all its entries, once unpacked; of one of its small parts; of all shared texts, and their number. */
  packed: 64 * 1024 * 1024,
  unpacked: 2_000_000_000,
  part: 32_000_000,
  strings: 256 * 1024 * 1024,
  texts: 20_000_000,
  /** How many times its packed size an entry of more than `ratioFrom` bytes may be. */
  ratio: 200,
  ratioFrom: 10_000_000,
  entries: 1_000,
}

/** NUL cannot be kept, and half a character is none. */
const unkeepable = (text: string) => text.includes('\0') || !text.isWellFormed()
/** The cells trimmed and judged; null for an empty line. @throws BadTable */
export function tidyLine(n: number, cells: string[]): string[] | null {
  let last = -1
  const tidied = cells.map((raw, i) => {
    if (!raw) return ''
    if (unkeepable(raw)) throw new BadTable(`第 ${n} 行第 ${i + 1} 列有不能保存的字符，请删去后再上传`)
    let text = raw.trim()
    if (text[0] === "'" && /^'[=+\-@\t\r＝＋－＠]/.test(text)) text = text.slice(1).trim() // from our own exports: platform/csv.ts
    if (!text) return ''
    if (text.length > limits.cell)
      throw new BadTable(`第 ${n} 行第 ${i + 1} 列有 ${text.length} 个字，最多 ${limits.cell} 个字`)
    last = i
    return text
  })
  if (last >= limits.columns) throw new BadTable(`第 ${n} 行用到了第 ${last + 1} 列，最多 ${limits.columns} 列`)
  return last < 0 ? null : tidied.slice(0, limits.columns)
}

/** The built-in formats of days, those of Chinese programs among them (27 to 58); the others of these are times. */
export const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
export function isDay(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))
}

/** What XML cannot hold stands in a sheet as _x000D_, and such a text itself as _x005F_x000D_. */
export const plain = (text: string | undefined) =>
  text?.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The calendar of 1900 counts a 29 February that never was: told as it is, so that the check refuses it. */
export function dayOf(serial: number, dates1904: boolean): string | undefined {
  const day = Math.floor(serial) + (dates1904 ? 1462 : 0)
  if (!(day > 0 && day <= 2_958_465)) return undefined
  if (day === 60) return '1900-02-29'
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 86_400_000).toISOString().slice(0, 10)
}

/** As an office program shows it: 15 digits. A whole number of more has lost its end, and its exponent says so. */
export function numberAs(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value
  const n = Number(value)
  if (!Number.isFinite(n) || !value.trim()) return value
  if (Math.abs(n) >= 1e15) return n.toExponential(14).replace('e', 'E')
  return String(Number(n.toPrecision(15)))
}

/** The lines of a csv file; `head` is its first mebibyte, or all of it, and `rest` what follows. @throws BadTable */
export async function* csvLines(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  const encoding = encodingOf(head)
  const decoder = new TextDecoder(encoding, { fatal: true })
  let n = 0
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      const name = { 'utf-8': 'UTF-8', gb18030: 'GBK' }[encoding] ?? 'UTF-16'
      throw new BadTable(
        `文件的文字编码前后不一致：前面是 ${name}，第 ${n} 行之后有不是 ${name} 的字，请另存为 UTF-8 的 CSV 再上传`,
      )
    }
  }
  const first = decode(head)
  let lines: Line[] = []
  const parser = parse({
    delimiter: separatorOf(first),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: limits.line,
    // Taken here and not from the readable side: a stream of half a million objects takes as long as the parsing.
    on_record: (cells: string[]) => {
      lines.push({ n: ++n, cells })
      return null
    },
  })
  parser.on('error', () => {}) // it reaches us through the callbacks below
  const settle = (give: (done: (error?: Error | null) => void) => void) =>
    new Promise<Line[]>((ok, fail) => {
      give((error) => {
        if (error) return fail(error instanceof CsvError ? whyBroken(error, n + 1) : error)
        const ready = lines
        lines = []
        ok(ready)
      })
    })
  const write = (text: string) => settle((done) => parser.write(text, done))
  try {
    yield await write(first)
    for await (const bytes of rest) yield await write(decode(bytes))
    yield await write(decode())
    yield await settle((done) => parser.end(done))
  } finally {
    parser.destroy()
  }
}

function whyBroken(error: CsvError, n: number): BadTable {
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new BadTable(`第 ${n} 行超过 ${limits.line} 字节，多半是有一个引号没有配对，请检查这一行`)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new BadTable(`第 ${n} 行有一个引号到文件末尾也没有配对，请检查这一行`)
  return new BadTable(`第 ${n} 行的引号用得不对，请检查这一行，或另存为 xlsx 再上传`)
}

/** Whichever stands most often in the first line that is not empty, outside of quotes. */
function separatorOf(head: string): string {
  const plain = head.slice(0, 65_536).replace(/"[^"]*"/g, '')
  const line = plain.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const often = (separator: string) => line.split(separator).length
  return [',', ';', '\t'].reduce((best, one) => (often(one) > often(best) ? one : best))
}

/** Office programs write UTF-16 with a mark, UTF-8 with or without, and GBK without, and do not say which. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const is = (encoding: string) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true }) // a character cut at its end is no fault yet
      return true
    } catch {
      return false
    }
  }
  if (is('utf-8')) return 'utf-8'
  if (is('gb18030')) return 'gb18030'
  throw new BadTable('认不出文件的文字编码，或者这不是表格，请另存为 xlsx 或 UTF-8 的 CSV 再上传')
}
