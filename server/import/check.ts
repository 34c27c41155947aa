import type { Address, AddressReader } from '../home/rules.ts'
import {
  badCreditCode,
  badIdNumber,
  badPhone,
  birthDate,
  normaliseIdNumber,
  normalisePhone,
  realDay,
  sexOf,
} from '../person/rules.ts'
import { attributeOf, type Kind } from './kinds.ts'

/** One line against every rule. What is checked against the other lines, and against what is known, is SQL's. Pure. */

export type Fault = { field: string; message: string }
export type Context = {
  read: AddressReader
  /** The day the data are of. */
  day: string
  communities: Map<string, string>
  grids: Map<string, string>
}
export type Values = Record<string, string>
type Here = Extract<Address, { at: 'here' }>
export type Resident = {
  idNumber: string
  name: string
  phone: string | null
  sex: 'male' | 'female'
  born: string
  registered: Address | null
  present: Address | null
  since: string | null
  household: string | null
  relation: string | null
  says: Record<string, string>
}

const han = /^[\p{Script=Han}〇·•a-zA-Z. -]{1,50}$/u
/** What office programs make of a long number that is not kept as text. */
const lostDigits = /^\d(\.\d+)?E\+?\d+$/i
/** 2015/3/1, 2015.3.1, 2015年3月1日 and 20150301 are how people write a day. */
export function dayOf(typed: string): string | null {
  const t = typed.normalize('NFKC').trim()
  const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(t)
  if (!found) return null
  const day = `${found[1]}-${(found[2] ?? found[4] ?? '').padStart(2, '0')}-${(found[3] ?? found[5] ?? '').padStart(2, '0')}`
  return realDay(day) ? day : null
}
const attributes = Object.entries(attributeOf)
const bounds = (v: Values, faults: Fault[]) => {
  for (const [field, value] of Object.entries(v))
    if (value.length > 200) faults.push({ field, message: '超过 200 个字' })
}

export function checkResident(v: Values, c: Context): { row: Resident } | { faults: Fault[] } {
  const faults: Fault[] = []
  const say = (field: string, message: string) => void faults.push({ field, message })
  bounds(v, faults)
  const idNumber = normaliseIdNumber(v.idNumber ?? '')
  const badId = idNumber ? badIdNumber(idNumber, c.day) : '没有填写证件号码'
  if (badId)
    say(
      'idNumber',
      lostDigits.test(v.idNumber ?? '')
        ? '证件号码存成了数字，末几位已经丢失：请把这一列设为文本，重新填写'
        : /^\d{15}$/.test(idNumber)
          ? '是15位的旧身份证号，请填写18位号码'
          : badId,
    )
  const name = (v.name ?? '').replace(/\s+/g, ' ').trim()
  if (!name) say('name', '没有填写姓名')
  else if (!han.test(name)) say('name', '姓名里有不能用的字符')
  const sex = badId ? 'male' : sexOf(idNumber)
  if (v.sex && !badId && !/^[男女]$/.test(v.sex)) say('sex', '性别应为男或女')
  else if (v.sex && !badId && (v.sex === '男') !== (sex === 'male')) say('sex', '性别与证件号码不符')
  const phone = v.phone ? normalisePhone(v.phone) : null
  if (phone && badPhone(phone)) say('phone', badPhone(phone) as string)
  const address = (field: 'registered' | 'present') => {
    const typed = v[field]
    if (!typed) return null
    const found = c.read(typed)
    if (found.at === 'unknown') say(field, found.why)
    return found
  }
  const [registered, present] = [address('registered'), address('present')]
  if (!registered && !present) say('present', '户籍地址和现住地址至少填一个')
  else if (!faults.length && registered?.at !== 'here' && present?.at !== 'here')
    say('present', '户籍地址和现住地址都不在本区')
  const born = badId ? null : birthDate(idNumber)
  const since = v.since ? dayOf(v.since) : null
  if (v.since && !since) say('since', '日期应写成 2015-03-01')
  else if (since && since > c.day) say('since', '居住起始日期还没有到')
  else if (since && born && since < born) say('since', '居住起始日期早于出生日期')
  if (v.household && !/^[0-9A-Za-z-]{1,40}$/.test(v.household)) say('household', '户号只能是数字和字母')
  if (v.relation && !v.household && registered?.at === 'here') say('household', '填了与户主关系，请填户号')
  if (faults.length || !born) return { faults }
  const written = (a: Address | null) => (a && a.at !== 'unknown' ? a.address : undefined)
  const says: Record<string, string> = {}
  for (const [field, attribute] of attributes) {
    const value = field === 'present' ? written(present) : field === 'registered' ? written(registered) : v[field]
    if (value) says[attribute] = value
  }
  const { household, relation } = v
  return {
    row: {
      idNumber,
      name,
      phone,
      sex,
      born,
      registered,
      present,
      since,
      household: household || null,
      relation: relation || null,
      says,
    },
  }
}

