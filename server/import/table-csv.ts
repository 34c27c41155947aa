import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { BadTable, type Line } from './table-rules.ts'

/** UTF-8 where the first mebibyte is that, else GBK; UTF-16 by its mark. Office programs write all three and say nothing. */
const looked = 1024 * 1024

export async function* csvLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const texts = decoded(bytes)[Symbol.asyncIterator]()
  const first = await texts.next()
  const head: string = first.done ? '' : first.value
  const parser = parse({ delimiter: separatorOf(head), relax_column_count: true, relax_quotes: false, info: true, bom: true, max_record_size: 200_000 })
  async function* whole() {
    yield head
    for (let text = await texts.next(); !text.done; text = await texts.next()) yield text.value
  }
  const fed = pipeline(whole(), parser).catch(() => {}) // what goes wrong comes out of the parser
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { n: info.lines, cells: record }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = (error as unknown as { lines?: number }).lines ?? 0
    throw new BadTable(error.code === 'CSV_MAX_RECORD_SIZE' ? `第 ${line} 行太长，可能有没有配对的引号` : `第 ${line} 行的引号没有配对`)
  } finally {
    parser.destroy()
    await fed
    await texts.return?.(undefined)
  }
}

/** Whichever of the three stands most often in the first line. */
function separatorOf(head: string): string {
  const line = head.split(/\r|\n/, 1)[0] ?? ''
  const count = (c: string) => line.split(c).length
  return [',', ';', '\t', '，'].reduce((best, c) => (count(c) > count(best) ? c : best))
}

async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting: Buffer[] | null = []
  let size = 0
  let decoder: TextDecoder | undefined
  let named = ''
  const text = (chunk: Buffer | undefined) => {
    try {
      return (decoder as TextDecoder).decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new BadTable(`文件的文字编码前后不一致：开头是 ${named}，后面不是，请另存为 UTF-8 的 CSV`)
    }
  }
  const decide = () => {
    const head = Buffer.concat(waiting ?? [])
    waiting = null
    named = encodingOf(head)
    decoder = new TextDecoder(named, { fatal: true })
    return text(head)
  }
  for await (const chunk of bytes) {
    if (!waiting) {
      yield text(chunk)
      continue
    }
    waiting.push(chunk)
    size += chunk.length
    if (size >= looked) yield decide()
  }
  if (waiting) yield decide()
  const rest = text(undefined)
  if (rest) yield rest
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }) // a character cut at the end is no fault
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
