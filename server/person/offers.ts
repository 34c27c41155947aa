import type { Held } from './store.ts'

/** The words under which what we hold is offered. Content names fields by the left side (`x-held`). */
export const labels: Record<string, string> = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号',
  place: '所在社区',
  sex: '性别',
  'birth-date': '出生日期',
  guardian: '监护人',
  nation: '民族',
  address: '住址',
  'household-address': '户籍地址',
  'household-number': '户号',
  'household-head': '户主',
  'household-relation': '与户主关系',
  'household-size': '家庭人口',
  'household-type': '户口性质',
  'bank-name': '开户银行',
  'bank-card-tail': '银行卡尾号',
  workplace: '工作单位',
  education: '文化程度',
  'marital-status': '婚姻状况',
  'employment-status': '就业状况',
  'unemployment-registration-date': '失业登记日期',
  'housing-status': '住房情况',
  'monthly-income': '月收入',
  'pension-status': '养老待遇',
  'pension-monthly': '月养老金',
  'elderly-allowance-status': '高龄津贴',
  'social-insurance-status': '社会保险',
  'medical-insurance-kind': '医疗保险',
  'disability-certificate-number': '残疾人证号',
  'disability-kind': '残疾类别',
  'disability-level': '残疾等级',
  'disability-valid-to': '残疾人证有效期',
  'veteran-certificate-number': '优待证号',
  'service-years': '服役年限',
  grid: '所在网格',
  'id-card': '身份证',
  'household-register': '户口簿',
  'bank-card': '银行卡',
  'disability-certificate': '残疾人证',
  'marriage-record': '婚姻登记',
  'pension-record': '养老待遇记录',
  'social-insurance-record': '社保缴费记录',
  'unemployment-record': '失业登记',
  'property-record': '不动产登记',
  'veteran-certificate': '退役军人优待证',
}
export type Offer = { name: string; label: string; value: unknown; source: string; collectedAt: string }

/** The person's own record, as offers to fill a form with: the base data first, then what was collected. */
export function offers(held: Held): Offer[] {
  const base = { source: '户籍信息', collectedAt: '' }
  const own = [
    { name: 'name', value: held.name },
    { name: 'idNumber', value: held.idNumber },
    { name: 'phone', value: held.phone },
    { name: 'place', value: held.place },
  ]
  return [
    ...own.filter((o) => o.value !== null).map((o) => ({ ...o, ...base, label: labels[o.name] ?? o.name })),
    ...held.attributes.map((a) => ({ ...a, label: labels[a.name] ?? a.name })),
  ]
}
