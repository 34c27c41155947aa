import { creditCheckCharacter } from '../../server/person/uscc.ts'
import { type Chance, chance } from './chance.ts'
import { addressOf, doorOf, type Grid, makeGrids } from './homes.ts'
import { family, numbers, type Person } from './people.ts'

/** A whole district that never was, as the spreadsheets its departments would send. The same seed gives the same district. */

export type Sheet = {
  kind: 'buildings' | 'dwellings' | 'residents' | 'organisations'
  columns: string[]
  rows: () => Iterable<string[]>
}
export type Scale = 'tongguan' | 'village'

const organisations = { tongguan: 4000, village: 20 }
/** 51.3 万 of the 2017 report: what is left of them when people, houses and organisations are counted is records about homes. */
const records = 513_000

export function makeDistrict(
  contentDir: string,
  scale: Scale,
  asOf: string,
  seed = 1,
  crowded = 1,
): { sheets: Sheet[]; counts: Record<Sheet['kind'], number> } {
  const grids = makeGrids(contentDir, seed, scale === 'village' ? ['tianjinghu', 'nonglin'] : undefined)
  const kept = scale === 'village' ? [...grids.slice(0, 3), ...grids.filter((g) => g.village).slice(0, 1)] : grids
  if (crowded !== 1) crowd(kept, crowded)
  const sum = (of: (g: Grid) => number) => kept.reduce((n, g) => n + of(g), 0)
  const counts = {
    buildings: sum((g) => g.houses.length),
    dwellings: 0,
    residents: sum((g) => g.residents),
    organisations: organisations[scale],
  }
  const homes = sum((g) => g.households)
  counts.dwellings =
    scale === 'tongguan'
      ? records - counts.buildings - counts.residents - counts.organisations
      : Math.floor(homes * 0.8)
  return {
    counts,
    sheets: [
      {
        kind: 'buildings',
        columns: '楼栋名称,社区,网格,层数,单元数,户数,经度,纬度,坐标系'.split(','),
        rows: () => buildings(kept),
      },
      {
        kind: 'dwellings',
        columns: '地址,房屋用途,建筑面积,产权人,是否出租'.split(','),
        rows: () => dwellings(kept, counts.dwellings, seed),
      },
      {
        kind: 'residents',
        columns:
          '证件号码,姓名,性别,民族,联系电话,户籍地址,现住地址,居住起始日期,户号,与户主关系,婚姻状况,文化程度,服务处所'.split(
            ',',
          ),
        rows: () => residents(kept, asOf, seed),
      },
      {
        kind: 'organisations',
        columns: '统一社会信用代码,名称,类型,地址,负责人,联系电话,从业人数'.split(','),
        rows: () => bodies(kept, counts.organisations, seed),
      },
    ],
  }
}

/** More people in the same homes, for a sheet of another length. */
function crowd(grids: Grid[], times: number) {
  const wanted = Math.round(grids.reduce((n, g) => n + g.residents, 0) * times)
  for (const g of grids) g.residents = Math.round(g.residents * times)
  const last = grids.at(-1)
  if (last) last.residents += wanted - grids.reduce((n, g) => n + g.residents, 0)
  for (const g of grids) g.households = Math.max(1, Math.min(g.households, Math.floor(g.residents / 1.5)))
}

function* buildings(grids: Grid[]) {
  for (const g of grids)
    for (const h of g.houses)
      yield [h.name, g.community, g.name, String(h.floors), String(h.units), String(h.doors), h.lon, h.lat, h.datum]
}

/** Shops first, then homes, grid by grid in turn, until there are as many as wanted. */
function* dwellings(grids: Grid[], wanted: number, seed: number) {
  const c = chance('dwellings', seed)
  let left = wanted
  for (const g of grids)
    for (const h of g.houses.filter((h) => h.business))
      for (let door = 0; door < h.doors && left > 0; door++, left--)
        yield [addressOf(g, h, door), c.is(0.7) ? '商业' : '办公', String(c.int(20, 200)), '', c.is(0.6) ? '是' : '否']
  const share = left / grids.reduce((n, g) => n + g.households, 0)
  for (const [i, g] of grids.entries()) {
    const mine = i === grids.length - 1 ? left : Math.min(left, Math.round(g.households * share))
    for (let n = 0; n < mine; n++, left--)
      yield [
        doorOf(g, n).address,
        '住宅',
        (c.int(38, 140) + (c.is(0.5) ? 0.5 : 0)).toString(),
        '',
        c.is(0.08) ? '是' : '否',
      ]
  }
}

