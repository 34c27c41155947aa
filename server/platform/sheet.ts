import { parentPort, workerData } from 'node:worker_threads'
import writeXlsxFile from 'write-excel-file/node'

/** A thread of its own: a list as an xlsx file. Every cell has its type: text is text, whatever it begins with, and a number is a number. */
const { mark, about, titles, lines } = workerData as {
  mark: string
  about: string
  titles: string[]
  lines: (string | number | null)[][]
}
/** Not merged, so that the file can be read by programs too: a long text runs on over the empty cells beside it. */
const alone = (value: string, style = {}) => [{ value, type: String, ...style }]
const watermark = alone(mark, { textColor: '#767b82' })
const cell = (value: string | number | null) =>
  value === null
    ? null
    : typeof value === 'number'
      ? { value, type: Number, format: Number.isInteger(value) ? '0' : '0.##' }
      : { value, type: String, format: '@' }

const escaped = (s: string) => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
/** On every printed page. In a header & begins a code, and it holds 255 characters. */
const inHeader = (s: string) => escaped(`&L&8 ${[...s].slice(0, 200).join('').replaceAll('&', '＆')}`)

const bytes = await writeXlsxFile(
  [
    watermark,
    alone(about, { fontWeight: 'bold' }),
    titles.map((value) => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#f2f0ea' })),
    ...lines.map((line) => line.map(cell)),
    watermark,
  ] as never,
  {
    stickyRowsCount: 3,
    orientation: 'landscape',
    columns: titles.map((t) => ({ width: Math.max(12, t.length * 2 + 4) })),
  },
  {
    features: [
      {
        files: {
          transform: {
            'xl/worksheets/sheet{id}.xml': {
              insert: () =>
                `<headerFooter><oddHeader>${inHeader(mark)}</oddHeader><oddFooter>${inHeader(mark.split('｜')[0] ?? '')}</oddFooter></headerFooter>`,
            },
          },
        },
      },
    ],
  },
).toBuffer()
parentPort?.postMessage(bytes)