/** The other kinds become one JSON object each, with what it says apart: they are thousands, not half a million. */
export type Other = { data: Record<string, unknown>; says: Record<string, unknown> }

export function checkOther(
  kind: Exclude<Kind, 'residents'>,
  v: Values,
  c: Context,
): { row: Other } | { faults: Fault[] } {
  const faults: Fault[] = []
  const say = (field: string, message: string) => void faults.push({ field, message })
  bounds(v, faults)
  const whole = (field: string, most: number) => {
    if (!v[field]) return null
    const n = Number(v[field])
    if (Number.isInteger(n) && n >= 0 && n <= most) return n
    say(field, `应为 0 到 ${most} 的整数`)
    return null
  }
  const here = (): Here | null => {
    const found = v.address ? c.read(v.address) : null
    if (!found) say('address', '没有填写地址')
    else if (found.at === 'here') return found
    else say('address', found.at === 'unknown' ? found.why : '地址不在本区')
    return null
  }
  const row = { buildings, dwellings, organisations }[kind]()
  return faults.length ? { faults } : { row: row as Other }

  function buildings(): Other {
    const community = c.communities.get(v.community ?? '')
    const grid = c.grids.get(v.grid ?? '')
    if (!v.name) say('name', '没有填写楼栋名称')
    if (!community) say('community', v.community ? '本区没有这个社区' : '没有填写社区')
    if (!grid) say('grid', v.grid ? '本区没有这个网格' : '没有填写网格')
    const [lon, lat] = [v.lon ? Number(v.lon) : null, v.lat ? Number(v.lat) : null]
    if (lon !== null && !(lon > 73 && lon < 136)) say('lon', '经度应在 73 到 136 之间')
    if (lat !== null && !(lat > 3 && lat < 54)) say('lat', '纬度应在 3 到 54 之间')
    if ((lon === null) !== (lat === null)) say('lat', '经度和纬度要一起填')
    const datum = v.datum ? v.datum.toUpperCase().replace(/[-_ ]/g, '') : lon === null ? null : 'WGS84'
    const named = { WGS84: 'WGS84', GCJ02: 'GCJ-02', BD09: 'BD-09' }[datum ?? ''] ?? null
    if (datum && !named) say('datum', '坐标系应为 WGS84、GCJ-02 或 BD-09')
    const counts = { floors: whole('floors', 200), units: whole('units', 100), doors: whole('doors', 5000) }
    const data = { community, grid, name: v.name, ...counts, lon, lat, datum: named }
    return { data, says: { name: v.name, grid, ...counts } }
  }
  function dwellings(): Other {
    const at = here()
    const area = v.area ? Number(v.area) : null
    if (area !== null && !(area > 0 && area < 100_000)) say('area', '面积应为大于 0 的数字')
    if (v.rented && !/^[是否]$/.test(v.rented)) say('rented', '是否出租应为是或否')
    const rented = v.rented ? v.rented === '是' : null
    const data = {
      community: at?.community,
      building: at?.building,
      key: at?.key,
      address: at?.address,
      use: v.use || null,
      area,
      rented,
    }
    return { data, says: { use: v.use || null, area, rented, ...(v.owner && { owner: v.owner }) } }
  }
  function organisations(): Other {
    const at = here()
    const uscc = (v.uscc ?? '').normalize('NFKC').replace(/\s/g, '').toUpperCase()
    const why = badCreditCode(uscc)
    if (why) say('uscc', why)
    if (!v.name) say('name', '没有填写名称')
    const phone = v.phone ? normalisePhone(v.phone) : ''
    if (phone && badPhone(phone)) say('phone', badPhone(phone) as string)
    const staff = whole('staff', 1_000_000)
    const data = {
      uscc,
      name: v.name,
      kind: v.kind || '其他',
      community: at?.community,
      building: at?.building,
      key: at?.key,
      staff,
    }
    return {
      data,
      says: {
        name: v.name,
        kind: v.kind || '其他',
        staff,
        ...(v.head && { head: v.head }),
        ...(phone && { phone }),
        address: at?.address,
      },
    }
  }
}
