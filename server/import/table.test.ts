import { expect, test } from 'vitest'
import { inline, inSheet, leads, one, xlsx } from '../../test/workbooks.ts'
import { type Part, zip } from '../../test/zip.ts'
import { csvLine } from '../platform/csv.ts'
import { BadTable, limits, readTable } from './table.ts'

async function* pieces(bytes: Buffer, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
/** As one text, each line behind its number: `1:a|b 3:c`; or the sentence that refuses it. */
async function read(given: Buffer | string, size = 65_536): Promise<string> {
  const lines: string[] = []
  try {
    for await (const batch of readTable(() => pieces(Buffer.from(given as string), size)))
      for (const { n, cells } of batch) lines.push(`${n}:${cells.join('|')}`)
  } catch (error) {
    if (error instanceof BadTable) return error.message
    throw error
  }
  return lines.join(' ')
}
const hex = (text: string) => Buffer.from(text, 'hex')

test('csv: UTF-8 with and without a mark, UTF-16 of both kinds, GBK; wherever the pieces are cut', async () => {
  const text = '姓名,地址\r\n王芳,𠮷祥里3号\r\n'
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), wide, Buffer.from(wide).swap16()])
    for (const size of [1, 2, 3, 7, 9999]) expect(await read(bytes, size)).toBe('1:姓名|地址 2:王芳|𠮷祥里3号')
  expect(await read(hex('d0d5c3fb2cb5d8d6b70d0acdf5b7bc2cb0cbc0ef0d0a'), 1)).toBe('1:姓名|地址 2:王芳|八里')
})

test('csv: a character cut where the first mebibyte ends is no fault; what cannot be decoded later is', async () => {
  const mebibyte = Buffer.from(`${'a'.repeat(99)}\n`.repeat(11_000)).subarray(0, 1024 * 1024)
  for (const before of [1, 2, 3]) {
    const head = Buffer.concat([mebibyte.subarray(before), Buffer.from('王芳\n')])
    expect(await read(head, 4096)).toMatch(/ 10486:a+王芳$/)
    const mixed = await read(Buffer.concat([head, hex('cdf5b7bc')]))
    expect(mixed).toMatch(/^文件的文字编码前后不一致：前面是 UTF-8，第 \d+ 行之后有不是 UTF-8 的字/)
  }
  expect(await read(Buffer.from('姓名,王').subarray(0, -1))).toContain('前后不一致')
  expect(await read(hex('ff00ff81ffff'))).toContain('认不出文件的文字编码')
})

test('csv: comma, semicolon or tab; quoted breaks; CR, LF, CRLF; a line has the number the office program shows', async () => {
  for (const s of [',', ';', '\t']) expect(await read(`"a,;\t\t"""${s}b${s}c\n1${s}2`)).toBe('1:a,;\t\t"|b|c 2:1|2')
  for (const br of ['\r', '\n', '\r\n'])
    for (const size of [1, 9999])
      expect(await read(`a,b${br}${br}"x${br}y",2${br},${br}　3\u00a0, ${br}`, size)).toBe(`1:a|b 3:x${br}y|2 5:3|`)
  expect(await read('a\nb\rc\r\nd')).toBe('1:a 2:b 3:c 4:d')
})

test('csv: a quote that is never closed, or stands wrong, names its line', async () => {
  expect(await read('a,b\n\n1,"x\n2,y\n')).toContain('第 3 行有一个引号到文件末尾也没有配对')
  expect(await read(`a,b\n1,"x\n${'2,y\n'.repeat(300_000)}`)).toContain('第 2 行超过 500000 字节，多半是有一个引号')
  expect(await read('a,b\n1,"x"y\n')).toContain('第 2 行的引号用得不对')
})

test('what our own export puts before a formula is taken off again', async () => {
  const given = ['=1+1', '+86 138', '-', '@a', '＝1', "'quoted", '\t=x', '\rx']
  expect(await read(csvLine(given))).toBe(`1:${given.map((c) => c.trim()).join('|')}`)
})

