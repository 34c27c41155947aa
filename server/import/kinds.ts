/** What a spreadsheet of each kind may hold: the columns of the template, and the other words they are known by. Pure. */

export const kinds = ['residents', 'dwellings', 'buildings', 'organisations'] as const
export type Kind = (typeof kinds)[number]
/** Also a register of the pack, whose columns its definition says. */
export type SheetKind = Kind | `register:${string}`
export const registerOf = (kind: SheetKind): string | null => (kind.startsWith('register:') ? kind.slice(9) : null)
export type Column = { field: string; title: string; also: string[]; required?: boolean; hint: string; example: string }

const column = (field: string, title: string, hint: string, example: string, also: string[] = []): Column => ({
  field,
  title,
  hint,
  example,
  also,
})
const needed = (...args: Parameters<typeof column>): Column => ({ ...column(...args), required: true })

export const columnsOf: Record<Kind, Column[]> = {
  residents: [
    needed('idNumber', '证件号码', '18位居民身份证号，单元格请设为文本', '340799195403120025', [
      '身份证号',
      '公民身份号码',
      '身份证',
      '身份号码',
    ]),
    needed('name', '姓名', '', '王小明', ['名字']),
    column('sex', '性别', '可不填，以证件号码为准', '男'),
    column('nation', '民族', '', '汉族'),
    column('phone', '联系电话', '手机号，或带区号的固定电话', '10000000001', ['手机号', '手机', '电话', '联系方式']),
    column('registered', '户籍地址', '写到门牌；外地户籍写全地址', '天井湖社区湖东新村12栋305室', [
      '户籍详址',
      '户口地址',
    ]),
    column('present', '现住地址', '写到门牌；不在本区住的写全地址', '天井湖社区湖东新村12栋305室', [
      '现住址',
      '居住地址',
      '住址',
    ]),
    column('since', '居住起始日期', '从哪天起住在现住地址', '2015-03-01', ['入住日期']),
    column('household', '户号', '', '340705900001'),
    column('relation', '与户主关系', '', '户主', ['户主关系']),
    column('marital', '婚姻状况', '', '已婚', ['婚姻']),
    column('education', '文化程度', '', '初中', ['学历']),
    column('workplace', '服务处所', '', '', ['工作单位']),
  ],
  dwellings: [
    needed('address', '地址', '写到门牌', '天井湖社区湖东新村12栋305室', ['房屋地址', '标准地址']),
    column('use', '房屋用途', '', '住宅', ['用途']),
    column('area', '建筑面积', '平方米', '86.5', ['面积']),
    column('owner', '产权人', '', '王小明', ['房主']),
    column('rented', '是否出租', '是或否', '否', ['出租']),
  ],
  buildings: [
    needed('name', '楼栋名称', '', '湖东新村12栋', ['楼栋']),
    needed('community', '社区', '', '天井湖社区', ['社区名称', '村']),
    needed('grid', '网格', '网格名称或编码', '天井湖第7网格', ['网格名称', '网格编码']),
    column('floors', '层数', '', '6'),
    column('units', '单元数', '', '3'),
    column('doors', '户数', '', '36'),
    column('lon', '经度', '', '117.81'),
    column('lat', '纬度', '', '30.95'),
    column('datum', '坐标系', 'WGS84、GCJ-02 或 BD-09', 'WGS84'),
  ],
  organisations: [
    needed('uscc', '统一社会信用代码', '18位', '', ['信用代码', '社会信用代码']),
    needed('name', '名称', '', '', ['单位名称']),
    column('kind', '类型', '', '企业', ['单位类型']),
    needed('address', '地址', '', '', ['单位地址']),
    column('head', '负责人', '', ''),
    column('phone', '联系电话', '', '', ['电话']),
    column('staff', '从业人数', '', '12', ['人数']),
  ],
}

/** Which attribute of a resident each column says, in the order they are told. What has a column of its own in `person` is none of them. */
export const attributeOf: Record<string, string> = {
  nation: 'nation',
  marital: 'marital-status',
  education: 'education',
  workplace: 'workplace',
  present: 'address',
  registered: 'household-address',
  household: 'household-number',
  relation: 'household-relation',
}

export const titleOf: Record<Kind, string> = {
  residents: '人口',
  dwellings: '房屋',
  buildings: '楼栋',
  organisations: '单位',
}

const plain = (s: string) => s.normalize('NFKC').replace(/[\s*（()）:：]/g, '')

/** Which heading is which column, as far as the words tell: field → position. */
export function suggest(columns: Column[], headings: string[]): Record<string, number> {
  const words = headings.map(plain)
  const pairs = columns.flatMap((c) => {
    const at = [c.title, ...c.also]
      .map(plain)
      .map((w) => words.indexOf(w))
      .find((i) => i >= 0)
    return at === undefined ? [] : [[c.field, at] as const]
  })
  return Object.fromEntries(pairs)
}

/** Why this mapping cannot be used, or null. */
export function badMapping(columns: Column[], mapping: Record<string, number>, headings: string[]): string | null {
  const known = columns.map((c) => c.field)
  const stray = Object.keys(mapping).find((f) => !known.includes(f))
  if (stray) return `没有“${stray}”这一列`
  const missing = columns.filter((c) => c.required && mapping[c.field] === undefined).map((c) => c.title)
  if (missing.length) return `还没有对应这些列：${missing.join('、')}`
  const positions = Object.values(mapping)
  if (positions.some((p) => !Number.isInteger(p) || p < 0 || p >= headings.length)) return '对应的列在文件里不存在'
  if (new Set(positions).size !== positions.length) return '同一列对应了两次'
  return null
}
