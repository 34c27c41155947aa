import { create as qrCode } from 'qrcode'
import { fonts, printable } from './fonts.ts'
import type { Line } from './lines.ts'

type Look = { size: number; color?: string; font?: 'regular' | 'bold'; spacing?: number }

/** How wide a text without rare characters, or one rare character, stands on the page, in points. */
export const measure =
  (doc: PDFKit.PDFDocument, size: number, font: 'regular' | 'bold' = 'regular') =>
  (text: string): number =>
    [...text].length === 1 && !fonts().has(text) ? size : doc.font(font).fontSize(size).widthOfString(text)

/** Draws a line that was set before; characters that the font lacks as outlines, told to be that character. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line, left: number, baseline: number, look: Look) {
  const { size, color = '#111', font = 'regular' } = look
  doc.font(font).fontSize(size).fillColor(color)
  let x = left + line.indent
  for (const { text, width } of line.units) {
    const outline = fonts().has(text) || [...text].length > 1 ? null : fonts().outline(text)
    if (outline) drawOutline(doc, text, outline, x, baseline, size, color)
    else if (text.trim()) doc.text(text, x, baseline, { baseline: 'alphabetic', lineBreak: false })
    x += width + line.gap
  }
}

function drawOutline(
  doc: PDFKit.PDFDocument,
  text: string,
  path: string,
  x: number,
  y: number,
  size: number,
  color: string,
) {
  doc.markContent('Span', { actual: text })
  // The font is a light one: a thin stroke brings it to the weight of its neighbours.
  doc
    .save()
    .translate(x, y)
    .scale(size / 1000, -size / 1000)
  doc.path(path).lineWidth(26).lineJoin('round').fillAndStroke(color, color)
  doc.restore()
  doc.endMarkedContent()
}

export function drawCode(doc: PDFKit.PDFDocument, text: string, x: number, y: number, side: number) {
  const { modules } = qrCode(text, { errorCorrectionLevel: 'M' })
  const cell = side / modules.size
  doc.fillColor('#111')
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) doc.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05)
  doc.fill()
}

export const oneLine = (doc: PDFKit.PDFDocument, text: string, x: number, baseline: number, look: Look) => {
  const units = [...printable(text)].map((c) => ({ text: c, width: measure(doc, look.size, look.font)(c) }))
  drawLine(doc, { units, indent: 0, gap: look.spacing ?? 0 }, x, baseline, look)
}
export const centred = (doc: PDFKit.PDFDocument, text: string, cx: number, baseline: number, look: Look) => {
  const shown = printable(text)
  const spaces = ([...shown].length - 1) * (look.spacing ?? 0)
  const widths = [...shown].reduce((sum, c) => sum + measure(doc, look.size, look.font)(c), 0)
  oneLine(doc, text, cx - (widths + spaces) / 2, baseline, look)
}

/** The whole file, once `doc.end()` was called. */
export const collect = (doc: PDFKit.PDFDocument) =>
  new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    doc
      .on('data', (d: Buffer) => parts.push(d))
      .on('end', () => resolve(Buffer.concat(parts)))
      .on('error', reject)
  })
