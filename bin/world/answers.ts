import { type FieldSchema, type FormSchema, formProblems } from '../../server/content/form.ts'
import { checkCharacter } from '../../server/person/rules.ts'
import type { Chance } from './chance.ts'

/** Answers to any form of the pack, as somebody who never was might give them. @throws Error that names the field it found no answer for. */
export function answersTo(form: FormSchema, c: Chance): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(form.properties)) answers[name] = answerTo(field, c)
  // What none of the words fits is left out where it may be.
  for (const { field } of formProblems(form, answers)) {
    const [name = ''] = field.split('.')
    if (form.required?.includes(name)) throw new Error(`no answer to ${name}: ${JSON.stringify(form.properties[name])}`)
    delete answers[name]
  }
  return answers
}

/** Of the county that is none. */
const idNumber = `34079919700101001${checkCharacter('34079919700101001')}`
const words = ['一切属实', '铜都路1号', '340705900001', 'A12345', '2015', '12']

type Shape = FieldSchema & {
  format?: string
  enum?: unknown[]
  items?: Shape
  properties?: Record<string, FieldSchema>
  minimum?: number
  maximum?: number
  minItems?: number
}

function answerTo(field: FieldSchema, c: Chance): unknown {
  const { type, format, enum: options, items, minimum = 1, maximum, minItems = 1 } = field as Shape
  if (options) return c.of(options)
  if (type === 'boolean') return c.is(0.5)
  if (type === 'integer' || type === 'number') return c.int(minimum, Math.min(maximum ?? minimum + 5, minimum + 5))
  if (type === 'array' && items) return Array.from({ length: minItems }, (_, i) => itemOf(items, i, c))
  if (format === 'date') return '2010-03-15'
  if (format === 'cn-id') return idNumber
  if (format === 'cn-phone') return '10000000001'
  const fits = words.find((w) => !formProblems({ type: 'object', properties: { x: field } }, { x: w }).length)
  return fits ?? words[0]
}

function itemOf(items: Shape, i: number, c: Chance): unknown {
  if (items.properties) return Object.fromEntries(Object.entries(items.properties).map(([k, f]) => [k, answerTo(f, c)]))
  return items.enum ? items.enum[i % items.enum.length] : answerTo(items, c)
}
