import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import PDFDocument from 'pdfkit'
import { create as qrCode } from 'qrcode'
import { civilDate } from '../calendar/workdays.ts'
import type { PaperBody } from './actions.ts'

const require = createRequire(import.meta.url)
const fontFile = (weight: string) =>
  readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`))
let fonts: { regular: Buffer; bold: Buffer; has: (codePoint: number) => boolean } | undefined
function loadFonts() {
  if (!fonts) {
    const regular = fontFile('400Regular')
    const font = fontkit.create(regular) as fontkit.Font
    fonts = { regular, bold: fontFile('700Bold'), has: (c) => font.hasGlyphForCodePoint(c) }
  }
  return fonts
}

const page = { width: 595.28, left: 72, right: 72, top: 80 }
const inner = page.width - page.left - page.right

export type Printable = { body: PaperBody; number: string; issuedAt: Date }

/**
 * A paper as A4 PDF. The same paper gives the same bytes: dates and ids inside the file come from the paper, not from now.
 * A character the font lacks is printed as its code, 〔U+20BB7〕, never as an empty box.
 */
export async function render({ body, number, issuedAt }: Printable): Promise<Buffer> {
  const { regular, bold, has } = loadFonts()
  const say = (text: string) =>
    [...text]
      .map((c) => (has(c.codePointAt(0) ?? 0) ? c : `〔U+${c.codePointAt(0)?.toString(16).toUpperCase()}〕`))
      .join('')
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: page.top, bottom: 90, left: page.left, right: page.right },
    bufferPages: true,
    info: {
      Title: `${body.title} ${number}`,
      Producer: 'Linli',
      Creator: 'Linli',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  })
  const identifier = createHash('md5')
    .update(`${number}\n${JSON.stringify(body)}`)
    .digest()
  // The file's own id is otherwise made from the present moment.
  Object.assign(doc, { _id: identifier })
  const done = collect(doc)
  doc.registerFont('regular', regular).registerFont('bold', bold)

  doc.font('bold').fontSize(22).text(say(body.title), { align: 'center', characterSpacing: 4 })
  doc.moveDown(0.6).font('regular').fontSize(11).fillColor('#444').text(say(number), { align: 'right' })
  doc
    .moveTo(page.left, doc.y + 4)
    .lineTo(page.width - page.right, doc.y + 4)
    .lineWidth(0.8)
    .strokeColor('#222')
    .stroke()
  doc.moveDown(1.4).fillColor('#111').fontSize(14)
  const paragraph = (text: string, indent = 28) =>
    doc.text(say(text), { indent, lineGap: 8, align: 'left' }).moveDown(0.3)
  paragraph(body.addressee, 0)
  for (const text of body.paragraphs) paragraph(text)
  body.list.forEach((text, i) => {
    doc.text(say(`${i + 1}．${text}`), page.left + 28, doc.y, { width: inner - 28, lineGap: 6 })
  })
  doc.x = page.left
  if (body.list.length) doc.moveDown(0.5)
  if (body.closing) paragraph(body.closing)

  drawEnd(doc, body, say, issuedAt)
  const { count } = doc.bufferedPageRange()
  for (let i = 0; i < count; i++) {
    doc.switchToPage(i)
    doc.page.margins.bottom = 0
    doc.font('regular').fontSize(9).fillColor('#555')
    doc.text('本文书一经出具不得更改，可凭办件编号核验。', page.left, 790, { lineBreak: false })
    doc.text(`第 ${i + 1} 页 共 ${count} 页`, page.left, 790, { width: inner, align: 'right', lineBreak: false })
  }
  doc.end()
  return done
}

/** Where the seal goes, the date, and the code that leads to the progress; kept together on one page. */
function drawEnd(doc: PDFKit.PDFDocument, body: PaperBody, say: (s: string) => string, issuedAt: Date) {
  if (doc.y > 560) doc.addPage()
  const y = Math.max(doc.y + 24, 420)
  const [cx, cy, r] = [page.width - page.right - 75, y + 66, 62]
  doc.circle(cx, cy, r).dash(4, { space: 3 }).lineWidth(1).strokeColor('#b3261e').stroke().undash()
  doc.font('regular').fillColor('#b3261e').fontSize(10)
  doc.text(say(body.sealName), cx - 50, cy - 26, { width: 100, align: 'center', lineGap: 2 })
  doc.fontSize(9).text('（专用章）', cx - 50, cy + 20, { width: 100, align: 'center' })
  const [yy, m, d] = civilDate(issuedAt).split('-').map(Number)
  doc
    .fillColor('#111')
    .fontSize(13)
    .text(`${yy}年${m}月${d}日`, cx - 100, cy + r + 12, { width: 200, align: 'center' })

  const size = 84
  drawCode(doc, `办件编号 ${body.caseNumber}`, page.left, y + 10, size)
  doc.fontSize(9).fillColor('#444')
  doc.text('扫码或凭办件编号和身份证号', page.left + size + 10, y + 42, { width: 150 })
  doc.text('后四位查询办理进度', page.left + size + 10, doc.y, { width: 150 })
  doc
    .fontSize(11)
    .fillColor('#111')
    .text(body.caseNumber.replace(/^(...)(...)/, '$1 $2 '), page.left + size + 10, y + 20)
}

function drawCode(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number) {
  const { modules } = qrCode(text, { errorCorrectionLevel: 'M' })
  const cell = size / modules.size
  doc.fillColor('#111')
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) doc.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05)
  doc.fill()
}

const collect = (doc: PDFKit.PDFDocument) =>
  new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    doc
      .on('data', (d: Buffer) => parts.push(d))
      .on('end', () => resolve(Buffer.concat(parts)))
      .on('error', reject)
  })
