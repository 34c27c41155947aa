import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { civilDate } from '../calendar/workdays.ts'
import type { PaperBody } from './actions.ts'
import { fonts, printable } from './fonts.ts'
import { balanced, type Line, paginate, setLines } from './lines.ts'
import { centred, collect, drawCode, drawLine, measure, oneLine } from './pen.ts'

export type Printable = {
  body: PaperBody
  number: string
  version: number
  issuedAt: Date
  /** When it was declared void; its later prints say so. */
  voidedAt: Date | null
}

/** A4 in points. A line of the body holds 31 characters; the page number stands below `bottom`. */
const page = { width: 595.28, left: 80.64, inner: 434, top: 84, bottom: 772, foot: 790 }
const [ink, soft, red] = ['#111', '#555', '#b3261e']
const size = 14
const leading = 25.5
const sealRadius = 54
const endHeight = 24 + 2 * sealRadius + 26

/** A line of the body, `x` from the left edge. */
type Row = { line: Line; x: number; height: number }

/** A paper as A4 PDF. The same paper gives the same bytes: dates and ids inside the file come from the paper, not from now. */
export async function render(paper: Printable): Promise<Buffer> {
  const { body, number, issuedAt } = paper
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${body.title} ${number}`,
      Author: body.sealName,
      Producer: 'Linli',
      Creator: 'Linli',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  })
  // The file's own id is otherwise made from the present moment.
  Object.assign(doc, { _id: createHash('md5').update(JSON.stringify(paper)).digest() })
  const done = collect(doc)
  doc.registerFont('regular', fonts().regular).registerFont('bold', fonts().bold)

  const first = drawHead(doc, paper)
  const pages = paginate(bodyRows(doc, paper), {
    first: page.bottom - first,
    page: page.bottom - page.top,
    end: endHeight,
  })
  let y = first
  pages.forEach((rows, i) => {
    if (i) doc.addPage()
    y = i ? page.top : first
    for (const { line, x, height } of rows) {
      y += height
      drawLine(doc, line, page.left + x, y - 8, { size, color: ink })
    }
  })
  drawEnd(doc, body, issuedAt, y + 24)
  pages.forEach((_, i) => {
    doc.switchToPage(i)
    drawFoot(doc, i + 1, pages.length)
    if (paper.voidedAt) drawVoid(doc, paper.voidedAt)
  })
  doc.end()
  return done
}

/** Title and number, over a rule. Gives where the body begins. */
function drawHead(doc: PDFKit.PDFDocument, { body, number, version }: Printable): number {
  const shown = version > 1 ? `${number}（第${version}版）` : number
  centred(doc, body.title, page.width / 2, page.top + 22, { size: 24, font: 'bold', spacing: 5 })
  const width = measure(doc, 12)(printable(shown))
  oneLine(doc, shown, page.left + page.inner - width, page.top + 56, { size: 12, color: soft })
  const rule = page.top + 65
  doc
    .moveTo(page.left, rule)
    .lineTo(page.left + page.inner, rule)
    .lineWidth(0.8)
    .strokeColor(ink)
    .stroke()
  return rule + 12
}

function bodyRows(doc: PDFKit.PDFDocument, { body, number }: Printable): Row[] {
  const measured = measure(doc, size)
  const rows = (text: string, { x = 0, indent = 0, height = leading } = {}) =>
    printable(text)
      .split('\n')
      .flatMap((t) => setLines(t, { width: page.inner - x, indent, measure: measured, slack: size * 0.4 }))
      .map((line): Row => ({ line, x, height }))
  const item = (text: string, i: number) => {
    const label = `${i + 1}．`
    const [x, width] = [2 * size, measured(label)]
    const lines = rows(text, { x: x + width, height: leading - 1.5 })
    // The number hangs before its item's first line.
    return lines.map((row, j): Row => {
      if (j) return row
      return {
        ...row,
        x,
        line: { ...row.line, units: [{ text: label, width: width - row.line.gap }, ...row.line.units] },
      }
    })
  }
  const { replaces } = body
  const instead =
    replaces && `本文书替换${sayDate(new Date(replaces.issuedAt))}出具的${number}第${replaces.version}版，原文书作废。`
  const paragraph = (text: string) => rows(text, { indent: 2 * size })
  return [
    ...(body.addressee ? rows(body.addressee) : []),
    ...(instead ? paragraph(instead) : []),
    ...body.paragraphs.flatMap(paragraph),
    ...body.list.flatMap(item),
    ...(body.closing ? body.closing.split('\n').flatMap(paragraph) : []),
  ]
}

/** Where the seal goes, the date, and the code that leads to the progress. */
function drawEnd(doc: PDFKit.PDFDocument, body: PaperBody, issuedAt: Date, y: number) {
  const [cx, cy] = [page.left + page.inner - 82, y + sealRadius]
  doc.circle(cx, cy, sealRadius).dash(4, { space: 3 }).lineWidth(0.9).strokeColor(red).stroke().undash()
  const name = balanced(printable(body.sealName), 8)
  name.forEach((text, i) => {
    centred(doc, text, cx, cy + (i - (name.length - 1) / 2) * 16, { size: 11.5, color: ink })
  })
  centred(doc, '（专用章）', cx, cy + name.length * 8 + 14, { size: 9, color: red })
  centred(doc, sayDate(issuedAt), cx, cy + sealRadius + 22, { size, color: ink })

  const side = 76
  const top = y + (2 * sealRadius - side) / 2
  // Latin letters alone: scanners guess at the script of anything else.
  drawCode(doc, body.trackUrl ?? body.caseNumber, page.left, top, side)
  const x = page.left + side + 12
  oneLine(doc, '办件编号', x, top + 14, { size: 9, color: soft })
  oneLine(doc, body.caseNumber.replace(/^(...)(...)/, '$1 $2 '), x, top + 34, { size: 15, color: ink, font: 'bold' })
  oneLine(doc, '扫码，或凭办件编号和身份证号', x, top + 56, { size: 9, color: soft })
  oneLine(doc, '后四位，查询办理进度', x, top + 69, { size: 9, color: soft })
}

function drawFoot(doc: PDFKit.PDFDocument, n: number, count: number) {
  const rule = page.foot - 14
  doc
    .moveTo(page.left, rule)
    .lineTo(page.left + page.inner, rule)
    .lineWidth(0.4)
    .strokeColor('#bbb')
    .stroke()
  oneLine(doc, '本文书一经出具不得更改', page.left, page.foot, { size: 9, color: soft })
  const text = `第 ${n} 页　共 ${count} 页`
  oneLine(doc, text, page.left + page.inner - measure(doc, 9)(text), page.foot, { size: 9, color: soft })
}

function drawVoid(doc: PDFKit.PDFDocument, at: Date) {
  doc
    .save()
    .rotate(-30, { origin: [page.width / 2, 420] })
    .opacity(0.2)
  centred(doc, '作废', page.width / 2, 470, { size: 150, font: 'bold', color: red, spacing: 40 })
  doc.restore().opacity(1)
  centred(doc, `本文书已于${sayDate(at)}作废`, page.width / 2, page.foot, { size: 9, color: red })
}

function sayDate(at: Date): string {
  const [year, month, day] = civilDate(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
