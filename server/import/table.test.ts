import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { csvLine } from '../platform/csv.ts'
import { BadTable, type Line, limits, readTable } from './table.ts'

const inPieces = (bytes: Buffer, size: number) =>
  async function* () {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
  }
async function read(given: Buffer | string, size = 65_536): Promise<Line[]> {
  const lines: Line[] = []
  for await (const batch of readTable(inPieces(Buffer.from(given as string), size), '名单.csv')) lines.push(...batch)
  return lines
}
const cells = async (given: Buffer | string, size?: number) => (await read(given, size)).map((l) => l.cells)
const why = (given: Buffer | string) =>
  read(given).then(
    () => 'read',
    (error) => (error instanceof BadTable ? error.message : Promise.reject(error)),
  )

type Part = [
  name: string,
  text: string | Buffer,
  lie?: { unpacked?: number; packed?: number; offset?: number; crc?: number },
]
function zip(parts: Part[]): Buffer {
  const [body, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text, lie = {}] of parts) {
    const [bytes, called] = [Buffer.from(text as string), Buffer.from(name)]
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(called.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(lie.crc ?? crc32(bytes), 16)
    entry.writeUInt32LE(lie.packed ?? packed.length, 20)
    entry.writeUInt32LE(lie.unpacked ?? bytes.length, 24)
    entry.writeUInt16LE(called.length, 28)
    entry.writeUInt32LE(lie.offset ?? at, 42)
    body.push(head, called, packed)
    directory.push(entry, called)
    at += 30 + called.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...body, ...directory, end])
}

const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const leads = (to: [type: string, target: string][]) =>
  `<Relationships>${to.map(([type, target], i) => `<Relationship Id="r${i}" Type="${kinds}/${type}" Target="${target}"/>`).join('')}</Relationships>`
