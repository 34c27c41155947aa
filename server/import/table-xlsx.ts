import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { BadTable, dayFormats, dayOf, isDay, type Line, limits, numberAs, plain } from './table-csv.ts'

type Seen = {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** Where it is, for the sentence about a fault. */
  where?: () => string
}
export const damaged = (where = '') => new BadTable(`文件不完整或已损坏${where}，请重新保存后再上传`)
const tooLong = 20_000 // characters: so long a cell is refused whatever its escapes stand for
const longest = 1_000_000 // characters between two tags: the parser gathers them all
const deepest = 64

/** Parses piece by piece and comes back after each. Names come without their prefix. */
async function* parsed(bytes: AsyncIterable<Buffer>, { open, close, text, where }: Seen): AsyncGenerator<void> {
  const broken = () => damaged(where?.())
  const xml = new SaxesParser({ position: false })
  const local = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)
  let [since, depth] = [0, 0]
  xml.on('error', () => {
    throw broken()
  })
  xml.on('doctype', () => {
    throw new BadTable('文件里有不允许的声明（DOCTYPE），请重新保存后再上传')
  })
  xml.on('opentag', (tag) => {
    since = 0
    if (++depth > deepest) throw broken()
    open?.(local(tag.name), (tag as SaxesTagPlain).attributes)
  })
  xml.on('closetag', (tag) => {
    since = 0
    depth--
    close?.(local(tag.name))
  })
  if (text) {
    xml.on('text', text)
    xml.on('cdata', text)
  }
  let decoder: TextDecoder | undefined
  const decode = (chunk?: Buffer) => {
    decoder ??= new TextDecoder(charsetOf(chunk), { fatal: true })
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw broken()
    }
  }
  for await (const chunk of bytes) {
    since += chunk.length
    xml.write(decode(chunk))
    if (since > longest) throw broken()
    yield
  }
  xml.write(decode())
  xml.close()
}
export async function parseAll(bytes: AsyncIterable<Buffer>, seen: Seen) {
  for await (const _ of parsed(bytes, seen));
}

const charsetOf = (chunk: Buffer = Buffer.alloc(0)) =>
  chunk[0] === 0xff || chunk[1] === 0 ? 'utf-16le' : chunk[0] === 0xfe || chunk[0] === 0 ? 'utf-16be' : 'utf-8'

/** By the number of the style: whether it shows a number as a day. */
export async function dateStyles(bytes: AsyncIterable<Buffer>): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const dates: boolean[] = []
  let inside = false
  await parseAll(bytes, {
    open: (name, a) => {
      if (name === 'numFmt') codes.set(Number(a.numFmtId), a.formatCode ?? '')
      else if (name === 'cellXfs') inside = true
      else if (name === 'xf' && inside) {
        const id = Number(a.numFmtId ?? 0)
        const code = codes.get(id)
        dates.push(code === undefined ? dayFormats.has(id) : isDay(code))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false
    },
  })
  return dates
}

/** Millions of short texts, in pages of bytes: as strings of JavaScript they would take five times the memory. */
export async function sharedTexts(bytes: AsyncIterable<Buffer>): Promise<(i: number) => string | undefined> {
  const page = 1024 * 1024
  const pages: Buffer[] = []
  const starts: Uint32Array[] = []
  let [count, used] = [0, page]
  const add = (text: string) => {
    if (used + 2 + text.length * 3 > page) {
      if (pages.length * page >= limits.strings || count > limits.texts)
        throw new BadTable('工作簿里的文字太多，请另存为 CSV 再上传')
      pages.push(Buffer.allocUnsafeSlow(page))
      used = 0
    }
    if (count % page === 0) starts.push(new Uint32Array(page))
    const to = pages[pages.length - 1] as Buffer
    const length = to.write(text, used + 2)
    to.writeUInt16LE(length, used)
    const index = starts[starts.length - 1] as Uint32Array
    index[count++ % page] = (pages.length - 1) * page + used
    used += 2 + length
  }
  let [text, taking, phonetic] = ['', false, false]
  await parseAll(bytes, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') taking = !phonetic
    },
    text: (more) => {
      if (taking && text.length < tooLong) text = (text + more).slice(0, tooLong) // refused if a cell shows it
    },
    close: (name) => {
      if (name === 't') taking = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') add(text)
    },
  })
  return (i) => {
    if (!(i >= 0 && i < count)) return undefined
    const start = starts[Math.floor(i / page)]?.[i % page] as number
    const [from, at] = [pages[Math.floor(start / page)] as Buffer, start % page]
    return from.toString('utf8', at + 2, at + 2 + from.readUInt16LE(at))
  }
}

