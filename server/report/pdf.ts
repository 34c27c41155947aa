import PDFDocument from 'pdfkit'
import { balanced, centred, collect, drawLine, fonts, type Line, measure, printable, setLines } from '../paper/view.ts'
import type { Print, PrintBlock, Run } from './print.ts'

/** A4 in points, the margins of official documents; the body in Noto Sans SC, which we carry with us. */
const page = { width: 595.28, left: 79.4, inner: 442.2, top: 104.9, bottom: 742, foot: 785 }
type Font = 'regular' | 'bold'
type Row = { height: number; draw: (doc: PDFKit.PDFDocument, y: number) => void; stays?: boolean }
const styles = {
  title: { size: 22, font: 'bold', leading: 34, indent: 0, centre: true },
  subtitle: { size: 14, font: 'regular', leading: 40, indent: 0, centre: true },
  address: { size: 15, font: 'regular', leading: 28, indent: 0, centre: false },
  h2: { size: 15, font: 'bold', leading: 30, indent: 2, centre: false },
  h3: { size: 15, font: 'bold', leading: 28, indent: 2, centre: false },
  text: { size: 15, font: 'regular', leading: 28, indent: 2, centre: false },
  item: { size: 15, font: 'regular', leading: 28, indent: 2, centre: false },
} as const

export async function asPdf(print: Print): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: print.title, Producer: 'Linli', Creator: 'Linli' },
  })
  const done = collect(doc)
  doc.registerFont('regular', fonts().regular).registerFont('bold', fonts().bold)
  const rows = print.blocks.flatMap((b) => (b.kind === 'table' ? tableRows(doc, b) : textRows(doc, b)))
  let y: number = page.top
  let n = 1
  rows.forEach((row, i) => {
    // A heading never stands last on a page.
    const needed = row.height + (row.stays ? (rows[i + 1]?.height ?? 0) : 0)
    if (y + needed > page.bottom) {
      doc.addPage()
      n++
      y = page.top
    }
    y += row.height
    row.draw(doc, y)
  })
  for (let i = 0; i < n; i++) {
    doc.switchToPage(i)
    centred(doc, `— ${i + 1} —`, page.width / 2, page.foot, { size: 12, color: '#111' })
  }
  doc.end()
  return done
}

const plain = (runs: Run[]) => printable(runs.map((r) => r.text).join(''))

function textRows(doc: PDFKit.PDFDocument, b: Exclude<PrintBlock, { kind: 'table' }>): Row[] {
  const { size, font, leading, indent, centre } = styles[b.kind]
  if (centre)
    return balanced(plain(b.runs), Math.floor(page.inner / size)).map(
      (line): Row => ({
        height: leading,
        draw: (d, y) => centred(d, line, page.width / 2, y - 8, { size, font }),
      }),
    )
  const text = b.kind === 'item' ? b.label + plain(b.runs) : plain(b.runs)
  const lines = setLines(text, {
    width: page.inner,
    indent: indent * size,
    measure: measure(doc, size, font),
    slack: size * 0.4,
  })
  return lines.map(
    (line): Row => ({
      height: leading,
      ...((b.kind === 'h2' || b.kind === 'h3') && { stays: true }),
      draw: (d, y) => drawLine(d, line, page.left, y - 8, { size, font }),
    }),
  )
}

function tableRows(doc: PDFKit.PDFDocument, b: Extract<PrintBlock, { kind: 'table' }>): Row[] {
  const width = page.inner / Math.max(1, b.head.length)
  const [size, leading, pad] = [11, 18, 5]
  const rowOf = (cells: string[], font: Font): Row => {
    const set: Line[][] = cells.map((c) =>
      setLines(printable(c) || ' ', { width: width - 2 * pad, measure: measure(doc, size, font), slack: 0 }),
    )
    const height = Math.max(...set.map((l) => l.length)) * leading + 2 * pad
    return {
      height,
      draw(d, y) {
        set.forEach((lines, k) => {
          const x = page.left + k * width
          d.rect(x, y - height, width, height)
            .lineWidth(0.5)
            .strokeColor('#111')
            .stroke()
          lines.forEach((line, j) => {
            drawLine(d, line, x + pad, y - height + pad + (j + 1) * leading - 5, { size, font })
          })
        })
      },
    }
  }
  return [rowOf(b.head, 'bold'), ...b.rows.map((r) => rowOf(r, 'regular'))]
}
