import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Print, PrintBlock, Run } from './print.ts'

/**
 * A report as a Word document in the layout of official documents (GB/T 9704): A4, 37/35/28/26 mm, title in 小标宋 二号, body in 仿宋 三号, 28 points
 * a line. A machine without these fonts puts its own Song or Fangsong in their place.
 */
const faces = { title: '方正小标宋简体', body: '仿宋', h2: '黑体', h3: '楷体', number: '宋体' }
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  cs: 'Times New Roman',
})
const [two, three, four] = [44, 32, 28] // 二号、三号、四号, in half points
const exact = { line: 560, lineRule: LineRuleType.EXACT }
const twoCharacters = 640

const runsOf = (runs: Run[], face: string, size: number, bold = false) =>
  runs.map((r) => new TextRun({ text: r.text, font: font(face), size, bold: bold || Boolean(r.strong) }))

function paragraph(b: Exclude<PrintBlock, { kind: 'table' }>): Paragraph {
  switch (b.kind) {
    case 'title':
      return new Paragraph({
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        spacing: { ...exact, line: 640, before: 280, after: 160 },
        children: runsOf(b.runs, faces.title, two),
      })
    case 'subtitle':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { ...exact, after: 560 },
        children: runsOf(b.runs, faces.h3, three),
      })
    case 'address':
      return new Paragraph({ spacing: exact, children: runsOf(b.runs, faces.body, three) })
    case 'h2':
    case 'h3':
      return new Paragraph({
        heading: b.kind === 'h2' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        keepNext: true,
        indent: { firstLine: twoCharacters },
        spacing: exact,
        children: runsOf(b.runs, faces[b.kind], three),
      })
    case 'item':
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: { firstLine: twoCharacters },
        spacing: exact,
        children: runsOf([{ text: b.label }, ...b.runs], faces.body, three),
      })
    default:
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: { firstLine: twoCharacters },
        spacing: exact,
        children: runsOf(b.runs, faces.body, three),
      })
  }
}

function table(b: Extract<PrintBlock, { kind: 'table' }>): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const row = (cells: string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            children: [
              new Paragraph({
                alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT,
                children: runsOf([{ text }], head ? faces.h2 : faces.body, 24),
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [row(b.head, true), ...b.rows.map((r) => row(r, false))],
  })
}

export async function asWord(print: Print): Promise<Buffer> {
  const document = new Document({
    title: print.title,
    creator: 'Linli',
    description: `${print.audience} 第${print.version}稿`,
    styles: {
      default: {
        document: { run: { font: font(faces.body), size: three, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
        title: { run: { font: font(faces.title), size: two, color: '000000' } },
        heading1: { run: { font: font(faces.h2), size: three, color: '000000', bold: false } },
        heading2: { run: { font: font(faces.h3), size: three, color: '000000', bold: false } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font(faces.number), size: four }),
                ],
              }),
            ],
          }),
        },
        children: print.blocks.map((b) => (b.kind === 'table' ? table(b) : paragraph(b))),
      },
    ],
  })
  return Packer.toBuffer(document)
}
