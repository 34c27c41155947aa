import { posix } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { BadTable, csvLines, type Line, limits, tidyLine } from './table-csv.ts'
import { damaged, dateStyles, parseAll, sharedTexts, sheetLines } from './table-xlsx.ts'

export { BadTable, type Line, limits } from './table-csv.ts'

const looked = 1024 * 1024
const batchLines = 1_000

/**
 * Reads csv or xlsx by what the bytes are, not by what the name claims; batches of up to 1,000 lines; empty lines are left
 * out, their numbers are not reused. A fault may stand at the very end: nothing counts before the last batch has come.
 * @throws BadTable
 */
export async function* readTable(open: () => AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  const source = open()[Symbol.asyncIterator]()
  try {
    const head = await firstMebibyte(source)
    let batch: Line[] = []
    let count = 0
    for await (const lines of linesOf(head, { [Symbol.asyncIterator]: () => source }))
      for (const { n, cells } of lines) {
        const tidied = tidyLine(n, cells)
        if (!tidied) continue
        if (++count > limits.lines) throw new BadTable(`表格超过 ${limits.lines} 行，请分成几个文件上传`)
        if (batch.push({ n, cells: tidied }) < batchLines) continue
        yield batch
        batch = []
      }
    if (!count) throw new BadTable('表格里没有内容，请检查后再上传')
    if (batch.length) yield batch
  } finally {
    await source.return?.()
  }
}

/** The headings and five lines. @throws BadTable */
export async function firstLines(open: () => AsyncIterable<Buffer>): Promise<string[][]> {
  for await (const batch of readTable(open)) return batch.slice(0, 6).map((l) => l.cells)
  return []
}

async function firstMebibyte(source: AsyncIterator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let size = 0; size < looked; ) {
    const next = await source.next()
    if (next.done) break
    parts.push(next.value)
    size += next.value.length
  }
  return Buffer.concat(parts)
}

/** PNG, JPEG, GIF, PDF, programs of Windows and Linux, RAR, 7z, gzip: what the first bytes of each are. */
const noTable = /^(89504e47|ffd8ff|47494638|25504446|4d5a..00|7f454c46|52617221|377abcaf|1f8b)/
function linesOf(head: Buffer, rest: AsyncIterable<Buffer>): AsyncIterable<Line[]> {
  if (!head.length) throw new BadTable('文件是空的，请检查后再上传')
  const mark = head.toString('latin1', 0, 4)
  if (mark === '\xd0\xcf\x11\xe0') throw new BadTable('这是加了密码的文件或旧版 xls，请去掉密码，另存为 xlsx 再上传')
  if (mark === 'PK\x03\x04' || mark === 'PK\x05\x06') return xlsxLines(head, rest)
  if (noTable.test(head.toString('hex', 0, 4)))
    throw new BadTable('这不是表格，是图片、PDF、程序或别的压缩包，请上传 xlsx 或 csv 文件')
  if (/^(\xef\xbb\xbf)?\s*</.test(head.toString('latin1', 0, 200)))
    throw new BadTable('这是网页格式的表格，请用表格软件打开，另存为 xlsx 再上传')
  return csvLines(head, rest)
}

/** The first visible sheet. Macros, links and hidden sheets are never looked at. */
async function* xlsxLines(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  const zip = await fromBufferPromise(await gathered(head, rest), { validateEntrySizes: true }).catch(() => {
    throw new BadTable('文件不完整，可能没有传完，请重新保存后再上传')
  })
  try {
    const parts = await directory(zip)
    const read = (path: string) => unpacked(zip, parts.get(path.toLowerCase()))
    const small = (path: string) => {
      if ((parts.get(path.toLowerCase())?.uncompressedSize ?? 0) <= limits.part) return read(path)
      throw new BadTable(`文件的目录或样式超过 ${limits.part} 字节，请把内容复制到新的工作簿再上传`)
    }
    const related = (path: string) => relations(parts, path, small)
    const office = [...(await related('')).values()].find((r) => r.type === 'officeDocument')
    const path = office?.path ?? 'xl/workbook.xml'
    if (path.endsWith('.bin')) throw new BadTable('这是 xlsb 文件，请另存为 xlsx 再上传')
    if (!parts.has(path.toLowerCase())) throw new BadTable('压缩包里没有工作簿，这不是 xlsx 文件，请检查后再上传')
    const leads = await related(path)
    const { sheet, dates1904 } = await workbook(small(path), leads)
    if (!parts.has(sheet.toLowerCase())) throw new BadTable('工作簿里没有可见的工作表，请检查后再上传')
    const other = (type: string) =>
      [...leads.values()].find((r) => r.type === type && parts.has(r.path.toLowerCase()))?.path
    const [styles, shared] = [other('styles'), other('sharedStrings')]
    const dates = styles ? await dateStyles(small(styles)) : []
    const text = shared ? await sharedTexts(read(shared)) : () => undefined
    yield* sheetLines(read(sheet), { text, dates, dates1904 })
  } finally {
    zip.close()
  }
}

