import { type Lie, type Part, zip } from './zip.ts'

/** Workbooks in parts, as good or as bad as a test wants them. */

const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const leads = (...to: string[]) =>
  `<Relationships>${to.map((path, i) => `<Relationship Id="r${i}" Type="${kinds}/${path.split(' ')[0]}" Target="${path.split(' ')[1]}"/>`).join('')}</Relationships>`
const days = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
const sheets = (text: string) => `<workbook xmlns:r="r">${text}</workbook>`
export const inSheet = (text: string) => `<worksheet><sheetData>${text}</sheetData></worksheet>`
type Given = { sheet?: string; shared?: string | Buffer; formats?: string; book?: string; more?: Part[]; lie?: Lie }
export const xlsx = ({
  sheet = '',
  shared = '<sst/>',
  formats = days,
  book = '<sheet r:id="r0"/>',
  more = [],
  lie,
}: Given) =>
  zip([
    ['_rels/.rels', leads('officeDocument xl/workbook.xml')],
    ['xl/workbook.xml', sheets(book)],
    [
      'xl/_rels/workbook.xml.rels',
      leads('worksheet worksheets/s1.xml', 'worksheet /xl/s2.xml', 'styles styles.xml', 'sharedStrings Strings.xml'),
    ],
    ['xl/styles.xml', `<styleSheet>${formats}</styleSheet>`],
    ['xl/strings.xml', shared],
    ['xl/worksheets/s1.xml', sheet.includes('<worksheet') ? sheet : inSheet(sheet), lie],
    ...more,
  ])
export const inline = (text: string, r = '') => `<c${r && ` r="${r}"`} t="inlineStr"><is><t>${text}</t></is></c>`
export const one = '<row><c><v>1</v></c></row>'
