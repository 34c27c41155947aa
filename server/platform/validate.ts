import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { numberIn } from './numbers.ts'
import { badInput, type Problem } from './refusal.ts'

const formats = addFormats as unknown as typeof addFormats.default
const options = { allErrors: true, verbose: true, removeAdditional: false, strict: false } as const
const exact = formats(new Ajv(options))
// A URL carries text only: there, and only there, "3" may stand for 3.
const lenient = formats(new Ajv({ ...options, coerceTypes: true, useDefaults: true }))

export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const validate = (httpPart === 'body' ? exact : lenient).compile(schema)
  return (data) => {
    const unkeepable = httpPart === 'headers' ? [] : unkeepableIn(data)
    if (unkeepable.length) return { error: badInput(unkeepable) }
    if (!validate(data)) return { error: badInput(problemsOf(validate.errors ?? [])) }
    const numbers = numbersIn(schema, data, httpPart === 'headers')
    return numbers.length ? { error: badInput(numbers) } : { value: data }
  }
}
/** Text that no column can hold: a NUL, or half a character of a pair. Asked of everything, whatever its schema says. */
const unkeepable = /\0|\p{Surrogate}/u
function unkeepableIn(data: unknown, at: string[] = []): Problem[] {
  if (typeof data === 'string')
    return unkeepable.test(data) ? [{ field: at.join('.'), message: `“${at.at(-1) ?? '内容'}”中有不能保存的字符` }] : []
  if (data === null || typeof data !== 'object') return []
  return Object.entries(data).flatMap(([key, value]) =>
    unkeepable.test(key)
      ? [{ field: at.join('.'), message: `“${at.at(-1) ?? '内容'}”中有不能保存的字符` }]
      : unkeepableIn(value, [...at, key]),
  )
}
type Shape = {
  title?: string
  properties?: Record<string, Shape>
  additionalProperties?: Shape | boolean
  patternProperties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  'x-personal'?: boolean
}
/** Identity numbers and telephones where none belong (see `personal` in schema.ts). Of headers only those of the contract are asked. */
function numbersIn(shape: Shape, data: unknown, declaredOnly = false, at: string[] = [], title = ''): Problem[] {
  const name = shape.title ?? (title || at.at(-1) || '内容')
  if (shape['x-personal']) return []
  const problem = (text: string): Problem[] => {
    const what = numberIn(text)
    return what ? [{ field: at.join('.'), message: `请不要在“${name}”里写${what}` }] : []
  }
  if (typeof data === 'string') return problem(data)
  if (data === null || typeof data !== 'object') return []
  const shapes = [shape, ...(shape.anyOf ?? [])]
  if (shapes.some((s) => s['x-personal'])) return []
  const other = shapes.flatMap((s) => [
    ...Object.values(s.patternProperties ?? {}),
    ...(typeof s.additionalProperties === 'object' ? [s.additionalProperties] : []),
    ...(s.items ? [s.items] : []),
  ])[0]
  return Object.entries(data).flatMap(([key, value]) => {
    const known = shapes.map((s) => s.properties?.[key]).find(Boolean)
    if (declaredOnly && !known) return []
    return [
      ...(known || Array.isArray(data) ? [] : problem(key)),
      ...numbersIn(known ?? other ?? {}, value, false, [...at, key], Array.isArray(data) ? name : ''),
    ]
  })
}
/** Answers are plain JSON of our own making; tests hold them against their schemas. */
export const compileResponse: FastifySerializerCompiler<unknown> = () => (data) => JSON.stringify(data)

/** One sentence a field, the first: that it is empty says enough of one whose letters are also the wrong ones. */
export const problemsOf = (errors: ErrorObject[]): Problem[] => {
  const problems = new Map<string, Problem>()
  for (const e of errors) {
    if (e.keyword === 'if' || e.keyword === 'anyOf') continue
    const missing = e.params.missingProperty ?? e.params.additionalProperty
    const field = [...e.instancePath.split('/').slice(1), ...(missing === undefined ? [] : [missing])].join('.')
    if (!problems.has(field)) problems.set(field, { field, message: sentence(e, field) })
  }
  return [...problems.values()].slice(0, 20)
}

const kinds: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  null: '空',
}

/** One JSON Schema error as a Chinese sentence that names the field by its title. */
function sentence(e: ErrorObject, field: string): string {
  const parent = e.parentSchema as { title?: string; properties?: Record<string, { title?: string }> } | undefined
  const title =
    (e.keyword === 'required' ? parent?.properties?.[e.params.missingProperty]?.title : parent?.title) ?? field
  return sayWrong(e, title || '内容')
}

/** What is wrong with the field of this title. A title may be a whole question: quoted without its end mark. */
export function sayWrong(e: ErrorObject, title: string): string {
  const name = `“${title.replace(/[？。?]$/, '')}”`
  const please = /[？。?]$/.test(title) ? `请回答${name}` : `请填写${name}`
  switch (e.keyword) {
    case 'required':
      return please
    case 'additionalProperties':
      return `${name}里有不认识的内容“${e.params.additionalProperty}”`
    case 'type':
      return `${name}应为${[e.params.type]
        .flat()
        .map((t: string) => kinds[t] ?? t)
        .join('或')}`
    case 'minLength':
      return e.params.limit === 1 ? please : `${name}至少 ${e.params.limit} 个字`
    case 'maxLength':
      return `${name}最多 ${e.params.limit} 个字`
    case 'minimum':
    case 'exclusiveMinimum':
      return `${name}不能小于 ${e.params.limit}`
    case 'maximum':
    case 'exclusiveMaximum':
      return `${name}不能大于 ${e.params.limit}`
    case 'minItems':
      return `${name}至少 ${e.params.limit} 项`
    case 'maxItems':
      return `${name}最多 ${e.params.limit} 项`
    case 'enum':
    case 'const':
      return `${name}不在可选范围内`
    case 'uniqueItems':
      return `${name}有重复`
    default:
      return `${name}${formatWords[String(e.params.format)] ?? '格式不对'}`
  }
}
const formatWords: Record<string, string> = {
  date: '应为日期，例如 2026-09-21',
  'cn-id': '不是有效的身份证号，请核对每一位',
  'cn-phone': '应为11位手机号，或带区号的固定电话',
}
