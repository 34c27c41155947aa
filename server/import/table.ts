import { csvLines } from './table-csv.ts'
import { BadTable, type Line, limits, tidyCell } from './table-rules.ts'
import { xlsxLines } from './table-xlsx.ts'

export { BadTable, type Line, limits } from './table-rules.ts'

/**
 * The lines of a csv or xlsx file, told apart by its bytes and not by its name; batches of up to a thousand, empty lines left out.
 * `open` is called once and read to where the consumer stops. @throws BadTable
 */
export async function* readTable(open: () => AsyncIterable<Buffer>, _name: string): AsyncGenerator<Line[]> {
  const source = open()[Symbol.asyncIterator]()
  const first = await source.next()
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value
  async function* whole() {
    try {
      yield head
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
    } finally {
      await source.return?.()
    }
  }
  if (!head.length) throw new BadTable('文件是空的')
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new BadTable('这是加了密码的文件或旧版 xls，请去掉密码，另存为 xlsx 再上传')
  const lines = head.subarray(0, 2).toString('latin1') === 'PK' ? xlsxLines(whole()) : csvLines(whole())
  let batch: Line[] = []
  let count = 0
  for await (const { n, cells } of lines) {
    const tidy = cells.map((c) => tidyCell(c, n))
    if (!tidy.some(Boolean)) continue
    if (tidy.length > limits.columns && tidy.slice(limits.columns).some(Boolean))
      throw new BadTable(`第 ${n} 行有 ${tidy.length} 列，最多 ${limits.columns} 列`)
    if (++count > limits.lines) throw new BadTable(`超过 ${limits.lines} 行，请分成几个文件`)
    batch.push({ n, cells: tidy })
    if (batch.length < 1000) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
  if (!count) throw new BadTable('文件里没有内容')
}