test('xlsx: shared, inline and rich texts, entities, CDATA, escapes, phonetics, prefixes, booleans, errors', async () => {
  const shared = `<sst><si><t xml:space="preserve"> 王芳　</t></si><si><r><t>李</t></r><r><t xml:space="preserve"> 强</t></r>
    <rPh><t>li</t></rPh></si><si/><si><t>a_x000A_b_x005F_x000A_</t></si></sst>`
  const s = (i: number) => `<c t="s"><v>${i}</v></c>`
  const sheet = `<row>${[0, 1, 2, 3].map(s).join('')}${inline('&lt;<![CDATA[b>&]]>&#x738B;</t><rPh><t>no</t></rPh><t>!')}
    <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>字</v></c></row>`
  const shown = '1:王芳|李 强||a\nb_x000A_|<b>&王!|是|否|#N/A|字'
  const prefixed = inSheet(sheet).replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
  expect(await read(xlsx({ sheet, shared }), 1)).toBe(shown)
  expect(await read(xlsx({ sheet, shared: Buffer.from(`\uFEFF${shared}`, 'utf16le') }))).toBe(shown)
  expect(await read(xlsx({ book: '<sheet r:id="r1"/>', shared, more: [['xl/s2.xml', prefixed]] }))).toBe(shown)
  expect(await read(xlsx({ sheet: `<row>${s(4)}</row>`, shared }))).toContain('已损坏（第 1 行附近）')
})

test('xlsx: sparse cells, and lines and cells that do not say where they are', async () => {
  const rows = `<row>${inline('a')}${inline('b')}</row><row r="4">${inline('x', 'B4')}${inline('y')}<c r="XFD4" s="1"/></row>`
  const sheet = `${rows}<row/><row>${inline('z', 'AA6')}</row>`
  expect(await read(xlsx({ sheet }))).toBe(`1:a|b 4:|x|y 6:${'|'.repeat(26)}z`)
})

test('xlsx: an identity number kept as a number shows that it lost its end; a fraction is as the office program shows it', async () => {
  const given = [
    '440103199001011230',
    '4.4010319900101123E+17',
    '1.38E10',
    '89.349999999999994',
    '-0.5',
    '123456789012345',
  ]
  const shown = '1:4.40103199001011E+17|4.40103199001011E+17|13800000000|89.35|-0.5|123456789012345'
  expect(await read(xlsx({ sheet: `<row>${given.map((v) => `<c><v>${v}</v></c>`).join('')}</row>` }))).toBe(shown)
})

test('xlsx: days by their style, counted from 1900 and from 1904', async () => {
  const codes = { 164: 'yyyy&quot;年&quot;m&quot;月&quot;', 165: '[Red]0.00&quot;d&quot;', 166: '[h]:mm' }
  const named = Object.entries(codes).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
  const used = [0, 14, 164, 165, 166, 31, 20].map((id) => `<xf numFmtId="${id}"/>`)
  const formats = `${named.join('')}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${used.join('')}</cellXfs>`
  const styled = (values: number[], style?: number) =>
    values.map((v, i) => `<c s="${style ?? i}"><v>${v}</v></c>`).join('')
  const sheet = `<row>${styled([45_000, 45_000.75, 45_000, 5, 0.5, 61, 0.5])}<c t="d"><v>2024-02-29T00:00:00</v></c></row>
    <row>${styled([59, 60, 0, -1], 1)}</row>`
  const shown = '1:45000|2023-03-15|2023-03-15|5|0.5|1900-03-01|0.5|2024-02-29 2:1900-02-28|1900-02-29|0|-1'
  expect(await read(xlsx({ sheet, formats }))).toBe(shown)
  const book = '<workbookPr date1904="1"/><sheet r:id="r0"/>'
  expect(await read(xlsx({ sheet: `<row>${styled([43_538], 1)}</row>`, book }))).toBe('1:2023-03-15')
})

test('xlsx: the first visible sheet; macros and links to elsewhere are ignored; formulas and merged cells are not', async () => {
  const book = '<sheet state="hidden" r:id="r0"/><sheet state="veryHidden" r:id="r0"/><sheet r:id="r1"/>'
  const second = inSheet(one).replace('</w', '<extLst><x:f xmlns:x="x">A1</x:f></extLst></w')
  const more: Part[] = [
    ['xl/s2.xml', second],
    ['xl/vbaProject.bin', 'Sub Auto_Open()'],
    ['xl/externalLinks/1.xml', '<!DOCTYPE a>'],
  ]
  expect(await read(xlsx({ sheet: '<row><c><f>1</f></c></row>', book, more }))).toBe('1:1')
  expect(await read(xlsx({ book: '<sheet state="hidden" r:id="r0"/>' }))).toContain('没有可见的工作表')
  const formula = '<row r="7"><c r="C7"><f>1+1</f><v>2</v></c></row>'
  expect(await read(xlsx({ sheet: formula }))).toBe('第 7 行第 3 列是公式，请先“选择性粘贴为数值”再上传')
  const merged = inSheet(one).replace('</w', '<mergeCells><mergeCell ref="A2:A5"/></mergeCells></w')
  expect(await read(xlsx({ sheet: merged }))).toContain('有合并的单元格（A2:A5），请先取消合并')
})

