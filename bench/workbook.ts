import { zip } from '../test/zip.ts'

/** A sheet as an office program saves it: every text once in a table of its own, the cells pointing there. */
export function workbookOf(columns: string[], rows: Iterable<string[]>): Buffer {
  const numbers = new Map<string, number>()
  const texts: Buffer[] = []
  const lines: Buffer[] = []
  let [shared, sheet, n, cells] = ['', '', 0, 0]
  const escaped = (s: string) => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const numberOf = (text: string) => {
    let number = numbers.get(text)
    if (number === undefined) {
      number = numbers.size
      numbers.set(text, number)
      shared += `<si><t>${escaped(text)}</t></si>`
    }
    cells++
    return number
  }
  const write = (row: string[]) => {
    n++
    const at = (i: number) => `${String.fromCharCode(65 + i)}${n}`
    sheet += `<row r="${n}">${row.map((c, i) => (c ? `<c r="${at(i)}" t="s"><v>${numberOf(c)}</v></c>` : '')).join('')}</row>`
    if (n % 5000) return
    lines.push(Buffer.from(sheet))
    texts.push(Buffer.from(shared))
    ;[sheet, shared] = ['', '']
  }
  write(columns)
  for (const row of rows) write(row)
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const leads = (...to: [type: string, target: string][]) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${to
      .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const whole = (open: string, parts: Buffer[], rest: string, close: string) =>
    Buffer.concat([Buffer.from(head + open), ...parts, Buffer.from(rest + close)])
  return zip([
    ['_rels/.rels', leads(['officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      `${head}<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      leads(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
    ],
    ['xl/worksheets/sheet1.xml', whole(`<worksheet ${main}><sheetData>`, lines, sheet, '</sheetData></worksheet>')],
    [
      'xl/sharedStrings.xml',
      whole(`<sst ${main} count="${cells}" uniqueCount="${numbers.size}">`, texts, shared, '</sst>'),
    ],
  ])
}
