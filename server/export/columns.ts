import { type Crypto, maskIdNumber, maskName, maskPhone } from '../platform/crypto.ts'
import type { What } from './rules.ts'

/** What a list may show. Masked is the rule; what shows somebody in full is a column of its own, to be asked for with a reason. */

export type Raw = {
  /** Of whom this line speaks. */
  persons: string[]
  name: string | null
  sex: string | null
  age: number | null
  id_number: Buffer | null
  phone: Buffer | null
  community: string | null
  grid: string | null
  building: string | null
  address: string | null
  /** What only one kind of list has. */
  number?: string
  relation?: string | null
  members?: number
  since?: string
  level?: string
  basis?: string
  kind?: string
  staff?: number | null
}
export type Cell = string | number | null
export type Column = { id: string; title: string; full: boolean; cell: (r: Raw, crypto: Crypto) => Cell }

const column = (id: string, title: string, cell: Column['cell'], full = false): Column => ({ id, title, full, cell })
const open = (sealed: Buffer | null, crypto: Crypto) => sealed && crypto.unseal(sealed)
const masked = (text: string | null, mask: (s: string) => string) => text && mask(text)
const levels: Record<string, string> = { high: '高风险', key: '重点', general: '一般' }

const who = [
  column('name', '姓名（遮盖）', (r) => masked(r.name, maskName)),
  column('sex', '性别', (r) => (r.sex === 'male' ? '男' : r.sex === 'female' ? '女' : null)),
  column('age', '年龄', (r) => r.age),
  column('id-number', '身份证号（遮盖）', (r, c) => masked(open(r.id_number, c), maskIdNumber)),
  column('phone', '手机号（遮盖）', (r, c) => masked(open(r.phone, c), maskPhone)),
]
const where = [
  column('community', '社区', (r) => r.community),
  column('grid', '网格', (r) => r.grid),
  column('building', '楼栋', (r) => r.building),
]
const inFull = [
  column('name-full', '姓名（全名）', (r) => r.name, true),
  column('id-number-full', '身份证号（完整）', (r, c) => open(r.id_number, c), true),
  column('phone-full', '手机号（完整）', (r, c) => open(r.phone, c), true),
  column('address-full', '住址（到门牌）', (r) => r.address, true),
]
const tail = (s: string) => (s.length < 5 ? '*'.repeat(s.length) : `${'*'.repeat(s.length - 4)}${s.slice(-4)}`)

export const columnsOf: Record<What, Column[]> = {
  residents: [...who, ...where, ...inFull],
  care: [
    ...who,
    ...where,
    column('level', '等级', (r) => levels[r.level ?? ''] ?? null),
    column('since', '起始日期', (r) => r.since ?? null),
    column('basis', '依据', (r) => r.basis ?? null, true),
    ...inFull,
  ],
  households: [
    column('number', '户号（遮盖）', (r) => masked(r.number ?? null, tail)),
    column('name', '户主姓名（遮盖）', (r) => masked(r.name, maskName)),
    column('members', '户籍人数', (r) => r.members ?? null),
    column('phone', '户主手机号（遮盖）', (r, c) => masked(open(r.phone, c), maskPhone)),
    ...where,
    column('number-full', '户号（完整）', (r) => r.number ?? null, true),
    column('name-full', '户主姓名（全名）', (r) => r.name, true),
    column('phone-full', '户主手机号（完整）', (r, c) => open(r.phone, c), true),
    column('address-full', '户籍地址（到门牌）', (r) => r.address, true),
  ],
  organisations: [
    column('number', '统一社会信用代码', (r) => r.number ?? null),
    column('name', '名称', (r) => r.name),
    column('kind', '类型', (r) => r.kind ?? null),
    column('community', '社区', (r) => r.community),
    column('address', '地址', (r) => r.address),
    column('staff', '从业人数', (r) => r.staff ?? null),
  ],
}