/** As many to a household that the grid's residents come out exactly. */
function sizes(g: Grid, c: Chance): number[] {
  const list: number[] = Array.from({ length: g.households }, () => {
    const at = c.next()
    return at < 0.2 ? 1 : at < 0.46 ? 2 : at < 0.74 ? 3 : at < 0.88 ? 4 : 5
  })
  let off = g.residents - list.reduce((a, b) => a + b, 0)
  while (off !== 0) {
    const i = c.int(0, list.length - 1)
    const size = (list[i] as number) + Math.sign(off)
    if (size < 1 || size > (off > g.households ? 12 : 7)) continue
    list[i] = size
    off -= Math.sign(off)
  }
  return list
}

const elsewhere =
  '安徽省安庆市枞阳县 安徽省芜湖市无为市 安徽省池州市贵池区 安徽省铜陵市义安区 安徽省合肥市庐江县 江苏省南京市江宁区 浙江省杭州市余杭区 河南省信阳市固始县'.split(
    ' ',
  )
const outside = (c: Chance) => `${c.of(elsewhere)}${c.of(['城关镇', '长江路', '人民路', '新桥镇'])}${c.int(1, 300)}号`
const nations = ['回族', '壮族', '苗族', '土家族', '满族', '畲族']

function* residents(grids: Grid[], asOf: string, seed: number): Generator<string[]> {
  const n = numbers()
  let serial = 0
  for (const [i, g] of grids.entries()) {
    const c = chance('people', seed, g.id)
    for (const [door, size] of sizes(g, c).entries()) {
      const here = doorOf(g, door).address
      const at = c.next()
      const other = grids[(i + c.int(1, grids.length)) % grids.length] as Grid
      const registered =
        at < 0.12 ? doorOf(other, c.int(0, other.households - 1)).address : at < 0.21 ? outside(c) : here
      const present = at >= 0.95 ? outside(c) : here
      const household = at >= 0.12 && at < 0.21 ? '' : `3407059${String(++serial).padStart(7, '0')}`
      const years = c.int(0, 25)
      for (const p of family(size, asOf, c, n)) yield line(p, { registered, present, household, years }, asOf, c)
    }
  }
}

type Home = { registered: string; present: string; household: string; years: number }
function line(p: Person, home: Home, asOf: string, c: Chance): string[] {
  const moved = `${Number(asOf.slice(0, 4)) - 1 - home.years}-${String(c.int(1, 12)).padStart(2, '0')}-01`
  const since = moved < p.born ? p.born : moved
  const marriage = p.age < 20 ? (p.age < 16 ? '' : '未婚') : p.married ? '已婚' : p.age > 60 ? '丧偶' : '未婚'
  const school =
    p.age < 3
      ? ''
      : p.age < 12
        ? '小学'
        : p.age < 15
          ? '初中'
          : p.age < 22
            ? '高中'
            : p.age > 65
              ? c.of(['小学', '初中', '文盲'])
              : c.of(['初中', '高中', '中专', '大专', '本科'])
  const work =
    p.age > 20 && p.age < 60 && c.is(0.4)
      ? `${c.of(['江南', '铜都', '皖江', '长江', '天井'])}${c.of(['铜业', '机械', '商贸', '物流', '纺织'])}有限公司`
      : ''
  const { registered, present, household } = home
  return [
    p.idNumber,
    p.name,
    p.sex === 'male' ? '男' : '女',
    c.is(0.99) ? '汉族' : c.of(nations),
    p.phone,
    registered,
    present,
    since,
    household,
    household && p.relation,
    marriage,
    school,
    work,
  ]
}

function* bodies(grids: Grid[], wanted: number, seed: number): Generator<string[]> {
  const c = chance('organisations', seed)
  for (let k = 0; k < wanted; k++) {
    const g = grids[k % grids.length] as Grid
    const house = g.houses.find((h) => h.business) ?? (g.houses[0] as Grid['houses'][number])
    const start = `91340799MA2${String(k).padStart(6, '0')}`
    const kind = c.of(['企业', '企业', '企业', '个体工商户', '个体工商户', '社会组织', '事业单位'])
    const name = `${g.community.replace(/(社区|村)$/, '')}${c.of(['便民', '惠民', '万家', '聚福', '同心', '新时代'])}${c.of(['超市', '餐馆', '药店', '修理部', '幼儿园', '养老服务中心', '贸易公司'])}${k + 1}号店`
    yield [
      `${start}${creditCheckCharacter(start)}`,
      name,
      kind,
      addressOf(g, house, k % Math.max(1, house.doors)),
      '',
      `100${String(10_000_000 + k)}`,
      String(c.int(1, 60)),
    ]
  }
}
