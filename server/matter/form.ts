import type { Crypto } from '../platform/crypto.ts'
import { maskIdNumber, maskPhone } from '../platform/crypto.ts'
import { maskNumbers, numberIn } from '../platform/numbers.ts'

type Schema = { properties?: Record<string, Schema>; items?: Schema; 'x-pii'?: 'id' | 'phone' }
type Form = Record<string, unknown>
const mark = 'sealed:'

/** Personal fields of a form (x-pii), and any other answer with somebody's number in it, one by one: encrypted before they are stored, so that
 * the rest stays countable. */
export const sealForm = (crypto: Crypto, schema: object, form: Form): Form =>
  walk(schema, form, (v, kind) => (kind ? sealWhole(crypto, v) : sealText(crypto, v)))
export const openForm = (crypto: Crypto, schema: object, form: Form): Form =>
  walk(schema, form, (v) => openText(crypto, v))
export const maskForm = (schema: object, form: Form): Form =>
  walk(schema, form, (v, kind) => (kind === 'id' ? maskIdNumber(v) : kind === 'phone' ? maskPhone(v) : maskNumbers(v)))

const sealWhole = (crypto: Crypto, text: string) =>
  text.startsWith(mark) ? text : mark + crypto.seal(text).toString('base64')
/** A text with somebody's number in it, such as 残疾人证号: sealed; any other stays readable to the district's own queries. */
export const sealText = (crypto: Crypto, text: string): string => (numberIn(text) ? sealWhole(crypto, text) : text)
const openText = (crypto: Crypto, text: string): string =>
  text.startsWith(mark) ? crypto.unseal(Buffer.from(text.slice(mark.length), 'base64')) : text
export const maskText = (crypto: Crypto, text: string): string => maskNumbers(openText(crypto, text))

function walk(schema: Schema, form: Form, change: (value: string, kind?: 'id' | 'phone') => string): Form {
  const next = { ...form }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const value = form[name]
    if (typeof value === 'string') next[name] = change(value, field['x-pii'])
    else if (field.items?.properties && Array.isArray(value)) {
      const items = field.items
      next[name] = value.map((row) => (row && typeof row === 'object' ? walk(items, row as Form, change) : row))
    }
  }
  return next
}
