import type { FieldSchema, FormSchema } from '../server/content/form.ts'

/** Some answer to every question of a form, as a person would give it: the first option, yes, the least number. */
export const someAnswers = (form: FormSchema): Record<string, unknown> =>
  Object.fromEntries(Object.entries(form.properties).map(([name, q]) => [name, someAnswer(q)]))

function someAnswer(q: FieldSchema): unknown {
  if (Array.isArray(q.enum)) return q.enum[0]
  if (q.format === 'date') return '2026-05-01'
  if (q.format === 'cn-id') return '340799195809200017'
  if (q.format === 'cn-phone') return '10000000001'
  if (q.pattern) return '6021'
  if (q.type === 'array') return [someAnswer(q.items as FieldSchema)]
  if (q.type === 'object') return someAnswers(q as unknown as FormSchema)
  if (q.type === 'string') return '不知道'
  if (q.type === 'boolean') return true
  return q.minimum ?? 1
}
