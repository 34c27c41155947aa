import { Ajv } from 'ajv'
import type { Say } from './fault.ts'
import { heldPlain } from './held.ts'
import type { Item } from './item.ts'

/** The part of JSON Schema that forms may use, by type; what is not here the web would not ask and is refused. */
type Field = { [key: string]: unknown; properties?: Record<string, Field>; items?: Field }
const everywhere = 'title description type x-labels x-pii'.split(' ')
const byType: Record<string, string[]> = {
  string: ['enum', 'format', 'pattern', 'minLength', 'maxLength'],
  integer: ['enum', 'minimum', 'maximum'],
  number: ['enum', 'minimum', 'maximum'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required', 'additionalProperties'],
}
const formats = ['date', 'cn-id', 'cn-phone']
const slug = /^[a-z][a-z0-9-]{0,59}$/
/** How the fields of one kind of definition may be written. */
export type Ways = { name: RegExp; named: string; rows: number; more: string[]; pii: string[] }
const ofItems: Ways = {
  name: slug,
  named: '小写字母、数字和连字符',
  rows: 10,
  more: ['x-held', 'x-show-if', 'x-page'],
  pii: ['id', 'phone'],
}
const ajv = new Ajv({ strict: false })
for (const format of formats) ajv.addFormat(format, true)

export function formFaults(item: Item, say: Say) {
  const { form, facts } = item
  const fields = form.properties as Record<string, Field>
  for (const key of Object.keys(form))
    if (!['type', 'properties', 'required'].includes(key)) say(`form.${key}`, '表单里不能用这个写法')
  for (const name of form.required ?? [])
    if (!Object.hasOwn(fields, name)) say('form.required', `没有“${name}”这个问题`)
  for (const name of [...Object.keys(fields), ...Object.keys(facts)])
    if (!slug.test(name)) say('form', `名字“${name}”只能用小写字母、数字和连字符`)
  for (const [name, field] of Object.entries(fields)) {
    const at = `form.properties.${name}`
    if (field?.type === 'object') say(`${at}.type`, '一个问题问一样；要填几行的用 array')
    fieldFaults(field, at, say)
    if (form.required?.includes(name) && field?.minLength === 0) say(`${at}.minLength`, '必答的问题至少写一个字')
    const asked = field?.['x-show-if']
    if (typeof asked === 'string' && !Object.hasOwn(facts, asked.replace(/^!/, '')))
      say(`${at}.x-show-if`, `没有“${asked.replace(/^!/, '')}”这个事实（facts）`)
  }
  for (const [name, condition] of Object.entries(facts)) {
    const at = `facts.${name}`
    if (!compiles(condition)) say(at, '不是有效的条件')
    for (const field of askedAbout(condition))
      if (!Object.hasOwn(fields, field)) say(at, `表单里没有“${field}”这个问题`)
  }
}

/** Whether one field is written as forms may be. */
export function fieldFaults(field: Field, at: string, say: Say, ways: Ways = ofItems) {
  if (field === null || typeof field !== 'object') return say(at, '要是一个问题')
  const type = String(field.type)
  const own = byType[type]
  if (!own) return say(`${at}.type`, `type 只能是 ${Object.keys(byType).join('、')}`)
  if (typeof field.title !== 'string' || !field.title.trim()) {
    if (!at.endsWith('.items')) say(`${at}.title`, '每个问题都要有一句问话')
  }
  for (const key of Object.keys(field))
    if (!everywhere.includes(key) && !own.includes(key) && !ways.more.includes(key))
      say(`${at}.${key}`, `${type} 不能用这个写法`)
  if (field.format !== undefined && !formats.includes(String(field.format)))
    say(`${at}.format`, `format 只能是 ${formats.join('、')}`)
  for (const [format, kind] of [
    ['cn-id', 'id'],
    ['cn-phone', 'phone'],
  ])
    if (field.format === format && field['x-pii'] !== kind)
      say(`${at}.x-pii`, `个人号码要加密，请写 "x-pii": "${kind}"`)
  if (field['x-pii'] !== undefined && !ways.pii.includes(String(field['x-pii'])))
    say(`${at}.x-pii`, `x-pii 只能是 ${ways.pii.join('、')}`)
  const held = field['x-held']
  if (held !== undefined && !heldPlain.has(String(held))) say(`${at}.x-held`, `“${held}”不在已有信息的名称表里`)
  labelFaults(field, at, say)
  if (!compiles(field)) say(at, '不是有效的 JSON Schema')
  boundFaults(field, type, at, say)
  if (type !== 'array') return
  if (!field.items) return say(`${at}.items`, '请写明列表里是什么')
  fieldFaults(field.items, `${at}.items`, say, ways)
  if (field.items.type === 'object') rowFaults(field, `${at}.items`, say, ways)
  else if (!field.items.enum) say(`${at}.items.enum`, '列表里只能是选项，或者一行几样')
}

/** Whatever can be typed has an end; what is unbounded fills the database before it fills a form. */
function boundFaults(field: Field, type: string, at: string, say: Say) {
  const free = !field.enum && !field.format
  const needs = (key: string, why: string) => typeof field[key] !== 'number' && say(`${at}.${key}`, why)
  if (type === 'string' && free) {
    needs('minLength', '请写明最少几个字')
    needs('maxLength', '请写明最多几个字')
  }
  if ((type === 'integer' || type === 'number') && free) {
    needs('minimum', '请写明最小是多少')
    needs('maximum', '请写明最大是多少')
  }
  if (type === 'array') needs('maxItems', '请写明最多几项')
}

/** Rows, such as the members of a household: one level, simple fields. */
function rowFaults(field: Field, at: string, say: Say, ways: Ways) {
  const row = field.items as Field
  if (Number(field.maxItems) > ways.rows) say(`${at.slice(0, -6)}.maxItems`, `最多${ways.rows}行`)
  if (row.additionalProperties !== false) say(`${at}.additionalProperties`, '一行里没有写明的内容不收，请写 false')
  const inner = row.properties ?? {}
  if (Object.keys(inner).length === 0) say(`${at}.properties`, '请写明一行里填什么')
  for (const [name, f] of Object.entries(inner)) {
    const own = `${at}.properties.${name}`
    if (!ways.name.test(name)) say(own, `名字“${name}”只能用${ways.named}`)
    if (f?.type === 'array' || f?.type === 'object') say(`${own}.type`, '一行里只能是一样一样的，不能再套列表')
    else fieldFaults(f, own, say, ways)
    for (const key of ['x-show-if', 'x-held', 'x-page', 'x-see', 'x-change'])
      if (f?.[key] !== undefined) say(`${own}.${key}`, '一行里不能用这个写法')
  }
  for (const name of Array.isArray(row.required) ? row.required : [])
    if (!Object.hasOwn(inner, name)) say(`${at}.required`, `没有“${name}”这个问题`)
}

function labelFaults(field: Field, at: string, say: Say) {
  const { enum: values, 'x-labels': labels } = field
  if (values === undefined) {
    if (labels !== undefined) say(`${at}.x-labels`, '没有选项（enum），不用写 x-labels')
    return
  }
  if (!Array.isArray(values) || values.length === 0) return say(`${at}.enum`, '选项不能是空的')
  if (new Set(values).size < values.length) say(`${at}.enum`, '选项有重复')
  const said = Array.isArray(labels)
    ? labels
    : values.map((v) => (labels as Record<string, unknown> | undefined)?.[String(v)])
  const whole = said.length === values.length && said.every((l) => typeof l === 'string' && l.trim())
  if (!whole) say(`${at}.x-labels`, '每个选项都要有一个中文说法，不多也不少')
  else if (new Set(said).size < said.length) say(`${at}.x-labels`, '两个选项的说法一样，选的人分不清')
}

function compiles(schema: object) {
  try {
    ajv.compile(schema)
    return true
  } catch {
    return false
  }
}

/** The questions a condition asks about, also inside allOf, anyOf, oneOf and not. */
function askedAbout(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(askedAbout)
  if (condition === null || typeof condition !== 'object') return []
  const { properties, required, allOf, anyOf, oneOf, not } = condition as Record<string, unknown>
  return [
    ...Object.keys(properties ?? {}),
    ...(Array.isArray(required) ? required.map(String) : []),
    ...[allOf, anyOf, oneOf, not].flatMap(askedAbout),
  ]
}
