import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { SharedStrings } from './shared-strings.ts'
import { BadTable, type Line, limits } from './table-rules.ts'

/** The first visible sheet of an xlsx file. The packed bytes are held, the sheet is streamed. */

export async function* xlsxLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limits.packed) throw new BadTable(`xlsx 文件最大 ${limits.packed / 1024 / 1024} MB，请存为 CSV 再上传`)
    parts.push(chunk)
  }
  const { zip, entries } = await openZip(Buffer.concat(parts))
  try {
    const { path, dates1904 } = await firstSheet(zip, entries)
    const dates = await dateStyles(zip, entries.get('xl/styles.xml'))
    const strings = new SharedStrings()
    await readStrings(zip, entries.get('xl/sharedStrings.xml'), strings)
    const sheet = entries.get(path)
    if (!sheet) throw new BadTable('工作簿里没有可以读的表')
    yield* sheetLines(zip, sheet, { strings, dates, dates1904 })
  } finally {
    zip.close()
  }
}

async function openZip(bytes: Buffer): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const bad = () => new BadTable('文件损坏，或者不是 xlsx，请重新保存后上传')
  const zip = await new Promise<ZipFile>((done, fail) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) => (zip ? done(zip) : fail(error ?? bad()))),
  ).catch(() => Promise.reject(bad()))
  const entries = new Map<string, Entry>()
  let [unpacked, packed] = [0, 0]
  await new Promise<void>((done, fail) => {
    zip.on('entry', (e: Entry) => {
      unpacked += e.uncompressedSize
      packed += e.compressedSize
      if (entries.size >= limits.entries) return fail(new BadTable('压缩包里的文件太多，不像是表格'))
      if (unpacked > limits.unpacked) return fail(new BadTable('解开后太大，已拒绝'))
      if (e.uncompressedSize > 10_000_000 && e.uncompressedSize > limits.ratio * Math.max(1, e.compressedSize))
        return fail(new BadTable('压缩得异常紧，像是压缩炸弹，已拒绝'))
      if (packed > bytes.length) return fail(new BadTable('压缩包里的文件互相重叠，已拒绝'))
      if (entries.has(e.fileName)) return fail(bad())
      entries.set(e.fileName, e)
      zip.readEntry()
    })
    zip.on('end', done).on('error', () => fail(bad()))
    zip.readEntry()
  })
  if (!entries.has('xl/workbook.xml')) throw new BadTable('不是 Excel 工作簿（xlsx），请检查文件')
  return { zip, entries }
}

type Tag = { name: string; attributes: Record<string, string> }
type Handlers = { open?: (tag: Tag, name: string) => void; close?: (name: string) => void; text?: (s: string) => void }
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** A parser fed by hand, so that a sheet can be read piece by piece. What is not plain XML is refused. */
function parser({ open, close, text }: Handlers): SaxesParser {
  const p = new SaxesParser({ xmlns: false, fragment: false, position: false })
  p.on('doctype', () => {
    throw new BadTable('文件里有不允许的声明（DOCTYPE），已拒绝')
  })
  p.on('error', () => {
    throw new BadTable('文件损坏，请重新保存后上传')
  })
  if (open) p.on('opentag', (tag) => open(tag as Tag, local(tag.name)))
  if (close) p.on('closetag', (tag) => close(local(tag.name)))
  if (text) {
    p.on('text', text)
    p.on('cdata', text)
  }
  return p
}

async function* chunks(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const stream = await new Promise<Readable>((done, fail) => zip.openReadStream(entry, (error, s) => (s ? done(s) : fail(error))))
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof BadTable) throw error
    throw new BadTable('压缩包里写的大小与实际不符，或者已损坏')
  } finally {
    stream.destroy()
  }
}
async function parseAll(zip: ZipFile, entry: Entry | undefined, handlers: Handlers) {
  if (!entry) return
  const p = parser(handlers)
  for await (const text of chunks(zip, entry)) p.write(text)
  p.close()
}

