import type { Held } from './store.ts'

/**
 * What may be held about a person, by subject; content names fields by the left side (`x-held`). The words under which it is offered,
 * and in what it is counted. `follows` need not be collected: derived.ts reckons it.
 */
const subjects = {
  self: {
    name: ['姓名'],
    idNumber: ['身份证号'],
    sex: ['性别'],
    'birth-date': ['出生日期'],
    nation: ['民族'],
    'marital-status': ['婚姻状况'],
    'married-on': ['结婚登记日期'],
    education: ['文化程度'],
    guardian: ['监护人'],
  },
  contact: {
    phone: ['手机号'],
    'family-contact': ['家里的联系人'],
  },
  home: {
    place: ['所在社区'],
    address: ['住址'],
    'housing-status': ['住房情况'],
    grid: ['所在网格'],
  },
  household: {
    'household-address': ['户籍地址'],
    'household-number': ['户号'],
    'household-head': ['户主'],
    'household-relation': ['与户主关系'],
    'household-size': ['家庭人口', '人'],
    'household-type': ['户口性质'],
  },
  work: {
    workplace: ['工作单位'],
    'employment-status': ['就业状况'],
    'unemployment-registration-date': ['失业登记日期'],
    'monthly-income': ['月收入', '元'],
    'pension-status': ['养老待遇'],
    'pension-monthly': ['月养老金', '元'],
    'elderly-allowance-status': ['高龄津贴'],
    'social-insurance-status': ['社会保险'],
    'insured-years': ['社保缴费年限', '年'],
    'medical-insurance-kind': ['医疗保险'],
    'retired-on': ['退休日期'],
    'bank-name': ['开户银行'],
    'bank-card-tail': ['银行卡尾号'],
  },
  care: {
    'disability-certificate-number': ['残疾人证号'],
    'disability-kind': ['残疾类别'],
    'disability-level': ['残疾等级'],
    'disability-valid-to': ['残疾人证有效期'],
    'veteran-certificate-number': ['优待证号'],
    'service-years': ['服役年限', '年'],
    'service-from': ['入伍日期'],
    'service-to': ['退役日期'],
    'discharge-number': ['退役证号'],
  },
  papers: {
    'id-card': ['身份证'],
    'household-register': ['户口簿'],
    'bank-card': ['银行卡'],
    'disability-certificate': ['残疾人证'],
    'marriage-record': ['婚姻登记'],
    'pension-record': ['养老待遇记录'],
    'social-insurance-record': ['社保缴费记录'],
    'unemployment-record': ['失业登记'],
    'property-record': ['不动产登记'],
    'veteran-certificate': ['退役军人优待证'],
  },
  follows: {
    age: ['年龄', '岁'],
    'present-since': ['现住起始日期'],
    'registered-since': ['户口迁入日期'],
    'registered-where': ['户口所在地'],
    married: ['是否结婚'],
    'spouse-name': ['配偶姓名'],
    'child-name': ['孩子姓名'],
    'child-id': ['孩子身份证号'],
    'child-birth-date': ['孩子出生日期'],
  },
} as const satisfies Record<string, Record<string, readonly [label: string, unit?: string]>>

export const subjectNames = Object.keys(subjects) as (keyof typeof subjects)[]
type About = { subject: keyof typeof subjects; label: string; unit: string | null }
const abouts = new Map<string, About>(
  subjectNames.flatMap((subject) =>
    Object.entries<readonly [string, string?]>(subjects[subject]).map(([name, [label, unit]]) => [
      name,
      { subject, label, unit: unit ?? null },
    ]),
  ),
)
const order = new Map([...abouts.keys()].map((name, i) => [name, i]))
/** As one would tell it: by subject, the plainest first. */
export const inOrder = (offers: Offer[]) =>
  offers.sort((a, b) => (order.get(a.name) ?? order.size) - (order.get(b.name) ?? order.size))
export const labelOf = (name: string): string => abouts.get(name)?.label ?? name
export type Offer = Omit<About, 'unit'> & {
  name: string
  value: unknown
  words: string
  source: string
  collectedAt: string
}
export const offer = (name: string, value: unknown, source: string, collectedAt: string, words?: string): Offer => {
  const { unit, ...about } = abouts.get(name) ?? { subject: 'self' as const, label: name, unit: null }
  return {
    name,
    ...about,
    value,
    words: words ?? [wordsOf(value), unit].filter(Boolean).join(' '),
    source,
    collectedAt,
  }
}
/** A certificate is its parts, one after the other. */
const wordsOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? '是'
      : '否'
    : value && typeof value === 'object'
      ? Object.values(value).map(wordsOf).join(' · ')
      : String(value ?? '').replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/**
 * The person's own record, as offers to fill a form with: the base data first, then what was collected. A telephone in use may also
 * stand in a record: it is one fact, with that record's source and date.
 */
export function offers(held: Held): Offer[] {
  const saidOf = (name: string, value: unknown) => held.attributes.find((a) => a.name === name && a.value === value)
  const own = (name: string, value: unknown, source: string, words?: string) => {
    const said = saidOf(name, value)
    return value === null ? [] : [offer(name, value, said?.source ?? source, said?.collectedAt ?? '', words)]
  }
  const base = [
    ...own('name', held.name, '户籍信息'),
    ...own('idNumber', held.idNumber, '户籍信息'),
    ...own('phone', held.phone, '本区人口底账'),
    ...own('place', held.community, '本区人口底账', held.placeName),
  ]
  const known = new Set(base.map((o) => o.name))
  return [
    ...base,
    ...held.attributes.filter((a) => !known.has(a.name)).map((a) => offer(a.name, a.value, a.source, a.collectedAt)),
  ]
}