/** What a part leads to: its path, and the last word of the type's address, which strict files spell differently. */
type Relation = { type: string; path: string }
type Small = (path: string) => AsyncIterable<Buffer>
async function relations(parts: Map<string, Entry>, from: string, small: Small): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>()
  const { dir, base } = posix.parse(from)
  const path = posix.join(dir, '_rels', `${base}.rels`)
  if (!parts.has(path.toLowerCase())) return found
  await parseAll(small(path), {
    open: (name, a) => {
      if (name !== 'Relationship' || !a.Id || !a.Target || a.TargetMode === 'External') return
      const target = posix.resolve('/', dir, a.Target.replaceAll('\\', '/')).slice(1)
      found.set(a.Id, { type: posix.basename(a.Type ?? ''), path: target })
    },
  })
  return found
}

async function workbook(bytes: AsyncIterable<Buffer>, leads: Map<string, Relation>) {
  let [root, sheet, dates1904] = ['', '', false]
  await parseAll(bytes, {
    open: (name, a) => {
      root ||= name
      if (name === 'workbookPr') dates1904 = /^(1|true)$/.test(a.date1904 ?? '')
      if (name !== 'sheet' || sheet || (a.state ?? 'visible') !== 'visible') return
      const id = Object.keys(a).find((key) => key.endsWith(':id'))
      const to = leads.get((id && a[id]) ?? '')
      if (to?.type === 'worksheet') sheet = to.path
    },
  })
  if (root !== 'workbook') throw new BadTable('这不是 Excel 工作簿，请另存为 xlsx 再上传')
  return { sheet, dates1904 }
}

/** In one piece and copied once: two copies of the largest file are too much. */
async function gathered(head: Buffer, rest: AsyncIterable<Buffer>): Promise<Buffer> {
  const all = Buffer.allocUnsafeSlow(limits.packed) // pages never written to take no memory
  let size = head.copy(all)
  for await (const chunk of rest) {
    if (size + chunk.length > limits.packed)
      throw new BadTable(`xlsx 文件超过 ${limits.packed / 1024 / 1024} MB，请另存为 CSV，或分成几个文件上传`)
    size += chunk.copy(all, size)
  }
  return all.subarray(0, size)
}

/** What the zip says of itself, refused before anything is unpacked if it is not what an office program writes. */
async function directory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries)
    throw new BadTable(`压缩包里有 ${zip.entryCount} 个文件，最多 ${limits.entries} 个，这不像是表格`)
  const entries = new Map<string, Entry>()
  let size = 0
  try {
    for await (const e of zip.eachEntry()) {
      size += e.uncompressedSize
      if (size > limits.unpacked) throw new BadTable(`文件解开后超过 ${limits.unpacked} 字节，请分成几个文件上传`)
      if (e.uncompressedSize > limits.ratioFrom && e.uncompressedSize > limits.ratio * e.compressedSize)
        throw new BadTable(`文件压缩得异常紧（超过 ${limits.ratio} 倍），请另存为 CSV 再上传`)
      if (e.isEncrypted()) throw new BadTable('压缩包加了密码，请去掉密码再上传')
      if (entries.has(e.fileName.toLowerCase())) throw new BadTable('压缩包里有重名的文件，请重新保存后再上传')
      entries.set(e.fileName.toLowerCase(), e)
    }
  } catch (error) {
    throw error instanceof BadTable ? error : damaged()
  }
  let end = 0
  for (const e of [...entries.values()].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (e.relativeOffsetOfLocalHeader < end) throw new BadTable('压缩包里的文件互相重叠，请重新保存后再上传')
    end = e.relativeOffsetOfLocalHeader + 30 + e.compressedSize
  }
  return entries
}

async function* unpacked(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw damaged()
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw damaged()
  })
  let sum = 0
  try {
    const chunks = stream[Symbol.asyncIterator]()
    for (;;) {
      const next = await chunks.next().catch((error: Error) => {
        throw /bytes in the stream/.test(error.message)
          ? new BadTable('压缩包里写明的大小与实际不符，请重新保存后再上传')
          : damaged()
      })
      if (next.done) break
      sum = crc32(next.value, sum)
      yield next.value
    }
  } finally {
    stream.destroy()
  }
  if (sum !== entry.crc32) throw damaged()
}
