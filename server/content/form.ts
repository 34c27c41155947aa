import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { badIdNumber, badPhone, normaliseIdNumber, normalisePhone } from '../person/rules.ts'
import { sayWrong } from '../platform/validate.ts'

/** Answers against a form's schema, and the facts that follow from them. Pure; the subset is documented in README.md. */
export type FormSchema = {
  type: 'object'
  properties: Record<string, FieldSchema>
  required?: string[]
  [key: string]: unknown
}
export type FieldSchema = { title: string; type?: string; 'x-show-if'?: string; [key: string]: unknown }
type Form = Record<string, unknown>
export type FormProblem = { field: string; message: string }
type WithFacts = { form: FormSchema; facts: Record<string, object> }

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true })
const dateShape = /^\d{4}-\d{2}-\d{2}$/
ajv.addFormat(
  'date',
  (s) =>
    dateShape.test(s) &&
    !Number.isNaN(Date.parse(`${s}T00:00:00Z`)) &&
    new Date(`${s}T00:00:00Z`).toISOString().startsWith(s),
)
ajv.addFormat('cn-id', (s) => badIdNumber(normaliseIdNumber(s), '9999-12-31') === null)
ajv.addFormat('cn-phone', (s) => badPhone(normalisePhone(s)) === null)

const compiled = new WeakMap<object, ValidateFunction>()
function validator(schema: object): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  const fresh = ajv.compile(schema)
  compiled.set(schema, fresh)
  return fresh
}

/** What is wrong with the answers, each named by its question. A question that does not apply need not be answered. */
export function formProblems(schema: FormSchema, form: Form, facts?: Record<string, boolean>): FormProblem[] {
  const problems: FormProblem[] = Object.keys(form)
    .filter((name) => !Object.hasOwn(schema.properties, name))
    .map((field) => ({ field, message: `表单里没有“${field}”这一项` }))
  const validate = validator(schema)
  if (validate(withoutBlanks(form))) return problems
  for (const e of validate.errors ?? []) {
    const [name = ''] =
      e.keyword === 'required' && !e.instancePath
        ? [e.params.missingProperty as string]
        : e.instancePath.split('/').slice(1)
    const asked = schema.properties[name]?.['x-show-if']
    if (e.keyword === 'required' && !e.instancePath && asked && facts && !holds(facts, asked)) continue
    problems.push({ field: fieldOf(e, name), message: sentence(e, schema.properties[name]) })
  }
  return problems
}

/** Spaces alone are no answer. Goes as deep as a form can: a row of a list. */
function withoutBlanks(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.trim() ? value : ''
  if (value === null || typeof value !== 'object' || depth > 2) return value
  if (Array.isArray(value)) return value.map((v) => withoutBlanks(v, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, withoutBlanks(v, depth + 1)]))
}

/** Named facts, each a JSON-Schema condition over the form: what gateways, materials and questions ask about. */
export const factsOf = (item: WithFacts, form: Form): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(item.facts).map(([name, condition]) => [name, validator(condition)(form) as boolean]),
  )

/** `fact` or `!fact`. */
export const holds = (facts: Record<string, boolean>, wanted: string) =>
  wanted.startsWith('!') ? facts[wanted.slice(1)] === false : facts[wanted] === true

/** All that is wrong with the answers to an item, its own facts deciding which questions apply. */
export const itemProblems = (item: WithFacts, form: Form) => formProblems(item.form, form, factsOf(item, form))

const fieldOf = (e: ErrorObject, name: string) => [name, ...e.instancePath.split('/').slice(2)].join('.')

function sentence(e: ErrorObject, field: FieldSchema | undefined): string {
  const own = e.parentSchema as { title?: string; properties?: Record<string, { title?: string }> }
  const inner =
    e.keyword === 'required' && e.instancePath ? own.properties?.[e.params.missingProperty as string]?.title : undefined
  const title =
    inner ?? (e.instancePath.split('/').length > 2 ? own.title : undefined) ?? field?.title ?? e.instancePath
  return sayWrong(e, title)
}