test('what is no table, a zip that is cut, broken or lies, and a declaration: each is told in its own words', async () => {
  const docx: Part[] = [
    ['_rels/.rels', leads('officeDocument word/document.xml')],
    ['word/document.xml', '<document/>'],
  ]
  const many = Array.from({ length: 1000 }, (_, i): Part => [`x${i}`, ''])
  const whole = xlsx({ sheet: one })
  const entity = inSheet('<row><c><v>&x;</v></c></row>')
  const told: [Buffer | string, string][] = [
    ['', '文件是空的'],
    [' \r\n,,\n', '表格里没有内容'],
    [xlsx({}), '表格里没有内容'],
    [hex('d0cf11e0a1b11ae1'), '加了密码的文件或旧版 xls'],
    ['<html><table>', '网页格式'],
    [zip(docx), '不是 Excel 工作簿'],
    [zip([['mimetype', 'text']]), '压缩包里没有工作簿'],
    [whole.subarray(0, -30), '可能没有传完'],
    [Buffer.concat([whole, Buffer.alloc(limits.packed)]), '超过 64 MB'],
    [xlsx({ sheet: one, lie: { unpacked: 10 } }), '大小与实际不符'],
    [xlsx({ sheet: one, lie: { unpacked: 10_000 } }), '大小与实际不符'],
    [xlsx({ sheet: one, lie: { crc: 1 } }), '已损坏'],
    [xlsx({ sheet: one, lie: { packed: 5_000 } }), '已损坏'],
    [xlsx({ sheet: one, lie: { offset: 0 } }), '互相重叠'],
    [xlsx({ sheet: one, more: [['XL/workbook.xml', '']] }), '重名'],
    [xlsx({ sheet: one, more: many }), '1006 个文件，最多 1000 个'],
    [xlsx({ sheet: one, more: [['x', 'x', { unpacked: 2_000_000_001 }]] }), '解开后超过 2000000000 字节'],
    [xlsx({ sheet: `<!DOCTYPE a [<!ENTITY x "xx">]>${entity}` }), 'DOCTYPE'],
    [xlsx({ sheet: entity }), '已损坏（第 1 行附近）'],
  ]
  for (const [given, why] of told) expect(await read(given)).toContain(why)
})

test('what unpacks to much more than was sent is refused, and takes no memory', async () => {
  const before = process.memoryUsage().rss
  expect(await read(xlsx({ sheet: ' '.repeat(30_000_000) }))).toContain('压缩得异常紧（超过 200 倍）')
  const [comment, cell] = [`<!--${' '.repeat(9_000_000)}-->`, `<row><c><v>${'1'.repeat(9_000_000)}</v></c></row>`]
  for (const sheet of ['<a>'.repeat(3_000_000), comment, cell]) expect(await read(xlsx({ sheet }))).toContain('已损坏')
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
})

test('too many lines or columns, too long a cell, a character that cannot be kept: with numbers', async () => {
  expect(await read('1\n'.repeat(limits.lines + 1))).toBe('表格超过 1000000 行，请分成几个文件上传')
  expect(await read(`a\n${'1,'.repeat(60)}1`)).toBe('第 2 行用到了第 61 列，最多 60 列')
  expect(await read(`${'1,'.repeat(60)}  ,,`)).toBe(`1:${'|1'.repeat(60).slice(1)}`)
  expect(await read(`a\n1,${'字'.repeat(2001)}`)).toContain('第 2 行第 2 列有 2001 个字，最多 2000 个字')
  expect(await read('a\n1,x\0y')).toContain('第 2 行第 2 列有不能保存的字符')
  for (const half of ['_x0000_', '_xD83D_'])
    expect(await read(xlsx({ sheet: `<row>${inline(half)}</row>` }))).toContain('第 1 行第 1 列有不能保存的字符')
})

test('who stops early closes the source', async () => {
  const long = Buffer.from('a,b\n'.repeat(900_000))
  for (const [bytes, size] of [
    [long, 65_536],
    [xlsx({ sheet: one }), 100],
  ] as const) {
    let [closed, taken] = [false, 0]
    const open = async function* () {
      try {
        for await (const piece of pieces(bytes, size)) {
          taken += piece.length
          yield piece
        }
      } finally {
        closed = true
      }
    }
    for await (const batch of readTable(open)) {
      expect(batch.length).toBeLessThanOrEqual(1000)
      break
    }
    expect(closed && taken < 2 * 1024 * 1024).toBe(true)
  }
})
