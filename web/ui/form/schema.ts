import { bare, halfWidth } from '../format.ts'
import { t } from '../t.ts'

/** The part of JSON Schema that items' forms use, with our own x- words. The server judges; the web only asks. */
export type Question = {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  title?: string
  description?: string
  format?: string
  enum?: (string | number)[]
  'x-labels'?: Record<string, string> | string[]
  /** The name of a fact, or `!` and its name: asked only when that holds. */
  'x-show-if'?: string
  /** Questions in a row with the same group stand on one page. */
  'x-page'?: string
  'x-held'?: string
  'x-pii'?: 'id' | 'phone' | 'name'
  maxLength?: number
  maxItems?: number
  items?: Question
  properties?: Record<string, Question>
  required?: string[]
}
export type FormSchema = Question & { properties: Record<string, Question> }
export type Answers = Record<string, unknown>
export type Facts = Record<string, boolean>
export type Step = { key: string; title: string; names: string[] }

export const holds = (facts: Facts, condition: string | undefined) =>
  !condition || (condition.startsWith('!') ? !facts[condition.slice(1)] : Boolean(facts[condition]))

/** The form as pages, in the order of its properties, without the questions that do not concern this person. */
export function stepsOf(form: FormSchema, facts: Facts): Step[] {
  const steps: Step[] = []
  for (const [name, q] of Object.entries(form.properties)) {
    if (!holds(facts, q['x-show-if'])) continue
    const page = q['x-page']
    const last = steps.at(-1)
    if (page && last && form.properties[last.names[0] ?? '']?.['x-page'] === page) last.names.push(name)
    else steps.push({ key: name, title: page ?? q.title ?? name, names: [name] })
  }
  return steps
}

export const isRequired = (form: Question, name: string) => form.required?.includes(name) ?? false

/** What was typed, as the schema wants it: numbers as numbers, no stray spaces or full-width digits, nothing for "not answered". */
export function tidy(form: Question, answers: Answers): Answers {
  const clean: Answers = {}
  for (const [name, value] of Object.entries(answers)) {
    const q = form.properties?.[name]
    const v = q ? tidyOne(q, value) : value
    if (v !== undefined) clean[name] = v
  }
  return clean
}
function tidyOne(q: Question, value: unknown): unknown {
  if (q.type === 'array' && Array.isArray(value))
    return q.items?.properties ? value.map((row) => tidy(q.items as Question, row as Answers)) : value
  if (q.type === 'object' && value && typeof value === 'object') return tidy(q, value as Answers)
  if (typeof value !== 'string') return value ?? undefined
  if (q.type === 'integer' || q.type === 'number') {
    const text = halfWidth(value).replace(/[\s,]/g, '') // not `bare`: that takes the minus off
    return text === '' ? undefined : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : value
  }
  if (q.enum?.some((e) => typeof e === 'number')) return q.enum.find((e) => String(e) === value)
  const text =
    q['x-pii'] || q.format === 'cn-id' || q.format === 'cn-phone'
      ? bare(value).toUpperCase()
      : q.format
        ? halfWidth(value).trim()
        : value.trim()
  return text === '' ? undefined : text
}

export const labelOf = (q: Question, value: string | number): string => {
  const labels = q['x-labels']
  if (Array.isArray(labels)) return labels[q.enum?.indexOf(value) ?? -1] ?? String(value)
  return labels?.[String(value)] ?? String(value)
}

/** An answer in words, for the check page; null when there is none. */
export function wordsOf(q: Question, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
  if (Array.isArray(value)) {
    const parts = value.map((v) => wordsOf(q.items ?? {}, v) ?? '')
    return parts.length ? parts.join(t(q.items?.properties ? 'form.row-break' : 'form.comma')) : null
  }
  if (typeof value === 'object')
    return Object.entries(q.properties ?? {})
      .map(([k, p]) => wordsOf(p, (value as Answers)[k]))
      .filter(Boolean)
      .join(t('form.comma'))
  if (q.format === 'date' && /^\d+-\d+-\d+$/.test(String(value))) {
    const [y = '', m, d] = String(value).split('-')
    return `${y}${t('form.year')}${Number(m)}${t('form.month')}${Number(d)}${t('form.day')}`
  }
  return q.enum ? labelOf(q, value as string) : String(value)
}