type Given = {
  sheet?: string
  shared?: string
  wide?: Buffer
  formats?: string
  book?: string
  more?: Part[]
  lie?: Part[2]
}
const book = ({ sheet = '', shared = '', wide, formats = '', book = '', more = [], lie }: Given) =>
  zip([
    ['_rels/.rels', leads([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', book || '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r0"/></sheets></workbook>'],
    [
      'xl/_rels/workbook.xml.rels',
      leads([
        ['worksheet', 'worksheets/s1.xml'],
        ['worksheet', '/xl/worksheets/s2.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'SharedStrings.xml'],
      ]),
    ],
    [
      'xl/styles.xml',
      `<styleSheet>${formats || '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'}</styleSheet>`,
    ],
    ['xl/sharedStrings.xml', wide ?? `<sst>${shared}</sst>`],
    [
      'xl/worksheets/s1.xml',
      sheet.startsWith('<') && sheet.includes('sheetData')
        ? sheet
        : `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
      lie,
    ],
    ...more,
  ])
const inRow = (text: string) => book({ sheet: `<row r="1">${text}</row>` })

test('csv: UTF-8 with and without a mark, UTF-16 of both kinds, GBK; wherever the pieces are cut', async () => {
  const text = '姓名,地址\r\n王芳,𠮷祥里3号\r\n'
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
  const gbk = Buffer.from('d0d5c3fb2cb5d8d6b70d0acdf5b7bc2cb0cbc0ef0d0a', 'hex')
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), wide, Buffer.from(wide).swap16()])
    for (const size of [1, 2, 3, 7, 9999])
      expect(await cells(bytes, size)).toEqual([
        ['姓名', '地址'],
        ['王芳', '𠮷祥里3号'],
      ])
  expect(await cells(gbk, 1)).toEqual([
    ['姓名', '地址'],
    ['王芳', '八里'],
  ])
})

test('csv: a character cut where the first mebibyte ends is no fault; an undecodable byte later is, and names the encoding', async () => {
  const head = Buffer.concat([Buffer.from('编号\n'), Buffer.from(`${'a'.repeat(99)}\n`.repeat(11_000))])
  for (const shift of [0, 1, 2]) {
    const cut = head.subarray(0, 1024 * 1024 - shift)
    expect((await read(Buffer.concat([cut, Buffer.from('\n王芳\n')]), 4096)).at(-1)?.cells).toEqual(['王芳'])
    expect(await why(Buffer.concat([cut, Buffer.from('\n正好\n'), Buffer.from('cdf5b7bc', 'hex')]))).toMatch(
      /^文件的文字编码前后不一致：前面是 UTF-8，第 \d+ 行之后/,
    )
  }
  expect(await why(Buffer.from('ff00ff81ffff', 'hex'))).toContain('认不出文件的文字编码')
  expect(await why(Buffer.from('姓名,王').subarray(0, -1))).toContain('前后不一致')
})

test('csv: comma, semicolon or tab; quoted breaks; CR, LF, CRLF and mixed; a line is numbered as the office program shows it', async () => {
  for (const s of [',', ';', '\t'])
    expect(await cells(`"a,;\t\t""",b${s}c\n1${s}2`.replace(',b', `${s}b`))).toEqual([
      ['a,;\t\t"', 'b', 'c'],
      ['1', '2'],
    ])
  for (const br of ['\r', '\n', '\r\n'])
    for (const size of [1, 9999])
      expect(await read(`a,b${br}${br}"x${br}y",2${br},${br}　3\u00a0, ${br}`, size)).toEqual([
        { n: 1, cells: ['a', 'b'] },
        { n: 3, cells: [`x${br}y`, '2'] },
        { n: 5, cells: ['3', ''] },
      ])
  expect(await cells('a\nb\rc\r\nd')).toEqual([['a'], ['b'], ['c'], ['d']])
})

test('csv: a quote that is never closed, or stands wrong, names its line', async () => {
  expect(await why('a,b\n\n1,"x\n2,y\n')).toBe('第 3 行有一个引号到文件末尾也没有配对，请检查这一行')
  expect(await why(`a,b\n1,"x\n${'2,y\n'.repeat(300_000)}`)).toBe(
    '第 2 行超过 500000 字节，多半是有一个引号没有配对，请检查这一行',
  )
  expect(await why('a,b\n1,"x"y\n')).toMatch(/^第 2 行的引号用得不对/)
})

test('what our own export puts before a formula is taken off again', async () => {
  const given = ['=1+1', '+86 138', '-', '@a', '＝1', "'quoted", '\t=x', '普通']
  expect(await cells(csvLine(given))).toEqual([given.map((c) => c.trim())])
})

test('xlsx: shared, inline and rich texts, entities, CDATA, escapes, phonetics, booleans, errors', async () => {
  const shared =
    '<si><t xml:space="preserve"> 王芳　</t></si><si><r><t>李</t></r><r><t xml:space="preserve"> 强</t></r><rPh><t>li</t></rPh></si><si/><si><t>a_x000A_b_x005F_x000A_</t></si>'
  const s = (i: number) => `<c t="s"><v>${i}</v></c>`
  const sheet = `<row>${s(0)}${s(1)}${s(2)}${s(3)}<c t="inlineStr"><is><t>&lt;<![CDATA[<b>&]]>&#x738B;</t><rPh><t>no</t></rPh></is></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>字</v></c></row>`
  const all = ['王芳', '李 强', '', 'a\nb_x000A_', '<<b>&王', '是', '否', '#N/A', '字']
  expect(await cells(book({ sheet, shared }))).toEqual([all])
  const prefixed = `<worksheet><sheetData>${sheet}</sheetData></worksheet>`.replace(
    /(?<!\[)<(\/?)(?=[a-zA-Z])/g,
    '<$1x:',
  )
  expect(await cells(book({ sheet: prefixed, shared }), 1)).toEqual([all])
  const wide = Buffer.from(`\uFEFF<sst>${shared}</sst>`, 'utf16le')
  expect(await cells(book({ sheet, wide }))).toEqual([all])
  expect(await why(book({ sheet: `<row>${s(4)}</row>`, shared }))).toContain('已损坏（第 1 行附近）')
})

test('xlsx: sparse cells, and lines and cells that do not say where they are', async () => {
  const c = (r: string, v: string) => `<c${r && ` r="${r}"`} t="inlineStr"><is><t>${v}</t></is></c>`
  const sheet = `<row>${c('', 'a')}${c('', 'b')}</row><row r="4">${c('B4', 'x')}${c('', 'y')}<c r="XFD4" s="1"/></row><row/><row>${c('AA6', 'z')}</row>`
  expect(await read(book({ sheet }))).toEqual([
    { n: 1, cells: ['a', 'b'] },
    { n: 4, cells: ['', 'x', 'y'] },
    { n: 6, cells: [...Array(26).fill(''), 'z'] },
  ])
})

test('xlsx: an identity number kept as a number shows that it lost its end; a fraction is as the office program shows it', async () => {
  const given = [
    '440103199001011230',
    '4.4010319900101123E+17',
    '13800138000',
    '1.38E10',
    '89.349999999999994',
    '-0.5',
    '123456789012345',
  ]
  const shown = [
    '4.40103199001011E+17',
    '4.40103199001011E+17',
    '13800138000',
    '13800000000',
    '89.35',
    '-0.5',
    '123456789012345',
  ]
  expect(await cells(inRow(given.map((v) => `<c><v>${v}</v></c>`).join('')))).toEqual([shown])
})

test('xlsx: days by their style, counted from 1900 and from 1904', async () => {
  const formats = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;d&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 164, 165, 166, 31, 20].map((f) => `<xf numFmtId="${f}"/>`).join('')}</cellXfs>`
  const sheet = `<row>${[45_000, 45_000.75, 45_000, 5, 0.5, 61, 0.5].map((v, s) => `<c s="${s}"><v>${v}</v></c>`).join('')}<c t="d"><v>2024-02-29T00:00:00</v></c>${[59, 60, 0, -1].map((v) => `<c s="1"><v>${v}</v></c>`).join('')}</row>`
  expect(await cells(book({ sheet, formats }))).toEqual([
    [
      '45000',
      '2023-03-15',
      '2023-03-15',
      '5',
      '0.5',
      '1900-03-01',
      '0.5',
      '2024-02-29',
      '1900-02-28',
      '1900-02-29',
      '0',
      '-1',
    ],
  ])
  const mac = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="r0"/></sheets></workbook>'
  expect(await cells(book({ sheet: '<row><c s="1"><v>43538</v></c></row>', book: mac }))).toEqual([['2023-03-15']])
})

test('xlsx: the first visible sheet; macros and links to elsewhere are ignored', async () => {
  const sheets =
    '<workbook xmlns:r="r"><sheets><sheet state="hidden" r:id="r0"/><sheet state="veryHidden" r:id="r0"/><sheet r:id="r1"/></sheets></workbook>'
  const more: Part[] = [
    [
      'xl/worksheets/s2.xml',
      '<worksheet><sheetData><row><c><v>2</v></c></row></sheetData><extLst><ext><x:f xmlns:x="x">A1</x:f></ext></extLst></worksheet>',
    ],
    ['xl/vbaProject.bin', 'Sub Auto_Open()'],
    ['xl/externalLinks/externalLink1.xml', '<!DOCTYPE a>'],
  ]
  expect(await cells(book({ sheet: '<row><c><v>1</v></c></row>', book: sheets, more }))).toEqual([['2']])
  expect(
    await why(book({ book: '<workbook xmlns:r="r"><sheets><sheet state="hidden" r:id="r0"/></sheets></workbook>' })),
  ).toContain('没有可见的工作表')
})

test('xlsx: formulas and merged cells are refused, and told where', async () => {
  expect(await why(book({ sheet: '<row r="7"><c r="C7"><f>1+1</f><v>2</v></c></row>' }))).toBe(
    '第 7 行第 3 列是公式，请先“选择性粘贴为数值”再上传',
  )
  const merged =
    '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A5"/></mergeCells></worksheet>'
  expect(await why(book({ sheet: merged }))).toBe('有合并的单元格（A2:A5），请先取消合并再上传')
})

test('what is no table says what it is', async () => {
  expect(await why('')).toBe('文件是空的，请检查后再上传')
  expect(await why(' \r\n,,\n')).toBe('表格里没有内容，请检查后再上传')
  expect(await why(inRow(''))).toBe('表格里没有内容，请检查后再上传')
  expect(await why(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('加了密码的文件或旧版 xls')
  expect(
    await why(
      zip([
        ['_rels/.rels', leads([['officeDocument', 'word/document.xml']])],
        ['word/document.xml', '<document/>'],
      ]),
    ),
  ).toContain('不是 Excel 工作簿')
  expect(await why(zip([['mimetype', 'text']]))).toContain('压缩包里没有工作簿')
  expect(await why('<html><table>')).toContain('网页格式')
})

test('a zip that is cut, broken, or lies about what it holds', async () => {
  const sheet = '<row><c><v>1</v></c></row>'
  const whole = book({ sheet })
  expect(await why(whole.subarray(0, -30))).toContain('可能没有传完')
  const lie = (lie: Part[2]) => why(book({ sheet, lie }))
  expect(await lie({ unpacked: 10 })).toContain('大小与实际不符')
  expect(await lie({ unpacked: 10_000 })).toContain('大小与实际不符')
  expect(await lie({ crc: 1 })).toContain('已损坏')
  expect(await lie({ packed: 5_000 })).toMatch(/已损坏|重叠/)
  expect(await lie({ offset: 0 })).toContain('互相重叠')
  expect(await why(book({ sheet, more: [['XL/workbook.xml', '<workbook/>']] }))).toContain('重名')
  expect(
    await why(book({ sheet, more: Array.from({ length: 1000 }, (_, i) => [`x${i}`, ''] satisfies Part) })),
  ).toContain('1006 个文件，最多 1000 个')
  expect(await why(book({ sheet, more: [['x', 'x', { unpacked: 2_000_000_001 }]] }))).toContain(
    '解开后超过 2000000000 字节',
  )
  expect(await why(Buffer.concat([whole, Buffer.alloc(limits.packed)]))).toContain('超过 64 MB')
})

test('what unpacks to much more than was sent is refused, and takes no memory', async () => {
  const before = process.memoryUsage().rss
  expect(await why(book({ sheet: `<row>${' '.repeat(30_000_000)}</row>` }))).toContain('压缩得异常紧（超过 200 倍）')
  for (const text of [
    '<a>'.repeat(3_000_000),
    `<!--${' '.repeat(9_000_000)}-->`,
    `<row><c><v>${'1'.repeat(9_000_000)}</v></c></row>`,
  ])
    expect(await why(book({ sheet: text }))).toMatch(/已损坏|超过 2000 个字/)
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
})

test('a declaration in the XML is refused', async () => {
  const text =
    '<!DOCTYPE a [<!ENTITY x "xx">]><worksheet><sheetData><row><c><v>&x;</v></c></row></sheetData></worksheet>'
  expect(await why(book({ sheet: text }))).toContain('DOCTYPE')
  expect(await why(inRow('<c><v>&x;</v></c>'))).toContain('已损坏（第 1 行附近）')
})

test('too many lines, too many columns, too long a cell, a character that cannot be kept: with numbers', async () => {
  expect(await why('1\n'.repeat(limits.lines + 1))).toBe('表格超过 1000000 行，请分成几个文件上传')
  expect(await why(`a\n${'1,'.repeat(60)}1`)).toBe('第 2 行用到了第 61 列，最多 60 列')
  expect(await cells(`${'1,'.repeat(60)}  ,,`)).toEqual([Array(60).fill('1')])
  expect(await why(`a\n1,${'字'.repeat(2001)}`)).toBe('第 2 行第 2 列有 2001 个字，最多 2000 个字')
  expect(await why('a\n1,x\0y')).toBe('第 2 行第 2 列有不能保存的字符，请删去后再上传')
  for (const code of ['0000', 'D83D'])
    expect(await why(inRow(`<c t="inlineStr"><is><t>_x${code}_</t></is></c>`))).toContain(
      '第 1 行第 1 列有不能保存的字符',
    )
})

test('who stops early closes the source', async () => {
  for (const [bytes, size] of [
    [Buffer.from('a,b\n'.repeat(900_000)), 65_536],
    [inRow('<c><v>1</v></c>'), 100],
  ] as const) {
    let [closed, taken] = [false, 0]
    const open = async function* () {
      try {
        for await (const piece of inPieces(bytes, size)()) {
          taken += piece.length
          yield piece
        }
      } finally {
        closed = true
      }
    }
    for await (const batch of readTable(open, 'x')) {
      expect(batch.length).toBeLessThanOrEqual(1000)
      break
    }
    expect(closed).toBe(true)
    expect(taken).toBeLessThanOrEqual(2 * 1024 * 1024)
  }
})
