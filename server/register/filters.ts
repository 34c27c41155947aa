import type { Register } from '../content/register.ts'
import { kindOf } from './fields.ts'

/** What a list is narrowed to, as it stands in an address: `status:open,building;validTo:2026-01-01..2026-12-31`. Pure. */

export type Filter =
  | { field: string; by: 'value'; values: (string | number | boolean)[] }
  | { field: string; by: 'range'; from: string | null; to: string | null }
  | { field: string; by: 'place'; place: string }
const real = (s: string) => /^\d{4}-\d{2}-\d{2}$/.test(s) && !Number.isNaN(Date.parse(s))

export const filterable = (def: Register): string[] =>
  Object.entries(def.form.properties).flatMap(([name, f]) =>
    ['enum', 'boolean', 'date', 'link', 'choices'].includes(kindOf(f)) ? [name] : [],
  )

/** The filters, or what is wrong with them. */
export function readFilters(def: Register, text: string | undefined): Filter[] | string {
  const filters: Filter[] = []
  for (const part of (text ?? '').split(';').filter(Boolean)) {
    const at = part.indexOf(':')
    const [field, value] = [part.slice(0, at), part.slice(at + 1)]
    const f = def.form.properties[field]
    if (at < 1 || !f || !filterable(def).includes(field)) return `不能按“${at < 1 ? part : field}”筛选`
    const kind = kindOf(f)
    const values = value.split(',').filter(Boolean)
    if (kind === 'date') {
      const [from = '', to = ''] = value.split('..')
      if ((from && !real(from)) || (to && !real(to)) || !value.includes('..')) return `“${f.title}”应为 起..止 两个日期`
      filters.push({ field, by: 'range', from: from || null, to: to || null })
    } else if (field === def.place && values.length === 1)
      filters.push({ field, by: 'place', place: values[0] as string })
    else if (kind === 'boolean') {
      if (values.some((v) => v !== 'true' && v !== 'false')) return `“${f.title}”应为 true 或 false`
      filters.push({ field, by: 'value', values: values.map((v) => v === 'true') })
    } else {
      const known = (kind === 'choices' ? f.items?.enum : f.enum)?.map(String)
      const stray = known && values.find((v) => !known.includes(v))
      if (stray) return `“${f.title}”没有选项“${stray}”`
      const numeric = (kind === 'choices' ? f.items?.type : f.type) !== 'string'
      filters.push({ field, by: 'value', values: numeric ? values.map(Number) : values })
    }
  }
  return filters
}
