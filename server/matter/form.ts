import type { Crypto } from '../platform/crypto.ts'
import { maskIdNumber, maskPhone } from '../platform/crypto.ts'
import { maskNumbers, numberIn } from '../platform/numbers.ts'

type Schema = { properties?: Record<string, Schema>; items?: Schema; 'x-pii'?: 'id' | 'phone' }
type Form = Record<string, unknown>
const mark = 'sealed:'

/** Personal fields of a form (x-pii), and any other answer with somebody's number in it, one by one: encrypted before they are stored, so that
 * the rest stays countable. */
export const sealForm = (crypto: Crypto, schema: object, form: Form): Form =>
  walk(schema, form, (v, kind) =>
    v.startsWith(mark) || !(kind || numberIn(v)) ? v : mark + crypto.seal(v).toString('base64'),
  )
export const openForm = (crypto: Crypto, schema: object, form: Form): Form =>
  walk(schema, form, (v) => (v.startsWith(mark) ? crypto.unseal(Buffer.from(v.slice(mark.length), 'base64')) : v))
export const maskForm = (schema: object, form: Form): Form =>
  walk(schema, form, (v, kind) => (kind === 'id' ? maskIdNumber(v) : kind === 'phone' ? maskPhone(v) : maskNumbers(v)))

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