type Book = { text: (i: number) => string | undefined; dates: boolean[]; dates1904: boolean }

/** The lines of a sheet as they stand in its XML. @throws BadTable */
export async function* sheetLines(bytes: AsyncIterable<Buffer>, book: Book): AsyncGenerator<Line[]> {
  let lines: Line[] = []
  let [inside, row, column, cells] = [false, 0, 0, [] as string[]]
  let [type, style, value, taking, phonetic] = ['n', 0, '', false, false]
  const where = () => (row ? `（第 ${row} 行附近）` : '')
  const open = (name: string, a: Record<string, string>) => {
    if (name === 'mergeCell') throw new BadTable(`有合并的单元格（${a.ref}），请先取消合并再上传`)
    if (name === 'sheetData') inside = true
    if (!inside) return
    if (name === 'c') {
      column = a.r ? columnOf(a.r) : column + 1
      if (!(column > 0 && column <= 16_384)) throw damaged(where())
      ;[type, style, value] = [a.t ?? 'n', Number(a.s ?? 0), '']
    } else if (name === 'v') taking = type !== 'inlineStr'
    else if (name === 't') taking = !phonetic
    else if (name === 'rPh') phonetic = true
    else if (name === 'f') throw new BadTable(`第 ${row} 行第 ${column} 列是公式，请先“选择性粘贴为数值”再上传`)
    else if (name === 'row') {
      const n = a.r ? Number(a.r) : row + 1
      if (!(Number.isInteger(n) && n > row)) throw damaged(where())
      ;[row, column, cells] = [n, 0, []]
    }
  }
  const text = (more: string) => {
    if (!taking) return
    value += more
    if (value.length > tooLong)
      throw new BadTable(`第 ${row} 行第 ${column} 列超过 ${limits.cell} 个字，请删短后再上传`)
  }
  const close = (name: string) => {
    if (name === 'v' || name === 't') taking = false
    else if (name === 'rPh') phonetic = false
    else if (name === 'sheetData') inside = false
    else if (!inside) return
    else if (name === 'row') lines.push({ n: row, cells })
    else if (name === 'c' && value) {
      const shown = shownAs(type, style, value, book)
      if (shown === undefined || cells[column - 1]) throw damaged(where())
      while (cells.length < column) cells.push('')
      cells[column - 1] = shown
    }
  }
  for await (const _ of parsed(bytes, { open, close, text, where })) {
    if (lines.length) yield lines
    lines = []
  }
  if (lines.length) yield lines
}

/** 1 for A; NaN for what is no reference. */
function columnOf(ref: string): number {
  let [n, i] = [0, 0]
  for (let c = ref.charCodeAt(0); c >= 65 && c <= 90; c = ref.charCodeAt(++i)) n = n * 26 + c - 64
  return i && i < ref.length ? n : Number.NaN
}

function shownAs(type: string, style: number, value: string, book: Book): string | undefined {
  if (type === 's') return plain(book.text(Number(value)))
  if (type === 'b') return value === '1' || value === 'true' ? '是' : '否'
  if (type === 'd') return value.slice(0, 10)
  if (type === 'n') return (book.dates[style] ? dayOf(Number(value), book.dates1904) : undefined) ?? numberAs(value)
  return plain(value)
}
