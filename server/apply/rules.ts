import type { Held } from '../person/store.ts'

/** The words under which what we hold is offered. Content names fields by the left side (`x-held`). */
const labels: Record<string, string> = {
  name: '姓名', idNumber: '身份证号', phone: '手机号', address: '住址', hukouAddress: '户籍地址', birthDate: '出生日期', place: '所在社区',
  householdSize: '家庭人口', bankAccount: '银行账户', disabilityCertificate: '残疾人证',
}
export type Offer = { name: string; label: string; value: unknown; source: string; collectedAt: string }

/** The person's own record, as offers to fill a form with: the base data first, then what was collected. */
export function offers(held: Held): Offer[] {
  const base = { source: '户籍信息', collectedAt: '' }
  const own = [
    { name: 'name', value: held.name }, { name: 'idNumber', value: held.idNumber },
    { name: 'phone', value: held.phone }, { name: 'place', value: held.place },
  ]
  return [
    ...own.filter((o) => o.value !== null).map((o) => ({ ...o, ...base, label: labels[o.name] ?? o.name })),
    ...held.attributes.map((a) => ({ ...a, label: labels[a.name] ?? a.name })),
  ]
}