async function firstSheet(zip: ZipFile, entries: Map<string, Entry>) {
  let [id, dates1904] = ['', false]
  const targets = new Map<string, string>()
  await parseAll(zip, entries.get('xl/workbook.xml'), {
    open: ({ attributes: a, name: full }, name) => {
      if (name === 'workbookPr') dates1904 = /^(1|true)$/.test(a.date1904 ?? '')
      if (name === 'sheet' && !id && (a.state ?? 'visible') === 'visible')
        id = Object.entries(a).find(([k]) => local(k) === 'id' && k.includes(':'))?.[1] ?? full
    },
  })
  await parseAll(zip, entries.get('xl/_rels/workbook.xml.rels'), {
    open: ({ attributes: a }, name) => {
      if (name === 'Relationship' && a.Id && a.Target) targets.set(a.Id, a.Target)
    },
  })
  const target = targets.get(id)
  if (!target) throw new BadTable('工作簿里没有可以读的表')
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, dates1904 }
}

/** Which cell styles show a number as a day. */
async function dateStyles(zip: ZipFile, entry: Entry | undefined): Promise<boolean[]> {
  const formats = new Map<number, string>()
  const dates: boolean[] = []
  let inside = false
  await parseAll(zip, entry, {
    open: ({ attributes: a }, name) => {
      if (name === 'numFmt') formats.set(Number(a.numFmtId), a.formatCode ?? '')
      if (name === 'cellXfs') inside = true
      if (name !== 'xf' || !inside) return
      const id = Number(a.numFmtId ?? 0)
      const code = (formats.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      dates.push((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || /[ymd年月日]/i.test(code))
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false
    },
  })
  return dates
}

async function readStrings(zip: ZipFile, entry: Entry | undefined, strings: SharedStrings) {
  let [text, taking, phonetic] = ['', false, 0]
  await parseAll(zip, entry, {
    open: (_, name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic++
      else if (name === 't') taking = !phonetic
    },
    text: (s) => {
      if (taking) text += s
    },
    close: (name) => {
      if (name === 't') taking = false
      else if (name === 'rPh') phonetic--
      else if (name === 'si') strings.add(text)
    },
  })
}

type Book = { strings: SharedStrings; dates: boolean[]; dates1904: boolean }
async function* sheetLines(zip: ZipFile, entry: Entry, book: Book): AsyncGenerator<Line> {
  let ready: Line[] = []
  let [row, column, type, style, value, taking] = [0, 0, '', 0, '', false]
  let cells: string[] = []
  const p = parser({
    open: ({ attributes: a }, name) => {
      if (name === 'c') {
        column = a.r ? columnOf(a.r) : column + 1
        if (column >= limits.columns * 5) throw new BadTable(`第 ${row} 行的列太多，最多 ${limits.columns} 列`)
        ;[type, style, value] = [a.t ?? 'n', Number(a.s ?? 0), '']
      } else if (name === 'v' || name === 't') taking = true
      else if (name === 'row') {
        ;[row, column, cells] = [a.r ? Number(a.r) : row + 1, -1, []]
      } else if (name === 'f') throw new BadTable(`第 ${row} 行第 ${column + 1} 列是公式，请先“选择性粘贴为数值”再上传`)
      else if (name === 'mergeCell') throw new BadTable(`有合并的单元格（${a.ref}），请先取消合并`)
    },
    text: (s) => {
      if (!taking) return
      value += s
      if (value.length > limits.cell * 4) throw new BadTable(`第 ${row} 行有一格超过 ${limits.cell} 个字`)
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'c') {
        while (cells.length < column) cells.push('')
        cells[column] = shown(type, style, value, book)
      } else if (name === 'row') ready.push({ n: row, cells })
    },
  })
  for await (const text of chunks(zip, entry)) {
    p.write(text)
    yield* ready
    ready = []
  }
  p.close()
  yield* ready
}

function columnOf(ref: string): number {
  let n = 0
  for (let i = 0; i < ref.length; i++) {
    const c = ref.charCodeAt(i)
    if (c < 65 || c > 90) break
    n = n * 26 + c - 64
  }
  return n - 1
}

const epoch = { old: Date.UTC(1899, 11, 30), mac: Date.UTC(1904, 0, 1) }
function shown(type: string, style: number, value: string, book: Book): string {
  if (type === 's') return book.strings.get(Number(value))
  if (type === 'b') return value === '1' ? '是' : '否'
  if (type === 'n' && value && book.dates[style]) {
    const days = Number(value)
    const from = book.dates1904 ? epoch.mac : epoch.old
    if (days >= 0 && days < 3_000_000) return new Date(from + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)
  }
  // An identity number kept as a number has lost its last digits: shown as it is, and refused where it is checked.
  return type === 'n' && /e/i.test(value) && Number.isInteger(Number(value)) ? BigInt(Number(value)).toString() : value
}
